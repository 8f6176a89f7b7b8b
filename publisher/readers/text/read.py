"""Reading plain text: what each line is, by its shape and its place."""

from collections.abc import Sequence
from dataclasses import replace

from publisher.readers.draft import Draft, presentable
from publisher.readers.encoding import Decoded, decode
from publisher.readers.incoming import Imported, Incoming, Reason
from publisher.readers.text.body import Body
from publisher.readers.text.closing import close
from publisher.readers.text.foreign import what_else
from publisher.readers.text.front import Front
from publisher.readers.text.head import plan
from publisher.readers.text.lines import Line, Raw, lines_of, raw_lines
from publisher.readers.text.mail import read_mail
from publisher.readers.text.phrases import AFTER_LINE, BEFORE_CAPTION
from publisher.readers.tongue import detect

LONGEST = 500_000  # characters; a hundred times an article
WIDEST = 4  # bytes of a character
MOST = 5_000  # lines


def read_text(incoming: Incoming) -> Imported:
    """Read a text copied from a web page, or a mail.

    What each line is can only be seen by its shape, and by what stands around it: a headline that
    is repeated, a caption that stands twice, a name and a day below the headline, a short line
    before long ones. What belongs to the page is left with the reason `PAGE`.
    """
    draft = Draft(incoming)
    if len(incoming.data) > WIDEST * LONGEST:
        return _refused(draft, f"{len(incoming.data):,} bytes")
    decoded = decode(incoming.data)
    if len(decoded.text) > LONGEST:
        return _refused(draft, f"{len(decoded.text):,} characters, more than {LONGEST:,}")
    what, hint = what_else(incoming.data, decoded.text)
    if what:
        draft.findings.error(0, "no-text", f"the file cannot be imported: {what}", hint)
        return draft.finish()
    raws = raw_lines(decoded.text)
    if sum(bool(raw.text.strip()) for raw in raws) > MOST:
        return _refused(draft, f"more than {MOST:,} lines")
    _doubt(decoded, draft)
    draft.visible.extend(filter(None, (presentable(raw.text) for raw in raws)))
    _read(draft, raws, decoded.text)
    return draft.finish()


def _refused(draft: Draft, size: str) -> Imported:
    hint = "is this one article? split it"
    draft.findings.error(0, "file-too-long", f"the text has {size}", hint)
    return draft.finish()


def _doubt(decoded: Decoded, draft: Draft) -> None:
    if not decoded.sure:
        draft.findings.warn(
            0,
            "encoding-unsure",
            f"the text was read as {decoded.encoding}, which is not certain",
            "look at letters such as č, ђ and ë; if they are wrong, save the file as UTF-8",
        )


def _read(draft: Draft, raws: Sequence[Raw], text: str) -> None:
    if not draft.language:
        draft.language = _language(text, draft)
    mail = read_mail(raws, draft)
    lines = lines_of(mail.rest)
    if not lines:
        draft.findings.error(0, "no-text", "there is no text in the file", "is it the right one?")
        return
    _lines(draft, tuple(_trimmed(line, draft) for line in lines))


def _trimmed(line: Line, draft: Draft) -> Line:
    """Cut what agencies' pages print around a caption: its number, and where to buy the picture."""
    before = BEFORE_CAPTION.match(line.text)
    after = AFTER_LINE.search(line.text)
    start = before.end() if before else 0
    end = after.start() if after else len(line.text)
    if not line.text[start:end].strip():
        return line
    draft.leave(line.text[:start], Reason.PAGE, line.number)
    draft.leave(line.text[end:], Reason.PAGE, line.number)
    return replace(line, text=line.text[start:end])


def _language(text: str, draft: Draft) -> str:
    found = detect(text)
    if not found:
        hint = "say --lang"
        draft.findings.warn(
            0, "language-unsure", "the language was not found out; English is taken", hint
        )
    return found or "en"


def _lines(draft: Draft, lines: Sequence[Line]) -> None:
    head = plan(lines, draft.language)
    title = lines[head.title].text if head.title >= 0 else ""
    body = Body(draft, lines, title=title, at=max(head.title, 0))
    Front(draft, lines, head, body).read()
    body.read()
    close(draft)
