"""Documents as tagged PDF: set in lines, laid on pages, drawn with their structure, written as one file."""
