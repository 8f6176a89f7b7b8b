"""NewsML-G2 and NITF, by the outermost element of a file."""

from publisher.readers.charset import decode_page
from publisher.readers.draft import Draft
from publisher.readers.incoming import Imported, Incoming
from publisher.readers.news.assemble import assemble
from publisher.readers.news.newsml import newsml_story
from publisher.readers.news.newsml_seen import newsml_seen
from publisher.readers.news.nitf import nitf_seen, nitf_story
from publisher.readers.news.size import refuse_large
from publisher.readers.news.tree import name_of
from publisher.readers.news.wording import MOST_CHARACTERS, is_too_long
from publisher.readers.news.xml_text import FeedError, ParsedFeed, parse_feed

ITEMS = {"newsmessage", "newsitem", "packageitem"}


def read_xml(incoming: Incoming) -> Imported:
    """Read a story in NewsML-G2 or NITF.

    Of several, the main text is read, with the pictures that belong to it; the words of the others
    are told.
    """
    draft = Draft(incoming)
    if refuse_large(draft):
        return draft.finish()
    decoded = decode_page(incoming.data)
    if not decoded.sure:
        message = f"the file was read as {decoded.encoding}, which may be wrong"
        draft.findings.warn(0, "encoding", message, "save it as UTF-8")
    if is_too_long(decoded.text):
        message = f"the file has more than {MOST_CHARACTERS:,} characters"
        draft.findings.error(0, "feed-too-large", message, "is it the right one?")
        return draft.finish()
    try:
        return _read(draft, parse_feed(decoded.text))
    except FeedError as error:
        draft.findings.error(0, "feed-damaged", error.message, error.hint)
        return draft.finish()


def _read(draft: Draft, parsed: ParsedFeed) -> Imported:
    if parsed.fault:
        message = f"the file is not well formed, and words of it may be missing: {parsed.fault}"
        draft.findings.warn(0, "feed-damaged", message, "get it again from its sender")
    root = parsed.root
    name = name_of(root)
    if name == "nitf":
        return assemble(draft, nitf_story(root), nitf_seen(root))
    if name in ITEMS:
        story, others = newsml_story(root)
        return assemble(draft, story, newsml_seen(root, others))
    message = f"the file's outermost element is <{name[:40]}>, which is neither NewsML-G2 nor NITF"
    draft.findings.error(0, "feed-unknown", message, "ask its sender for one of them, or for ninjs")
    return draft.finish()
