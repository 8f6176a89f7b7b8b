"""What mails put around a text: header fields before it and a signature after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from publisher.model.inline import prose
from publisher.readers.days import find_day
from publisher.readers.draft import Draft, presentable
from publisher.readers.incoming import Reason
from publisher.readers.text.lines import Raw
from publisher.readers.text.phrases import DATES, MAIL, SUBJECTS

FEWEST = 3  # header fields, by which a mail is known
SIGNATURE = ("-- ", "--")
LATEST = 12  # lines of a signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """What is left of a text without the parts of a mail."""

    rest: Sequence[Raw]


def read_mail(raws: Sequence[Raw], draft: Draft) -> Mail:
    """Take header fields and signature off; a text that is no mail is given as it is."""
    start = next((at for at, raw in enumerate(raws) if raw.text.strip()), len(raws))
    end = _header_end(raws, start)
    if end - start < FEWEST:
        return Mail(rest=raws)
    for raw in raws[start:end]:
        _field(raw, draft)
    until = _signature(raws, end)
    for raw in raws[until:]:
        draft.leave(raw.text, Reason.PAGE, raw.number)
    return Mail(rest=raws[end:until])


def _header_end(raws: Sequence[Raw], start: int) -> int:
    end = start
    while end < len(raws) and (
        MAIL.fullmatch(raws[end].text.strip())
        or (end > start and raws[end].text[:1] in {" ", "\t"} and raws[end].text.strip())
    ):
        end += 1
    return end


def _field(raw: Raw, draft: Draft) -> None:
    """Read the day and the subject of a mail; who sent it to whom belongs to the mail."""
    found = MAIL.fullmatch(raw.text.strip())
    key = found["key"].lower() if found else ""
    value = presentable(found["value"]) if found else ""
    day = find_day(value, draft.language) if key in DATES else None
    if day:
        draft.published = draft.published or day
    elif key in SUBJECTS and value and draft.subtitle is None and draft.title is None:
        draft.title = prose(value)
    draft.leave(raw.text, Reason.UNDERSTOOD if day else Reason.PAGE, raw.number)


def _signature(raws: Sequence[Raw], start: int) -> int:
    for at in range(max(start, len(raws) - LATEST), len(raws)):
        if raws[at].text in SIGNATURE:
            return at
    return len(raws)
