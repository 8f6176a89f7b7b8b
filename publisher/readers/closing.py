"""What is printed below an article: who helped with it, and whose it is."""

import re

LONGEST_NOTE = 300  # characters
NOTE = re.compile(
    r"(?i)\b(?:contributed to this (?:report|story|article)|contributed reporting"
    r"|(?:additional )?reporting by|editing by|this (?:article|story) (?:was|has been)\b"
    r"|doprine(?:o|la|li)|допринео|допринела|допринели"
    r"|kontribuo(?:i|u|uan)|ka(?:në)? kontribuar)\b"
)
RIGHTS = re.compile(r"(?i)^\W*(?:©|copyright\b|\(c\)\s)")
