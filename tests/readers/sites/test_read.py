"""Pages of static sites become articles, and none of their words is lost."""

from datetime import date

import pytest

from publisher.diagnostics import Level
from publisher.model.article import Article, Contributor, ContributorRole
from publisher.model.block import (
    Aside,
    Figure,
    Gallery,
    Heading,
    Image,
    ItemList,
    Paragraph,
    Quotation,
    Table,
)
from publisher.model.credit import parse_credit
from publisher.model.inline import Code, Emphasis, Footnote, Link, Prose, Strong, Text, prose
from publisher.readers.incoming import Imported, Incoming, Reason, account
from publisher.readers.sites import read_site

BESIDE = ("a.jpg", "images/b.jpg", "assets/img/c.png")


def read(text: str, name: str = "post.md", language: str = "en") -> Imported:
    incoming = Incoming(data=text.encode(), name=name, language=language, beside=BESIDE)
    return read_site(incoming)


def article(text: str, name: str = "post.md", language: str = "en") -> Article:
    imported = read(text, name, language)
    assert imported.article, imported.diagnostics
    return imported.article


def lost(imported: Imported) -> tuple[str, ...]:
    """The words that the reader did not account for itself."""
    return tuple(rest.text for rest in account(imported)[len(imported.rest) :])


# Front matter

YAML = """---
title: "Çmimi: 5 euro"
subtitle: What it means
description: In short.
date: 2023-06-02T10:00:00+02:00
lastmod: 2023-06-04
author: Ana Marić
tags: [Kosovo, KFOR]
lang: en
copyright: © 2023 Ibar
dateline: PRISTINA
canonicalURL: https://example.org/a
draft: false
---
Text.
"""
TOML = """+++
title = "Çmimi: 5 euro"
subtitle = "What it means"
description = "In short."
date = 2023-06-02T10:00:00+02:00
lastmod = 2023-06-04
tags = ["Kosovo", "KFOR"]
lang = "en"
draft = false
[params]
author = "Ana Marić"
copyright = "© 2023 Ibar"
dateline = "PRISTINA"
canonicalURL = "https://example.org/a"
+++
Text.
"""
JSON = """{
  "title": "Çmimi: 5 euro", "subtitle": "What it means", "description": "In short.",
  "date": "2023-06-02", "lastmod": "2023-06-04", "author": {"name": "Ana Marić"},
  "tags": ["Kosovo", "KFOR"], "lang": "en", "copyright": "© 2023 Ibar", "dateline": "PRISTINA",
  "canonicalURL": "https://example.org/a", "draft": false
}

Text.
"""


LINES = """Title: Çmimi: 5 euro
Subtitle: What it means
Summary: In short.
Date: 2023-06-02 10:20
Modified: 2023-06-04
Author: Ana Marić
Tags: Kosovo, KFOR
Lang: en
Copyright: © 2023 Ibar
Dateline: PRISTINA
Canonical: https://example.org/a

Text.
"""


@pytest.mark.parametrize(
    "text", [YAML, TOML, JSON, LINES], ids=["YAML", "TOML", "JSON", "plain lines"]
)
def test_front_matter_in_every_notation_gives_the_head_of_the_article(text: str) -> None:
    imported = read(text)

    assert imported.article == Article(
        slug="cmimi-5-euro",
        language="en",
        title=prose("Çmimi: 5 euro"),
        subtitle=prose("What it means"),
        summary=prose("In short."),
        published=date(2023, 6, 2),
        updated=date(2023, 6, 4),
        byline=(Contributor(name=prose("Ana Marić")),),
        keywords=(prose("Kosovo"), prose("KFOR")),
        rights=prose("© 2023 Ibar"),
        dateline=prose("PRISTINA"),
        source="https://example.org/a",
        body=(Paragraph(content=prose("Text.")),),
    )
    assert lost(imported) == ()
    assert imported.diagnostics == ()


def test_what_only_the_site_needs_is_told_apart_from_what_nobody_knows() -> None:
    imported = read("---\ntitle: A\nlayout: post\nmood: bright and early\n---\nText.\n")

    assert [(rest.text, rest.reason) for rest in imported.rest] == [
        ("layout: post", Reason.PAGE),
        ("mood: bright and early", Reason.UNPLACED),
    ]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("author: Ana Marić", ["Ana Marić"]),
        ("author: Ana Marić and Ben Hoxha", ["Ana Marić", "Ben Hoxha"]),
        ("authors: [Ana Marić, Ben Hoxha]", ["Ana Marić", "Ben Hoxha"]),
        ("authors:\n- name: Ana Marić\n  email: ana@example.org", ["Ana Marić"]),
        ("byline: Ana Marić", ["Ana Marić"]),
    ],
)
def test_authors_are_read_however_they_are_written(written: str, names: list[str]) -> None:
    imported = read(f"---\ntitle: A\n{written}\n---\nText.\n")

    assert imported.article
    assert [one.name for one in imported.article.byline] == [prose(name) for name in names]
    assert lost(imported) == ()


def test_others_are_named_for_what_they_did() -> None:
    (one,) = article("---\ntitle: A\nphotographer: Ben Hoxha\n---\nText.\n").byline

    assert one.role is ContributorRole.PHOTOGRAPHS


def test_a_file_says_in_its_name_when_and_in_what_language() -> None:
    dated = article("---\ntitle: A\n---\nText.\n", "_posts/2023-06-02-a.md")
    named = article("---\ntitle: A\n---\nText.\n", "content/index.sr-latn.md", language="")

    assert dated.published == date(2023, 6, 2)
    assert named.language == "sr-Latn"


def test_a_title_that_stands_in_the_text_is_taken_from_there() -> None:
    taken = article("# A *title*\n\nText.\n\n## Section\n")

    assert taken.title.children[0] == Text(text="A ")
    assert [type(block) for block in taken.body] == [Paragraph, Heading]


def test_a_title_that_stands_twice_is_printed_once() -> None:
    imported = read("---\ntitle: A title\n---\n# A title\n\nText.\n")

    assert imported.article
    assert imported.article.body == (Paragraph(content=prose("Text.")),)
    assert [(rest.text, rest.reason) for rest in imported.rest] == [("A title", Reason.REPEATED)]


# Figures

WHOLE = Figure(
    image=Image(path="images/a.jpg"),
    alt=prose("A hall"),
    caption=prose("The town hall."),
    credit=parse_credit("Visar Dushi/AP"),
)


@pytest.mark.parametrize(
    "written",
    [
        '{{< figure src="a.jpg" alt="A hall" caption="The town hall." attr="Visar Dushi/AP" >}}',
        "{{< figure src=a.jpg alt=`A hall` caption=`The town hall.` attr=`Visar Dushi/AP` />}}",
        (
            '{{% figure src="/a.jpg" alt="A hall" caption="The town hall."\n  attr="Visar Dushi/AP"'
            ' attrlink="https://example.org" class="wide" %}}'
        ),
        (
            '{% include figure.html src="/a.jpg" alt="A hall" caption="The town hall."'
            ' credit="Visar Dushi/AP" %}'
        ),
        (
            "{% include image.html url='/a.jpg' alt='A hall' description='The town hall.'"
            " credit='Visar Dushi/AP' %}"
        ),
        (
            '{% include figure image_path="{{ site.baseurl }}/a.jpg" alt="A hall"'
            ' caption="The town hall. (Visar Dushi/AP)" %}'
        ),
        '![A hall](a.jpg "The town hall. (Visar Dushi/AP)")',
        '![A hall]({{ "/a.jpg" | relative_url }} "The town hall. (Visar Dushi/AP)"){: .wide}',
        (
            '<figure><img src="a.jpg" alt="A hall"><figcaption>The town hall.'
            ' <span class="credit">Visar Dushi/AP</span></figcaption></figure>'
        ),
    ],
)
def test_a_figure_is_read_in_each_of_its_spellings(written: str) -> None:
    imported = read(f"---\ntitle: A\n---\nBefore.\n\n{written}\n\nAfter.\n")

    assert imported.article
    assert imported.article.body == (
        Paragraph(content=prose("Before.")),
        WHOLE,
        Paragraph(content=prose("After.")),
    )
    assert [one.path for one in imported.enclosures] == ["images/a.jpg"]
    assert lost(imported) == ()


def test_a_caption_may_hold_markdown() -> None:
    (figure,) = article('---\ntitle: A\n---\n{{< figure src="a.jpg" caption="A *hall*." >}}\n').body

    assert isinstance(figure, Figure)
    assert figure.caption == Prose(
        children=(
            Text(text="A "),
            Emphasis(children=(Text(text="hall"),)),
            Text(text="."),
        )
    )


@pytest.mark.parametrize(
    "front",
    [
        (
            "image: a.jpg\nimage_alt: A hall\nimage_caption: The town hall.\n"
            "image_credit: Visar Dushi/AP"
        ),
        (
            "cover:\n  image: a.jpg\n  alt: A hall\n  caption: The town hall.\n"
            "  credit: Visar Dushi/AP"
        ),
        (
            "featured_image:\n  src: a.jpg\n  alt: A hall\n  caption: The town hall.\n"
            "  credit: Visar Dushi/AP"
        ),
    ],
)
def test_the_picture_of_the_front_matter_stands_above_the_text(front: str) -> None:
    imported = read(f"---\ntitle: A\n{front}\n---\nText.\n")

    assert imported.article
    assert imported.article.body == (WHOLE, Paragraph(content=prose("Text.")))
    assert lost(imported) == ()


def test_a_picture_of_the_front_matter_that_stands_in_the_text_stands_there() -> None:
    body = article("---\ntitle: A\nimage: /a.jpg\n---\nText.\n\n![A hall](a.jpg)\n").body

    assert [type(block) for block in body] == [Paragraph, Figure]


def test_pictures_of_a_gallery_stand_together() -> None:
    front = "gallery:\n- image_path: a.jpg\n  alt: One\n- image_path: images/b.jpg\n  alt: Two\n"
    written = (
        f'---\ntitle: A\n{front}---\n{{% include gallery caption="Two halls" %}}\n',
        (
            '---\ntitle: A\n---\n{{< gallery >}}\n{{< figure src="a.jpg" alt="One" >}}\n'
            '{{< figure src="images/b.jpg" alt="Two" >}}\n{{< /gallery >}}\n'
        ),
    )
    for text in written:
        (gallery,) = article(text).body
        assert isinstance(gallery, Gallery)
        assert [one.alt for one in gallery.figures] == [prose("One"), prose("Two")]


# Text


def test_footnotes_stand_where_they_are_called() -> None:
    imported = read("Words.[^a] *More[^b]*\n\n[^a]: A *note*\n\n    of two.\n[^b]: Other.\n")

    assert imported.article
    (paragraph,) = imported.article.body
    assert isinstance(paragraph, Paragraph)
    first, note, *_ = paragraph.content.children
    assert (first, type(note)) == (Text(text="Words."), Footnote)
    assert isinstance(note, Footnote)
    assert note.content.children == (
        Text(text="A "),
        Emphasis(children=(Text(text="note"),)),
        Text(text=" "),
        Text(text="of two."),
    )
    assert lost(imported) == ()


def test_a_note_that_nobody_calls_is_left_over() -> None:
    assert lost(read("Words.\n\n[^a]: A note of its own.\n")) == ("A note of its own.",)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("| A | B |\n|---|---|\n| 1 | 2 |", Table),
        ("- one\n- two", ItemList),
        ("1. one\n2. two", ItemList),
        ("> Words\n>\n> — Ana Marić", Quotation),
        ("> [!NOTE]\n> Words", Aside),
        ('{{% notice info "A title" %}}\nWords\n{{% /notice %}}', Aside),
        ('{{< quote author="Ana Marić" >}}\nWords\n{{< /quote >}}', Quotation),
        ("<aside>Words</aside>", Aside),
        ("## A heading {#with-id .and-class}", Heading),
        ("A heading\n---------\n{: .no_toc}", Heading),
    ],
)
def test_blocks_of_every_kind_are_read(written: str, kind: type) -> None:
    imported = read(f"---\ntitle: A\n---\nText.\n\n{written}\n")

    assert imported.article
    assert type(imported.article.body[1]) is kind
    assert len(imported.article.body) == 2
    assert lost(imported) == ()


def test_a_list_of_definitions_is_read_in_its_order() -> None:
    body = article("Term\n: What it means.\n").body

    assert body == (
        Paragraph(content=Prose(children=(Strong(children=(Text(text="Term"),)),))),
        Paragraph(content=prose("What it means.")),
    )


def test_attributes_and_addresses_are_no_words() -> None:
    imported = read(
        'A [link](https://example.org/very-long){:target="_blank"} and <https://example.org>.\n'
        "{: .lead #first}\n\n[other][r] {% raw %}{{ kept }}{% endraw %}\n\n"
        "[r]: https://example.org/x 'A title'\n"
    )

    assert imported.article
    first, second = imported.article.body
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert isinstance(first.content.children[1], Link)
    assert second.content.children[1] == Text(text=" {{ kept }}")
    assert lost(imported) == ()


@pytest.mark.parametrize(
    "tag",
    [
        "{{< youtube dQw4 >}}",
        '{{% unknown "some words here" %}}',
        "{% include newsletter.html text='Write to us' %}",
        "{{ site.data.people | first }}",
        "{{< notice >}}",
    ],
)
def test_a_tag_that_is_not_read_is_told_and_left_over(tag: str) -> None:
    imported = read(f"---\ntitle: A\n---\nBefore {tag} after.\n")

    assert imported.article
    assert imported.article.body == (Paragraph(content=prose("Before after.")),)
    assert [(rest.text, rest.where) for rest in imported.rest] == [(tag, "post.md:4")]
    assert [(one.code, one.where) for one in imported.diagnostics] == [("shortcode", "post.md:4")]


def test_values_of_the_page_are_printed() -> None:
    body = article("---\ntitle: A & B\n---\nOf {{ page.title }}.\n").body

    assert body == (Paragraph(content=prose("Of A & B.")),)


def test_code_between_tags_is_code() -> None:
    body = article("{% highlight go %}\nx := 1 <b>\n{% endhighlight %}\n\n~~~\ny\n~~~\n").body

    assert body == tuple(
        Paragraph(content=Prose(children=(Code(text=code),))) for code in ("x := 1 <b>", "y")
    )


# What is broken or hostile


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: [\n---\n", "YAML front matter cannot be read"),
        ("---\n- a\n---\n", "no keys"),
        ("---\na: &x [1]\nb: [*x, *x]\n---\n", "alias"),
        (f"---\na: {'[' * 50}{']' * 50}\n---\n", "nested too deep"),
        (f"---\na: {'[' * 9_000}\n---\n", "nested too deep"),
        ("+++\ntitle = \n+++\n", "TOML front matter cannot be read"),
        (f"+++\na = {'[' * 5000}{']' * 5000}\n+++\n", "nested too deep"),
        ("---\na: " + "x" * 300_000 + "\n---\n", "longer than"),
        ("x" * 500_001, "more than 500000"),
        ("[" * 10_001, "more than 10000"),
    ],
)
def test_a_page_that_cannot_be_read_is_an_error(text: str, message: str) -> None:
    imported = read(text)

    assert imported.article is None
    (told,) = imported.diagnostics
    assert told.level is Level.ERROR
    assert message in told.message
    assert told.hint


def test_a_page_that_is_not_utf_8_is_read_in_its_own_encoding() -> None:
    text = "---\ntitle: Šta je novo\n---\nŽene su rekle da će doći večeras u školu.\n"

    imported = read_site(Incoming(data=text.encode("cp1250"), name="a.md"))

    assert imported.article
    assert imported.article.title == prose("Šta je novo")
    assert imported.article.language == "sr-Latn"


@pytest.mark.parametrize(
    ("front", "language"),
    [
        ("", "sr-Latn"),
        ("lang: sr", "sr-Latn"),
        ("lang: sr-Cyrl", "sr-Latn"),
        ("lang: en", "sr-Latn"),
    ],
)
def test_the_language_is_that_of_the_words(front: str, language: str) -> None:
    text = f"---\ntitle: Šta je novo\n{front}\n---\nŽene su rekle da će doći večeras u školu.\n"

    assert article(text, language="").language == language


def test_a_day_may_be_written_in_words() -> None:
    english = article("---\ntitle: A\ndate: June 2, 2023\n---\nText.\n")
    albanian = article("---\ntitle: A\nlang: sq\ndate: 2 qershor 2023\n---\nFjalë.\n", language="")

    assert english.published == albanian.published == date(2023, 6, 2)


def test_a_table_of_contents_belongs_to_the_page() -> None:
    imported = read("---\ntitle: A\n---\n* Contents here\n{:toc}\n\n{% include toc %}\n\nText.\n")

    assert imported.article
    assert imported.article.body == (Paragraph(content=prose("Text.")),)
    assert {rest.reason for rest in imported.rest} == {Reason.PAGE}
    assert (lost(imported), imported.diagnostics) == ((), ())


def test_tags_of_yaml_are_text() -> None:
    imported = read('---\ntitle: !!python/object/apply:os.system ["true"]\n---\nText.\n')

    assert imported.article
    assert imported.article.title == prose("post")
    assert [rest.text for rest in imported.rest] == ["title: true"]


def test_nothing_that_runs_survives() -> None:
    imported = read(
        "---\ntitle: A\n---\n<script>alert(1)</script>\n\n"
        '<p onclick="run()">Words</p>\n\n[a](javascript:run()) <iframe src="https://x.example">\n\n'
        '{{< figure src="javascript:run()" caption="<script>x</script>" >}}\n'
    )

    assert "javascript" not in repr(imported.article)
    assert "iframe" not in repr(imported.article)
    assert "alert" not in repr(imported.article)


@pytest.mark.parametrize(
    "text",
    [
        "{{<" * 10_000,
        "{%" * 200_000,
        '{{< a "' * 10_000,
        "{{< x >}}" * 10_000,
        "[^" * 10_000,
        "![" * 10_000,
        "[[a]" * 5_000,
        "[a](" * 10_000,
        "[^a]" * 9_000 + "\n\n[^a]: b",
        "*a_ " * 30_000,
        "> " * 50_000,
        "<div>" * 50_000,
        "<script>" * 50_000,
        "{: " * 100_000,
        "`" * 100_000 + " ``" * 30_000,
        "<!--" * 100_000,
        "---\n" * 20_000,
        "|a" * 10_000 + "\n" + "|-" * 9_999,
        "x" * 500_000,
    ],
    ids=lambda text: text[:8].strip(),
)
def test_a_page_made_to_take_long_ends(text: str) -> None:
    assert isinstance(account(read(text)), tuple)
