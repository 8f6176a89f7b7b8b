"""PDF: read back by its structure tree."""
