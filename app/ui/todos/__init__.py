"""To-dos on screen: a line for each, the form to write one, and the list that holds both."""
