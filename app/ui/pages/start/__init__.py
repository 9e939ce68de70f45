"""The parts of the start page: cards, the form for a name, and what was put away."""
