"""Rendering: blocks to XHTML fragments, terms, typography and pictures, shared by exporters."""
