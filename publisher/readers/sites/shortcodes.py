"""What the shortcodes and tags of a page become: HTML where they are understood.

What is not understood is left out of the article and told, word for word.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from markupsafe import escape

from publisher.readers.draft import Draft, presentable
from publisher.readers.incoming import Reason
from publisher.readers.sites.matter import Value
from publisher.readers.sites.pictures import (
    Inline,
    figure_of,
    gallery_of,
    picture_of,
    pictures_of,
)
from publisher.readers.sites.tags import Ends, Tag, bare_name, find_tags

ASIDE = ("<aside>", "</aside>")
# Shortcodes around Markdown, and the HTML that stands for them.
AROUND: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("notice", "callout", "alert", "admonition", "hint", "infobox"), ASIDE),
    **dict.fromkeys(("note", "tip", "warning", "info", "box", "aside", "sidebar"), ASIDE),
    **dict.fromkeys(("quote", "blockquote"), ("<blockquote>", "</blockquote>")),
    "pullquote": ('<blockquote class="pullquote">', "</blockquote>"),
    "gallery": ('<div class="gallery">', "</div>"),
    **dict.fromkeys(("lead", "center", "div", "rawhtml", "html", "details"), ("", "")),
}
HEADINGS = ("title", "summary", "heading")
SOURCES = ("author", "source", "cite", "attribution")
REFERENCES = {"ref", "relref", "link", "post_url"}
CODE = {"highlight", "code"}
VERBATIM = {"raw", "comment", *CODE}
OF_PAGES = {"toc", "toc.html", "tableofcontents", "comments", "share", "ads"}
NO_WORDS = {"class", "style", "sizes", "srcset", "id", "options", "linenos", "hl_lines"}
OUTPUT = re.compile(r"\{\{[^{}]{0,200}\}\}")
LITERAL = re.compile(r"""(["'])(.*?)\1\s*(?:\|[^"']*)?""", re.DOTALL)
OF_PAGE = re.compile(r"page\.([\w-]+)(?:\s*\|.*)?")
OF_SITE = re.compile(r"(?:site\.(?:baseurl|url|github\.url)|base_path)(?:\s*\|.*)?")
FENCE = re.compile(r"~{3,}")
LONGEST_LINE = 1000  # characters that are looked at


@dataclass(slots=True)
class Shortcodes:
    """Turns the tags of one page's body into HTML.

    Attributes:
        matter: The front matter, of which tags may print values.
        line: The first line of the body in its file.
        inline: Makes HTML of a line of Markdown.
    """

    draft: Draft
    matter: Mapping[str, Value]
    line: int
    inline: Inline
    _text: str = ""
    _counted: tuple[int, int] = (0, 0)
    _sources: list[str] = field(default_factory=list)
    _open_names: list[str] = field(default_factory=list)

    def expand(self, text: str) -> str:
        """Give the body with HTML in the place of its tags."""
        self._text = text
        tags = tuple(find_tags(text))
        ends = Ends(tags)
        parts: list[str] = []
        at = number = 0
        while number < len(tags):
            tag = tags[number]
            parts.append(text[at : tag.start])
            closing = ends.of(number)
            if closing is None or not _is_verbatim(tag):
                parts.append(self._one(tag, paired=closing is not None))
                at, number = tag.end, number + 1
            else:
                inside = text[tag.end : tags[closing].start]
                parts.append(self._verbatim(tag, inside))
                at, number = tags[closing].end, closing + 1
        return "".join((*parts, text[at:]))

    def _line(self, tag: Tag) -> int:
        at, line = self._counted
        if tag.start < at:
            at = line = 0
        self._counted = tag.start, line + self._text.count("\n", at, tag.start)
        return self.line + self._counted[1]

    def _one(self, tag: Tag, *, paired: bool) -> str:
        if tag.output:
            return self._output(tag)
        if tag.escaped:
            return str(escape(tag.raw.replace("/*", "").replace("*/", "")))
        picture = None if tag.closing else picture_of(tag)
        if picture:
            address = OUTPUT.sub("", picture.address)
            picture = replace(picture, address=address)
            self._leave_words(tag, picture.words)
            return _block(figure_of(picture, self.inline))
        if tag.name in REFERENCES and tag.others:
            return tag.others[0].replace(" ", "%20")
        return self._container(tag, paired=paired)

    def _container(self, tag: Tag, *, paired: bool) -> str:
        included = PurePosixPath(tag.others[0]).stem.lower() if tag.others else ""
        name = included if tag.name == "include" else bare_name(tag)
        pictures = pictures_of(self.matter.get(tag.named.get("id", "gallery"), ""))
        if name == "gallery" and pictures and not tag.closing:
            caption = presentable(tag.named.get("caption", ""))
            self._leave_words(tag, (caption,))
            return _block(gallery_of(pictures, caption, self.inline))
        open_ = bool(self._open_names) and self._open_names[-1] == name
        if name not in AROUND or tag.name == "include" or not (open_ if tag.closing else paired):
            return self._unknown(tag)
        opening, closing = AROUND[name]
        if tag.closing:
            self._open_names.pop()
            return self._close(closing)
        self._open_names.append(name)
        return self._open(opening, tag)

    def _open(self, opening: str, tag: Tag) -> str:
        words = [tag.named[key] for key in HEADINGS if tag.named.get(key)]
        words.extend(text for text in tag.others if " " in text)
        source = next((tag.named[key] for key in SOURCES if tag.named.get(key)), "")
        self._sources.append(source)
        self._leave_words(tag, (*words, source))
        bold = [f"<p><strong>{self.inline(presentable(text))}</strong></p>" for text in words]
        return _block(opening, *bold)

    def _close(self, closing: str) -> str:
        source = self._sources.pop() if self._sources else ""
        footer = f"<footer>{self.inline(presentable(source))}</footer>" if source else ""
        return _block(footer, closing)

    def _leave_words(self, tag: Tag, said: Sequence[str]) -> None:
        """Leave the arguments that are words, and have no place in what the tag becomes."""
        for key, text in (*tag.named.items(), *(("", text) for text in tag.others)):
            if " " in OUTPUT.sub("", text) and text not in said and key not in NO_WORDS:
                self.draft.leave(text, Reason.UNPLACED, self._line(tag))

    def _unknown(self, tag: Tag) -> str:
        if tag.closing:
            return self._nothing(tag)
        if OF_PAGES & {tag.name, *tag.others[:1]}:
            self.draft.leave(tag.raw, Reason.PAGE, self._line(tag))
            return self._nothing(tag)
        self.draft.leave(tag.raw, Reason.UNPLACED, self._line(tag))
        self.draft.findings.warn(
            self._line(tag),
            "shortcode",
            f"{presentable(tag.raw)[:80]!r} is not read",
            "look at what the site shows there, and write it in the article",
        )
        return self._nothing(tag)

    def _nothing(self, tag: Tag) -> str:
        """End a paragraph where a tag stood on a line of its own."""
        before = self._text[max(0, tag.start - LONGEST_LINE) : tag.start].rpartition("\n")[2]
        after = self._text[tag.end : tag.end + LONGEST_LINE].partition("\n")[0]
        return "" if (before + after).strip() else "\n\n"

    def _output(self, tag: Tag) -> str:
        literal, page = LITERAL.fullmatch(tag.name), OF_PAGE.fullmatch(tag.name)
        if literal:
            return literal[2]
        value = self.matter.get(page[1], "") if page else ""
        if isinstance(value, str) and value:
            return str(escape(value))
        return "" if OF_SITE.fullmatch(tag.name) else self._unknown(tag)

    def _verbatim(self, tag: Tag, inside: str) -> str:
        if tag.name == "comment":
            self.draft.leave(inside, Reason.UNPLACED, self._line(tag))
            return ""
        if tag.name not in CODE:
            return inside
        longest = max(map(len, FENCE.findall(inside)), default=2)
        fence = "~" * (longest + 1)
        return f"\n\n{fence}\n{inside.strip(chr(10))}\n{fence}\n\n"


def _is_verbatim(tag: Tag) -> bool:
    return tag.name in VERBATIM and not tag.closing and (tag.liquid or tag.name in CODE)


def _block(*lines: str) -> str:
    return "".join(f"\n\n{line}\n\n" for line in lines if line) or "\n\n"
