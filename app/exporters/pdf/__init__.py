"""Documents as tagged PDF: set in lines, laid on pages, drawn with their structure, and written as PDF/A-2a and PDF/UA-1."""
