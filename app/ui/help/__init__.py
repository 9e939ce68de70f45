"""Help beside the page: topics, the guidance on a question, and a line that finds either."""
