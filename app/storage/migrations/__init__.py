"""Every step that the form of the tables has taken, one module each, never altered once it was released."""
