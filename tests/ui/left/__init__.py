"""The page of what is left."""
