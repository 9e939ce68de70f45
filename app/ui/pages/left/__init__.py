"""What is left, seen by step, by document and by person: the parts of that page."""
