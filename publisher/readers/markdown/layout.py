"""The lines of an article's Markdown: front matter, blocks and footnotes."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from publisher.model.article import Article, Contributor, ContributorRole
from publisher.model.block import (
    Alignment,
    Aside,
    Block,
    Figure,
    FigureKind,
    Gallery,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from publisher.model.inline import Prose
from publisher.model.walk import plain_text

Write = Callable[[Prose], str]
Notes = Callable[[], Iterable[tuple[str, str]]]

# What YAML reads as the text that stands there: it begins with a letter, and holds no sign that
# means something within a text. Within brackets there are more of these.
BARE = re.compile(r"[^\W\d_](?:[^\n\t:#\x85\u2028\u2029\ufeff]|:(?=\S)|(?<=\S)#)*")
BARE_WITHIN = re.compile(r"[^\W\d_](?:[^\n\t:#?\[\]{},\x85\u2028\u2029\ufeff]|(?<=\S)#)*")
RULES = {
    Alignment.DEFAULT: "---",
    Alignment.LEFT: ":--",
    Alignment.CENTER: ":-:",
    Alignment.RIGHT: "--:",
}
PIPE = re.compile(r"(?<!\\)\|")
DASH = re.compile(r"—|–|--(?=[ \t])")
DASHES = {"—": "&mdash;", "–": "&ndash;", "--": r"\--"}


def lay_out(article: Article, write: Write, notes: Notes) -> str:
    """Give the text of a file.

    Args:
        article: As Markdown can say it.
        write: Writes a run, with its further lines after a line break.
        notes: Gives the footnotes that were called while `write` wrote, by label.
    """
    blocks = _Blocks(write).lines(article.body)
    definitions = [line for label, text in notes() for line in ("", f"[^{label}]: {text}")]
    return "\n".join(["---", *_front(article), "---", "", *blocks, *definitions, ""])


def _front(article: Article) -> Iterator[str]:
    yield f"title: {_scalar(article.title)}"
    yield f"lang: {article.language}"
    yield from _fields({"subtitle": article.subtitle, "summary": article.summary})
    if article.keywords:
        yield f"keywords: [{', '.join(_scalar(one, BARE_WITHIN) for one in article.keywords)}]"
    yield from _byline(article.byline)
    yield from _fields({"dateline": article.dateline})
    if article.published:
        yield f"published: {article.published}"
    if article.updated:
        yield f"updated: {article.updated}"
    yield from _fields({"rights": article.rights})
    if article.source:
        yield f"source: {_yaml(article.source)}"
    yield from _fields({"note": article.note})


def _fields(fields: dict[str, Prose | None]) -> Iterator[str]:
    for key, run in fields.items():
        if run:
            yield f"{key}: {_scalar(run)}"


def _byline(byline: tuple[Contributor, ...]) -> Iterator[str]:
    written = [_contributor(one) for one in byline]
    if len(written) == 1:
        yield f"byline: {written[0]}"
    elif written:
        yield "byline:"
        yield from (f"  - {one}" for one in written)


def _contributor(one: Contributor) -> str:
    if one.role is ContributorRole.TEXT:
        return _scalar(one.name)
    return f"{{name: {_scalar(one.name, BARE_WITHIN)}, role: {one.role.value}}}"


def _scalar(run: Prose, bare: re.Pattern[str] = BARE) -> str:
    return _yaml(plain_text(run.children), bare)


def _yaml(text: str, bare: re.Pattern[str] = BARE) -> str:
    if bare.fullmatch(text) and text == text.strip():
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    plain = character.isprintable() or character == "\u00a0"
    return character if plain else f"\\U{ord(character):08X}"


class _Blocks:
    """Lays blocks out as lines."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def lines(self, blocks: tuple[Block, ...], *, tight: bool = False) -> list[str]:
        lines: list[str] = []
        turn = 0
        before: Block | None = None
        for block in blocks:
            turn = 1 - turn if _merges(before, block) else 0
            if before is not None and not tight:
                lines.append("")
            lines.extend(self._block(block, turn))
            before = block
        return lines

    def _block(self, block: Block, turn: int) -> list[str]:  # noqa: C901, PLR0912 -- one case a kind
        match block:
            case Paragraph(content=content):
                return self._write(content).split("\n")
            case Heading(level=level, content=content):
                return [f"{'#' * (level + 1)} {self._heading(content)}"]
            case Quotation(pull=False):
                return [f"> {line}".rstrip() for line in self._quotation(block)]
            case Quotation():
                return _directive(block, "pullquote", "", self._quotation(block))
            case ItemList():
                return list(self._list(block, turn))
            case Table(caption=None):
                return list(self._table(block))
            case Table(caption=caption):
                return _directive(block, "table", self._title(caption), list(self._table(block)))
            case Figure():
                return _directive(block, "figure", *self._figure(block))
            case Gallery(figures=figures, caption=caption):
                return _directive(block, "gallery", self._title(caption), self.lines(figures))
            case Aside(body=body, title=title):
                return _directive(block, "aside", self._title(title), self.lines(body))
            case Separator():
                return ["* * *"]
            case _:
                assert_never(block)

    def _title(self, run: Prose | None) -> str:
        return self._write(run) if run else ""

    def _heading(self, run: Prose) -> str:
        text = self._write(run)
        return re.sub(r"#(?=#*$)", r"\\#", text)

    def _quotation(self, block: Quotation) -> list[str]:
        lines = self.lines(block.body)
        last = block.body[-1]
        if block.source:
            return [*lines, "", f"— {self._write(block.source)}"]
        if isinstance(last, Paragraph) and len(block.body) > 1:
            at = len(lines) - len(self._write(last.content).split("\n"))
            lines[at] = (
                DASH.sub(lambda found: DASHES[found.group()], lines[at], count=1)
                if (DASH.match(lines[at]))
                else lines[at]
            )
        return lines

    def _list(self, block: ItemList, turn: int) -> Iterator[str]:
        tight = all(_is_line(item) for item in block.items)
        for number, item in enumerate(block.items, start=block.start):
            mark = f"{number}{'.)'[turn]} " if block.ordered else f"{'-+'[turn]} "
            if not tight and number > block.start:
                yield ""
            first, *further = self.lines(item.body)
            yield mark + first
            yield from ((" " * len(mark) + line).rstrip() for line in further)

    def _table(self, table: Table) -> Iterator[str]:
        yield self._row(table.header)
        yield f"| {' | '.join(RULES[one] for one in table.alignments)} |"
        yield from map(self._row, table.rows)

    def _row(self, row: tuple[Prose | None, ...]) -> str:
        cells = (PIPE.sub(r"\|", self._write(cell)) if cell else "" for cell in row)
        return f"| {' | '.join(cells)} |"

    def _figure(self, figure: Figure) -> tuple[str, list[str]]:
        path = figure.image.path if figure.image else ""
        drawn = FigureKind.GRAPHIC if path.lower().endswith(".svg") else FigureKind.PHOTOGRAPH
        options = {
            "withheld": _plain(figure.withheld),
            "alt": _plain(figure.alt),
            "credit": figure.credit.line if figure.credit else "",
            "licence": figure.licence,
            "date": str(figure.taken or ""),
            "place": _plain(figure.place),
            "kind": "" if figure.kind is drawn else figure.kind.value,
        }
        lines = [f":{name}: {value}" for name, value in options.items() if value]
        caption = self._write(figure.caption).split("\n") if figure.caption else []
        return path, [*lines, *caption]


def _is_line(item: ListItem) -> bool:
    return len(item.body) == 1 and isinstance(item.body[0], Paragraph)


def _merges(before: Block | None, block: Block) -> bool:
    """Whether two lists that follow each other would be read as one."""
    return (
        isinstance(before, ItemList)
        and isinstance(block, ItemList)
        and before.ordered == block.ordered
    )


def _plain(run: Prose | None) -> str:
    return plain_text(run.children) if run else ""


def _directive(block: Block, name: str, argument: str, lines: list[str]) -> list[str]:
    colons = ":" * (2 + _height(block))
    return [f"{colons}{{{name}}} {argument}".rstrip(), *lines, colons]


def _height(block: Block) -> int:
    """Count the directives that stand in one another, this one included."""
    match block:
        case Quotation(body=body, pull=pull):
            return pull + _highest(body)
        case Aside(body=body):
            return 1 + _highest(body)
        case ItemList(items=items):
            return max(_highest(item.body) for item in items)
        case Gallery(figures=figures):
            return 1 + _highest(figures)
        case Figure():
            return 1
        case Table(caption=caption):
            return int(caption is not None)
        case _:
            return 0


def _highest(blocks: Iterable[Block]) -> int:
    return max(map(_height, blocks), default=0)
