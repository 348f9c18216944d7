"""Evidence → the records, rows and sentences that a question is about."""
