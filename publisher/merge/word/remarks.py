"""The comments in the margin of a Word file."""

from collections.abc import Iterable, Iterator, Mapping

from publisher.export.docx.anchors import Anchor
from publisher.merge.word.returned import Remark
from publisher.readers.word.elements import Element, attribute_of, author_of, day_of, qualified


def remarks_of(root: Element | None, made_on: Mapping[str, Iterable[Anchor]]) -> Iterator[Remark]:
    """Read the part of the comments; `made_on` is what each was made on, by its id."""
    for comment in () if root is None else root.iter(qualified("w:comment")):
        paragraphs = [
            "".join(str(text.text or "") for text in paragraph.iter(qualified("w:t")))
            for paragraph in comment.iter(qualified("w:p"))
        ]
        yield Remark(
            author=author_of(comment),
            day=day_of(comment),
            text=" ".join(filter(None, paragraphs)),
            anchors=tuple(made_on.get(attribute_of(comment, "id"), ())),
        )
