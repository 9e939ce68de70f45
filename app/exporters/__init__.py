"""One module for each file format that a document can be written in."""
