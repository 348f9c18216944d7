"""Draft → Answer: quotes verbatim, every number traced, or the sentence goes."""
