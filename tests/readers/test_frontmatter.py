"""The front matter: its keys, its text as written, and its traps."""

from datetime import date

import pytest

from publisher.model.article import Article, Contributor, ContributorRole
from publisher.model.inline import prose
from publisher.readers.base import Reading
from publisher.readers.markdown import read_markdown


def read(front: str) -> Reading:
    return read_markdown(f"---\n{front}\n---\n".encode(), "a.md", slug="a", pictures=())


def article(front: str) -> Article:
    reading = read(f"lang: en\n{front}")
    assert reading.article is not None, "\n".join(map(str, reading.diagnostics))
    return reading.article


def test_every_key_has_its_place_in_the_article() -> None:
    front = """\
title: Title
subtitle: Subtitle
summary: >
  A summary
  on two lines.
keywords: [one, "two, three"]
byline:
  - Name
  - {name: Other, role: photographs}
dateline: PRISTINA
published: 2023-06-02
updated: "2023-06-04"
rights: © 2023
source: https://x.org/a?b=c#d
note: Reuters contributed to this report."""

    assert article(front) == Article(
        slug="a",
        language="en",
        title=prose("Title"),
        subtitle=prose("Subtitle"),
        summary=prose("A summary on two lines."),
        keywords=(prose("one"), prose("two, three")),
        byline=(
            Contributor(name=prose("Name")),
            Contributor(name=prose("Other"), role=ContributorRole.PHOTOGRAPHS),
        ),
        dateline=prose("PRISTINA"),
        published=date(2023, 6, 2),
        updated=date(2023, 6, 4),
        rights=prose("© 2023"),
        source="https://x.org/a?b=c#d",
        note=prose("Reuters contributed to this report."),
    )


@pytest.mark.parametrize(
    ("written", "text"),
    [
        *((same, same) for same in ("2023", "No", "yes", "1.0", "0x1F", "~", "null", "1_000")),
        ("2023-06-02", "2023-06-02"),
        ("12:30", "12:30"),
        ("A & B *c* <d>", "A & B *c* <d>"),
        ('"Kosovo: a crisis"', "Kosovo: a crisis"),
        ("'It''s'", "It's"),
        ('"c\\u0301"', "ć"),
        ("one\n  two", "one two"),
        ("|\n  one\n  two", "one two"),
        ("C#", "C#"),
    ],
)
def test_text_is_read_as_written(written: str, text: str) -> None:
    assert article(f"title: {written}").title == prose(text)


@pytest.mark.parametrize("byline", ["A B", "[A B]", "{name: A B}", "[{name: A B, role: text}]"])
def test_a_byline_is_a_name_or_a_list(byline: str) -> None:
    assert article(f"title: T\nbyline: {byline}").byline == (Contributor(name=prose("A B")),)


def test_an_empty_value_is_as_good_as_none() -> None:
    front = "title: T\nsubtitle:\nkeywords:\nbyline:\npublished:\nsource: ''\n# a comment line"
    reading = read(f"lang: en\n{front}")

    assert reading.article == Article(slug="a", language="en", title=prose("T"))
    assert reading.diagnostics == ()


def test_lines_say_where_each_value_stands() -> None:
    reading = read("# note\ntitle: T\nlang: en\nkeywords:\n  - one\n  - two\nbyline: [A]")

    assert dict(reading.lines) == {
        ("title", "T"): 3,
        ("keyword", "one"): 6,
        ("keyword", "two"): 7,
        ("byline", "A"): 8,
    }


ERRORS = [
    # front matter, code, line, part of the message or the hint
    ("title: T", "front-matter-required", 1, "`lang: …`"),
    ("lang: en", "front-matter-required", 1, "`title: …`"),
    ("lang: en\ntitle:", "front-matter-required", 3, "`title` is empty"),
    ("title: T\nlang: not-a-language", "language", 3, "not-a-language"),
    ("title: T\nlang: xx", "language", 3, "xx"),
    ("title: T\nlang: en\nsubtitel: x", "front-matter-unknown", 4, "did you mean `subtitle`?"),
    ("title: T\nlang: en\nzzz: x", "front-matter-unknown", 4, "keywords"),
    ("title: T\nlang: en\ntitle: U", "front-matter-twice", 4, "line 2"),
    ("title: T\nlang: en\n[a]: U", "front-matter-key", 4, "not a word"),
    ("title: [T]\nlang: en", "front-matter-value", 2, "quotes"),
    ("title: {T}\nlang: en", "front-matter-value", 2, "quotes"),
    ("lang: en\ntitle: A: b", "front-matter-yaml", 3, "colon"),
    ("lang: en\ntitle: *A* b", "front-matter-yaml", 3, "quotes"),
    ("lang: en\ntitle: &A b", "front-matter-yaml", 3, "quotes"),
    ("lang: en\ntitle: !A b", "front-matter-yaml", 3, "quotes"),
    ("lang: en\ntitle: @A", "front-matter-yaml", 3, "quotes"),
    ('lang: en\ntitle: "A" b', "front-matter-yaml", 3, "after a value"),
    ('lang: en\ntitle: "A\nnote: b', "front-matter-yaml", 3, "not closed"),
    ("lang: en\n\ttitle: A", "front-matter-yaml", 3, "sign"),
    ("- a", "front-matter-yaml", 2, "no keys"),
    ("a: " + "[" * 9, "front-matter-yaml", 2, "too deep"),
    ("a: " + "b" * 70_000, "front-matter-yaml", 2, "longer"),
    ('lang: en\ntitle: "a\\x1b"', "control-character", 3, "U+001B"),
    ("title: T\nlang: en\npublished: 2023-02-30", "date", 4, "no day 2023-02-30"),
    ("title: T\nlang: en\npublished: 2023-06-02T10:00:00Z", "date", 4, "write 2023-06-02"),
    ("title: T\nlang: en\npublished: 2023-06-02 10:00", "date", 4, "write 2023-06-02"),
    ("title: T\nlang: en\nupdated: 02/06/2023", "date", 4, "like 2023-06-02"),
    (
        "title: T\nlang: en\nupdated: 2023-06-01\npublished: 2023-06-02",
        "date-order",
        4,
        "is before published",
    ),
    ("title: T\nlang: en\nsource: x.org", "link-address", 4, "https://"),
    ("title: T\nlang: en\nkeywords: a, b", "front-matter-value", 4, "`keywords: [a, b]`"),
    ("title: T\nlang: en\nkeywords:\n- a\n-", "front-matter-empty", 6, "empty"),
    ("title: T\nlang: en\nbyline:\n- {role: text}", "front-matter-required", 5, "no name"),
    ("title: T\nlang: en\nbyline:\n- {name: A, job: b}", "front-matter-unknown", 5, "`job`"),
    ("title: T\nlang: en\nbyline:\n- {name: A, role: photos}", "byline-role", 5, "`photographs`"),
    ("title: T\nlang: en\nbyline:\n- {name: A, role: [b]}", "front-matter-value", 5, "role"),
]


@pytest.mark.parametrize(("front", "code", "line", "words"), ERRORS)
def test_an_error_names_its_line_and_says_what_to_do(
    front: str, code: str, line: int, words: str
) -> None:
    reading = read(front)
    found = [one for one in reading.diagnostics if one.code == code]

    assert reading.article is None
    assert [one.where for one in found] == [f"a.md:{line}"]
    assert words in f"{found[0].message} {found[0].hint}"


def test_a_comment_after_a_value_is_told() -> None:
    reading = read("lang: en\ntitle: We are # 1\n# a comment of its own")

    assert [(one.code, one.where) for one in reading.diagnostics] == [
        ("front-matter-comment", "a.md:3")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A *b*",
        "A ***b c***.",
        "A <i>c</i>",
        "A<br/>b",
        "A &amp; b",
        "A &#8217; b",
        "A _b_ c",
        "A __b c__",
        "A [b](https://x.org)",
        "A [b]{lang=sq}",
        "A[^b]",
    ],
)
@pytest.mark.parametrize("key", ["subtitle: {}", "keywords: ['{}']", "byline: {{name: '{}'}}"])
def test_markup_where_there_is_none_is_told_and_printed_as_it_stands(key: str, text: str) -> None:
    reading = read(f"lang: en\ntitle: T\n{key.format(text)}")

    assert [(one.code, one.where) for one in reading.diagnostics] == [
        ("front-matter-markup", "a.md:4")
    ]
    assert reading.article


@pytest.mark.parametrize(
    "text",
    ["5 * 3 * 2", "a_b_c", "f**k and s**t", "1 < 2 > 0", "AT&T; a", "C* D *", "[sic] (a)", "* *"],
)
def test_signs_that_are_no_markup_are_not_told(text: str) -> None:
    assert read(f"lang: en\ntitle: '{text}'").diagnostics == ()


def test_a_missing_or_open_front_matter_is_told() -> None:
    def code(data: bytes) -> str:
        (found,) = read_markdown(data, "a.md", slug="a", pictures=()).diagnostics
        return found.code

    assert code(b"") == "front-matter-missing"
    assert code(b"\n---\ntitle: T\n") == "front-matter-missing"
    assert code(b"---\ntitle: T\nlang: en\n") == "front-matter-unclosed"


def test_sr_means_what_the_publication_says() -> None:
    source = b"---\ntitle: Naslov\nlang: sr\n---\n"

    reading = read_markdown(source, "a.md", slug="a", pictures=(), serbian="sr-Latn")

    assert reading.article
    assert reading.article.language == "sr-Latn"
