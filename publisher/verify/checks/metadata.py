"""M: what the file says about itself."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from publisher.model.walk import plain_text
from publisher.render.edition import Edition
from publisher.render.page import metadata_of
from publisher.verify.finding import Fault, quoted
from publisher.verify.record import Metadata, Record
from publisher.verify.same import same_words
from publisher.verify.tongues import same_tag

CHECKS = MappingProxyType(
    {
        "title": "M2",
        "authors": "M3",
        "description": "M4",
        "keywords": "M5",
        "publisher": "M6",
        "rights": "M7",
        "modified": "M8",
        "source": "M9",
    }
)
MARKS = {"authors": "; ", "keywords": ", "}  # between them in formats that have one line for them
EVERYWHERE = ("title", "authors", "description", "keywords")
FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "html": (*EVERYWHERE, "publisher", "modified"),
        "epub": (*EVERYWHERE, "publisher", "rights", "modified", "source"),
        "pdf": EVERYWHERE,
        "docx": EVERYWHERE,
    }
)


OF_ONE_ARTICLE = {"description", "rights", "source"}  # a file of several may say all, or nothing


def check(record: Record, edition: Edition) -> Iterator[Fault]:
    """Find what the file does not say about itself, or says wrong."""
    if not same_tag(record.language, edition.language):
        found = f"is {record.language}" if record.language else "is missing"
        message = f"the language of the document {found}; it should be {edition.language}"
        yield Fault(check="M1", message=message)
    wanted = _wanted(edition)
    for name in FIELDS[record.format]:
        if name in OF_ONE_ARTICLE and len(edition.articles) > 1:
            continue
        mine, own = _values(record.metadata, name), _values(wanted, name)
        mark = MARKS.get(name, "")
        if not same_words(mark.join(mine), mark.join(own)):
            found = f"is {quoted(', '.join(mine))}" if any(mine) else "is missing"
            message = f"{name} in the metadata {found}; it should be {quoted(', '.join(own))}"
            yield Fault(check=CHECKS[name], message=message)


def _values(metadata: Metadata, name: str) -> tuple[str, ...]:
    """Give the values of a field; spaces around one are lost in a list."""
    value: str | tuple[str, ...] = getattr(metadata, name)
    return (value,) if isinstance(value, str) else tuple(map(str.strip, value))


def _wanted(edition: Edition) -> Metadata:
    said = metadata_of(edition)
    first = edition.articles[0]
    return Metadata(
        title=said.title,
        authors=said.authors,
        description=said.description,
        keywords=said.keywords,
        publisher=edition.publisher,
        rights=plain_text(first.rights.children) if first.rights else "",
        modified=f"{edition.stamp:%Y-%m-%dT%H:%M:%SZ}" if edition.when else "",
        source=first.source,
    )
