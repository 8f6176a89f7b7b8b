"""Serbian Cyrillic to Latin: the gold pairs, and the laws of conversion."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.localize.latin import to_latin, to_latin_text
from publisher.localize.protected import Piece, mask_protected

GOLD = [
    tuple(line.split("\t")[:3])
    for line in (Path(__file__).parents[1] / "data" / "serbian_script.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]
TAG = re.compile(r"(<[^>]*>)")
SERBIAN_LETTER = re.compile("[АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШѐѝабвгдђежзијклљмнњопрстћуфхцчџш]")

# Everything the rule looks at: letters, digraphs, accents, soft hyphens, what is protected.
mixed = st.lists(
    st.sampled_from(
        [
            *"абвгдђежзијклљмнњопрстћуфхцчџш АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ",
            *"ЉЊЏљњџѐѝӣӯ ,.-–„”12aBnJ{}$%()&;@/:<\u00ad\u0300\u0311\u00a0",
            *("{име}", "{{ x|у }}", "{% ако %}", "${а}", "%(х)s", "%d", "&nbsp;", "&#171;"),
            *("www.коха.net", "https://sr.org/Љ", "а@б.рс", "Ʒ", "ǈ", "²", "中"),
        ]
    ),
    max_size=25,
).map(lambda parts: unicodedata.normalize("NFC", "".join(parts)))
latin = st.text(st.characters(codec="utf-8"), max_size=40).filter(
    lambda text: not re.search("[\u0400-\u04ff\u01c4-\u01cc]", text)
)


def through_markup(text: str) -> str:
    """Convert the text around tags as one run, as a segment with inline markup is converted."""
    parts = [part for part in TAG.split(text) if part]
    words = iter(to_latin([Piece(text=part) for part in parts if not TAG.fullmatch(part)]))
    return "".join(part if TAG.fullmatch(part) else next(words) for part in parts)


@pytest.mark.parametrize(
    ("cyrillic", "wanted"), [row[1:] for row in GOLD if row[0] != "repair"], ids=str
)
def test_every_gold_pair_converts(cyrillic: str, wanted: str) -> None:
    assert through_markup(cyrillic) == wanted


@pytest.mark.parametrize(
    ("cyrillic", "wanted"),
    [
        ("ЉУБАВ И МРЖЊА", "LJUBAV I MRŽNJA"),
        ("Љ. ЂОКОВИЋ ИЗ ЊУЈОРКА", "LJ. ĐOKOVIĆ IZ NJUJORKA"),
        ("Дневник Њ", "Dnevnik Nj"),
        ("НАЈБОЉЕ: Љ", "NAJBOLJE: LJ"),
        ("Љ", "Lj"),
        ("Љ²", "Lj²"),
        ("КОЊ{име}", "KONJ{име}"),
        ("Љ%dА", "Lj%dA"),
        ("КРАЉ\u00ad", "KRALJ\u00ad"),
        ("Њ\u00adЕГОШ", "NJ\u00adEGOŠ"),
        ("Њ\u0311егош", "Nj\u0311egoš"),
        ("{{ име }}Љ", "{{ име }}Lj"),
        ("&Љубав;", "&Ljubav;"),
        ("жене\u0304 ку\u0304ћӣ", "ženē kūćī"),
        ("ǈубав, ǊEGOŠ", "Ljubav, NJEGOŠ"),
        ("пиши на а.б@в.рс.", "piši na а.б@в.рс."),
        ("100% сигурно", "100% sigurno"),
        ("крај.https://sr.org/Крај", "kraj.https://sr.org/Крај"),
    ],
)
def test_a_digraph_follows_the_letters_around_it(cyrillic: str, wanted: str) -> None:
    assert to_latin_text(unicodedata.normalize("NFC", cyrillic)) == wanted


def test_a_protected_piece_counts_as_a_space() -> None:
    run = (
        Piece(text="КОЊ"),
        Piece(text="љубав", protected=True),
        Piece(text="Љ"),
        Piece(text="", protected=True),
        Piece(text="АНА"),
    )

    assert to_latin(run) == ("KONJ", "љубав", "LJ", "", "ANA")


def test_what_is_protected_is_found_across_pieces() -> None:
    run = (Piece(text="{на"), Piece(text="слов} www.ко"), Piece(text="ха.net њ"))

    assert to_latin(run) == ("{на", "слов} www.ко", "ха.net nj")


@given(latin)
def test_latin_text_stays_as_it_is(text: str) -> None:
    assert to_latin_text(text) == unicodedata.normalize("NFC", text)


@given(mixed)
def test_what_is_converted_has_no_more_to_convert(text: str) -> None:
    once = to_latin_text(mask_protected(text))

    assert to_latin_text(once) == once


@given(mixed)
def test_no_serbian_letter_remains_outside_what_is_protected(text: str) -> None:
    converted = to_latin_text(mask_protected(text))

    assert not SERBIAN_LETTER.search(converted)
    assert not re.search("[\u01c4-\u01cc]", mask_protected(converted))
    assert unicodedata.is_normalized("NFC", converted)


@given(mixed, st.lists(st.integers(0, 40), max_size=4))
def test_where_markup_cuts_a_run_makes_no_difference(text: str, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), max(40, len(text))]
    pieces = [Piece(text=text[start:end]) for start, end in pairwise(edges)]

    converted = to_latin(pieces)
    assert len(converted) == len(pieces)
    assert unicodedata.normalize("NFC", "".join(converted)) == to_latin_text(text)


@given(st.lists(st.builds(Piece, text=mixed, protected=st.booleans())))
def test_protected_pieces_are_copied(pieces: list[Piece]) -> None:
    converted = to_latin(pieces)

    for piece, text in zip(pieces, converted, strict=True):
        assert text == piece.text or not piece.protected


@pytest.mark.parametrize(
    "text", ["{", "{{", "{%", "%(", "a.", "a@", "&a", "ЉЉ", "Љ ", "Љ\u00ad", "a@a", "://", "www."]
)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    hostile = text * 20_000

    assert to_latin_text(hostile).count("\n") == 0
