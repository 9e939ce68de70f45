"""The parts of the history page and of the page that shows an earlier moment."""
