"""Reports of findings: each a pure function from findings to text."""
