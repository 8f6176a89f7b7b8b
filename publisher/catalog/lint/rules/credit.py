"""C: credits stay as they are; headlines are set as the language does."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, quoted
from publisher.catalog.lint.view import KEPT, WORD

LABEL = re.compile(r"(?<!\w)(?P<label>Photos?|Foto|Fotografia|Фото)[ \u00a0]?: *", re.IGNORECASE)
LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("photo", "photos"),
        "sr-Cyrl": ("фото",),
        "sr-Latn": ("foto",),
        "sq": ("foto", "fotografia"),
    }
)
END = re.compile(r"\n|(?<=\w\w\w)\. (?=\w)")
TITLES = frozenset({"title", "subtitle", "heading", "aside-title", "table-caption"})
LEAST = 3  # words of a headline of which something can be said


def credit(entry: Entry, context: Context) -> Iterator[Slip]:
    """C1: what follows the label of a credit is the same, character by character."""
    wanted = _credit(entry.source.visible)
    if wanted is None:
        return
    _, line = wanted
    got = _credit(entry.target.visible)
    labels = LABELS.get(context.catalog.language, ())
    label = (labels or ("…",))[0].capitalize()
    if got is None:
        if labels or line not in entry.target.visible:
            yield Slip(
                message=f"the credit {quoted(line)} of the source is missing",
                hint=f"write {label}: and the credit as it is",
            )
    elif got[1] != line:
        yield Slip(
            message=f"the credit is {quoted(line)}, not {quoted(got[1])}",
            hint="a credit is neither translated nor transliterated nor spaced anew",
        )
    elif labels and got[0] not in labels:
        yield Slip(message=f"the label {quoted(got[0])} is not translated", hint=f"write {label}:")


def _credit(text: str) -> tuple[str, str] | None:
    """Find a label with the credit that follows it."""
    found = LABEL.search(text) if ":" in text else None
    if found is None:
        return None
    rest = text[found.end() :]
    if text[: found.start()].endswith("("):
        rest = rest.partition(")")[0]
    rest = END.split(rest, maxsplit=1)[0].strip().removesuffix(".")
    return (found["label"].lower(), rest) if rest else None


def title_case(entry: Entry, context: Context) -> Iterator[Slip]:
    """C2: a headline begins with a capital letter, its words do not."""
    del context
    if entry.role not in TITLES:
        return
    text = entry.target.own
    words = WORD.findall(text.replace(KEPT, " "))
    if len(words) < LEAST or text.isupper():
        return
    if all(word[0].isupper() for word in words):
        yield Slip(
            message="every word of the headline begins with a capital letter",
            hint="capitals are for the first word and for names",
        )
