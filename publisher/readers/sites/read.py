"""Reading a page of a static site."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePath, PurePosixPath
from typing import Any, cast

from publisher.errors import ArticleError
from publisher.model.block import Heading
from publisher.model.inline import Prose
from publisher.model.text import FORBIDDEN, clean
from publisher.model.walk import plain_text
from publisher.readers.declared import settle_language
from publisher.readers.draft import Draft, presentable
from publisher.readers.encoding import decode
from publisher.readers.incoming import Imported, Incoming, Reason
from publisher.readers.markup.flow import read_blocks
from publisher.readers.markup.kinds import Element
from publisher.readers.markup.parse import parse_html
from publisher.readers.markup.setting import Setting
from publisher.readers.sites.head import Head, known_tag, read_day
from publisher.readers.sites.markdown import OUTSIDE, to_html, to_inline
from publisher.readers.sites.matter import Value, read_matter
from publisher.readers.sites.notes import Notes, place_notes, read_notes
from publisher.readers.sites.pictures import figure_of
from publisher.readers.sites.seen import visible_lines
from publisher.readers.sites.shortcodes import Shortcodes
from publisher.readers.sites.split import Page, split_page

LONGEST = 500_000  # bytes; a long report has a fifth of it
# Each of these takes the reader of Markdown up to half a millisecond.
MOST = {b"\n": 20_000, b"[": 10_000, b"|": 20_000, b"*": 30_000, b"_": 30_000, b"{{": 10_000}
CONTENTS = re.compile(r"^ {0,3}(?:[*+-]|1\\.) +([^\n]*)\n\{:\s*toc\b[^{}\n]*\}", re.MULTILINE)
DATED = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})-")


def read_site(incoming: Incoming) -> Imported:
    """Read a page of Hugo, Jekyll or another site that is written in Markdown."""
    draft = Draft(incoming)
    text = _decode(draft)
    if text is None:
        return draft.finish()
    page = split_page(text)
    try:
        matter = read_matter(page)
    except ArticleError as error:
        draft.findings.error(1, "front-matter", error.message, error.hint)
        return draft.finish()
    return _read(draft, page, matter)


def _decode(draft: Draft) -> str | None:
    data = draft.incoming.data
    if len(data) > LONGEST:
        message = f"the page has {len(data)} bytes, more than {LONGEST}"
        draft.findings.error(1, "file-too-long", message, "split it")
        return None
    for sign, most in MOST.items():
        if data.count(sign) > most:
            message = f"the page has more than {most} times the sign {sign.decode()!r}"
            draft.findings.error(1, "file-too-long", message, "split it")
            return None
    decoded = decode(data)
    if not decoded.sure:
        message = (
            f"the page may be in another encoding than {decoded.encoding}, in which it is read"
        )
        draft.findings.warn(1, "encoding", message, "save it as UTF-8")
    return OUTSIDE.sub("", FORBIDDEN.sub("", clean(decoded.text)))


def _read(draft: Draft, page: Page, matter: Mapping[str, Value]) -> Imported:
    head = Head(draft)
    head.begin(matter)
    lines = tuple(visible_lines(page.body))
    draft.visible.extend(lines)
    _settle_language(draft, lines)
    head.read()
    _read_day(draft)
    setting = Setting(draft=draft)
    body = _without_contents(page.body, draft)
    expanded = Shortcodes(draft, matter, page.line, to_inline).expand(body)
    html, notes = to_html(expanded)
    above = "".join(
        figure_of(picture, to_inline)
        for picture in head.pictures
        if not _shows(html, picture.address)
    )
    root = _root(above + html, draft)
    _take_title(root, draft, setting)
    draft.body.extend(read_blocks([root], setting))
    return _with_notes(draft.finish(), read_notes(notes, setting))


def _root(html: str, draft: Draft) -> Element:
    parsed = parse_html(f"<body>{html}")
    if parsed.cut:
        draft.findings.warn(0, "too-deep", "the page is nested too deep to be read to its end")
    for element in parsed.root.iter():
        cast("Any", element).sourceline = 0  # a line of the HTML is none of the page
    return parsed.root


def _shows(html: str, address: str) -> bool:
    name = PurePosixPath(address.partition("?")[0]).name
    return bool(name) and name in html


def _without_contents(body: str, draft: Draft) -> str:
    """Take away the list that kramdown replaces by a table of contents; its lines stay empty."""

    def leave(found: re.Match[str]) -> str:
        draft.leave(found[1], Reason.PAGE)
        return "\n" * found.group().count("\n")

    return CONTENTS.sub(leave, body)


def _read_day(draft: Draft) -> None:
    """Take the day from the name of the file, where Jekyll puts it."""
    dated = DATED.match(PurePath(draft.incoming.name).name)
    if dated and draft.published is None:
        draft.published = read_day(dated[1])


def _tag_of_name(incoming: Incoming) -> str:
    """Give the language that Hugo has in the name of a file: `post.sq.md`."""
    parts = PurePath(incoming.name).name.split(".")
    return known_tag(parts[-2], incoming.serbian) if len(parts) > 2 else ""  # noqa: PLR2004 -- name, language, suffix


def _settle_language(draft: Draft, lines: Iterable[str]) -> None:
    incoming = draft.incoming
    if incoming.language:
        return
    told = draft.language or _tag_of_name(incoming)
    draft.language = settle_language(told, "\n".join(lines), incoming.serbian)
    if not draft.language:
        draft.language = "en"
        draft.findings.warn(
            0, "language-unknown", "the language of the page is not known", "say it with --lang"
        )


def _take_title(root: Element, draft: Draft, setting: Setting) -> None:
    """Take the title from the text, where it stands above it."""
    first = next((one for one in root.iter("h1", "h2", "p", "ul", "ol", "blockquote")), None)
    if first is None or first.tag != "h1" or len(tuple(root.iter("h1"))) > 1:
        return
    blocks = read_blocks([first], setting)
    words = [block.content for block in blocks if isinstance(block, Heading)]
    if len(blocks) != 1 or len(words) != 1:
        return
    if draft.title is None:
        draft.title = words[0]
    elif _same(draft.title, words[0]):
        draft.leave(plain_text(words[0].children), Reason.REPEATED)
    else:
        return
    for child in first:
        first.remove(child)
    first.text = None


def _same(one: Prose, other: Prose) -> bool:
    texts = [presentable(plain_text(run.children)).casefold() for run in (one, other)]
    return texts[0] == texts[1]


def _with_notes(imported: Imported, notes: Notes) -> Imported:
    if imported.article is None:
        return imported
    return replace(imported, article=place_notes(imported.article, notes))
