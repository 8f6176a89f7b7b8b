"""Names of styles in the languages of word processors."""

import pytest

from publisher.readers.word.names import Use, use_of

NAMES = {
    Use.TITLE: [
        "Title",
        "Titel",
        "Titre",
        "Naslov",
        "Наслов",
        "Titulli",
        "Tytuł",
        "標題",
        "Headline",
    ],
    Use.SUBTITLE: ["Subtitle", "Podnaslov", "Поднаслов", "Nëntitull", "Untertitel", "Standfirst"],
    Use.BYLINE: ["Byline", "Autor", "Аутор", "Autori"],
    Use.DATE: ["Date", "Datum", "Датум", "Data"],
    Use.QUOTATION: [
        "Quote",
        "Intense Quote",
        "Citat",
        "Цитат",
        "Zitat",
        "Block Text",
        "Quotations",
    ],
    Use.CAPTION: ["caption", "Beschriftung", "Légende", "Natpis", "Potpis slike", "Illustration"],
    Use.CREDIT: ["Credit", "Photo Credit", "Fotograf"],
    Use.CONTENTS: ["toc 1", "TOC Heading", "Sadržaj 2", "table of figures"],
    Use.CODE: ["HTML Preformatted", "Source Code"],
    Use.CONTINUED: ["List Continue", "List Continue 3"],
}
HEADINGS = [
    ("heading 1", 1),
    ("Heading3", 3),
    ("Überschrift 2", 2),
    ("berschrift2", 2),
    ("Naslov 1", 1),
    ("Наслов 2", 2),
    ("Titulli 1", 1),
    ("Titre 4", 4),
    ("Заголовок 1", 1),
    ("Nagłówek 2", 2),
    ("標題 1", 1),
    ("Međunaslov", 1),
]


@pytest.mark.parametrize(("use", "name"), [(use, one) for use in NAMES for one in NAMES[use]])
def test_a_name_says_what_a_paragraph_is_for(use: Use, name: str) -> None:
    named = use_of(name)

    assert named
    assert named.use is use


@pytest.mark.parametrize(("name", "level"), HEADINGS)
def test_headings_have_levels_in_any_language(name: str, level: int) -> None:
    named = use_of(name)

    assert named
    assert (named.use, named.level) == (Use.HEADING, level)


@pytest.mark.parametrize("name", ["Normal", "Body Text", "List Paragraph", "Heading 10", "", "1"])
def test_other_names_say_nothing(name: str) -> None:
    assert use_of(name) is None
