"""Word files read back, with lxml: by their styles, as somebody reads them page after page.

No library for Word files is both well kept and not the one that writes ours, so this opens them
with the reader of imported files, which refuses what is hostile, and goes through the XML itself.
"""

from publisher.errors import CheckError, WordFileError
from publisher.readers.word.elements import Element, attribute_of, name_of, qualified
from publisher.readers.word.package import Package, open_package
from publisher.verify.docx.flow import Flow
from publisher.verify.docx.styles import read_styles
from publisher.verify.record import Content, Kind, Metadata, Record

HINT = "build the edition again with `publish`"


def read(data: bytes, name: str) -> Record:
    """Read a Word file.

    Raises:
        CheckError: It is none, or is damaged.
    """
    try:
        return _read(open_package(data, name), name)
    except WordFileError as error:
        raise CheckError(error.message, where=name, hint=HINT) from error


def _read(package: Package, name: str) -> Record:
    flow = Flow(package=package, styles=read_styles(package), part=package.main)
    root = package.root(package.main)
    body = None if root is None else root.find(qualified("w:body"))
    if body is not None:
        flow.blocks(body)
    notes, links = _notes(package, flow)
    said = _properties(package)
    return Record(
        name=name,
        format="docx",
        language=said.get("language") or None,
        metadata=Metadata(
            title=said.get("title", ""),
            authors=_listed(said.get("creator", ""), "; "),
            description=said.get("description", ""),
            keywords=_listed(said.get("keywords", ""), ", "),
            created=said.get("created", ""),
            modified=said.get("modified", ""),
        ),
        content=(*flow.content, *notes),
        links=(*flow.links, *links),
    )


def _notes(package: Package, caller: Flow) -> tuple[list[Content], list[str]]:
    """Read the footnotes in the order in which they are called."""
    member = next(iter(package.related(package.main, "footnotes")), "")
    root = package.root(member)
    notes = Flow(package=package, styles=caller.styles, part=member)
    found: dict[str, Element] = (
        {} if root is None else {attribute_of(note, "id"): note for note in root}
    )
    for id_ in caller.notes:
        if id_ in found:
            notes.blocks(found[id_], Kind.FOOTNOTE)
    return notes.content, notes.links


def _properties(package: Package) -> dict[str, str]:
    """Give the core properties by their local names."""
    member = next(iter(package.related("", "core-properties")), "")
    root = package.root(member)
    return {} if root is None else {name_of(one): str(one.text or "").strip() for one in root}


def _listed(text: str, mark: str) -> tuple[str, ...]:
    return tuple(text.split(mark)) if text else ()
