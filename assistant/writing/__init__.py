"""Draft → Draft in the words of a chat model, held to the same proofs."""
