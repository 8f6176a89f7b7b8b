"""Word files read back as what they are: a ZIP archive of XML."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import ZipFile

from lxml import etree

from publisher.export.docx import export
from publisher.export.docx.anchors import read_anchor
from publisher.readers.word.elements import NAMESPACES, Element, qualified
from publisher.render.edition import Edition, Layout
from tests.export.editions import article_layout

RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
NS = {prefix: uri for prefix, uri in NAMESPACES.items() if prefix != "xml"}
DRAWN = {"softHyphen": "\u00ad", "noBreakHyphen": "\u2011", "br": "\n"}


@dataclass(frozen=True)
class WordFile:
    """A finished file."""

    data: bytes

    @cached_property
    def members(self) -> dict[str, bytes]:
        with ZipFile(BytesIO(self.data)) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}

    def root(self, name: str = "document") -> Element:
        return etree.fromstring(self.members[f"word/{name}.xml"])

    def find(self, path: str, part: str = "document") -> list[Element]:
        return find(path, self.root(part))

    def values(self, path: str, part: str = "document") -> list[str]:
        return values(path, self.root(part))

    def relationships(self, name: str = "document") -> dict[str, Element]:
        member = f"word/_rels/{name}.xml.rels"
        if member not in self.members:
            return {}
        return {str(one.get("Id")): one for one in etree.fromstring(self.members[member])}

    @cached_property
    def paragraphs(self) -> list[Element]:
        return self.find("//w:body//w:p")

    @cached_property
    def styles(self) -> dict[str, str]:
        """Names of styles by id."""
        return {
            str(style.get(qualified("w:styleId"))): str(style[0].get(qualified("w:val")))
            for style in self.find("//w:style", "styles")
        }

    def style_of(self, paragraph: Element) -> str:
        (id_,) = values("w:pPr/w:pStyle/@w:val", paragraph)
        return self.styles[id_]

    def styled(self, name: str) -> list[Element]:
        return [one for one in self.paragraphs if self.style_of(one) == name]

    def texts(self, name: str) -> list[str]:
        return [text_of(one) for one in self.styled(name)]

    def bookmarks(self, part: str = "document") -> Iterator[tuple[str, str]]:
        """Give (segment, text within) of each segment's bookmark, in their order.

        The second run of a segment is called `segment_2`.
        """
        for start in self.find("//w:bookmarkStart", part):
            anchor = read_anchor(str(start.get(qualified("w:name"))))
            if anchor is None or not anchor.is_segment:
                continue
            id_ = start.get(qualified("w:id"))
            inside = []
            for one in start.itersiblings():
                if one.tag == qualified("w:bookmarkEnd") and one.get(qualified("w:id")) == id_:
                    break
                inside.append(one)
            again = f"_{anchor.count}" if anchor.count > 1 else ""
            yield anchor.key + again, "".join(map(text_of, inside))

    def language_of(self, words: str, part: str = "document") -> str:
        """Give the language that the run which holds `words` says it is in."""
        run = next(one for one in self.find("//w:r", part) if words in text_of(one))
        return "".join(values("w:rPr/w:lang/@w:val", run))


def find(path: str, within: Element) -> list[Element]:
    """Give the elements at an XPath."""
    return cast("list[Element]", within.xpath(path, namespaces=NS))


def values(path: str, within: Element) -> list[str]:
    """Give the attributes at an XPath, as text."""
    return [str(value) for value in find(path, within)]


def text_of(element: Element) -> str:
    """Give the text of an element, with line breaks as such."""
    parts = []
    for one in element.iter():
        name = etree.QName(one).localname
        parts.append(str(one.text or "") if name == "t" else DRAWN.get(name, ""))
    return "".join(parts)


def made(edition: Edition, layout: Layout | None = None) -> WordFile:
    """Export an edition and open the file."""
    return WordFile(export(edition, layout or article_layout()).data)


def office(folder: Path, convert_to: str, *files: Path) -> Path:
    """Convert files with LibreOffice, into a folder that is given."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is not installed; `publish doctor` says how"
    out = folder / "out"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", convert_to, "--outdir", str(out)]
    subprocess.run(  # noqa: S603 -- LibreOffice
        [*command, *map(str, files)], capture_output=True, check=True
    )
    return out
