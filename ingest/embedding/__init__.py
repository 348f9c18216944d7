"""The embedding model: where its weights come from, and texts and questions → vectors."""
