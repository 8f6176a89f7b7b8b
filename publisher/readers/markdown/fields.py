"""The front matter as fields with lines: YAML read for its structure, its text left as written.

YAML would make a number of the title `2023` and a truth value of `No`; here a scalar is the text
that stands there.
"""

import re
from dataclasses import dataclass
from typing import NoReturn

import yaml

from publisher.model.text import FORBIDDEN, clean
from publisher.readers.base import Findings

LONGEST = 65_536  # characters
DEEPEST = 4  # mapping > list > mapping > scalar
QUOTE = 'put the text in "double quotes"'
FOLD = re.compile(r"[ \t]*\n[ \t\n]*")
COMMENT = re.compile(r"[ \t]*(#[^\n]*)")
IN_OUR_WORDS = (
    ("end of stream", "a quotation mark is not closed"),
    ("mapping values are not allowed", "a value holds a colon and a space"),
    ("expected <block end>", "something stands after a value in quotation marks or brackets"),
    ("start any token", "a value begins with a sign that YAML takes as its own"),
    ("expected alphabetic", "a value begins with a sign that YAML takes as its own"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A key of the front matter with what stands at it; `line` is the key's, in the file."""

    key: str
    line: int
    node: yaml.Node


class _RefusedError(Exception):
    """YAML that the front matter may not hold; `index` is the place in the text."""

    def __init__(self, index: int, message: str, hint: str = QUOTE) -> None:
        super().__init__(message)
        self.index = index
        self.hint = hint


class FieldReader:
    """Reads the YAML of one front matter.

    Args:
        text: What stands between the fences.
        first_line: The line of the file on which `text` begins.
    """

    def __init__(self, text: str, first_line: int, findings: Findings) -> None:
        self._text = text
        self._first = first_line
        self._findings = findings

    def line(self, node: yaml.Node) -> int:
        """Give the line of the file on which a node begins."""
        return self._line_at(node.start_mark.index)

    def written(self, node: yaml.Node) -> str:
        """Give a node as it is written."""
        return self._text[node.start_mark.index : node.end_mark.index].rstrip()

    def _line_at(self, index: int) -> int:
        # YAML's own count takes U+2028 and others for line ends, which no editor does.
        return self._first + self._text.count("\n", 0, index)

    def read(self) -> dict[str, Field] | None:
        """Give the fields by key; None where the front matter cannot be read at all."""
        try:
            root = self._compose()
        except _RefusedError as refused:
            line = self._line_at(refused.index)
            self._findings.error(line, "front-matter-yaml", str(refused), refused.hint)
            return None
        return {} if root is None else self.fields(root)

    def _compose(self) -> yaml.MappingNode | None:
        if len(self._text) > LONGEST:
            raise _RefusedError(
                0, f"the front matter is longer than {LONGEST} characters", "cut it"
            )
        try:
            self._check_events()
            root = yaml.compose(self._text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            _explain(error)
        if root is not None and not isinstance(root, yaml.MappingNode):
            raise _RefusedError(0, "the front matter has no keys", "write `title: …`, `lang: …`")
        return root

    def _check_events(self) -> None:
        """Refuse what would drop text or nest without end: tags, anchors, aliases, depth."""
        depth = 0
        for event in yaml.parse(self._text, Loader=yaml.SafeLoader):
            index = event.start_mark.index if event.start_mark else 0
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _RefusedError(
                    index, "a value begins with & or *, which YAML takes as its own"
                )
            if getattr(event, "tag", None):
                raise _RefusedError(index, "a value begins with !, which YAML takes as its own")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                raise _RefusedError(index, "the front matter is nested too deep")

    def fields(self, mapping: yaml.MappingNode) -> dict[str, Field]:
        """Give the fields of a mapping by key; a key that stands twice is reported."""
        found: dict[str, Field] = {}
        for key, node in mapping.value:
            line = self.line(key)
            if not isinstance(key, yaml.ScalarNode):
                self._findings.error(line, "front-matter-key", "a key is not a word", QUOTE)
            elif key.value in found:
                self._findings.error(
                    line,
                    "front-matter-twice",
                    f"the key `{key.value}` stands twice, first on line {found[key.value].line}",
                    "keep one",
                )
            else:
                found[key.value] = Field(key=clean(key.value), line=line, node=node)
        return found

    def text(self, node: yaml.Node, what: str) -> str | None:
        """Give the text of a scalar, on one line; report anything else, and give None."""
        if not isinstance(node, yaml.ScalarNode):
            self._findings.error(
                self.line(node), "front-matter-value", f"{what} is a list or has keys", QUOTE
            )
            return None
        self._warn_of_comment(node)
        text = FOLD.sub(" ", clean(node.value).strip())
        found = FORBIDDEN.search(text)  # "\x1b" is an escape to YAML
        if found:
            self._findings.error(
                self.line(node),
                "control-character",
                f"{what} holds the character U+{ord(found.group()):04X}, which no file may hold",
                "delete it",
            )
        return None if found else text

    def _warn_of_comment(self, node: yaml.ScalarNode) -> None:
        if node.style is not None:
            return
        comment = COMMENT.match(self._text, node.end_mark.index)
        if comment:
            self._findings.warn(
                self._line_at(node.end_mark.index),
                "front-matter-comment",
                f"{comment[1]!r} is a comment to YAML and is left out",
                f"if it belongs to the text, {QUOTE}; else give the comment a line of its own",
            )


def _explain(error: yaml.MarkedYAMLError) -> NoReturn:
    """Say in an author's words what YAML says in its own."""
    mark = error.problem_mark or error.context_mark
    problem = error.problem or "it is not YAML"
    index = mark.index if mark else 0
    if error.context_mark and "end of stream" in problem:
        index = error.context_mark.index
    problem = next((ours for theirs, ours in IN_OUR_WORDS if theirs in problem), problem)
    hint = f"{QUOTE} if it holds a colon or quotation marks, or begins with a sign such as [ or *"
    raise _RefusedError(index, f"the front matter cannot be read: {problem}", hint) from error
