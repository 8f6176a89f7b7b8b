"""Fractions of NITF, which has elements for their parts, as a reader sees them."""

from publisher.readers.markup.kinds import Element
from publisher.readers.news.tree import children, empty, inside, run_of

PARTS = ("num", "sep", "den")


def write_fractions(root: Element) -> None:
    """Write fractions as text, each parted from the whole number before it.

    >>> from lxml import etree
    >>> number = "1<frac><frac-num>1</frac-num><frac-den>2</frac-den></frac>"
    >>> root = etree.fromstring(f"<p>{number}</p>")
    >>> write_fractions(root)
    >>> etree.tostring(root).decode()
    '<p>1 <frac>1/2</frac></p>'
    """
    for fraction in list(inside(root, "frac")):
        text = _written(fraction)
        empty(fraction)
        fraction.text = text
        _part(fraction)


def _written(fraction: Element) -> str:
    parts = (next(map(run_of, children(fraction, f"frac-{name}")), "") for name in PARTS)
    numerator, sign, denominator = parts
    if not numerator or not denominator:
        return run_of(fraction)
    return f"{numerator}{sign or '/'}{denominator}"


def _part(fraction: Element) -> None:
    before, around = fraction.getprevious(), fraction.getparent()
    if before is not None and (before.tail or "")[-1:].isdigit():
        before.tail = f"{before.tail} "
    elif before is None and around is not None and (around.text or "")[-1:].isdigit():
        around.text = f"{around.text} "
