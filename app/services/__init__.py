"""What a user can do, one function for each act, with no screen and no query language."""
