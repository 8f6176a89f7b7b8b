"""An article of what a feed tells."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from publisher.model.agencies import find_supplier
from publisher.model.article import Contributor, ContributorRole
from publisher.model.block import Block, Paragraph
from publisher.model.inline import Prose, prose
from publisher.model.text import SAFE_SCHEMES, find_forbidden
from publisher.model.walk import plain_text
from publisher.readers.bylines import LABELLED, read_byline
from publisher.readers.closing import LONGEST_NOTE, NOTE, RESERVED, RIGHTS
from publisher.readers.dates import first_day
from publisher.readers.declared import settle_language
from publisher.readers.draft import Draft, paragraphs, presentable
from publisher.readers.incoming import Imported
from publisher.readers.letters import letters
from publisher.readers.markup.flow import read_blocks
from publisher.readers.markup.kinds import Element
from publisher.readers.markup.parse import measure
from publisher.readers.markup.seen import seen_text, visible_runs
from publisher.readers.markup.setting import Setting
from publisher.readers.news.accounts import left_over
from publisher.readers.news.notes import Notes, take_notes
from publisher.readers.news.opening import take_dateline, without_head
from publisher.readers.news.own import settle_own
from publisher.readers.news.pictures import Pictures
from publisher.readers.news.rich import rich_run
from publisher.readers.news.story import MOST_PICTURES, Seen, Story
from publisher.readers.news.tree import empty
from publisher.readers.news.wording import line_of, paragraphs_of

MOST_ELEMENTS = 20_000  # of a text; a long report has a fiftieth of it
MOST_RUNS = 20_000  # of a file
MOST_CHARACTERS = 3_000_000  # of a file
MOST_DEPTH = 3_000_000  # of all elements together
SENTENCE_END = re.compile(r"[.!?…][”“»\"]?\s")
ENOUGH = 200  # letters of a text that tell its language better than a default of the sender's


def assemble(draft: Draft, story: Story, seen: Iterable[Seen]) -> Imported:
    """Make the article, and tell what of the feed is not in it.

    Args:
        draft: Holds the file, and what was found on the way so far.
        story: What the feed tells.
        seen: Every run of words in the file, in its order.
    """
    runs = _bounded(draft, seen)
    draft.visible.extend(run.text for run in runs)
    body = etree.Element("body") if story.body is None else story.body
    notes = Notes()
    _refuse(draft, story)
    if not draft.findings.stopped:
        for caution in story.cautions:
            draft.findings.warn(0, caution.code, caution.message, caution.hint)
        text = "\n".join(visible_runs(body))
        _settle_language(draft, story, text)
        _fill_head(draft, story)
        settle_own(body, draft)
        notes = take_notes(body, draft)
        draft.body.extend(_body(draft, story, body))
        _fill_summary(draft, story)
    imported = draft.finish()
    if imported.article is not None:
        imported = replace(imported, article=notes.put(imported.article))
    rest = left_over(imported, runs, draft.incoming.name)
    return replace(imported, rest=(*imported.rest, *rest))


def _bounded(draft: Draft, seen: Iterable[Seen]) -> tuple[Seen, ...]:
    """List the runs of words, unless there are more than a file of news has."""
    runs: list[Seen] = []
    characters = 0
    for run in seen:
        text = presentable(run.text)
        characters += len(text)
        if characters > MOST_CHARACTERS or len(runs) >= MOST_RUNS:
            message = (
                f"the file has more than {MOST_CHARACTERS:,} characters or {MOST_RUNS:,} lines"
            )
            draft.findings.error(0, "feed-too-large", message, "split it")
            break
        runs.extend([Seen(text, run.part)] if text else [])
    return tuple(runs)


def _refuse(draft: Draft, story: Story) -> None:
    size = None if story.body is None else measure(story.body)
    if size and (size.elements > MOST_ELEMENTS or size.depth > MOST_DEPTH):
        draft.findings.error(0, "feed-too-large", f"the text has {size.elements} elements")
    elif (size.pictures if size else 0) + len(story.pictures) > MOST_PICTURES:
        draft.findings.error(0, "feed-too-large", f"there are more than {MOST_PICTURES} pictures")


def _settle_language(draft: Draft, story: Story, text: str) -> None:
    if draft.language:
        return
    words = " ".join((*map(line_of, (*story.headlines, *story.summaries)), text))
    serbian = draft.incoming.serbian
    found = settle_language(story.language, words, serbian)
    told = settle_language(story.language, "2", serbian) if story.language else ""
    if told and _base(told) != _base(found) and len(letters(words)) < ENOUGH:
        found = told
    draft.language = found or "en"
    if not found:
        draft.findings.warn(
            0, "language-unknown", "the language of the story is not known", "say it with --lang"
        )
    elif told and _base(told) != _base(found):
        draft.findings.warn(
            0,
            "language-differs",
            f"the feed says that the story is in {told}, and its words are in {found}",
            "say with --lang which is right",
        )


def _base(tag: str) -> str:
    return tag.partition("-")[0]


def _fill_head(draft: Draft, story: Story) -> None:
    draft.title = next(filter(None, (rich_run(one, draft) for one in story.headlines)), None)
    draft.subtitle = rich_run(story.subtitle, draft)
    lines = story.bylines or story.authors
    for line in dict.fromkeys(filter(None, map(line_of, lines))):
        for one in _contributors(line, named=not story.bylines):
            if one not in draft.byline:
                draft.byline.append(one)
    for name, role in story.others:
        one = Contributor(name=prose(presentable(name)), role=ContributorRole(role))
        if one not in draft.byline:
            draft.byline.append(one)
    draft.published = first_day(story.published, draft.language)
    updated = first_day(story.updated, draft.language)
    draft.published = draft.published or updated
    if updated and draft.published and updated > draft.published:
        draft.updated = updated
    draft.keywords.extend(dict.fromkeys(paragraphs(map(line_of, story.keywords))))
    draft.rights = _run(line_of(story.rights))
    source = story.source.strip()
    if source.lower().startswith(SAFE_SCHEMES[:2]) and not find_forbidden(source):
        draft.source = source


def _run(text: str) -> Prose | None:
    return prose(text) if text else None


def _contributors(line: str, *, named: bool) -> tuple[Contributor, ...]:
    found = None if named else read_byline(line, sure=True)
    if found:
        people = tuple(one for one in found.contributors if not _is_paper(one))
        return people or found.contributors
    for role, pattern in () if named else LABELLED:
        labelled = pattern.fullmatch(line)
        if labelled:
            return (Contributor(name=prose(labelled["names"]), role=role),)
    return (Contributor(name=prose(line)),)


def _is_paper(contributor: Contributor) -> bool:
    """Whether one named in a byline is the house that somebody works for."""
    name = plain_text(contributor.name.children)
    return name.startswith("The ") or find_supplier(name) is not None


def _body(draft: Draft, story: Story, body: Element) -> tuple[Block, ...]:
    pictures = Pictures(story.pictures, draft)
    pictures.prepare(body)
    endings = (*story.endings, *_footer(body))
    blocks = pictures.finish(read_blocks([body], Setting(draft=draft)))
    blocks = take_dateline(without_head(blocks, story, draft), story, draft)
    if not any(isinstance(block, Paragraph) for block in blocks):
        text = paragraphs_of("\n\n".join(map(line_of, story.summaries)))
        blocks = (*blocks, *read_blocks([text], Setting(draft=draft)))
    blocks = _closed(blocks, endings, draft)
    above, below = pictures.others()
    return (*above, *blocks, *below)


def _fill_summary(draft: Draft, story: Story) -> None:
    """Take the first summary that is not only the beginning of the text."""
    text = "".join(
        letters(plain_text(block.content.children))
        for block in draft.body
        if isinstance(block, Paragraph)
    )
    title = "" if draft.title is None else letters(plain_text(draft.title.children))
    for summary in story.summaries:
        known = letters(line_of(summary))
        if known and known not in text and known != title:
            draft.summary = rich_run(summary, draft)
            return


def _footer(body: Element) -> Iterator[str]:
    """Take the footer off the text, where it is no more than a note."""
    for footer in list(body.iter("footer")):
        if next(footer.iterancestors("blockquote"), None) is not None:
            continue  # it names who is quoted
        text = seen_text(footer)
        if len(text) <= LONGEST_NOTE and next(footer.iter("img"), None) is None:
            yield text
            empty(footer)


def _closed(blocks: tuple[Block, ...], endings: Iterable[str], draft: Draft) -> tuple[Block, ...]:
    """Take the note and the rights from below the text."""
    for ending in filter(None, map(line_of, endings)):
        _take(draft, prose(ending), sure=True)
    while len(blocks) > 1 and isinstance(last := blocks[-1], Paragraph):
        if not _take(draft, last.content, sure=False):
            break
        blocks = blocks[:-1]
    return blocks


def _is_note(text: str) -> bool:
    """Whether a paragraph is a closing note, and does not only end with one."""
    found = NOTE.search(text)
    return found is not None and SENTENCE_END.search(text, 0, found.start()) is None


def _take(draft: Draft, run: Prose, *, sure: bool) -> bool:
    text = plain_text(run.children)
    if len(text) > LONGEST_NOTE and not sure:
        return False
    if draft.rights is None and (RIGHTS.match(text) or RESERVED.search(text)):
        draft.rights = run
    elif draft.note is None and (sure or _is_note(text)):
        draft.note = run
    else:
        return False
    return True
