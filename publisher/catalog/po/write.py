"""Writing PO files: in UTF-8, with lines of at most 78 characters where words allow it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from publisher.catalog.message import Catalog, Message, Previous
from publisher.catalog.po.escapes import escape

WIDTH = 78
LINE = re.compile(r"[^\n]*\n|[^\n]+")
CHUNK = re.compile(  # as many words as a line holds, each with the spaces behind it; else one
    rf".{{1,{WIDTH - 2}}}(?:(?<= )(?! )|\Z)|[^ ]* *", re.DOTALL
)


def write_po(catalog: Catalog) -> bytes:
    """Write a catalog as a PO file, its entries in the catalog's order."""
    blocks = list(_blocks(catalog))
    if catalog.tail:
        blocks.append("\n".join(catalog.tail))
    return "".join("\n\n".join(blocks) + "\n").encode() if blocks else b""


def _blocks(catalog: Catalog) -> Iterator[str]:
    if catalog.head or catalog.header or catalog.comments:
        yield "\n".join(_entry(_head(catalog)))
    domain = ""
    for message in catalog.messages:
        if domain not in {message.domain, message.identity[0]}:
            domain = message.identity[0]
            yield f'domain "{escape(domain)}"'
        yield "\n".join(_entry(message))


def _head(catalog: Catalog) -> Message:
    """Give the header entry as it was read, with the fields that the catalog has now."""
    head = catalog.head or Message(source="")
    left = dict(catalog.header)
    lines: list[str] = []
    for line in LINE.findall(head.translation):
        key, colon, value = line.partition(":")
        if not colon:
            lines.append(line)
        elif key.strip() in catalog.header:
            now = left.pop(key.strip(), None)
            kept = now is None or now == value.strip()
            lines.append(line if kept else f"{key}: {now}\n")
    lines += (f"{key}: {value}\n" for key, value in left.items())
    return replace(head, translations=("".join(lines),), comments=catalog.comments)


def _entry(message: Message) -> Iterator[str]:
    yield from (f"# {line}" if line else "#" for line in message.comments)
    yield from (f"#. {line}" if line else "#." for line in message.notes)
    yield from _references(message.references)
    if message.flags:
        yield "#, " + ", ".join(message.flags)
    if message.sticky_flags:
        yield "#= " + ", ".join(message.sticky_flags)
    mark = "#~" if message.obsolete else "#"
    if message.previous:
        for line in _strings(_previous_texts(message.previous)):
            yield f"{mark}| {line}"
    prefix = "#~ " if message.obsolete else ""
    for line in _strings(_texts(message)):
        yield prefix + line


def _references(references: Iterable[str]) -> Iterator[str]:
    line = ""
    for reference in references:
        if line and len(line) + 1 + len(reference) > WIDTH:
            yield line
            line = ""
        line = f"{line or '#:'} {reference}"
    if line:
        yield line


def _previous_texts(previous: Previous) -> Mapping[str, str | None]:
    return {
        "msgctxt": previous.context,
        "msgid": previous.source,
        "msgid_plural": previous.plural,
    }


def _texts(message: Message) -> Mapping[str, str | None]:
    texts: dict[str, str | None] = {
        "msgctxt": message.context,
        "msgid": message.source,
        "msgid_plural": message.plural,
    }
    if message.plural is None:
        return texts | {"msgstr": message.translation}
    return texts | {f"msgstr[{form}]": text for form, text in enumerate(message.translations)}


def _strings(texts: Mapping[str, str | None]) -> Iterator[str]:
    for keyword, text in texts.items():
        if text is not None:
            first, *more = _wrap(text, WIDTH - len(keyword) - 3)
            yield f"{keyword} {first}"
            yield from more


def _wrap(text: str, room: int) -> list[str]:
    escaped = escape(text)
    if "\n" not in text[:-1] and len(escaped) <= room:
        return [f'"{escaped}"']
    lines = (CHUNK.findall(escape(line)) for line in LINE.findall(text))
    return ['""', *(f'"{chunk}"' for chunks in lines for chunk in chunks if chunk)]
