"""The true pages of a document on screen: pictures of its PDF, drawn as they are needed."""
