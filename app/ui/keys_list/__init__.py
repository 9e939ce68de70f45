"""The list of all keys, which opens over the window and can be searched."""
