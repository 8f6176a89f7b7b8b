"""P: what stands in the source for programs stands in the translation too."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, listed
from publisher.catalog.lint.view import (
    ADDRESS,
    ADDRESS_SIGNS,
    PLACEHOLDER,
    PLACEHOLDER_SIGNS,
)
from publisher.catalog.tags import unflatten
from publisher.errors import ArticleError, CatalogError

ENDS = {"begins": re.compile(r"\A[ \t\u00a0]"), "ends": re.compile(r"[ \t\u00a0]\Z")}


def placeholders(entry: Entry, context: Context) -> Iterator[Slip]:
    """P1: the same placeholders, each as often; their order is free."""
    del context
    hint = "copy what stands in {braces} as it is"
    yield from _same(entry, PLACEHOLDER, PLACEHOLDER_SIGNS, "the placeholders differ", hint)


def tags(entry: Entry, context: Context) -> Iterator[Slip]:
    """P2: the tags of the source, each once, closed, and around what they must keep."""
    del context
    try:
        unflatten(entry.text, entry.run)
    except (CatalogError, ArticleError) as error:
        yield Slip(message=error.message, hint=error.hint)


def addresses(entry: Entry, context: Context) -> Iterator[Slip]:
    """P3: the same web and mail addresses, character by character."""
    del context
    hint = "copy addresses as they are"
    yield from _same(entry, ADDRESS, ADDRESS_SIGNS, "the addresses differ", hint)


def edges(entry: Entry, context: Context) -> Iterator[Slip]:
    """P4: as many new lines, and a space at either end only where the source has one."""
    del context
    wanted, got = entry.source_text.count("\n"), entry.text.count("\n")
    if wanted != got:
        yield Slip(
            message=f"the source has {wanted} line breaks, the translation {got}",
            hint="begin a new line only where the source does",
        )
    for end, pattern in ENDS.items():
        had, has = (bool(pattern.search(text)) for text in (entry.source_text, entry.text))
        if had != has:
            yield Slip(
                message=f"the translation {end} {'with' if has else 'without'} a space",
                hint="the source does not" if has else "the source does",
            )


def _same(
    entry: Entry, pattern: re.Pattern[str], signs: Iterable[str], message: str, hint: str
) -> Iterator[Slip]:
    """Compare what a pattern finds on both sides; nothing is found without one of the signs."""
    source, target = entry.source.visible, entry.target.visible
    if not any(sign in source or sign in target for sign in signs):
        return
    wanted, got = _found(pattern, source), _found(pattern, target)
    if wanted == got:
        return
    sides = []
    if missing := wanted - got:
        sides.append(f"missing are {listed(missing)}")
    if added := got - wanted:
        sides.append(f"not in the source are {listed(added)}")
    yield Slip(message=f"{message}: {'; '.join(sides)}", hint=hint)


def _found(pattern: re.Pattern[str], text: str) -> Counter[str]:
    matches: Iterable[re.Match[str]] = pattern.finditer(text)
    return Counter(match.group() for match in matches)
