"""Work that takes longer than a moment, done away from the screen."""
