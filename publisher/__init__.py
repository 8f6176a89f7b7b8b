"""Publisher: one article, every language and script, every format, every caption and credit."""

__version__ = "0.1.0"
