"""Merging: an edited Word file comes home, each change to the segment that it belongs to."""
