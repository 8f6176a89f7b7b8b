"""Exporters: pure functions from an edition and a layout to the bytes of a file."""
