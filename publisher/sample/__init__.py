"""The sample publication: its articles, and the drawing of its pictures."""
