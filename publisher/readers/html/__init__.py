"""Saved web pages."""

from publisher.readers.html.read import read_html

__all__ = ["read_html"]
