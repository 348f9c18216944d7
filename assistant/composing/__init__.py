"""Evidence → Draft, one module a kind of answer; `compose` tries them in their order."""
