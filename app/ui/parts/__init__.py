"""Small parts that every page is built of: texts, buttons, cards, strips, chips, layouts and the focus ring."""
