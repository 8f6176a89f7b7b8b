"""The Markdown reader: CommonMark with front matter, directives, footnotes and spans."""

from collections.abc import Collection
from dataclasses import replace

from markdown_it.utils import EnvType

from publisher.model.block import Block
from publisher.readers.base import Findings, Lines, Reading
from publisher.readers.markdown.blocks import Blocks
from publisher.readers.markdown.desk import Desk
from publisher.readers.markdown.frontmatter import read_front
from publisher.readers.markdown.notes import read_notes, report_unused
from publisher.readers.markdown.parser import parser
from publisher.readers.markdown.source import Source, decode, split
from publisher.readers.markdown.tree import grow


def read_markdown(
    data: bytes, name: str, *, slug: str, pictures: Collection[str], serbian: str = "sr-Cyrl"
) -> Reading:
    """Read an article; all that is wrong with it is told in one go, and nothing is raised.

    Args:
        data: The file's bytes, UTF-8.
        name: The file's name as a user knows it.
        slug: The article's name in addresses and file names.
        pictures: The files that exist beside the article, as relative POSIX paths.
        serbian: What `sr` means: in `lang:`, in a span and in the name of a picture's version.
    """
    desk = Desk(
        findings=Findings(name), lines=Lines(), pictures=frozenset(pictures), serbian=serbian
    )
    text = decode(data, desk.findings)
    if text is None:
        return Reading(article=None, diagnostics=desk.findings.diagnostics())
    source = split(text, desk.findings)
    front = read_front(source, slug, desk.findings, desk.lines, serbian)
    body = _read_body(source, desk)
    diagnostics = desk.findings.diagnostics()
    if front is None or desk.findings.stopped:
        return Reading(article=None, diagnostics=diagnostics)
    return desk.lines.reading(replace(front, body=body), diagnostics)


def _read_body(source: Source, desk: Desk) -> tuple[Block, ...]:
    environment: EnvType = {}
    tokens = parser().parse(source.body, environment)
    nodes = grow(tokens, source.body_line, desk.findings)
    read_notes(nodes, desk)
    blocks = Blocks(desk).read(nodes)
    if nodes or not tokens:  # else it was too deep to be read
        report_unused(desk, environment, source.body_line)
    return blocks
