"""Encodings, on texts of 20 to 2,000 words in each language and encoding that it is printed in."""

import random
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.readers.encoding import decode

DATA = Path(__file__).parents[1] / "data"
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le")
PAGES = {
    "sr-Cyrl": ("cp1251", "iso8859-5"),
    "mk": ("cp1251", "iso8859-5"),
    "bg": ("cp1251", "iso8859-5"),
    "sr-Latn": ("cp1250", "iso8859-2"),
    "hr": ("cp1250", "iso8859-2"),
    "sq": ("cp1250", "cp1252", "iso8859-2"),
    "de": ("cp1250", "cp1252", "iso8859-2"),
    "fr": ("cp1252",),
    "it": ("cp1252",),
}
SIZES = (20, 100, 500, 2000)


def _words() -> dict[str, list[str]]:
    words: defaultdict[str, list[str]] = defaultdict(list)
    for line in (DATA / "tongues.tsv").read_text(encoding="utf-8").splitlines():
        tag, sentence = line.split("\t")
        words[tag] += sentence.split()
    for path in sorted((DATA / "serbian_news").glob("*.txt")):
        words[path.name.split(".")[1]] += path.read_text(encoding="utf-8").split()
    return words


WORDS = _words()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("tag", "encoding"), [(tag, page) for tag in PAGES for page in (*PAGES[tag], *UNICODE)]
)
def test_a_text_is_read_as_it_was_written(tag: str, encoding: str, size: int) -> None:
    chance = random.Random(f"{tag} {encoding} {size}")  # noqa: S311 -- samples, not secrets
    for _ in range(5):
        start = chance.randrange(len(WORDS[tag]))
        words = (WORDS[tag][start:] + WORDS[tag] * (size // len(WORDS[tag]) + 1))[:size]
        data = " ".join(words).encode(encoding, "ignore")

        decoded = decode(data)

        assert decoded.text == data.decode(encoding)
        assert decoded.sure


def test_english_with_typographic_marks_is_windows_1252() -> None:
    data = "“We will see,” she said – the café’s owner.".encode("cp1252")

    assert decode(data).text == "“We will see,” she said – the café’s owner."
    assert decode(data).sure


def test_a_cut_or_broken_character_of_utf8_leaves_the_rest() -> None:
    text = "Ђаци су добили нове књиге, а школа нову салу. " * 5
    data = text.strip().replace(".", "ж").encode()[:-1]

    assert decode(data).encoding == "utf-8"
    assert decode(data).text.endswith("салу\ufffd")
    assert not decode(data).sure


def test_what_was_garbled_before_is_not_believed() -> None:
    text = "Deca će doći u školu".encode().decode("cp1252")

    assert decode(text.encode()).text == text
    assert not decode(text.encode()).sure


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("koi8-r", "Жители говорят, что дорога закрыта уже три недели."),
        ("koi8-u", "Мешканці кажуть, що дорога закрита вже три тижні, її ніхто не відкриває."),
        ("mac-cyrillic", "Мештани кажу да је пут затворен већ три недеље."),
        ("cp1253", "Οι κάτοικοι λένε ότι ο δρόμος είναι κλειστός εδώ και τρεις εβδομάδες."),
        (
            "cp1254",
            "Köylüler yolun üç haftadır kapalı olduğunu ve kimsenin açıklamadığını söylüyor.",
        ),
        ("cp1255", "התושבים אומרים שהדרך סגורה כבר שלושה שבועות ואיש לא הסביר מדוע."),
        ("cp1256", "يقول السكان إن الطريق مغلق منذ ثلاثة أسابيع ولم يشرح أحد السبب."),
    ],
)
def test_encodings_of_other_languages_are_not_taken_for_ours(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("shift-jis", "道路は三週間閉鎖されています。住民は理由を知らないと話しています。"),
        ("euc-jp", "道路は三週間閉鎖されています。住民は理由を知らないと話しています。"),
        ("gb18030", "居民们说，这条路已经封闭了三个星期，没有人解释原因。"),
        ("cp866", "Жители говорят, что дорога закрыта уже три недели."),
        ("cp852", "Meštani kažu da je put zatvoren već tri nedelje i da niko ništa ne kaže."),
        (
            "cp1257",
            "Gyventojai sako, kad kelias uždarytas jau tris savaites ir niekas nepaaiškino.",
        ),
    ],
)
def test_another_encoding_is_doubted(encoding: str, text: str) -> None:
    assert not decode(text.encode(encoding)).sure


def test_noise_is_doubted() -> None:
    assert not decode(bytes(range(256))).sure
    assert not decode(b"\x00" * 100).sure
    assert not decode(b"\xff\xfe\x00\xd8").sure


def test_nothing_is_nothing() -> None:
    assert (decode(b"").text, decode(b"").sure) == ("", True)


@given(st.binary())
def test_any_bytes_are_read(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(UNICODE[:3]))
def test_unicode_is_read_as_it_was_written(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text.removeprefix("\ufeff")


def test_half_a_character_is_never_read_as_letters_of_a_code_page() -> None:
    decoded = decode("The bridge \ud83d over the river.".encode("utf-8", "surrogatepass"))

    assert decoded.text == "The bridge \ufffd over the river."
    assert (decoded.encoding, decoded.sure) == ("utf-8", False)
