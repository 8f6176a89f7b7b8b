"""Reading XLIFF as a CAT tool gave it back, without trust in it."""

from collections.abc import Iterator
from typing import NoReturn

from lxml import etree

from publisher.catalog.tags import TOKEN
from publisher.catalog.xliff import FUZZY_STATE, RAW_TARGET, Exchange, Note, State, Unit
from publisher.catalog.xliff_inline import UnfitError, name, text_of
from publisher.catalog.xliff_toolkit import toolkit
from publisher.errors import CatalogError

XINCLUDE = "{http://www.w3.org/2001/XInclude}"
CODES = frozenset(name(local) for local in ("pc", "ph", "sc", "ec"))
ANEW = "export it anew with `publish extract --to xliff`"


def read_xliff(data: bytes, shown: str) -> Exchange:
    """Read an XLIFF 2 file.

    Args:
        data: The file.
        shown: Its name as a user knows it, for errors.

    Raises:
        CatalogError: It is not XLIFF 2 in one piece, or holds what no file of ours may.
        SystemComponentError: The Translate Toolkit is not installed.
    """
    root = _guarded(data, shown)
    files = root.findall(name("file"))
    if len(files) != 1:
        _fail(f"the file holds {len(files)} articles, and not one", f"{shown}:1", ANEW)
    store = toolkit()[0].parsestring(data)  # type: ignore[no-untyped-call]
    reader = _Reader(shown)
    units = tuple(reader.unit(unit.xmlelement) for unit in store.units)
    _refuse_twins(units, shown)
    return Exchange(
        name=shown,
        slug=files[0].get("id", ""),
        source_language=root.get("srcLang", ""),
        language=root.get("trgLang", ""),
        units=units,
    )


def _guarded(data: bytes, shown: str) -> etree._Element:
    """Parse without entities and network, before anything else sees the file."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        _fail(f"this is not XML: {error}", f"{shown}:{line}", "the file may be cut short")
    if root.getroottree().docinfo.internalDTD is not None:
        _fail("the file has a DOCTYPE, which XLIFF never has", f"{shown}:1", "do not trust it")
    if root.tag != name("xliff") or not root.get("version", "").startswith("2."):
        said = f"{etree.QName(root).localname} {root.get('version', '')}".strip()
        _fail(f"this is {said}, not XLIFF 2", f"{shown}:1", "save it as XLIFF 2.0 or 2.1")
    for element in root.iter(f"{XINCLUDE}*", name("skeleton")):
        if element.tag != name("skeleton") or element.get("href"):
            _fail("the file refers to another file", f"{shown}:{line_of(element)}", ANEW)
    return root


class _Reader:
    """Reads one unit after another."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._where = shown

    def unit(self, segment: etree._Element) -> Unit:
        unit = segment.getparent()
        self._where = f"{self._shown}:{line_of(segment)}"
        source, target = segment.find(name("source")), segment.find(name("target"))
        if unit is None or unit.tag != name("unit") or source is None:
            self._refuse("a segment has no unit or no source")
        if len(unit.findall(name("segment"))) + len(unit.findall(name("ignorable"))) > 1:
            self._refuse("a unit was split into segments")
        data = {
            one.get("id", ""): self._text(one, {}, tagged=False)
            for one in unit.iterfind(f"{name('originalData')}/{name('data')}")
        }
        tagged = any(code.tag in CODES for code in source.iter())
        raw = unit.get("type") == RAW_TARGET
        read = Unit(
            id=unit.get("id", ""),
            context=unit.get("name"),
            source=self._text(source, data, tagged=tagged),
            target=None if target is None else self._text(target, data, tagged=tagged and not raw),
            state=self._state(segment),
            tagged=tagged,
            fuzzy=_is_fuzzy(segment, target),
            comments=tuple(self._comments(unit)),
            line=line_of(segment),
        )
        if not raw:
            self._refuse_unknown(read, target)
        return read

    def _text(self, element: etree._Element, data: dict[str, str], *, tagged: bool) -> str:
        try:
            return text_of(element, data, tagged=tagged)
        except UnfitError as error:
            self._refuse(str(error))

    def _state(self, segment: etree._Element) -> State:
        said = segment.get("state", State.INITIAL.value)
        try:
            return State(said)
        except ValueError:
            self._refuse(f"the state {said!r} is none of XLIFF")

    def _comments(self, unit: etree._Element) -> Iterator[str]:
        """Give the translator's comments, and what the tool has noted or marked itself."""
        ours = {note.value for note in Note if note is not Note.COMMENT}
        for note in unit.iterfind(f"{name('notes')}/{name('note')}"):
            if note.get("category") not in ours:
                yield from "".join(map(str, note.itertext())).replace("\r", "").split("\n")
        for mark in unit.iter(name("mrk"), name("sm")):
            if mark.get("type") == "comment" and mark.get("value"):
                yield from mark.get("value", "").split("\n")

    def _refuse_unknown(self, unit: Unit, target: etree._Element | None) -> None:
        """Refuse a target with a code that its source does not have."""
        known = {token["name"] for token in TOKEN.finditer(unit.source)}
        for code in () if target is None else target.iter(*CODES):
            tag = code.get("startRef") or code.get("id", "")
            if tag not in known:
                self._refuse(f"the inline code {tag!r} is not in the source")

    def _refuse(self, words: str) -> NoReturn:
        _fail(words, self._where, ANEW)


def _is_fuzzy(segment: etree._Element, target: etree._Element | None) -> bool:
    """A translation that stays where it began is not finished, whoever says so."""
    initial = segment.get("state", State.INITIAL.value) == State.INITIAL.value
    filled = target is not None and bool(target.text or len(target))
    return initial and (filled or segment.get("subState") == FUZZY_STATE)


def _refuse_twins(units: tuple[Unit, ...], shown: str) -> None:
    seen: set[str] = set()
    for unit in units:
        if unit.id in seen:
            _fail(f"the unit {unit.id!r} stands twice", f"{shown}:{unit.line}", ANEW)
        seen.add(unit.id)


def line_of(element: etree._Element) -> int:
    """Give the line that an element begins in."""
    return int(str(element.sourceline))  # typed as if it were no number


def _fail(words: str, where: str, hint: str) -> NoReturn:
    raise CatalogError(words, where=where, hint=hint)
