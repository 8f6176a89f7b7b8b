"""Whose a story is, where only the holder of the rights is told."""


def claim(holder: str, year: str = "") -> str:
    """Give the copyright notice of a holder, who may be told in the words of a notice.

    >>> claim("Ana Kos", "2023"), claim("© 2023 Ana Kos"), claim("Copyright 2023 Ana Kos")
    ('© 2023 Ana Kos', '© 2023 Ana Kos', 'Copyright 2023 Ana Kos')
    """
    marked = "©" in holder or "(c)" in holder.lower() or "copyright" in holder.lower()
    return holder if marked or not holder else " ".join(filter(None, ("©", year, holder)))
