"""How the reader model is made; see README.md."""
