"""Building: from a publication's folder to finished editions in `dist/`."""
