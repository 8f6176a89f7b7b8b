"""What an editor must leave alone: credits, and the words that the layout prints."""

from collections import Counter
from collections.abc import Iterable, Iterator

from publisher.export.docx.anchors import Printed, digest_of_text
from publisher.export.docx.printed import SPACE
from publisher.merge.edition import Edition
from publisher.merge.findings import Problem
from publisher.merge.gather import Found
from publisher.model.walk import figures_of


def edited_credits(edition: Edition, printed: Iterable[Found]) -> Iterator[Problem]:
    """Refuse credits that were edited or deleted: they are nobody's to change."""
    lines = [one.credit.line for one in figures_of(edition.localized) if one.credit]
    digests = [digest_of_text(SPACE.sub(" ", line)) for line in lines]
    by_digest = dict(zip(digests, lines, strict=True))
    found = [one for one in printed if one.anchor.key == Printed.CREDIT.value]
    for one in found:
        if not one.reads_as_printed or len(one.lines) > 1:
            line = by_digest.get(one.anchor.digest, "")
            message = f"a credit was edited, and stays as it was: {line}"
            yield Problem(code="credit", message=message, text=one.text)
    for digest in (Counter(digests) - Counter(one.anchor.digest for one in found)).elements():
        message = "a credit is not in the file, and stays as it was"
        yield Problem(code="credit", message=message, text=by_digest[digest])


def edited_words(printed: Iterable[Found]) -> Iterator[Problem]:
    """Report words of the layout that were edited."""
    for found in printed:
        if found.anchor.key == Printed.WORDS.value and not found.reads_as_printed:
            message = "words that the layout prints were edited, and stay as they were"
            yield Problem(code="words", message=message, text=found.text)
