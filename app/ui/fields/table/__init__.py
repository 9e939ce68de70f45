"""The field for a table: one calm line for each row, which opens into a form of proper fields."""
