"""JSON-LD is read however it is written, and of the page's own article."""

import json

import pytest

from publisher.readers.html.graph import read_graph
from publisher.readers.html.told import Told
from publisher.readers.markup.figures import picture_key
from publisher.readers.markup.parse import parse_html

ARTICLE = {"@type": "NewsArticle", "headline": "A bridge", "datePublished": "2024-05-03"}


def told(text: str, *titles: str) -> Told:
    page = f'<script type="application/ld+json">{text}</script>'
    return read_graph(parse_html(page).root, titles)


def written(value: object) -> Told:
    return told(json.dumps(value), "A bridge")


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [{"@type": "Organization", "name": "The Dell Times"}, ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, ARTICLE]},
        {**ARTICLE, "@type": ["Article", "http://schema.org/NewsArticle"]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
    ],
)
def test_the_article_is_found_wherever_it_stands(value: object) -> None:
    found = written(value)

    assert found.titles[0] == "A bridge"
    assert found.published == ("2024-05-03",)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- {} -->",
        "//<![CDATA[\n{}\n//]]>",
        "{};",
        '{{"@type": "WebSite"}}{}',
        "[{},\n]",
    ],
)
def test_untidy_writing_is_understood(text: str) -> None:
    page = text.replace("{{", "\0").replace("}}", "\1").replace("{}", json.dumps(ARTICLE))

    assert told(page.replace("\0", "{").replace("\1", "}")).titles == ("A bridge",)


def test_of_several_articles_the_one_with_the_page_s_title_is_taken() -> None:
    other = {**ARTICLE, "headline": "A tunnel", "description": "Longer, and yet another story."}

    assert written([other, ARTICLE]).titles == ("A bridge",)


def test_articles_in_lists_are_others() -> None:
    page = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": ARTICLE}]}

    assert written(page) == Told()


def test_persons_and_houses_are_told_apart_and_references_followed() -> None:
    graph = [
        {
            **ARTICLE,
            "author": [{"@id": "#a"}, {"@type": "Organization", "name": "Beta"}, "Ivo Lin"],
        },
        {"@type": "Person", "@id": "#a", "name": "By Ana Kos"},
    ]

    found = written({"@graph": graph})

    assert (found.authors, found.houses) == (("Ana Kos", "Ivo Lin"), ("Beta",))


def test_the_words_of_pictures_are_kept_by_their_addresses() -> None:
    picture = {
        "@type": "ImageObject",
        "url": "https://dell.example/w/bench-1200x630.jpg",
        "caption": "The bench.",
        "creditText": "Ivo Lin/AFP",
    }

    found = written({**ARTICLE, "image": picture})

    facts = found.pictures[picture_key("bench.jpg")]
    assert (facts.caption, facts.credit) == ("The bench.", "Ivo Lin/AFP")
    assert found.shown == {"bench.jpg"}


def test_markup_and_entities_are_no_part_of_a_text() -> None:
    assert written({**ARTICLE, "headline": "A &amp;quot;bridge&amp;quot; <i>x</i>"}).titles == (
        'A "bridge" x',
    )
