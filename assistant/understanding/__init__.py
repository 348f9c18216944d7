"""Question and what was said before → Query."""
