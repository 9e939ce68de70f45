"""Documents as Word files that lawyers edit: styles, automatic numbers, fields and tables of Word's own."""
