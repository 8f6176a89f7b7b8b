"""Readers: pure functions from the bytes of a source to an article and diagnostics."""
