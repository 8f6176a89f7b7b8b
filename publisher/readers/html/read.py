"""A saved web page as an article."""

from collections.abc import Iterator

from publisher.model.article import Contributor
from publisher.model.block import Block, Paragraph
from publisher.model.inline import prose
from publisher.model.walk import plain_text
from publisher.readers.charset import decode_page
from publisher.readers.dates import day_changed, first_day, settled
from publisher.readers.declared import settle_language
from publisher.readers.draft import Draft, presentable
from publisher.readers.html.bylines import authors_behind, choose_authors
from publisher.readers.html.layout import Layout, lay_out
from publisher.readers.html.leftovers import leave_rest
from publisher.readers.html.told import Told
from publisher.readers.incoming import Imported, Incoming
from publisher.readers.letters import letters
from publisher.readers.markup.flow import read_blocks
from publisher.readers.markup.parse import Parsed, measure, parse_html
from publisher.readers.markup.seen import drawn_words, seen_text, visible_runs
from publisher.readers.markup.setting import Setting

MOST_ELEMENTS = 40_000  # a long article with hundreds of comments has a fifth of them
MOST_PICTURES = 2_000
MOST_DEPTH = 3_000_000  # of all elements together; a page has a hundredth of it
LARGEST = 48_000_000  # bytes; pages with all their pictures inside are smaller


def read_html(incoming: Incoming) -> Imported:
    """Read a saved web page.

    Nothing is fetched and nothing in the page is run: pictures are taken from beside it or from
    inside it, else their addresses are told.
    """
    draft = Draft(incoming)
    if len(incoming.data) > LARGEST:
        size = len(incoming.data) // 1_000_000
        draft.findings.error(
            0, "page-too-large", f"the page has {size} MB", "save it without its pictures inside"
        )
        return draft.finish()
    decoded = decode_page(incoming.data)
    if not decoded.sure:
        draft.findings.warn(
            0,
            "encoding",
            f"the page was read as {decoded.encoding}, which may be wrong",
            "look at its letters, or save it as UTF-8",
        )
    parsed = parse_html(decoded.text)
    if _refuse(parsed, draft):
        return draft.finish()
    _read(lay_out(parsed.root, decoded.text), draft)
    return draft.finish()


def _refuse(parsed: Parsed, draft: Draft) -> bool:
    """Refuse what is no page of a newspaper, before it takes too long to read."""
    size = measure(parsed.root)
    if parsed.cut or size.depth > MOST_DEPTH:
        draft.findings.error(
            0, "page-too-deep", "the page's elements are nested too deep", "copy its text instead"
        )
    elif size.elements > MOST_ELEMENTS or size.pictures > MOST_PICTURES:
        draft.findings.error(
            0,
            "page-too-large",
            f"the page has {size.elements} elements and {size.pictures} pictures",
            "copy the article out of it",
        )
    else:
        draft.visible.extend(filter(None, map(presentable, visible_runs(parsed.root))))
        _refuse_empty(draft)
        for text in drawn_words(parsed.root):
            draft.visible.append(presentable(text))
            draft.leave(text)
    return draft.findings.stopped


def _refuse_empty(draft: Draft) -> None:
    if not draft.visible:
        draft.findings.error(
            0,
            "page-empty",
            "the page shows no text",
            "it may be made by a script: save it from the browser as a complete page",
        )


def _read(layout: Layout, draft: Draft) -> None:
    told = layout.told
    text = "\n".join(run.text for run in layout.body_runs)
    draft.language = draft.language or settle_language(told.language, text, draft.incoming.serbian)
    if not draft.language:
        draft.language = "en"
        draft.findings.warn(
            0, "language-unknown", "the page's language is not known", "name it with --lang"
        )
    _fill(layout, told, draft)
    setting = Setting(
        draft=draft, base=layout.base or told.address, apart=layout.apart.get, facts=told.pictures
    )
    draft.body.extend(_below_head(read_blocks(layout.nodes, setting, layout.plan), layout, draft))
    leave_rest(layout, draft)
    if not draft.body:
        draft.findings.warn(
            0, "text-missing", "no text of an article was found", "copy it out of the page by hand"
        )


def _below_head(blocks: tuple[Block, ...], layout: Layout, draft: Draft) -> Iterator[Block]:
    """Take the lines of the head from among the blocks, where no element parted them."""
    lines = dict(layout.head.lines)
    for block in blocks:
        text = plain_text(block.content.children) if isinstance(block, Paragraph) else ""
        reason = lines.pop(letters(text), None)
        if reason is None:
            yield block
        else:
            draft.leave(text, reason)


def _fill(layout: Layout, told: Told, draft: Draft) -> None:
    head = layout.head
    written = next(iter(told.titles), "")
    title = written if head.title is None else seen_text(head.title) or written
    draft.title = prose(presentable(title)) if presentable(title) else None
    deck = "" if head.deck is None else presentable(seen_text(head.deck))
    draft.subtitle = prose(deck) if deck else None
    authors = choose_authors(told, head.authors, layout.runs) or authors_behind(layout.near_runs())
    draft.byline.extend(Contributor(name=prose(name)) for name in authors)
    published = first_day((*told.published, *head.days, *head.near), draft.language)
    draft.published = settled(published, head.days, draft.language)
    changed = (*told.updated, *head.changed)
    draft.updated = first_day(changed, draft.language) or day_changed(
        (*head.days, *head.near, *layout.lines_changed()), draft.language
    )
    if (
        published
        and draft.updated
        and draft.updated <= max(published, draft.published or published)
    ):
        draft.updated = None
    draft.keywords.extend(prose(keyword) for keyword in dict.fromkeys(told.keywords) if keyword)
    draft.rights = prose(presentable(told.rights)) if presentable(told.rights) else None
    draft.source = told.address
