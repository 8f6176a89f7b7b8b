"""Projects: a publication's folder, its settings and its files, read once."""
