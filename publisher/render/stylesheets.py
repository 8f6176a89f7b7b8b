"""Style sheets that must stand alone: nothing in them may be fetched from elsewhere."""

from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import Node

from publisher.errors import UsageError

FETCHING = {"url", "src", "image", "image-set", "-webkit-image-set"}


def require_self_contained(text: str, where: str) -> None:
    """Refuse a style sheet that names anything outside itself.

    Args:
        text: The style sheet.
        where: Its name, for the error.

    Raises:
        UsageError: It imports a style sheet or shows a picture that is not a `data:` address.
    """
    tokens = tinycss2.parse_component_value_list(text, skip_comments=True)
    for address, line in _addresses(tokens):
        if not address.startswith(("data:", "#")):
            raise UsageError(
                f"the style sheet fetches {address!r}, and a page holds everything it shows",
                where=f"{where}:{line}",
                hint="write the picture as a data: address, or leave it out",
            )


def _addresses(tokens: Iterable[Node]) -> Iterator[tuple[str, int]]:
    for token in tokens:
        if token.type == "url":
            yield token.value, token.source_line
        elif token.type == "at-keyword" and token.lower_value == "import":
            yield "@import", token.source_line
        elif token.type == "function" and token.lower_name in FETCHING:
            yield from (
                (one.value, one.source_line) for one in token.arguments if one.type == "string"
            )
            yield from _addresses(token.arguments)
        else:
            inside = getattr(token, "content", None) or getattr(token, "arguments", None)
            yield from _addresses(inside or ())
