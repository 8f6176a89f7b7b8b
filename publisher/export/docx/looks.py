"""How the shipped template draws its styles: a calm newspaper column, in two typefaces.

Between two paragraphs, Word leaves the larger of the space after one and before the other.
"""

from collections.abc import Mapping
from types import MappingProxyType

from publisher.export.docx.styles import Kind, Letters, Lines, Look, Rule, Style

TEXT, CAPTIONS = "Cambria", "Calibri"  # on every editor's machine, with all letters needed
INK, SOFT, HAIRLINE, TINT, ACCENT = "1C1B19", "5F5B54", "C8C3B9", "F5F2EC", "8C1D18"
ALERT = "FBF1D5"  # behind what somebody has to look at
LIST_INDENT = 20.0  # points by which each level of a list is moved in
BULLETS, NUMBERS = 1, 2  # ids of the template's two lists
SIDES = ("top", "left", "bottom", "right")


def _set(letters: Letters, lines: Lines, based_on: Style = Style.NORMAL) -> Look:
    return Look(based_on=based_on, letters=letters, lines=lines)


def _heading(level: int, letters: Letters) -> Look:
    return Look(
        based_on=Style.NORMAL,
        following=Style.BODY_FIRST,
        letters=letters,
        lines=Lines(
            before=20 if level == 1 else 15,
            after=5,
            pitch=1.05,
            keep_with_next=True,
            keep_whole=True,
            hyphenated=False,
            outline=level - 1,
        ),
    )


def _moved_in(level: int) -> Look:
    lines = Lines(left=LIST_INDENT * level, before=4, after=4)
    return Look(based_on=Style.BODY_FIRST, lines=lines)


def _list(numbering: int) -> Look:
    return Look(based_on=Style.NORMAL, lines=Lines(before=4, after=4, numbering=numbering))


def _characters(letters: Letters) -> Look:
    return Look(kind=Kind.CHARACTER, based_on=Style.CHARACTERS, letters=letters)


def _boxed(colour: str) -> tuple[Rule, ...]:
    return tuple(Rule(side=side, width=0.5, gap=8, colour=colour) for side in SIDES)


OPENING: Mapping[Style, Look] = MappingProxyType(
    {
        Style.NORMAL: Look(
            letters=Letters(face=TEXT, size=11.5, colour=INK),
            lines=Lines(before=0, after=0, pitch=1.18),
        ),
        Style.MASTHEAD: _set(
            Letters(size=14, bold=True, tracking=0.2),
            Lines(
                after=22,
                hyphenated=False,
                keep_with_next=True,
                rules=(
                    Rule(side="top", width=2.5, gap=5, colour=INK),
                    Rule(side="bottom", width=0.5, gap=5, colour=INK),
                ),
            ),
        ),
        Style.TITLE: Look(
            based_on=Style.NORMAL,
            following=Style.SUBTITLE,
            letters=Letters(size=27, bold=True, tracking=-0.2),
            lines=Lines(after=10, pitch=1, keep_with_next=True, keep_whole=True, hyphenated=False),
        ),
        Style.SUBTITLE: _set(
            Letters(size=14, colour=SOFT),
            Lines(after=8, pitch=1.08, keep_with_next=True, keep_whole=True, hyphenated=False),
        ),
        Style.BYLINE: _set(
            Letters(face=CAPTIONS, size=10, bold=True),
            Lines(before=2, keep_with_next=True, hyphenated=False),
        ),
        Style.DATES: _set(
            Letters(face=CAPTIONS, size=9.5, colour=SOFT),
            Lines(before=1, keep_with_next=True, hyphenated=False),
        ),
    }
)

TEXT_LOOKS: Mapping[Style, Look] = MappingProxyType(
    {
        Style.BODY_FIRST: Look(
            based_on=Style.NORMAL, following=Style.BODY, lines=Lines(before=9, first=0)
        ),
        Style.BODY: Look(based_on=Style.NORMAL, lines=Lines(first=15)),
        Style.HEADING_1: _heading(1, Letters(size=16, bold=True)),
        Style.HEADING_2: _heading(2, Letters(size=13, bold=True)),
        Style.HEADING_3: _heading(3, Letters(face=CAPTIONS, size=12, bold=True)),
        Style.HEADING_4: _heading(4, Letters(face=CAPTIONS, size=11.5, bold=True, italic=True)),
        Style.HEADING_5: _heading(5, Letters(face=CAPTIONS, size=11.5, bold=False, italic=True)),
        Style.BULLETS: _list(BULLETS),
        Style.NUMBERS: _list(NUMBERS),
        Style.CONTINUE_1: _moved_in(1),
        Style.CONTINUE_2: _moved_in(2),
        Style.CONTINUE_3: _moved_in(3),
        Style.CONTINUE_4: _moved_in(4),
        Style.CONTINUE_5: _moved_in(5),
        Style.QUOTE: _set(
            Letters(),
            Lines(
                before=9,
                after=4,
                left=18,
                rules=(Rule(side="left", width=1.5, gap=10, colour=HAIRLINE),),
            ),
        ),
        Style.PULL_QUOTE: _set(
            Letters(size=17, italic=True),
            Lines(
                before=18,
                after=9,
                pitch=1.08,
                keep_whole=True,
                hyphenated=False,
                rules=(Rule(side="top", width=2.25, gap=8, colour=ACCENT),),
            ),
        ),
        Style.QUOTE_SOURCE: _set(
            Letters(face=CAPTIONS, size=9.5, colour=SOFT),
            Lines(before=4, after=12, left=18, hyphenated=False),
        ),
        Style.ASIDE_TITLE: Look(
            based_on=Style.ASIDE,
            following=Style.ASIDE,
            letters=Letters(size=10.5, bold=True),
            lines=Lines(before=16, after=0, keep_with_next=True, hyphenated=False),
        ),
        Style.ASIDE: _set(
            Letters(face=CAPTIONS, size=10.5),
            Lines(before=5, after=5, left=9, right=9, pitch=1.1, shade=TINT, rules=_boxed(TINT)),
        ),
        Style.SEPARATOR: _set(
            Letters(colour=SOFT, tracking=2),
            Lines(before=14, after=14, alignment="center", keep_with_next=True),
        ),
        Style.FOOTNOTE_TEXT: _set(Letters(size=9), Lines(after=2, pitch=1.05)),
    }
)

FIGURES: Mapping[Style, Look] = MappingProxyType(
    {
        Style.FIGURE: _set(
            Letters(), Lines(before=16, after=4, pitch=1, keep_with_next=True, hyphenated=False)
        ),
        Style.WITHHELD: _set(
            Letters(face=CAPTIONS, size=9.5, colour=SOFT),
            Lines(
                before=20,
                after=8,
                left=9,
                right=9,
                pitch=1.1,
                keep_with_next=True,
                keep_whole=True,
                shade=TINT,
                rules=_boxed(HAIRLINE),
            ),
        ),
        Style.CAPTION: _set(
            Letters(face=CAPTIONS, size=9.5),
            Lines(before=3, pitch=1.08, keep_whole=True),
        ),
        Style.TAKEN: _set(
            Letters(size=8.5, colour=SOFT), Lines(before=1, hyphenated=False), Style.CAPTION
        ),
        Style.CREDIT: _set(Letters(), Lines(), Style.TAKEN),
        Style.LICENCE: _set(Letters(), Lines(), Style.CREDIT),
        Style.GALLERY_CAPTION: _set(Letters(), Lines(before=8), Style.CAPTION),
        Style.TABLE_CAPTION: _set(
            Letters(bold=True),
            Lines(before=16, after=4, keep_with_next=True, hyphenated=False),
            Style.CAPTION,
        ),
        Style.TABLE_TEXT: _set(
            Letters(face=CAPTIONS, size=10), Lines(before=2, after=2, pitch=1, hyphenated=False)
        ),
        Style.TABLE_TEXT_CENTER: _set(Letters(), Lines(alignment="center"), Style.TABLE_TEXT),
        Style.TABLE_TEXT_RIGHT: _set(Letters(), Lines(alignment="right"), Style.TABLE_TEXT),
        Style.TABLE: Look(kind=Kind.TABLE, based_on=Style.PLAIN_TABLE),
    }
)

ENDING: Mapping[Style, Look] = MappingProxyType(
    {
        Style.NOTE: _set(
            Letters(italic=True),
            Lines(before=18, rules=(Rule(side="top", width=0.5, gap=8, colour=HAIRLINE),)),
        ),
        Style.KEYWORDS: _set(
            Letters(face=CAPTIONS, size=9, colour=SOFT), Lines(before=6, hyphenated=False)
        ),
        Style.SOURCE: _set(Letters(), Lines(before=2), Style.KEYWORDS),
        Style.RIGHTS: _set(Letters(), Lines(before=2), Style.KEYWORDS),
        Style.HEADER: _set(Letters(face=CAPTIONS, size=8.5, colour=SOFT), Lines(hyphenated=False)),
        Style.FOOTER: _set(Letters(), Lines(alignment="center"), Style.HEADER),
        Style.RUNNING_HEAD: _set(Letters(), Lines(), Style.HEADER),
        Style.FOLIO: _set(Letters(), Lines(), Style.FOOTER),
        Style.DRAFT: _set(
            Letters(bold=True, capitals=True, colour=ACCENT, tracking=0.6), Lines(), Style.HEADER
        ),
    }
)

WORK: Mapping[Style, Look] = MappingProxyType(
    {
        Style.REVIEW_TEXT: _set(
            Letters(size=10.5), Lines(before=4, after=4, pitch=1.12, hyphenated=False)
        ),
        Style.REVIEW_LABEL: _set(
            Letters(face=CAPTIONS, size=8.5, colour=SOFT),
            Lines(before=5, after=4, pitch=1.05, alignment="left", hyphenated=False),
        ),
        Style.REVIEW_HEAD: _set(
            Letters(bold=True, colour=INK), Lines(before=4, after=4), Style.REVIEW_LABEL
        ),
        Style.COMMENT_TEXT: _set(Letters(face=CAPTIONS, size=10), Lines(hyphenated=False)),
    }
)

CHARACTERS: Mapping[Style, Look] = MappingProxyType(
    {
        Style.STRONG: _characters(Letters(bold=True)),
        Style.EMPHASIS: _characters(Letters(italic=True)),
        Style.DATELINE: _characters(Letters(face=CAPTIONS, size=10, bold=True, tracking=0.3)),
        Style.LABEL: _characters(Letters(bold=True)),
        Style.CREDIT_LINE: _characters(Letters(proofed=False)),
        Style.CODE: _characters(Letters(face="Consolas", size=10, proofed=False)),
        Style.KEEP: _characters(Letters(proofed=False)),
        Style.HYPERLINK: _characters(Letters(colour="1F4E79", underlined=True)),
        Style.FOOTNOTE_REFERENCE: _characters(Letters(raised=True)),
        Style.COMMENT_REFERENCE: _characters(Letters(size=8)),
    }
)

ROOTS: Mapping[Style, Look] = MappingProxyType(
    {
        Style.CHARACTERS: Look(kind=Kind.CHARACTER),
        Style.PLAIN_TABLE: Look(kind=Kind.TABLE),
    }
)

LOOKS: Mapping[Style, Look] = MappingProxyType(
    {**ROOTS, **OPENING, **TEXT_LOOKS, **FIGURES, **ENDING, **WORK, **CHARACTERS}
)
