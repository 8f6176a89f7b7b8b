"""An editor's desk: an edition as a Word file, opened as XML, edited and read back."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import cast
from zipfile import ZipFile

from lxml import etree

from publisher.catalog.message import Catalog
from publisher.export.docx.anchors import Anchor, read_anchor
from publisher.export.docx.elements import w
from publisher.localize.localize import localize
from publisher.merge.compare import compare
from publisher.merge.edition import Edition
from publisher.merge.findings import Comparison
from publisher.merge.word.read import read_word
from publisher.merge.word.returned import Returned, Tracked
from publisher.model.article import Article
from publisher.model.walk import images_of
from publisher.readers.word.elements import Element, qualified
from publisher.render.edition import picture_key
from tests.export.docx_reading import find, made
from tests.export.editions import edition_of, pictures, rich_article

Change = Callable[["Desk"], object]
NAME = "edited.docx"
MAIN, NOTES, COMMENTS = (f"word/{name}.xml" for name in ("document", "footnotes", "comments"))


def edition(source: Article, language: str, catalogs: Mapping[str, Catalog]) -> Edition:
    """Localise an article, as `publish merge` does."""
    return Edition(source=source, localized=localize(source, language, catalogs).article)


def numbers_of(one: Edition) -> Mapping[tuple[str, int], int]:
    """Give the number of each run, by its segment's id and its count in the file."""
    counts = Counter[str]()
    numbers = {}
    for number in sorted(one.expected):
        key = one.segments[number].id
        counts[key] += 1
        numbers[key, counts[key]] = number
    return numbers


def exported(article: Article) -> bytes:
    """Make the Word file of a localised article; every picture is the same one."""
    (picture, *_) = pictures().values()
    shown = {picture_key(article, image.path): picture for image in images_of(article)}
    one = edition_of(rich_article("en"))
    one = replace(one, articles=(article,), language=article.language, pictures=shown)
    return made(one).data


@dataclass
class Desk:
    """A Word file on an editor's desk; `data` gives it as it is now."""

    members: dict[str, bytes]
    roots: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes) -> "Desk":
        with ZipFile(BytesIO(data)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    @property
    def data(self) -> bytes:
        target = BytesIO()
        with ZipFile(target, "w") as archive:
            for name, data in self.members.items():
                root = self.roots.get(name)
                archive.writestr(name, data if root is None else etree.tostring(root))
        return target.getvalue()

    def part(self, name: str = MAIN) -> Element:
        """Open a part; what becomes of it is in `data`."""
        if name not in self.roots:
            self.roots[name] = etree.fromstring(self.members[name])
        return self.roots[name]

    def find(self, path: str, part: str = MAIN) -> list[Element]:
        return find(path, self.part(part))

    def bookmarks(self) -> list[tuple[Anchor, Element]]:
        """Give the beginnings of our bookmarks in the document, in their order."""
        starts = self.find("//w:bookmarkStart")
        named = [(read_anchor(str(one.get(qualified("w:name")))), one) for one in starts]
        return [(anchor, one) for anchor, one in named if anchor]

    def runs_in(self, start: Element) -> list[Element]:
        """Give the runs with words that stand in a bookmark."""
        inside = []
        for one in start.itersiblings():
            if one.get(qualified("w:id")) == start.get(qualified("w:id")):
                break
            inside += find("descendant-or-self::w:r[w:t]", one)
        return inside

    def read(self, tracked: Tracked = Tracked.FINAL) -> Returned:
        return read_word(self.data, NAME, tracked)

    def run(self, words: str) -> Element:
        """Give the first run that holds words."""
        return next(one for one in self.find("//w:r[w:t]") if words in said(one))

    def paragraph(self, words: str) -> Element:
        """Give the innermost paragraph that holds words."""
        return enclosing(self.run(words), "p")


def opened(one: Edition) -> Desk:
    """Put an edition on the desk."""
    return Desk.of(exported(one.localized))


def compared(one: Edition, *changes: Change, tracked: Tracked = Tracked.FINAL) -> Comparison:
    """Edit an edition and compare it with what it was made from."""
    desk = opened(one)
    for change in changes:
        change(desk)
    return compare(one, desk.read(tracked))


def enclosing(element: Element, name: str) -> Element:
    """Give the nearest element around another."""
    return next(one for one in element.iterancestors(qualified(f"w:{name}")))


def said(element: Element) -> str:
    """Give the words of an element, deleted ones left out."""
    return "".join(str(one.text or "") for one in element.iter(qualified("w:t")))


def text_element(words: str) -> Element:
    made_ = w("t")
    made_.text = words
    made_.set(qualified("xml:space"), "preserve")
    return made_


def new_run(words: str, *properties: Element) -> Element:
    return w("r", *([w("rPr", *properties)] if properties else ()), text_element(words))


def new_paragraph(*inside: Element) -> Element:
    return w("p", *inside)


def tracked(kind: str, *inside: Element, author: str = "Ana", date: str = "2024-03-02") -> Element:
    """Wrap runs in a tracked change: `ins`, `del`, `moveFrom` or `moveTo`."""
    return w(kind, *inside, id="900", author=author, date=f"{date}T10:00:00Z")


def deleted(run: Element) -> Element:
    """Turn a run's words into deleted ones."""
    for one in run.iter(qualified("w:t")):
        one.tag = qualified("w:delText")
    return run


def replace_words(old: str, new: str) -> Change:
    """Type other words in place of some, in the run that holds them."""

    def change(desk: Desk) -> None:
        run = desk.run(old)
        for one in run.iter(qualified("w:t")):
            one.text = str(one.text or "").replace(old, new)
            one.set(qualified("xml:space"), "preserve")

    return change


def properties_of(run: Element) -> Element:
    """Give the `w:rPr` of a run, made if there was none."""
    found = run.find(qualified("w:rPr"))
    if found is None:
        found = w("rPr")
        run.insert(0, found)
    return found


def remove(element: Element) -> None:
    """Take an element out of its parent."""
    cast("Element", element.getparent()).remove(element)
