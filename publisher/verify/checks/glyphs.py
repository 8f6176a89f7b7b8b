"""G: every character is printed, and in a font that the layout chose."""

from collections.abc import Collection, Iterator

from publisher.verify.finding import Fault, quoted
from publisher.verify.record import Record


def check(record: Record, chosen: Collection[str]) -> Iterator[Fault]:
    """Find characters that are not printed, and fonts that are not the layout's.

    Args:
        record: The file; one whose format does not tell its fonts has none to judge.
        chosen: PostScript names of the layout's fonts; none where it ships none, and so takes those
            of the machine.
    """
    for font in record.fonts:
        if font.blanks:
            message = f"{font.blanks} characters in {quoted(font.name)} are printed as empty boxes"
            yield Fault(check="G1", message=message)
        if chosen and font.name not in chosen:
            yield Fault(check="G2", message=f"the font {quoted(font.name)} is not the layout's")
        if not font.embedded:
            yield Fault(check="G3", message=f"the font {quoted(font.name)} is not in the file")
