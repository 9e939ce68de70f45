"""What can be found, the shelves it stands on, and how typed words find it."""
