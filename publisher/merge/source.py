"""Edits of the source edition are written into the article, and its translations become fuzzy."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from publisher.catalog.message import FUZZY, Catalog, Key, Message, Previous
from publisher.catalog.segment import segment_of
from publisher.catalog.tags import named
from publisher.errors import PublishError
from publisher.merge.findings import Comparison, Edit, Problem
from publisher.merge.shells import UnplacedError
from publisher.merge.translation import Change, notes_of
from publisher.merge.word.returned import Returned, words_of
from publisher.merge.words import write_inlines
from publisher.model.article import Article
from publisher.model.inline import Footnote, Inline, Link, Text
from publisher.model.text import require_safe_link
from publisher.model.walk import Role, runs
from publisher.readers.base import Reading
from publisher.readers.markdown.rewrite import Read, Rewritten, rewrite


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An article's source with an editor's changes.

    Attributes:
        data: The source.
        reading: What is read from it.
        keys: The new key of each entry whose source changed, by its old one.
    """

    data: bytes
    reading: Reading
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    keys: tuple[tuple[Key, Key], ...]


def merge_source(
    data: bytes, reading: Reading, comparison: Comparison, returned: Returned, read: Read
) -> Written:
    """Write the edits of the source edition into the article's source, one after another.

    Args:
        data: The source.
        reading: What was read from it.
        comparison: Of the file with the edition in the source language.
        returned: The file.
        read: Reads a source as `data` was read.
    """
    changes: list[Change] = []
    problems: list[Problem] = []
    keys: list[tuple[Key, Key]] = []
    for edit in comparison.edits:
        try:
            done = _rewritten(data, reading, edit, returned, read)
        except (UnplacedError, PublishError) as error:
            problems.append(Problem(code="markup", message=str(error), text=words_of(edit.bits)))
            continue
        if done.reading.article == reading.article:
            continue
        data, reading = done.data, done.reading
        after = _after(reading, edit.number)
        if after != edit.segment.text:  # else a link leads elsewhere, which no translation says
            keys.append((edit.segment.key, (edit.segment.role.value, after)))
        changes.append(_change(edit, after, done.reading))
    return Written(
        data=data,
        reading=reading,
        changes=tuple(changes),
        problems=tuple(problems),
        keys=tuple(keys),
    )


def _rewritten(
    data: bytes, reading: Reading, edit: Edit, returned: Returned, read: Read
) -> Rewritten:
    children = _children(edit, reading, returned)
    done = rewrite(data, reading, edit.number, children, read)
    if done is None:
        raise UnplacedError("it cannot be written into the article without changing more")
    return done


def _change(edit: Edit, after: str, reading: Reading) -> Change:
    """Tell a change; one of an address, which the text does not show, with the addresses."""
    before = edit.segment.text
    if before == after and reading.article:
        _, run = runs(reading.article)[edit.number]
        before, after = (
            " ".join((text, *_addresses(children)))
            for text, children in ((before, edit.segment.run.children), (after, run.children))
        )
    role = edit.segment.role.value
    return Change(segment=edit.segment.id, role=role, before=before, after=after)


def _addresses(children: tuple[Inline, ...]) -> Iterator[str]:
    yield from (node.href for _, node in named(children) if isinstance(node, Link))


def _after(reading: Reading, number: int) -> str:
    if reading.article is None:  # rewriting gives none that cannot be read
        return ""
    place, run = runs(reading.article)[number]
    return segment_of(place, run).text


def _children(edit: Edit, reading: Reading, returned: Returned) -> tuple[Inline, ...]:
    """Give the inlines that an edit asks for.

    Raises:
        UnplacedError: The text was deleted, or calls a footnote that the article has not.
        ArticleError: A link leads where none may lead.
    """
    if edit.segment.role is Role.ALT:
        return (Text(text=words_of(edit.bits).strip()),)
    notes = _notes(reading.article, notes_of(returned))
    children = write_inlines(edit.bits, edit.segment.run.children, notes)
    children = _trimmed(children)
    if not children:
        raise UnplacedError("the text was deleted")
    for bit in edit.bits:
        if bit.href:
            require_safe_link(bit.href)
    return children


def _trimmed(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Take white space off both ends."""
    if children and isinstance(children[0], Text):
        text = children[0].text.lstrip()
        children = (*((Text(text=text),) if text else ()), *children[1:])
    if children and isinstance(children[-1], Text):
        text = children[-1].text.rstrip()
        children = (*children[:-1], *((Text(text=text),) if text else ()))
    return children


def _notes(article: Article | None, ids: Mapping[str, str]) -> Mapping[str, Footnote]:
    """Give the footnotes of an article by the id of the note in the file."""
    if article is None:
        return {}
    footnotes = {
        segment_of(place, run).id: Footnote(content=run)
        for place, run in runs(article)
        if place.role is Role.FOOTNOTE
    }
    return {id_: footnotes[key] for id_, key in ids.items() if key in footnotes}


def rekey(catalog: Catalog, keys: tuple[tuple[Key, Key], ...], kept: frozenset[Key]) -> Catalog:
    """Let translations follow their source: fuzzy, with the text that they were made from.

    An entry that the catalog has for a new text already says what that text means: it stays, and
    the entry of the old text is left for an update to put away.

    Args:
        catalog: Before.
        keys: The new key of each entry whose source changed, by its old one.
        kept: The keys that the article still has; their entries stay as well.
    """
    moved = dict(keys)
    taken = {message.key for message in catalog.messages if _is_in_use(message)}
    messages: list[Message] = []
    for message in catalog.messages:
        new = moved.get(message.key)
        follows = new is not None and new not in taken and not message.obsolete
        if not follows or message.key in kept:
            messages.append(message)
        if new is not None and follows:
            taken.add(new)
            messages.append(_moved(message, new[1]))
    return replace(catalog, messages=tuple(messages))


def _is_in_use(message: Message) -> bool:
    """Whether a new text is not in need of another entry: an obsolete one comes back with it."""
    return not message.obsolete or any(message.translations)


def _moved(message: Message, source: str) -> Message:
    if not message.translation:
        return replace(message, source=source)
    made_from = message.previous if message.fuzzy else None
    previous = made_from or Previous(source=message.source, context=message.context)
    flags = (FUZZY, *(flag for flag in message.flags if flag != FUZZY))
    return replace(message, source=source, flags=flags, previous=previous)
