"""Whatever a feed holds: it is read or refused, and no word of it is lost in silence."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.readers.describe import describe
from publisher.readers.incoming import Imported, account
from publisher.readers.markdown.write import write_markdown
from publisher.readers.registry import load_reader
from tests.readers.news.truth import Sample, samples

PIECES = (
    *(b"<", b">", b"&", b'"', b"{", b"}", b"[", b"]", b",", b'"by":', b"1e999", b"\x00", b"\xff"),
    *(b"\\ud800", b"&foo;", b"&eacute;", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!DOCTYPE a>"),
    *(b"<p>", b"</p>", b"<block>", b"<media>", b"<table>", b"<td>", b"<bq>", b"<li>", b"<br/>"),
    *(
        b"<nitf>",
        b"<newsItem>",
        b"<figure>",
        b"<img src='a.jpg'>",
        b"\xe2\x80\xae",
        b'"by": "A B",',
    ),
)
places = st.integers(0, 20_000)


@st.composite
def feeds(draw: st.DrawFn) -> tuple[Sample, bytes]:
    """Damage a sample: take something away, put something in, or repeat a part of it."""
    sample = draw(st.sampled_from(samples()))
    data = sample.path.read_bytes()
    for _ in range(draw(st.integers(1, 5))):
        start = draw(places) % (len(data) + 1)
        end = start + draw(st.sampled_from((0, 1, 5, 60, 400)))
        again = draw(places) % (len(data) + 1)
        between = draw(st.sampled_from((*PIECES, b"", data[again : again + 200])))
        data = data[:start] + between + data[end:]
    return sample, data


def read(sample: Sample, data: bytes) -> Imported:
    kind = "ninjs" if sample.path.suffix == ".json" else "newsml"
    return load_reader(kind)(replace(sample.incoming(), data=data))


@settings(deadline=None)
@given(feeds())
def test_a_damaged_feed_is_read_without_losing_a_word(feed: tuple[Sample, bytes]) -> None:
    imported = read(*feed)

    assert imported.article or imported.diagnostics
    assert account(imported) == imported.rest
    if imported.article:
        assert write_markdown(describe(imported.article)[0]).reading.article
