"""Checking answers: the parts of the page that shows every answer in words."""
