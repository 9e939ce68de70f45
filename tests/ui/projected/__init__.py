"""The projector view, as a room uses it."""
