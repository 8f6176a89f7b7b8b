"""Lines of a feed that may be marked up, with their marks."""

from publisher.model.block import Heading, Paragraph
from publisher.model.inline import Inline, Prose, Text, prose
from publisher.model.walk import plain_text
from publisher.readers.draft import Draft
from publisher.readers.letters import letters
from publisher.readers.markup.flow import read_blocks
from publisher.readers.markup.setting import Setting
from publisher.readers.news.wording import html_of, is_html, line_of


def rich_run(text: str, draft: Draft) -> Prose | None:
    """Give a text as one run with its marks; None where it has no words."""
    line = line_of(text)
    if not line:
        return None
    return (_marked(text, line, draft) if is_html(text) else None) or prose(line)


def _marked(text: str, line: str, draft: Draft) -> Prose | None:
    """Read the marks of a text, where that keeps each of its words in one line."""
    body = html_of(text)
    if next(body.iter("img", "video", "iframe", "figure"), None) is not None:
        return None
    children: list[Inline] = []
    for block in read_blocks([body], Setting(draft=draft)):
        if not isinstance(block, Paragraph | Heading):
            return None
        children.extend(
            [Text(text=" "), *block.content.children] if children else block.content.children
        )
    same = letters(plain_text(tuple(children))) == letters(line)
    return Prose(children=tuple(children)) if children and same else None
