"""The workspace database: answers, their history and their backups; no row leaves this package."""
