"""Plain text, as it is copied from a web page or a mail."""

from publisher.readers.text.read import read_text

__all__ = ["read_text"]
