"""Laws of the Markdown reader: it never raises, and it loses nothing without saying so."""

import json
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from publisher.diagnostics import Level
from publisher.model.article import Article
from publisher.model.inline import Code, Container, Footnote, Inline, Keep, Text
from publisher.model.text import FORBIDDEN, clean
from publisher.model.walk import figures_of, plain_text, runs
from publisher.readers.base import Reading
from publisher.readers.markdown import read_markdown

law = settings(deadline=None)  # the parser is made once, at the first reading
HEAD = "---\ntitle: T\nlang: en\n---\n"
PICTURES = ("a.jpg",)

# What an author may type between words; the words stand for text that must not get lost.
MARKS = (
    *("\n", "\n\n", "\n\n", " ", "  \n", "\\\n", "\n    ", "\t", "\\"),
    *(
        "## ",
        "### ",
        "# ",
        "\n---\n",
        "\n***\n",
        "> ",
        "\n> — ",
        "\n>\n> — ",
        "- ",
        "1. ",
        "\n   - ",
    ),
    *("*", "**", "_", "`", "~", "^", "~~", "[", "]", "![", "](https://x.org)", "](a.jpg)", '"'),
    *("](https://x.org '", "')", "][", "{lang=sq}", "{.notranslate}", "{", "}", "[^n]", "\n[^n]: "),
    *("\n::::{aside} ", "\n:::{figure} a.jpg\n", "\n:::\n", "\n::::\n", "\n:::{pullquote}\n"),
    *("\n::::{gallery} ", "\n:::{table} ", ":alt: ", "\n:credit: ", "\n:licence: ", ":place: "),
    *("\n| ", " | ", "\n|---|---|\n", "|", "<b>", "</b>", "<!-- ", " -->", "<", "&amp;", "&lt;"),
    *("\n```\n", "\n[x]: ", "http://", "@", "&#12;", "\u00a0", "\u0301", "\ufeff", "\u2028"),
)
WORDS = tuple(f"w{number}q" for number in range(12))
LEFT_OUT = {"comment", "link-title", "front-matter-comment"}  # warnings of what is not printed
manuscripts = st.lists(st.sampled_from(MARKS + WORDS), max_size=40).map("".join)

SOUND = """\
w1q *w2q* [w3q](https://x.org) [w4q]{lang=sq} [w5q]{.notranslate} `w6q` x^w7q^.[^n]

## w8q

> w9q
>
> — w10q

- w11q

  w12q
  1. w13q

:::{figure} a.jpg
:alt: w14q
:credit: w15q/w16q
:licence: w17q
:place: w18q
w19q
:::

::::{gallery} w20q
![w21q](a.jpg "w22q")
::::

:::{aside} w23q
w24q
:::

:::{table} w25q
| w26q | w27q |
|---|---|
| w28q | w29q |
:::

[^n]: w30q
"""


@st.composite
def slips(draw: st.DrawFn) -> str:
    """Give a sound manuscript with some slips of the pen."""
    body = SOUND
    for _ in range(draw(st.integers(0, 3))):
        at, cut = draw(st.integers(0, len(body))), draw(st.integers(0, 3))
        body = body[:at] + draw(st.sampled_from(("", *MARKS))) + body[at + cut :]
    return body


def read(body: str, head: str = HEAD) -> Reading:
    return read_markdown((head + body).encode(), "a.md", slug="a", pictures=PICTURES)


def visible(article: Article) -> str:
    words = [_all_text(run.children) for _, run in runs(article)]
    for figure in figures_of(article):
        words += [figure.credit.line if figure.credit else "", figure.licence]
    return " ".join(words)


def _all_text(inlines: tuple[Inline, ...]) -> str:
    return "".join(_one(inline) for inline in inlines)


def _one(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Code(text=text) | Keep(text=text):
            return text
        case Footnote():
            return ""  # its run is listed by itself
        case _ if isinstance(inline, Container):
            return _all_text(inline.children)
        case _:
            return " "


@law
@example(HEAD.encode() + b":::{aside}\na\n:::\xe2\x80\xa8")
@given(st.binary() | st.text().map(str.encode) | manuscripts.map(str.encode))
def test_any_bytes_give_a_reading(data: bytes) -> None:
    reading = read_markdown(data, "a.md", slug="a", pictures=PICTURES)

    failed = any(diagnostic.level is Level.ERROR for diagnostic in reading.diagnostics)
    assert (reading.article is None) == failed
    assert all(diagnostic.where.startswith("a.md:") for diagnostic in reading.diagnostics)


@law
@given(st.text())
def test_any_front_matter_gives_a_reading(front: str) -> None:
    reading = read("", f"---\n{front}\n---\n")

    assert reading.article is not None or reading.diagnostics


@law
@given(manuscripts | slips())
def test_nothing_is_lost_without_a_word(body: str) -> None:
    reading = read(body)

    if reading.article and not {found.code for found in reading.diagnostics} & LEFT_OUT:
        shown = visible(reading.article)
        written = re.findall(r"w\d+q", body)
        assert [word for word in written if shown.count(word) < written.count(word)] == []


@law
@given(manuscripts | slips())
def test_each_line_named_is_in_the_file(body: str) -> None:
    reading = read(body)

    last = (HEAD + body).count("\n") + 1
    named = [int(diagnostic.where.rpartition(":")[2]) for diagnostic in reading.diagnostics]
    assert all(1 <= line <= last for line in (*named, *reading.lines.values()))
    assert named == sorted(named)


@law
@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1), min_size=1))
def test_each_word_of_a_paragraph_is_in_the_article(words: list[str]) -> None:
    article = read(" ".join(words)).article

    assert article is not None
    assert len(article.body) == 1
    shown = " ".join(plain_text(run.children) for _, run in runs(article))
    assert shown == f"T {clean(' '.join(words))}"


@law
@given(st.text(st.characters(exclude_characters="\r\n")).map(lambda text: text.strip(" \t")))
def test_a_credit_is_printed_byte_for_byte(credit: str) -> None:
    body = f":::{{figure}} a.jpg\n:alt: A\n:credit: {credit}\n:::\n"
    article = read_markdown(
        (HEAD + body).encode(errors="replace"), "a.md", slug="a", pictures=PICTURES
    ).article

    if credit.strip() and not FORBIDDEN.search(credit):
        assert article is not None
        (figure,) = figures_of(article)
        assert figure.credit is not None
        assert figure.credit.line == credit


@law
@given(st.text(min_size=1))
def test_a_quoted_title_is_read_as_written(title: str) -> None:
    head = f"---\ntitle: {json.dumps(title)}\nlang: en\n---\n"
    article = read("", head).article

    if article:
        assert plain_text(article.title.children).split() == clean(title).split()
