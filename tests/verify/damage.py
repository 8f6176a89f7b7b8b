"""Damages done to finished HTML and EPUB on purpose, each with the check that must find it."""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 -- lxml has no public name for the type
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DC = "{http://purl.org/dc/elements/1.1/}"
CYRILLIC_A, LATIN_A = "а", "a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """What somebody does to a page, or to what the file says about itself.

    Attributes:
        name: What it is.
        check: The check that finds it.
        page: Damages the page; None where that is not what is damaged.
        html: Damages the metadata of a page in HTML.
        epub: Damages the package of a book.
    """

    name: str
    check: str
    page: Callable[[Element], None] | None = None
    html: Callable[[Element], None] | None = None
    epub: Callable[[Element], None] | None = None


def tagged(root: Element, tag: str, kind: str = "") -> list[Element]:
    """List elements by their name and class."""
    return [
        one
        for one in root.iter("*")
        if etree.QName(one).localname == tag
        and (not kind or kind in (one.get("class") or "").split())
    ]


def only(root: Element, tag: str, kind: str = "", number: int = 0) -> Element:
    return tagged(root, tag, kind)[number]


def drop(element: Element) -> None:
    """Take an element away; what follows it stays."""
    parent = element.getparent()
    assert parent is not None
    before, tail = element.getprevious(), element.tail or ""
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(element)


def swap(one: Element, other: Element) -> None:
    """Let two elements change places."""
    mark = etree.Element("mark")
    for first, second in ((one, mark), (other, one), (mark, other)):
        parent = first.getparent()
        assert parent is not None
        first.tail, second.tail = None, None
        parent.replace(first, second)


def body_paragraphs(root: Element) -> list[Element]:
    """List the paragraphs of the running text."""
    return [one for one in tagged(root, "p") if one.get("class") is None and one.text]


def dropped(tag: str, kind: str = "", number: int = 0) -> Callable[[Element], None]:
    return lambda root: drop(only(root, tag, kind, number))


def retyped(
    tag: str, kind: str, change: Callable[[str], str], number: int = 0
) -> Callable[[Element], None]:
    def damage(root: Element) -> None:
        element = next(one for one in tagged(root, tag, kind)[number:] if one.text)
        before = element.text or ""
        element.text = change(before)
        assert element.text != before

    return damage


def attribute(tag: str, name: str, value: str | None, kind: str = "") -> Callable[[Element], None]:
    def damage(root: Element) -> None:
        _set(only(root, tag, kind), name, value)

    return damage


def _set(element: Element, name: str, value: str | None) -> None:
    if value is None:
        del element.attrib[name]
    else:
        element.set(name, value)


def exchanged(tag: str, kind: str, first: int, second: int) -> Callable[[Element], None]:
    return lambda root: swap(only(root, tag, kind, first), only(root, tag, kind, second))


def moved_caption(root: Element) -> None:
    captions = tagged(root, "figcaption")
    captions[1].insert(0, only(captions[0], "p", "caption"))


def exchanged_alt(root: Element) -> None:
    first, second = tagged(root, "img")[:2]
    one, other = first.get("alt"), second.get("alt")
    first.set("alt", str(other))
    second.set("alt", str(one))


def shown_elsewhere(root: Element) -> None:
    shown = [one for one in tagged(root, "img") if "withheld-mark" not in (one.get("class") or "")]
    first, other = shown[0], shown[-1]
    first.set("src", str(other.get("src")))


def new_digit(root: Element) -> None:
    """Change the first digit of a number in a table."""
    cell = next(one for one in tagged(root, "td") if re.search(r"\d\d", one.text or ""))
    cell.text = re.sub(r"\d", lambda digit: str((int(digit[0]) + 5) % 10), cell.text or "", count=1)


def new_digit_in_text(root: Element) -> None:
    for one in tagged(root, "p"):
        if one.get("class") is None and re.search(r"\d", one.text or ""):
            one.text = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), one.text or "")
            return
    new_digit(root)


def twin_letter(root: Element) -> None:
    """Put the letter of the other alphabet that looks the same into a word."""
    for one in body_paragraphs(root):
        text = one.text or ""
        found = re.search(rf"(?<=\w)[{CYRILLIC_A}{LATIN_A}](?=\w)", text)
        if found:
            twin = LATIN_A if found[0] == CYRILLIC_A else CYRILLIC_A
            one.text = text[: found.start()] + twin + text[found.end() :]
            return
    raise AssertionError("no word with an a")


def other_script(root: Element) -> None:
    paragraph = body_paragraphs(root)[0]
    text = paragraph.text or ""
    paragraph.text = f"{'vojska' if re.search('[а-ш]', text) else 'војска'} {text}"


def unspoken(root: Element) -> None:
    """Drop the language of words in another language."""
    for one in tagged(root, "span"):
        if one.get("lang") not in {None, root.get("lang")} and one.get("class") is None:
            _drop_language(one)
            return
    raise AssertionError("no words in another language")


def unspoken_paragraph(root: Element) -> None:
    """Drop the language of a paragraph that fell back."""
    for one in tagged(root, "p"):
        if one.get("lang") and one.get("class") is None:
            _drop_language(one)
            return
    raise AssertionError("no paragraph in another language")


def _drop_language(element: Element) -> None:
    for name in ("lang", XML_LANG, "xml:lang"):
        if name in element.attrib:
            del element.attrib[name]


def foreign_caption(root: Element) -> None:
    caption = only(root, "p", "caption")
    caption.set("lang", "fr")
    if XML_LANG in root.attrib:
        caption.set(XML_LANG, "fr")


def renamed(tag: str, name: str) -> Callable[[Element], None]:
    def damage(root: Element) -> None:
        element = only(root, tag)
        element.tag = str(element.tag).replace(tag, name)

    return damage


def unlinked(root: Element) -> None:
    link = next(one for one in tagged(root, "a") if (one.get("href") or "").startswith("https"))
    link.tag = str(link.tag).removesuffix("a") + "span"
    del link.attrib["href"]


def led_elsewhere(root: Element) -> None:
    link = next(one for one in tagged(root, "a") if (one.get("href") or "").startswith("https"))
    link.set("href", "https://example.com/")


def meta_dropped(name: str) -> Callable[[Element], None]:
    def damage(root: Element) -> None:
        metas = [one for one in tagged(root, "meta") if one.get("name") == name]
        assert metas
        for one in metas:
            drop(one)

    return damage


def dc_dropped(name: str) -> Callable[[Element], None]:
    def damage(package: Element) -> None:
        found = list(package.iter(f"{DC}{name}"))
        assert found
        for one in found:
            drop(one)

    return damage


def modified_dropped(package: Element) -> None:
    drop(next(one for one in package.iter() if one.get("property") == "dcterms:modified"))


def language_dropped(root: Element) -> None:
    _drop_language(root)


def language_wrong(root: Element) -> None:
    root.set("lang", "fr")


def dc_language_wrong(package: Element) -> None:
    next(package.iter(f"{DC}language")).text = "fr"


def cut(text: str) -> str:
    return text[:-3]


def single_spaced(text: str) -> str:
    return text.replace("  ", " ")


def mistyped(text: str) -> str:
    return text[:2] + text[3:]


def table_row(root: Element) -> None:
    drop(tagged(root, "tr")[-1])


DAMAGES = (
    Damage(name="credit cut", check="A2", page=retyped("span", "credit-line", cut)),
    Damage(name="credit re-spaced", check="A2", page=retyped("span", "credit-line", single_spaced)),
    Damage(
        name="credit in capitals", check="A2", page=retyped("span", "credit-line", str.upper, 1)
    ),
    Damage(
        name="credit transliterated",
        check="A2",
        page=retyped("span", "credit-line", lambda text: text.replace("A", "А")),
    ),
    Damage(name="credit lost", check="A2", page=dropped("p", "credit")),
    Damage(name="label lost", check="A2", page=dropped("span", "label")),
    Damage(name="credits exchanged", check="A7", page=exchanged("p", "credit", 0, 1)),
    Damage(name="caption lost", check="A1", page=dropped("p", "caption")),
    Damage(name="caption mistyped", check="A1", page=retyped("p", "caption", mistyped)),
    Damage(name="caption moved", check="A7", page=moved_caption),
    Damage(name="captions exchanged", check="A7", page=exchanged("p", "caption", 0, 1)),
    Damage(name="figures' lines exchanged", check="A7", page=exchanged("figcaption", "", 1, 2)),
    Damage(name="caption in French", check="A9", page=foreign_caption),
    Damage(name="alt emptied", check="A3", page=attribute("img", "alt", "")),
    Damage(name="alt dropped", check="A3", page=attribute("img", "alt", None)),
    Damage(name="alt of a file name", check="A3", page=attribute("img", "alt", "bridge.jpg")),
    Damage(name="alts exchanged", check="A3", page=exchanged_alt),
    Damage(name="licence lost", check="A4", page=dropped("p", "licence")),
    Damage(
        name="licence cut", check="A4", page=retyped("span", "licence-line", lambda _: "CC BY 4.0")
    ),
    Damage(name="reason lost", check="A5", page=dropped("p", "withheld-reason")),
    Damage(name="place lost", check="A6", page=dropped("span", "place")),
    Damage(name="taken lost", check="A6", page=dropped("p", "taken")),
    Damage(name="figure lost", check="A8", page=dropped("figure", "", 1)),
    Damage(name="picture lost", check="A10", page=dropped("img")),
    Damage(name="name lost from byline", check="B1", page=dropped("span", "contributor", 1)),
    Damage(name="byline lost", check="B1", page=dropped("p", "byline")),
    Damage(name="note lost", check="B2", page=dropped("p", "note")),
    Damage(name="note cut", check="B2", page=retyped("p", "note", cut)),
    Damage(name="rights lost", check="B3", page=dropped("p", "rights")),
    Damage(name="rights cut", check="B3", page=retyped("p", "rights", cut)),
    Damage(name="headline mistyped", check="B4", page=retyped("h1", "headline", mistyped)),
    Damage(name="subtitle lost", check="T1", page=dropped("p", "standfirst")),
    Damage(name="dateline lost", check="T1", page=dropped("span", "dateline")),
    Damage(name="paragraph lost", check="T1", page=lambda root: drop(body_paragraphs(root)[0])),
    Damage(name="digit changed", check="T1", page=new_digit_in_text),
    Damage(name="digit changed in a table", check="P5", page=new_digit),
    Damage(name="cell emptied", check="T1", page=retyped("td", "", lambda _: "")),
    Damage(name="list item lost", check="T1", page=dropped("li")),
    Damage(name="quotation lost", check="T1", page=dropped("blockquote")),
    Damage(name="box lost", check="T1", page=dropped("aside", "aside")),
    Damage(name="notes lost", check="T1", page=dropped("section", "notes")),
    Damage(name="subheadings exchanged", check="T2", page=exchanged("h2", "", 0, 1)),
    Damage(
        name="paragraphs exchanged",
        check="T2",
        page=lambda root: swap(body_paragraphs(root)[0], body_paragraphs(root)[-2]),
    ),
    Damage(name="language of words dropped", check="T3", page=unspoken),
    Damage(name="language of a paragraph dropped", check="T3", page=unspoken_paragraph),
    Damage(name="letter of the other alphabet", check="S2", page=twin_letter),
    Damage(name="word of the other alphabet", check="S1", page=other_script),
    Damage(name="heading made a paragraph", check="P1", page=renamed("h2", "p")),
    Damage(name="heading of another level", check="P1", page=renamed("h2", "h4")),
    Damage(name="figure lost beside others", check="P2", page=dropped("figure", "", 1)),
    Damage(name="row lost", check="P3", page=table_row),
    Damage(name="link lost", check="P4", page=unlinked),
    Damage(name="link to elsewhere", check="P4", page=led_elsewhere),
    Damage(name="picture of another figure", check="P6", page=shown_elsewhere),
    Damage(name="language", check="M1", html=language_dropped, epub=dc_dropped("language")),
    Damage(name="other language", check="M1", html=language_wrong, epub=dc_language_wrong),
    Damage(name="title", check="M2", html=dropped("title"), epub=dc_dropped("title")),
    Damage(name="authors", check="M3", html=meta_dropped("author"), epub=dc_dropped("creator")),
    Damage(
        name="summary",
        check="M4",
        html=meta_dropped("description"),
        epub=dc_dropped("description"),
    ),
    Damage(name="keywords", check="M5", html=meta_dropped("keywords"), epub=dc_dropped("subject")),
    Damage(
        name="publisher",
        check="M6",
        html=meta_dropped("dcterms.publisher"),
        epub=dc_dropped("publisher"),
    ),
    Damage(name="rights", check="M7", epub=dc_dropped("rights")),
    Damage(name="time", check="M8", html=meta_dropped("dcterms.modified"), epub=modified_dropped),
    Damage(name="source", check="M9", epub=dc_dropped("source")),
)


def damaged_html(data: bytes, damage: Damage) -> bytes | None:
    """Damage a page; None where the damage is not for one."""
    change = damage.page or damage.html
    if change is None:
        return None
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    change(root)
    return etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")


def damaged_epub(data: bytes, damage: Damage) -> bytes | None:
    """Damage a book's only chapter or its package."""
    change = damage.page or damage.epub
    if change is None:
        return None
    with zipfile.ZipFile(BytesIO(data)) as book:
        members = {name: book.read(name) for name in book.namelist()}
    target = re.compile(r"article-.*\.xhtml" if damage.page else r".*\.opf")
    (name,) = (one for one in members if target.fullmatch(one.rpartition("/")[2]))
    root = etree.fromstring(members[name])
    change(root)
    return packed({**members, name: etree.tostring(root, encoding="utf-8")})


def packed(members: Mapping[str, bytes]) -> bytes:
    """Pack a book."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as book:
        for name, data in members.items():
            book.writestr(name, data)
    return target.getvalue()


DAMAGE_BY_FORMAT: Mapping[str, Callable[[bytes, Damage], bytes | None]] = {
    "html": damaged_html,
    "epub": damaged_epub,
}


def mutants(format_name: str) -> Iterator[Damage]:
    """List the damages that a format can suffer."""
    for one in DAMAGES:
        if one.page or (one.html if format_name == "html" else one.epub):
            yield one
