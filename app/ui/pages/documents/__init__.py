"""The documents page: the list, the document that is opened, why it reads so, and the export."""
