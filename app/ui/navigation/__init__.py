"""How the user gets about: the bar on the left, the bar above, and the panel on the right."""
