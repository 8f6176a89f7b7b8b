"""Serbian Latin to Cyrillic: the exceptions, what stays in Latin, and what is reported."""

import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from publisher.localize.cyrillic import (
    TYPED_BARE,
    Unsure,
    review,
    to_cyrillic,
    to_cyrillic_text,
)
from publisher.localize.latin import to_latin_text
from publisher.localize.lexicon import lexicon
from publisher.localize.protected import Piece

DATA = Path(__file__).parents[1] / "data"
EXCEPTIONS = [
    tuple(line.split("\t")[:3])
    for line in (DATA / "latin_to_cyrillic_exceptions.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]
PAIRS = [
    tuple(line.split("\t")[:3])
    for line in (DATA / "serbian_script.tsv").read_text(encoding="utf-8").splitlines()[1:]
]

# A consonant and an open vowel: no word of these is spelled like a foreign one.
syllables = st.tuples(st.sampled_from("бвгдђжзклљмнњпрстћфхцчџш"), st.sampled_from("аоу")).map(
    "".join
)
DOUBTED = ("наџ", "поџ", "тањуг")  # read as nad-ž, pod-ž and Tanjug, or reported


def is_safe(word: str) -> bool:
    """Whether a word begins neither with a doubted stem nor with a foreign word of the lists."""
    latin = to_latin_text(word)
    listed = any(latin[:end] in lexicon().names for end in range(2, len(latin) + 1))
    return not listed and not word.startswith(DOUBTED)


safe_words = st.lists(syllables, min_size=2, max_size=5).map("".join).filter(is_safe)
safe_texts = st.lists(safe_words, min_size=1, max_size=8).map(" ".join)
mixed = st.lists(
    st.sampled_from(
        [
            *"abcčćdđefghijklmnoprsštuvzžqwxy ABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽ .,-–„”/'()12&:@#°²",
            *("lj", "nj", "dž", "LJ", "ǈ", "ȃ", "\u00ad", "\u0311", "Њ", "км", "ð", "é"),
            *(" NATO ", " km", " XX ", "Facebook", " The ", "{ime}", "https://a.rs/Nj", "a@b.rs"),
        ]
    ),
    max_size=25,
).map(lambda parts: unicodedata.normalize("NFC", "".join(parts)))


@pytest.mark.parametrize(("latin", "cyrillic", "match"), EXCEPTIONS)
@pytest.mark.parametrize("cased", [str.lower, str.upper, str.capitalize])
def test_every_exception_converts_in_every_case(
    latin: str, cyrillic: str, match: str, cased: Callable[[str], str]
) -> None:
    whole = match in {"word", "ambiguous"}
    word = cased(latin if whole else latin + "a")

    conversion = to_cyrillic((Piece(text=f"reč {word}"),))

    wanted = cyrillic.partition(" ")[0].lower()
    assert conversion.texts[0] == "реч " + cased(wanted if whole else wanted + "а")
    assert match != "ambiguous" or conversion.unsure


@pytest.mark.parametrize("stem", [row[:2] for row in EXCEPTIONS if row[2] == "prefix"])
@pytest.mark.parametrize("before", ["ne", "naj", "najne"])
def test_an_exception_holds_after_a_prefix(stem: tuple[str, str], before: str) -> None:
    wanted = {"ne": "не", "naj": "нај", "najne": "најне"}[before] + stem[1].lower()

    assert to_cyrillic_text(before + stem[0]) == wanted


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [row[1:] for row in PAIRS if row[0] in {"core", "context"} and "<" not in row[1]],
)
def test_the_gold_pairs_convert_back(cyrillic: str, latin: str) -> None:
    assert to_cyrillic_text(latin) == cyrillic


@given(safe_texts)
def test_cyrillic_to_latin_and_back_is_the_identity(text: str) -> None:
    latin = to_latin_text(text)

    assert to_cyrillic_text(latin) == text
    assert not [one for one in review(latin) if one.reason != TYPED_BARE]


@given(safe_texts)
def test_a_headline_comes_back_too(text: str) -> None:
    shout = (text + " најављено").upper()

    back = to_cyrillic((Piece(text=to_latin_text(shout)),))

    known = lexicon().acronyms
    assume(not any(word in known for word in to_latin_text(shout).split()))
    assert back.texts[0] == shout


@given(st.lists(st.builds(Piece, text=mixed, protected=st.booleans())))
def test_protected_pieces_are_copied(pieces: list[Piece]) -> None:
    converted = to_cyrillic(pieces).texts

    assert len(converted) == len(pieces)
    for piece, text in zip(pieces, converted, strict=True):
        assert text == piece.text or not piece.protected


@given(mixed, st.lists(st.integers(0, 40), max_size=4))
def test_where_markup_cuts_a_run_makes_no_difference(text: str, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), max(40, len(text))]
    pieces = [Piece(text=text[start:end]) for start, end in pairwise(edges)]

    cut, whole = to_cyrillic(pieces), to_cyrillic((Piece(text=text),))

    assert unicodedata.normalize("NFC", "".join(cut.texts)) == whole.texts[0]
    assert cut.unsure == whole.unsure


@given(mixed)
def test_a_word_for_review_stands_where_it_says(text: str) -> None:
    for one in review(text):
        assert text.startswith(one.word, one.at)
        assert one.reason


@pytest.mark.parametrize(
    "kept",
    [
        "https://sr.org/Njegos?lj=nj",
        "www.koha.net",
        "redakcija@vesti-sever.info",
        "kossev.info",
        "@rhmz_srbija",
        "#Kosovo",
        "{ime}",
        "%(naslov)s",
        "&nbsp;",
        "New York Times",
        "Facebook",
        "KFOR",
        "AFP",
        "BBC",
        "5 km",
        "31 °C",
        "48 µg/m³",
        "7,5 t",
        "40 km/h",
        "20 l",
        "28 m²",
        "6,5 kWh",
        "100 EUR",
        "XIX",
        "MCMXCIX",
        "CO2",
        "e-mail",
        "Deutsche",
        "José",
        "Getty Images",
    ],
)
def test_what_is_not_serbian_stays_byte_for_byte(kept: str) -> None:
    text = f"reč {kept} reč"

    assert to_cyrillic_text(text) == f"реч {kept} реч"
    assert not review(text)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("NATO, EU, SAD, OEBS i MUP", "НАТО, ЕУ, САД, ОЕБС и МУП"),
        ("EU-a i NATO-u", "ЕУ-а и НАТО-у"),
        ("na Facebook-u, iz BBC-ja", "на Facebook-у, из BBC-ја"),
        ("KFOR-ovih vojnika", "KFOR-ових војника"),
        ("BiH", "БиХ"),
        ("od Petra I do Petra II", "од Петра I до Петра II"),
        ("I vojnici i civili", "И војници и цивили"),
        ("Lj. Petrović, Đ. V. Ilić", "Љ. Петровић, Ђ. В. Илић"),
        ("2023. g. i 5 g soli", "2023. г. и 5 g соли"),
        ("500 din. i 12a", "500 дин. и 12а"),
        ("prethodni shvataju najjači zoo", "претходни схватају најјачи зоо"),
        ("poddirektor, pothodnik, neefikasan", "поддиректор, потходник, неефикасан"),
        ("fora i fore, data, nova", "фора и форе, дата, нова"),
        ("podjela, odjek, iako", "подјела, одјек, иако"),
        ("„The Guardian” piše", "„The Guardian” пише"),
        ("ǈubav, ǊEGOŠ, sȃm", "Љубав, ЊЕГОШ, са̑м"),
        ("PRIŠTINA – Sud", "ПРИШТИНА – Суд"),
        ("KFOR POJAČAO PRISUSTVO", "KFOR ПОЈАЧАО ПРИСУСТВО"),
    ],
)  # fmt: skip
def test_what_is_sure_is_converted_without_a_word(latin: str, cyrillic: str) -> None:
    latin, cyrillic = (unicodedata.normalize("NFC", text) for text in (latin, cyrillic))

    assert to_cyrillic_text(latin) == cyrillic
    assert not review(latin)


@pytest.mark.parametrize(
    ("text", "word", "printed", "reason"),
    [
        ("Novak Djoković", "Djoković", "Дјоковић", "dj where"),
        ("takodje", "takodje", "такодје", "dj where"),
        ("časopis Benjamin", "Benjamin", "Бенјамин", "foreign name or"),
        ("nadžonjati", "nadžonjati", "наџоњати", "joint"),
        ("akcija NKVD-a", "NKVD", "НКВД", "acronym"),
        ("vitamin C", "C", "C", "single letter"),
        ("izbor od V do kraja", "V", "V", "numeral"),
        ("I razred gimnazije", "I", "I", "numeral"),
        ("prodaja 5 s popustom", "s", "s", "unit"),
        ("lovac F16 je pao", "F16", "F16", "digits"),
        ("sajt DokuFest", "DokuFest", "DokuFest", "capital inside"),
        ("grad Kоsovo", "Kоsovo", "Косово", "mixes"),
        ("na Facebooku", "Facebooku", "Facebooku", "without a hyphen"),
        ("u Bandcamp-u", "Bandcamp", "Bandcamp", "hyphen"),
        ("Emmanuel Macaron", "Macaron", "Macaron", "beside"),
        ("kompanija Karsan", "Karsan", "Карсан", "announces"),
        ("juče je Etihad kupio", "Etihad", "Етихад", "no list knows"),
        ("film „Tu rostro mañana”", "rostro", "rostro", "quotation"),
        ("ðak", "ðak", "ðak", "looks like"),
        ("n" * 61, "n" * 61, "n" * 61, "too long"),
    ],
)
def test_what_is_not_sure_is_listed_with_what_was_printed(
    text: str, word: str, printed: str, reason: str
) -> None:
    found = {one.word: one for one in review(text)}

    assert found[word].printed == printed
    assert reason in found[word].reason
    assert printed in to_cyrillic_text(text)


def test_a_text_typed_without_diacritics_is_reported_once() -> None:
    text = "Covek je video kucu i zivot u njoj. " * 10

    assert review(text) == (Unsure(word="", at=0, reason=TYPED_BARE, printed=""),)


def test_a_publication_keeps_words_of_its_own() -> None:
    text = "Fondacija Karsan i sloga, časopis Telegram"

    assert to_cyrillic_text(text, ("Karsan", "sloga", "Telegram")) == (
        "Фондација Karsan и sloga, часопис Telegram"
    )
    assert not review(text, ("Karsan", "sloga", "Telegram"))


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "{{",
        "%(",
        "a.",
        "a@",
        "&a",
        "LJ",
        "a-",
        "I ",
        "A",
        "n",
        "sh",
        "1a",
        "a.com ",
        "the ",
        "„A",
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    hostile = text * 5_000

    assert to_cyrillic_text(hostile).count("\n") == 0
