"""Lint: what is probably wrong in a translation, found by rules that one can read."""
