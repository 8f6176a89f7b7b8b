"""What is printed below an article: who helped with it, and whose it is."""

import re

LONGEST_NOTE = 300  # characters
NOTE = re.compile(
    r"\b(?:contributed to this (?:report|story|article)|contributed reporting|contributed from"
    r"|(?:additional )?reporting by|editing by|this (?:article|story|report) (?:was|has been)\b"
    r"|(?:the )?(?:views|opinions) expressed|translated (?:from|by)|with agency inputs?"
    r"|doprine(?:o|la|li)|допринео|допринела|допринели|preuzeto sa|преузето са"
    r"|(?:ovaj|овај) (?:tekst|članak|текст|чланак) (?:je|је)\b|stavovi izneti|ставови изнети"
    r"|kontribuo(?:i|u|uan)|ka(?:në)? kontribuar"
    r"|pikëpamjet e shprehura|qëndrimet e shprehura)\b",
    re.IGNORECASE,
)
RIGHTS = re.compile(r"\W*(?:©|copyright\b|\(c\)\s)", re.IGNORECASE)
RESERVED = re.compile(
    r"rights reserved|sva prava (?:zadržana|pridržana)|сва права задржана"
    r"|të gjitha të drejtat|alle rechte|tous droits|tutti i diritti",
    re.IGNORECASE,
)
