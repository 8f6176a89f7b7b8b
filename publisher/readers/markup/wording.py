"""The words of a picture: which are its caption, which its credit, and which are neither."""

import re
from dataclasses import dataclass, field

from publisher.readers.captions import split_caption
from publisher.readers.incoming import Reason
from publisher.readers.markup.boxes import Box
from publisher.readers.markup.kinds import BLOCKS, Element, kind, names
from publisher.readers.markup.pieces import BREAK, Marks, Piece, cut, plain, tidy
from publisher.readers.markup.seen import is_longer, is_unseen, seen_text, visible_runs
from publisher.readers.markup.setting import Setting
from publisher.readers.markup.walk import walk

CREDIT = re.compile(
    r"credit|copyright|photographer|fotograf|attribution"
    r"|(?:photo|image|media|img|foto|autor|slik[ae])[\s_-]*(?:by|source|author|owner|izvor|autor|foto)"
    r"(?![a-z])"
    r"|(?:^|[\s_-])(?:source|izvor|burimi|autor|author|byline|agency|agencija|rights)(?:$|[\s_-])"
)
CREDIT_ITEMS = frozenset(
    ("copyrightholder", "credittext", "author", "creator", "copyrightnotice", "sourceorganization")
)
CREDIT_TAGS = frozenset(("cite", "small", "figcredit"))
WHISPERED = re.compile(
    r"\s*(?:image|photo|picture|media)?\s*(?:source|credit|copyright|by|foto|izvor)\s*[,:]?\s*",
    re.IGNORECASE,
)
CAPTIONED = re.compile("caption|cutline|legend|opis")
CREDIT_LAST = re.compile(r"(?:credits?|copyright|author|source|by|attribution)$")
PHRASES = frozenset(("span", "strong", "b", "em", "i", "small", "a", "font", "div", "p", "cite"))
LABELLED = re.compile(
    r"(?:photo(?:graph(?:er|s|y)?)?s?(?: credit)?|image(?: credit)?|credits?|picture|source"
    r"|foto(?:graf\w*)?|izvor|autor(?: fotografije)?|burimi|фото(?:граф\w*)?|извор)"
    r"\s*(?::|\.\.\.|…|\bby\b)"
    r"|©|\(c\)|REUTERS/|AP Photo/|courtesy of",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.!?]\s+[^\W\d_]")
CAPITAL = "[^\\W\\d_a-zа-яђјљњћџčćđšžçë]"
SIGNATURE = re.compile(
    rf"(?:(?i:courtesy of )|{CAPITAL}[\w.’'-]*)"
    rf"(?:(?:\s+|\s*/\s*|\s+(?:de|van|von|via)\s+){CAPITAL}[\w.’'-]*){{0,5}}"
)
LONGEST_LABELLED = 120  # characters
LONGEST_SIGNATURE = 60
LABEL = re.compile(
    r"(?:^|(?<=[\s(|/–—-]))(?P<label>(?:photo(?:graph)?(?:s|er)?(?: (?:credit|by|courtesy))?"
    r"|image(?: (?:credit|source))?|picture|credits?|source|copyright|illustration"
    r"|foto(?:grafija|graf|ja|grafi(?:a|ja)?)?|izvor|autor|burimi|фото(?:графија)?|извор|снимио"
    r")\s*:?|©)\s*$",
    re.IGNORECASE,
)
NAMED = re.compile(r"^(?:image )?caption\s*[,:]\s*", re.IGNORECASE)
DANGLING = re.compile(r"(?:\s*[|/•·]|\s+[–—-])\s*$|\s*[(\[]\s*$")
CLOSING = re.compile(r"^\s*[)\]]\s*|^\s*[|/•·–—-]\s+")
BUTTONS = frozenset(("button", "nav", "form", "label"))
TOOL_NAMES = re.compile(
    r"(?:^|[\s_-])(?:zoom|enlarge|expand|fullscreen|share|social|counter|count|play|button|btn|icon"
    r"|toggle|purchase|licensing|download)(?:$|[\s_-])"
)
TOOL_TEXTS = re.compile(
    r"(?:(?:acquire|purchase) licensing rights|opens (?:in a )?new (?:tab|window)|open image"
    r"|enlarge|expand|image|photo|media|press enter or click to view image in full size|slideshow"
    r"|view image in fullscreen|(?:toggle|hide) caption|read more|play video"
    r"|\d+\s*(?:/|of|od|nga)\s*\d+)[.,\s]*",
    re.IGNORECASE,
)
LONGEST_TOOL = 40  # characters
LONGEST_CREDIT = 120  # characters; what is longer and stands alone is a caption after all


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a picture."""

    caption: tuple[Piece, ...] = ()
    credit: str = ""


@dataclass(slots=True)
class _Lines:
    """Gathers the words of a picture line by line."""

    setting: Setting
    picture: Element | None
    credit_within: Element | None = None
    lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    credits: list[list[Piece]] = field(default_factory=list)

    @property
    def base(self) -> str:
        return self.setting.base

    @property
    def language(self) -> str:
        return self.setting.draft.language

    def enter(self, element: Element, marks: Marks) -> bool:
        """Go into everything but the picture itself and what only serves to enlarge it."""
        del marks
        if element is self.picture or kind(element) == "noscript":
            return element is self.picture
        if self._is_tool(element):
            self.setting.draft.leave(" ".join(visible_runs(element)), Reason.PAGE)
            return False
        if kind(element) == "br" or kind(element) in BLOCKS:
            self.end()
        if self.credit_within is None and _is_credit(element):
            self.credit_within = element
            self.credits.append([])
        return True

    def _is_tool(self, element: Element) -> bool:
        tag = kind(element)
        if tag in BUTTONS and element.find(".//img") is None:
            return True
        if self.setting.apart(element) and not (
            _is_credit(element) or CAPTIONED.search(names(element))
        ):
            return True
        if tag in {"figcaption", "figure"} or len(element) > 2:  # noqa: PLR2004 -- a label is flat
            return False
        text = " ".join(visible_runs(element))
        called = TOOL_NAMES.search(names(element))
        return bool(text) and bool(
            (called and len(text) < LONGEST_TOOL) or TOOL_TEXTS.fullmatch(text)
        )

    def leave(self, element: Element) -> None:
        """End a line with its block."""
        if element is self.credit_within:
            self.credit_within = None
        if kind(element) in BLOCKS:
            self.end()

    def end(self) -> None:
        """End a line."""
        if self.credit_within is not None:
            self.credits[-1].append(Piece(" "))
        elif self.lines[-1]:
            self.lines.append([])

    def words(self, text: str, marks: Marks) -> None:
        """Add to the caption or to the credit."""
        (self.lines if self.credit_within is None else self.credits)[-1].append(Piece(text, marks))
        if self.credit_within is not None and text.strip():
            self.lines[-1].append(Piece(" "))


def _is_credit(element: Element) -> bool:
    """Whether an element holds a credit and not the caption too."""
    if _is_whispered(element) or _is_labelled(element) or _is_signature(element):
        return True
    told = kind(element) in CREDIT_TAGS or (element.get("itemprop") or "").lower() in CREDIT_ITEMS
    return (told or _is_named_credit(element)) and not _holds_caption(element)


def _is_named_credit(element: Element) -> bool:
    """Whether a class or the id says credit; in "caption-credit" the last word counts."""
    tokens = names(element).split()
    credits_, captions = (
        [token for token in tokens if sign.search(token)] for sign in (CREDIT, CAPTIONED)
    )
    both = [token for token in credits_ if token in captions]
    if both:
        return all(CREDIT_LAST.search(token) for token in both)
    return bool(credits_) and not captions


def _is_whispered(element: Element) -> bool:
    """Whether only those who listen are told that a credit follows."""
    first = next(iter(element), None)
    if first is None or (element.text or "").strip() or not is_unseen(first):
        return False
    return bool(WHISPERED.fullmatch("".join(map(str, first.itertext()))))


def _is_labelled(element: Element) -> bool:
    """Whether an element in a caption begins with the label of a credit and holds no more."""
    if kind(element) not in PHRASES or is_longer(element, LONGEST_LABELLED):
        return False
    if any(CREDIT.search(names(one)) for one in element.iterdescendants() if kind(one)):
        return False
    runs = tuple(visible_runs(element))
    text = " ".join(runs)
    if len(runs) > 1:
        return False
    return bool(LABELLED.match(text)) and not SENTENCE_END.search(text[:-1])


def _is_signature(element: Element) -> bool:
    """Whether an element is a name that ends a caption after its last sentence."""
    before = element.getprevious()
    parent = element.getparent()
    if kind(element) not in PHRASES or (element.tail or "").strip() or parent is None:
        return False
    if element.getnext() is not None or is_longer(element, LONGEST_SIGNATURE):
        return False
    text = parent.text if before is None else before.tail or (kind(before) and seen_text(before))
    ended = (text or "").rstrip().endswith((".", "!", "?", "”", "“", "»", '"'))
    return ended and bool(SIGNATURE.fullmatch(" ".join(visible_runs(element))))


def _holds_caption(element: Element) -> bool:
    """Whether what names itself a credit holds the caption too."""
    if kind(element) == "figure":
        return True
    inner = [one for one in element.iterdescendants() if kind(one)]
    if any(kind(one) == "figcaption" or "caption" in names(one) for one in inner):
        return True
    credit = next((one for one in inner if CREDIT.search(names(one))), None)
    if credit is None:
        return False
    whole, part = (len(" ".join(visible_runs(one))) for one in (element, credit))
    return whole - part > LONGEST_LABELLED // 2


def read_wording(box: Box, setting: Setting) -> Wording:
    """Read the caption and the credit of a picture; what is neither is left to the page."""
    lines = _Lines(setting, box.picture)
    for element in (box.frame, *box.words):
        walk([element], lines)
        lines.end()
    rows = [row for row in map(tidy, lines.lines) if plain(row).strip(" .,;|/-–—()[]")]
    printed = [plain(tidy(row)) for row in lines.credits if plain(tidy(row)).strip()]
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
    credit = _bare(" ".join(printed))
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


def line_of_pieces(element: Element, base: str, language: str) -> tuple[Piece, ...]:
    """Read all that an element says as one line."""
    line = _Line(base, language)
    walk([element], line)
    return tidy(line.pieces)


@dataclass(slots=True)
class _Line:
    """Gathers the words of an element."""

    base: str
    language: str
    pieces: list[Piece] = field(default_factory=list)

    def enter(self, element: Element, marks: Marks) -> bool:
        """Go into everything."""
        del marks
        if kind(element) == "noscript":
            return False
        if kind(element) == "br" or kind(element) in BLOCKS:
            self.pieces.append(Piece(" "))
        return True

    def leave(self, element: Element) -> None:
        """Part blocks by a space."""
        if kind(element) in BLOCKS:
            self.pieces.append(Piece(" "))

    def words(self, text: str, marks: Marks) -> None:
        """Add to the line."""
        self.pieces.append(Piece(text, marks))
