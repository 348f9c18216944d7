"""Every word that a user reads."""
