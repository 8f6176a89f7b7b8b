"""The words of a picture: which are its caption, which its credit, and which are neither."""

import re
from dataclasses import dataclass

from publisher.readers.captions import is_credit, split_caption
from publisher.readers.incoming import Reason
from publisher.readers.markup.boxes import Box
from publisher.readers.markup.lines import Lines
from publisher.readers.markup.pieces import BREAK, Piece, cut, plain, tidy
from publisher.readers.markup.setting import Setting
from publisher.readers.markup.walk import walk

LABEL = re.compile(
    r"(?:^|(?<=[\s(|/–—-]))(?P<label>(?:photo(?:graph)?(?:s|er)?(?: (?:credit|by|courtesy))?"
    r"|image(?: (?:credit|source))?|picture|credits?|source|copyright|illustration"
    r"|foto(?:grafija|graf|ja|grafi(?:a|ja)?)?|izvor|autor|burimi|фото(?:графија)?|извор|снимио"
    r")\s*:?|©)\s*$",
    re.IGNORECASE,
)
READ_ALOUD = re.compile(r"credit\s*(?:\.\.\.|…)\s*(?=\S)", re.IGNORECASE)
NAMED = re.compile(r"^(?:image )?caption\s*[,:]\s*", re.IGNORECASE)
DANGLING = re.compile(r"(?:\s*[|/•·]|\s+[–—-])\s*$|\s*[(\[]\s*$")
CLOSING = re.compile(r"^\s*[)\]]\s*|^\s*[|/•·–—-]\s+")
LONGEST_CREDIT = 120  # characters; what is longer and stands alone is a caption after all


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a picture."""

    caption: tuple[Piece, ...] = ()
    credit: str = ""


def read_wording(box: Box, setting: Setting) -> Wording:
    """Read the caption and the credit of a picture; what is neither is left to the page."""
    lines = Lines(setting, box.picture)
    for element in (box.frame, *box.words):
        walk([element], lines)
        lines.end()
    rows = [row for row in map(tidy, lines.lines) if plain(row).strip(" .,;|/-–—()[]")]
    printed = [plain(tidy(row)) for row in lines.credits if plain(tidy(row)).strip()]
    if not printed and len(rows) > 1:
        alone = [row for row in rows if is_credit(plain(row))]
        rows = [row for row in rows if row not in alone[:1]]
        printed = [plain(row) for row in alone[:1]]
    for at, line in enumerate(printed):
        if line in printed[:at]:
            setting.draft.leave(line, Reason.REPEATED)
    return _settle(_once(rows, setting), tuple(dict.fromkeys(printed)), setting)


def _once(rows: list[tuple[Piece, ...]], setting: Setting) -> tuple[Piece, ...]:
    """Join the lines of a caption; one that stands twice is printed once."""
    kept: dict[str, tuple[Piece, ...]] = {}
    for row in rows:
        text = NAMED.sub("", plain(row))
        if text in kept:
            setting.draft.leave(plain(row), Reason.REPEATED)
        elif text:
            named = len(plain(row)) - len(text)
            if named:
                setting.draft.leave(plain(row)[:named], Reason.UNDERSTOOD)
            kept[text] = cut(row, named, len(plain(row)))
    joined: list[Piece] = []
    for row in kept.values():
        joined.extend([Piece(" "), *row] if joined else row)
    return tidy(joined)


def _settle(caption: tuple[Piece, ...], printed: tuple[str, ...], setting: Setting) -> Wording:
    text = plain(caption)
    if not printed:
        return _split(caption)
    credit = _unlabelled(_bare(" ".join(printed)), setting)
    if not text:
        alone = _split((Piece(credit),))
        longer = len(credit) > LONGEST_CREDIT or plain(alone.caption).endswith((".", "!", "?"))
        return alone if longer or (alone.credit and not alone.caption) else Wording(credit=credit)
    label = LABEL.search(text)
    if label:
        start = label.start("label")
        credit = f"{text[start:]} {credit}" if text[start:] != "©" else f"© {credit}"
        caption = cut(caption, 0, start)
    else:
        split = _split(caption)
        if split.credit and (credit in split.credit or split.credit in credit):
            shorter = min(split.credit, credit, key=len)
            setting.draft.leave(shorter, Reason.REPEATED)
            return Wording(caption=split.caption, credit=max(split.credit, credit, key=len))
    return Wording(caption=_bared(caption), credit=credit)


def _unlabelled(credit: str, setting: Setting) -> str:
    """Take from a credit the label that is only read aloud, though some pages show it."""
    label = READ_ALOUD.match(credit)
    if label is None:
        return credit
    setting.draft.leave(label.group(), Reason.UNDERSTOOD)
    return credit[label.end() :]


def _split(caption: tuple[Piece, ...]) -> Wording:
    text = plain(caption)
    split = split_caption(text.replace(BREAK, " "))
    if not split.credit:
        return Wording(caption=caption)
    start = text.replace(BREAK, " ").find(split.caption) if split.caption else 0
    if start < 0:
        return Wording(caption=(Piece(split.caption),), credit=split.credit)
    return Wording(caption=cut(caption, start, start + len(split.caption)), credit=split.credit)


def _bared(caption: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Take from a caption what only parted it from its credit."""
    text = plain(caption)
    opening, dangling = CLOSING.search(text), DANGLING.search(text)
    start = opening.end() if opening else 0
    return cut(caption, start, dangling.start() if dangling else len(text))


def _bare(credit: str) -> str:
    """Take the parentheses from around a credit.

    >>> _bare("(Foto: Tanjug/S. R.)"), _bare("| AFP"), _bare("J. Doe (AFP)")
    ('Foto: Tanjug/S. R.', 'AFP', 'J. Doe (AFP)')
    """
    line = credit.strip().removeprefix("|").strip()
    for opening, closing in ("()", "[]"):
        if line.startswith(opening) and line.endswith(closing):
            inside = line[1:-1]
            if opening not in inside and closing not in inside:
                line = inside.strip()
    return line
