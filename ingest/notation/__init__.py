"""How numbers, units, years and places are written in plans, and what they mean."""
