"""A field for every kind of answer: each shows a value and says when the user has given another."""
