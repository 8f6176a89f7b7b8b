"""Block tokens to block nodes."""

from collections.abc import Callable

from publisher.model.block import (
    Aside,
    Block,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from publisher.model.inline import Prose
from publisher.readers.markdown.desk import Desk
from publisher.readers.markdown.figures import lone_image, read_figure, read_gallery, read_image
from publisher.readers.markdown.heads import check_head
from publisher.readers.markdown.html import printed
from publisher.readers.markdown.inlines import read_run
from publisher.readers.markdown.leftovers import TABLE_RULE
from publisher.readers.markdown.options import report_stray_options
from publisher.readers.markdown.quotations import split_source
from publisher.readers.markdown.tables import read_table
from publisher.readers.markdown.tree import Node

LATEST_START = 99  # a list that starts later is a sentence that begins with a year


class Blocks:
    """Turns the nodes of an article's body into blocks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._findings = desk.findings
        self._level = 0
        self._makers: dict[str, Callable[[Node], Block | None]] = {
            "paragraph": self._paragraph,
            "blockquote": self._quotation,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "table": lambda node: read_table(node, None, desk),
            "hr": lambda _: Separator(),
            "directive": self._directive,
            "code_block": self._code,
            "fence": self._code,
        }

    def read(self, nodes: tuple[Node, ...], inside: str = "") -> tuple[Block, ...]:
        """Make the blocks of `nodes`; `inside` says what holds them, empty for the article."""
        made = [
            self._heading(node, inside) if node.kind == "heading" else self._makers[node.kind](node)
            for node in printed(nodes, self._findings)
        ]
        return tuple(block for block in made if block is not None)

    def _paragraph(self, node: Node) -> Block | None:
        image = lone_image(node)
        if image:
            return read_image(image, self._desk)
        report_stray_options(node, self._findings)
        rule = TABLE_RULE.search(node.children[0].token.content)
        if rule:
            line = node.line + node.children[0].token.content.count("\n", 0, rule.start())
            self._findings.error(
                line,
                "table-broken",
                "a table is not read: its line of dashes does not fit its header",
                "give it as many cells as the header, and an empty line before the header",
            )
        run = read_run(node.children[0], self._desk)
        return Paragraph(content=run) if run else None

    def _heading(self, node: Node, inside: str) -> Heading | None:
        level, content = int(node.token.tag[1:]) - 1, read_run(node.children[0], self._desk)
        fault = self._fault(level, content, inside)
        if fault:
            code, message, hint = fault
            self._findings.error(node.line, code, message, hint)
        if node.token.markup in {"-", "="}:
            self._findings.warn(
                node.line,
                "heading-underlined",
                "a paragraph with a line of dashes below it is a heading",
                "write ## before a heading; put an empty line before a separator",
            )
        if not inside:
            self._level = max(level, 1)
        return Heading(level=level, content=content) if level and content else None

    def _fault(self, level: int, content: Prose | None, inside: str) -> tuple[str, str, str] | None:
        if content is None:
            return "heading-empty", "a heading holds no words", "write some, or delete it"
        if not level:
            hint = "begin sections with ##; the title is in the front matter"
            return "heading-title", "a heading with one # is the title of the article", hint
        if inside:
            return "heading-inside", f"a heading stands inside {inside}", "make it **bold** text"
        if level > self._level + 1:
            wanted = "#" * (self._level + 2)
            message = f"a heading with {'#' * (level + 1)} has none with {wanted} above it"
            return "heading-skipped", message, f"begin it with {wanted}"
        return None

    def _list(self, node: Node) -> Block | None:
        ordered, start = node.kind == "ordered_list", int(node.token.attrs.get("start", 1))
        if ordered:
            self._check_numbers(node, start)
        items: list[ListItem] = []
        for item in node.children:
            if not item.children:
                self._findings.error(
                    item.line, "list-item-empty", "an item of a list is empty", "delete it"
                )
            items.append(ListItem(body=self.read(item.children, "a list")))
        return ItemList(items=tuple(items), ordered=ordered, start=start)

    def _check_numbers(self, node: Node, start: int) -> None:
        numbers = [int(item.token.info) for item in node.children]
        if start > LATEST_START:
            self._findings.warn(
                node.line,
                "list-start",
                f"a list starts with {start}",
                rf"if it is a sentence that begins with a number, write {start}\.",
            )
        elif numbers != list(range(start, start + len(numbers))) and len(set(numbers)) > 1:
            self._findings.warn(
                node.line,
                "list-numbers",
                f"a list numbered {', '.join(map(str, numbers))} is printed from {start} upwards",
                "number it so, or make it two lists",
            )

    def _quotation(self, node: Node, *, pull: bool = False) -> Block | None:
        nodes = printed(node.children, self._findings)
        nodes, source = split_source(nodes, self._desk)
        body = self.read(nodes, "a quotation")
        if nodes and not body:
            return None
        return self._findings.attempt(
            node.line, "quotation", lambda: Quotation(body=body, source=source, pull=pull)
        )

    def _code(self, node: Node) -> None:
        self._findings.error(
            node.line,
            "code-block",
            "an article has no blocks of code",
            "take the spaces before its lines away; words for a machine stand in `backticks`",
        )

    def _directive(self, node: Node) -> Block | None:
        match check_head(node, self._findings):
            case "aside":
                return self._aside(node)
            case "figure":
                return read_figure(node, self._desk)
            case "gallery":
                return read_gallery(node, self._title(node), self._desk)
            case "pullquote":
                return self._quotation(node, pull=True)
            case "table":
                return self._table(node)
            case _:
                self.read(node.children)  # for the errors in it
                return None

    def _aside(self, node: Node) -> Block | None:
        nodes = printed(node.children, self._findings)
        title, body = self._title(node), self.read(nodes, "an aside")
        if nodes and not body:
            return None
        return self._findings.attempt(node.line, "aside", lambda: Aside(title=title, body=body))

    def _table(self, node: Node) -> Table | None:
        nodes = printed(node.children, self._findings)
        if len(nodes) == 1 and nodes[0].kind == "table":
            return read_table(nodes[0], self._title(node), self._desk)
        self._findings.error(
            node.line,
            "table-count",
            "a table directive does not hold one table and nothing else",
            "its caption stands on the line that opens it",
        )
        self.read(nodes)
        return None

    def _title(self, node: Node) -> Prose | None:
        for child in node.children:
            if child.kind == "directive_title":
                return read_run(child.children[0], self._desk)
        return None
