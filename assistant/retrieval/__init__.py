"""Query → Evidence: passages, indicators and measures, ranked."""
