"""Catalogs: segments, inline tags, PO files, extraction and update."""
