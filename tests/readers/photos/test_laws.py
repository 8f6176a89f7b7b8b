"""Laws of reading photographs, on files damaged and words chosen at random."""

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.model.block import Figure, Image
from publisher.model.credit import parse_credit
from publisher.readers.incoming import Incoming, account
from publisher.readers.photos import complete, read_photo, read_picture
from tests.readers.photos.photographs import (
    NUMBERS,
    alternative,
    digest_of,
    iptc,
    jpeg,
    plain,
    sequence,
    xmp,
)

IPTC = iptc({"caption": "Soldiers", "creator": "Ana Marić", "credit": "AP", "day": "20230529"})
PACKET = xmp(alternative("dc:description", "Soldiers") + sequence("dc:creator", "Ben", "Ana"))
FILES = (
    jpeg(IPTC, PACKET, digest_of(IPTC)),
    jpeg(IPTC, PACKET, digest_of(b"")),
    plain("TIFF", tiffinfo={33723: IPTC, 700: PACKET}),
    plain("WEBP", xmp=PACKET),
    plain("PNG"),
)


@settings(max_examples=150)
@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.integers(0, 5000), st.binary(min_size=1, max_size=4)), max_size=6),
    st.integers(0, 5000),
)
def test_a_damaged_photograph_is_read_as_far_as_it_can_be(
    data: bytes, changes: list[tuple[int, bytes]], cut: int
) -> None:
    broken = bytearray(data)
    for at, instead in changes:
        broken[at % len(broken) : at % len(broken) + len(instead)] = instead
    damaged = bytes(broken[: len(broken) - cut % len(broken)])

    photo = read_photo(damaged, "images/a.jpg")
    figure = Figure(image=Image(path="images/a.jpg"), credit=parse_credit("Visar Dushi/AP"))

    assert complete(figure, photo)[0].credit == figure.credit
    read_picture(Incoming(data=damaged, name="a.jpg", language="en"))


words = st.dictionaries(st.sampled_from(sorted(NUMBERS)), st.text(max_size=40))


@settings(max_examples=150)
@given(words, words)
def test_no_word_of_a_photograph_is_lost_whatever_it_says(
    one: dict[str, str], other: dict[str, str]
) -> None:
    plainly = {name: text.encode("utf-8", "ignore").decode() for name, text in one.items()}
    packet = xmp(alternative("dc:description", "A caption") if "caption" in other else "")
    data = jpeg(iptc(plainly), packet)

    imported = read_picture(Incoming(data=data, name="a.jpg", language="en"))

    assert imported.article
    assert account(imported) == imported.rest
