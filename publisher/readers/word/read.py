"""Reading an article from a Word file, whoever wrote it and in whatever styles."""

from itertools import islice

from publisher.errors import WordFileError
from publisher.readers.draft import Draft
from publisher.readers.incoming import Imported, Incoming, Reason
from publisher.readers.word.blocks import Blocks, levels_of
from publisher.readers.word.captions import Item, items_of
from publisher.readers.word.core import core_of
from publisher.readers.word.elements import Element, author_of, qualified
from publisher.readers.word.flow import Flow
from publisher.readers.word.front import Front
from publisher.readers.word.looks import with_captions, with_headings
from publisher.readers.word.notes import KINDS, notes_of
from publisher.readers.word.package import Package, open_package, refuse
from publisher.readers.word.parts import Line, Part, lines_in, pictures_in
from publisher.readers.word.pictures import Pictures
from publisher.readers.word.row import Piece, text_of
from publisher.readers.word.seen import seen_in
from publisher.readers.word.setting import Setting
from publisher.readers.word.source import Source
from publisher.readers.word.speech import OTHERWISE, language_of, speech_of
from publisher.readers.word.tables import opened

MOST_PARAGRAPHS, MOST_ELEMENTS = 15_000, 400_000
FURNITURE = ("header", "footer")


def read_word(incoming: Incoming) -> Imported:
    """Read a Word file (.docx, .docm, .dotx).

    Args:
        incoming: The file.

    Returns:
        The article; without one where the file cannot be opened, or has no words and no pictures.
    """
    draft = Draft(incoming)
    try:
        package = open_package(incoming.data, incoming.name)
        root = package.root(package.main)
        _require_an_article(root, incoming.name)
    except WordFileError as error:
        draft.findings.error(0, "word-file", error.message, error.hint)
        return draft.finish()
    source = Source(package, draft)
    parts = () if root is None else Flow(source, package.main).read(root)
    _compose(parts, source)
    _leave_furniture(source)
    _leave_comments(source)
    draft.visible += _visible(package, source)
    return draft.finish()


def _require_an_article(root: Element | None, name: str) -> None:
    """Refuse what is far too long for an article, and would take minutes to read.

    Raises:
        WordFileError: It has too many paragraphs, or too many elements.
    """
    for tag, most, what in (
        ("w:p", MOST_PARAGRAPHS, "paragraphs"),
        ("*", MOST_ELEMENTS, "elements"),
    ):
        elements = () if root is None else root.iter(qualified(tag))
        if next(islice(elements, most, None), None) is not None:
            refuse(f"it has more than {most:,} {what}", name)


def _compose(parts: tuple[Part, ...], source: Source) -> None:
    """Give the draft what the file holds."""
    draft = source.draft
    notes = notes_of(source)
    if not any(lines_in(parts)) and not any(pictures_in(parts)):
        draft.findings.error(
            0, "no-text", "the file holds no text", "see whether it is the right one"
        )
        return
    text = "\n".join(line.text for line in lines_in(parts))
    draft.language = draft.language or _language(text, source)
    setting = Setting(source, speech_of(draft.language, source.spoken, text), notes)
    core = core_of(source)
    items = list(items_of(opened(parts, source)))
    items = list(with_captions(with_headings(Front(setting, core, items).take())))
    blocks = Blocks(setting, Pictures(setting), levels_of(items), _said_in(items))
    draft.body += blocks.of(items)
    draft.keywords += [one for word in core.keywords if (one := setting.prose((Piece(word),)))]
    for id_ in notes.keys() - setting.called:
        draft.leave(text_of(notes[id_]))


def _language(text: str, source: Source) -> str:
    found = language_of(text, source.spoken, source.draft.incoming.serbian)
    if not found:
        source.tell(
            "language-unknown",
            "the language of the article is not known and taken for English",
            "import it again with --lang",
        )
    return found or OTHERWISE


def _said_in(items: list[Item]) -> str:
    return " ".join(" ".join(item.text.split()) for item in items if isinstance(item, Line))


def _leave_furniture(source: Source) -> None:
    """Leave what stands at the head and the foot of each page."""
    for kind in FURNITURE:
        for member in source.members(kind):
            root = source.root(member)
            parts = () if root is None else Flow(source, member).read(root)
            for line in lines_in(parts):
                source.draft.leave(line.text, Reason.PAGE)


def _leave_comments(source: Source) -> None:
    """Leave the comments, each with its author."""
    member = source.member("comments")
    root = source.root(member)
    comments = [] if root is None else list(root.iter(qualified("w:comment")))
    for comment in comments:
        text = " ".join(line.text for line in lines_in(Flow(source, member).read(comment)))
        source.draft.leave(f"{author_of(comment)}: {text}" if author_of(comment) else text)
    if comments:
        source.draft.findings.warn(
            0, "comments", f"the file has {len(comments)} comments, which the report has", ""
        )


def _visible(package: Package, source: Source) -> list[str]:
    members = [
        package.main,
        *(source.member(f"{kind}s") for kind in KINDS),
        *(member for kind in FURNITURE for member in source.members(kind)),
        source.member("comments"),
    ]
    roots = (source.root(member) for member in members)
    return [text for root in roots if root is not None for text in seen_in(root)]
