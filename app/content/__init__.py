"""How resources and templates are read, checked against each other, and refused with every problem named."""
