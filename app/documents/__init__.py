"""How answers and clauses become one neutral document of frozen blocks, and how two documents compare."""
