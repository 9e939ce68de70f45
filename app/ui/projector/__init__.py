"""The projector view: one question at a time in type that can be read from the back of the room."""
