"""A document as text on screen: marked, searchable by anchor, and each paragraph able to say why it reads so."""
