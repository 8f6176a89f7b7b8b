"""What is wrong with an article's source: the code, the line and the words of each report."""

from time import process_time

import pytest

from publisher.diagnostics import Diagnostic, Level
from publisher.readers.markdown import read_markdown

HEAD = "---\ntitle: T\nlang: en\n---\n"  # the body begins on line 5
FIGURE = ":::{figure} a.jpg\n:alt: A\n:credit: C\n"


def diagnose(data: bytes) -> tuple[Diagnostic, ...]:
    reading = read_markdown(data, "a.md", slug="a", pictures=("a.jpg", "images/timeline.svg"))
    failed = any(one.level is Level.ERROR for one in reading.diagnostics)
    assert (reading.article is None) == failed
    return reading.diagnostics


def told(data: bytes) -> list[tuple[str, int]]:
    return [(one.code, int(one.where.rpartition(":")[2])) for one in diagnose(data)]


ERRORS = [
    # source, code, line, part of the message or the hint
    ("# Title", "heading-title", 5, "front matter"),
    ("a\n\n### A", "heading-skipped", 7, "begin it with ##"),
    ("## A\n\n#### B", "heading-skipped", 7, "begin it with ###"),
    ("## ", "heading-empty", 5, "no words"),
    ("> ## A", "heading-inside", 5, "inside a quotation"),
    (":::{aside}\nx\n\n## A\n:::", "heading-inside", 8, "inside an aside"),
    ("- ## A", "heading-inside", 5, "inside a list"),
    ("## <!-- a --> <!-- b -->", "heading-empty", 5, "no words"),
    ("## A {#a}", "span-attributes", 5, "{#a}"),
    ("a\n\n    b", "code-block", 7, "spaces"),
    ("```\nb\n```", "code-block", 5, "backticks"),
    ("> ```\n> b", "code-block", 5, "backticks"),
    (":::{aside}\n\n    b\n:::", "code-block", 7, "spaces"),
    ("a\nb <b>c</b>", "raw-html", 6, "'<b>'"),
    ("<div>\na\n</div>", "raw-html", 5, "<div>"),
    ("a\n\n<!-- b", "raw-html", 7, "not closed"),
    ("<!-- a --> b", "raw-html", 5, "b"),
    ("a ~~b~~", "strikethrough", 5, "struck through"),
    ("a &#12; b", "text", 5, "U+000C"),
    ("-\n- b", "list-item-empty", 5, "empty"),
    (">", "quotation", 5, "write its words"),
    # links, spans, footnotes
    ("a\n[b](javascript:x)", "link-address", 6, "javascript:x"),
    ("<file:///etc/passwd>", "link-address", 5, "file:"),
    ("[a](b.html)", "link-address", 5, "https://"),
    ("[a](https://x y)", "link-broken", 5, "no spaces"),
    ("[a][b]", "link-broken", 5, "address"),
    ("a\n[b]: https://x.org", "link-broken", 6, "empty line"),
    ("[](https://x.org)", "empty-inline", 5, "no words"),
    ("[ ](https://x.org)", "empty-inline", 5, "no words"),
    ("a\n\n[b]: https://x.org", "link-unused", 7, "[b]"),
    ("[a]\n\n[a]: https://x.org\n[a]: https://y.org", "link-twice", 8, "[a]"),
    ("[a]{lang=zz-not-a-tag}", "language", 5, "zz-not-a-tag"),
    ("[a]{onclick=x}", "span-attributes", 5, "onclick"),
    ("[a]{}", "span-attributes", 5, "lang=sq"),
    ("[a]{lang}", "span-attributes", 5, "]{"),
    ("*a*{.b}", "span-attributes", 5, "{.b}"),
    ("[*a*]{.notranslate}", "kept-markup", 5, "markup"),
    ("a {abbr}`b`", "role-unknown", 5, "{abbr}"),
    ("a[^b]", "footnote-undefined", 5, "[^b]: …"),
    ("a[^b c]", "footnote-label", 5, "one word"),
    ("a[^b", "footnote-label", 5, "one word"),
    ("a[^b[^c", "footnote-label", 5, "raised words"),
    (f"a[^{'b' * 101}]", "footnote-label", 5, "one word"),
    ("a^[b]", "footnote-label", 5, "[^1]"),
    ("a\n\n[^b]: c", "footnote-unused", 7, "[^b]"),
    ("a[^b]\n\n[^b]: c\n\n    d", "footnote-blocks", 7, "one paragraph"),
    ("a[^b]\n\n[^b]: c\n[^b]: d", "footnote-twice", 8, "line 7"),
    ("a[^b][^c]\n\n[^b]: c[^c]\n[^c]: d", "footnote-nested", 7, "[^c]"),
    # tables
    ("| a | b |\n|---|\n| c | d |", "table-broken", 6, "header"),
    ("| a |\n|---|\n| c | d |", "table-cells", 7, "2 cells"),
    (":::{table} A\nb\n:::", "table-count", 5, "one table"),
    # figures
    (":::{figure} a.jpg\n:credit: C\n:::", "figure-without-alt", 5, ":alt:"),
    (":::{figure}\n:alt: A\n:credit: C\n:::", "figure-without-picture", 5, "withheld"),
    (f"{FIGURE}One.\n\nTwo.\n:::", "two-captions", 10, "one paragraph"),
    (f"{FIGURE}1999. Belgrade\n:::", "caption-block", 8, "1999"),
    (f"{FIGURE}:kredit: D\n:::", "option-unknown", 8, "did you mean `credit`?"),
    (f"{FIGURE}:credit: D\n:::", "option-twice", 8, "twice"),
    (f"{FIGURE}   more\n:::", "credit", 7, "two lines"),
    (f"{FIGURE}:place:\n:::", "option-empty", 8, ":place:"),
    (f"{FIGURE}:date: 2023-02-30\n:::", "date", 8, "2023-02-30"),
    (f"{FIGURE}:date: 2. 6. 2023\n:::", "date", 8, "YYYY-MM-DD"),
    (f"{FIGURE}Caption\n:place: X\n:::", "option-misplaced", 9, "below the caption"),
    (f"{FIGURE}Caption", "directive-unclosed", 5, "{figure}"),
    (FIGURE.replace("a.jpg", "images/timelin.svg") + ":::", "picture-missing", 5, "timeline.svg`?"),
    (FIGURE.replace("a.jpg", "https://x.org/a.jpg") + ":::", "picture-missing", 5, "save"),
    (FIGURE.replace("a.jpg", "../a.jpg") + ":::", "picture-path", 5, "leaves"),
    (FIGURE.replace("a.jpg", "/a.jpg") + ":withheld: W\n:::", "picture-path", 5, "leaves"),
    ("a ![b](a.jpg) c", "image-in-text", 5, "figure"),
    ("![](a.jpg)", "figure-without-alt", 5, "does not say"),
    ("![b](c.jpg)", "picture-missing", 5, "a.jpg"),
    ("![a *b*](a.jpg)", "alt-markup", 5, "plain words"),
    ("a\n\n:credit: Somebody", "credit-without-figure", 7, "credit"),
    ("a\nb\n:credit: Somebody", "credit-without-figure", 7, "credit"),
    (":alt: A\n:credit: Somebody", "credit-without-figure", 6, "credit"),
    (":alt: A", "option-without-figure", 5, ":alt:"),
    (":kredit: A", "option-without-figure", 5, "did you mean `credit`?"),
    (":::{aside}\n:credit: C\na\n:::", "credit-without-figure", 6, "only a figure"),
    (":::{aside}\n:alt: C\na\n:::", "option-unknown", 6, "only a figure"),
    (":::{gallery} A\n:::", "gallery", 5, ":::{figure}"),
    (":::{gallery} A\nb\n:::", "gallery-block", 6, "other than figures"),
    # directives
    (":::{figur} a.jpg\n:::", "directive-unknown", 5, "did you mean `figure`?"),
    (":::figure a.jpg\n:::", "directive-unknown", 5, ":::{figure}"),
    ("a\n\n:::", "directive-unopened", 7, "closes nothing"),
    (":::{aside} A\nb", "directive-unclosed", 5, "{aside}"),
    ("- :::{aside} A\n  b\n\nc", "directive-unclosed", 5, "{aside}"),
    (":::{aside} A\n:::", "aside", 5, "below its title"),
    (":::{pullquote} A\nb\n:::", "directive-argument", 5, "dash"),
    ("> " * 30 + "a", "nesting", 5, "levels"),
    ("*a " * 30 + "b*" * 30, "nesting", 5, "levels"),
    ("".join(f"{':' * (40 - depth)}{{aside}}\n" for depth in range(30)), "nesting", 25, "levels"),
]


@pytest.mark.parametrize(("body", "code", "line", "words"), ERRORS)
def test_an_error_names_its_line_and_says_what_to_do(
    body: str, code: str, line: int, words: str
) -> None:
    found = [one for one in diagnose((HEAD + body).encode()) if one.code == code]

    assert [(one.level, one.where) for one in found][:1] == [(Level.ERROR, f"a.md:{line}")]
    assert words in f"{found[0].message} {found[0].hint}"


def test_calls_of_footnotes_that_never_end_take_no_longer_than_their_length() -> None:
    begun = process_time()

    found = told((HEAD + "[^a" * 10_000).encode())

    assert found == [("footnote-label", 5)]
    assert process_time() - begun < 15


WARNINGS = [
    ("a <!-- b -->", "comment", 5),
    ('[a](https://x.org "b")', "link-title", 5),
    ("a\n\n![b](a.jpg)", "image-without-credit", 7),
    (":::{figure} a.jpg\n:alt: A\n:::", "figure-without-credit", 5),
    ("> a\n> — B", "quotation-source", 6),
    ("a\n[b]{lang=zz}", "language-unknown", 6),
    ("2023. godine", "list-start", 5),
    ("1. a\n3. b", "list-numbers", 5),
    ("a\n---", "heading-underlined", 5),
    ("** a**", "stray-markup", 5),
    ("| a | b |\n|---|---|\n| c |", "table-cells", 7),
    ("a[^b] c[^b]\n\n[^b]: d", "footnote-repeated", 7),
]


@pytest.mark.parametrize(("body", "code", "line"), WARNINGS)
def test_a_warning_does_not_stop_the_article(body: str, code: str, line: int) -> None:
    assert told((HEAD + body).encode()) == [(code, line)]
    assert diagnose((HEAD + body).encode())[0].level is Level.WARNING


@pytest.mark.parametrize(
    "body", ["1. a\n1. b\n1. c", "7. a\n8. b", r"2023\. godine", "> — a\n> — b", "[vox]{lang=la}"]
)
def test_what_is_meant_as_it_stands_is_not_warned_of(body: str) -> None:
    assert told((HEAD + body).encode()) == []


def test_all_errors_are_told_in_one_go_and_in_order() -> None:
    data = b"---\ntitle: T\nlang: en\npublished: 2023-02-30\nfoo: x\n---\n# A\n\n<b>\n\n:::\n"

    assert told(data) == [
        ("date", 4),
        ("front-matter-unknown", 5),
        ("heading-title", 7),
        ("raw-html", 9),
        ("directive-unopened", 11),
    ]


def test_the_body_is_read_for_errors_where_there_is_no_front_matter() -> None:
    assert told(b"a\n\n<b>") == [("front-matter-missing", 1), ("raw-html", 3)]


def test_two_directives_with_equally_many_colons_are_told_apart() -> None:
    body = f":::{{gallery}}\n{FIGURE}:::\n:::\n"

    assert told((HEAD + body).encode()) == [("directive-unclosed", 6), ("directive-unopened", 10)]


BYTES = [
    (HEAD.encode() + b"a\nb\xff", "encoding", 6, "byte 0xFF at offset 29"),
    (b"\xef\xbb\xbf" + HEAD.encode() + b"\xe2\x82", "encoding", 5, "offset 29"),
    (HEAD.encode("utf-16"), "encoding", 1, "UTF-8"),
    (HEAD.encode() + b"a\n\x00b", "control-character", 6, "U+0000"),
    (HEAD.encode() + "a\u0086b".encode(), "control-character", 5, "U+0086"),
    (b"a" * 2_000_001, "file-too-long", 1, "2000001"),
]


@pytest.mark.parametrize(("data", "code", "line", "words"), BYTES)
def test_what_is_not_text_is_told_with_its_place(
    data: bytes, code: str, line: int, words: str
) -> None:
    (found,) = diagnose(data)

    assert (found.code, found.where) == (code, f"a.md:{line}")
    assert words in f"{found.message} {found.hint}"


def test_a_slug_that_no_address_can_hold_is_an_error() -> None:
    reading = read_markdown(HEAD.encode(), "a.md", slug="A B", pictures=())

    assert reading.article is None
    assert [one.where for one in reading.diagnostics] == ["a.md:1"]
