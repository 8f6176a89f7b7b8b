"""What the drawings of a paragraph show, as parts of the document."""

from collections.abc import Callable, Iterator

from publisher.readers.word.drawings import Drawn, drawn
from publisher.readers.word.elements import Element, name_of, qualified
from publisher.readers.word.parts import Box, Line, Part, Picture, Rule
from publisher.readers.word.row import Piece, tidy
from publisher.readers.word.source import Source

CACHED = qualified("a:t")  # the words of charts and diagrams


def shown_in(
    drawing: Element, source: Source, member: str, apart: Callable[[Element], tuple[Part, ...]]
) -> Iterator[Part]:
    """Give what a drawing shows; what has no place in an article is told and left.

    Args:
        drawing: The element that holds it.
        source: The file.
        member: The part in which the drawing stands.
        apart: Reads what stands in a box.
    """
    for one in drawn(drawing):
        match one.kind:
            case "picture":
                yield from _picture(one, source, member)
            case "box" if one.element is not None:
                if parts := apart(one.element):
                    yield Box(parts=parts, number=source.paragraph)
            case "rule":
                yield Rule(number=source.paragraph)
            case "words":
                source.leave(one.text)
            case "diagram":
                yield from _diagram(one, source, member)
            case _:
                _leave_chart(one, source, member)


def _picture(one: Drawn, source: Source, member: str) -> Iterator[Picture]:
    if not one.id and not one.link:
        return  # a shape that is filled with nothing
    related = source.relation(member, one.id) or source.relation(member, one.link)
    outside = related is not None and related.outside
    yield Picture(
        member=related.target if related and not outside else "",
        address=related.target if related and outside else "",
        alt=one.alt,
        floating=one.floating,
        cropped=one.cropped,
        number=source.paragraph,
    )


def _diagram(one: Drawn, source: Source, member: str) -> Iterator[Box]:
    """Take the words of a diagram as lines; how they hang together is not kept."""
    source.tell(
        "diagram-flattened",
        "the words of a diagram are written as paragraphs",
        "compare them with the file, or save the diagram as a picture",
    )
    root = _root(one, source, member)
    paragraphs = [] if root is None else list(root.iter(qualified("a:p")))
    texts = ["".join(str(t.text or "") for t in one.iter(CACHED)) for one in paragraphs]
    rows = [tidy([Piece(text)]) for text in texts if text.strip()]
    lines = tuple(Line(row=row, number=source.paragraph) for row in rows if row)
    if lines:
        yield Box(parts=lines, number=source.paragraph)


def _leave_chart(one: Drawn, source: Source, member: str) -> None:
    source.tell("chart-left-out", "a chart is not in the article", "save it as a picture")
    root = _root(one, source, member)
    for element in () if root is None else root.iter():
        if name_of(element) in {"t", "v"} and element.text:
            source.leave(str(element.text))


def _root(one: Drawn, source: Source, member: str) -> Element | None:
    relation = source.relation(member, one.id)
    return None if relation is None or relation.outside else source.root(relation.target)
