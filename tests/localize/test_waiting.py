"""What waits for a translation: its words as far as there are any, and what is wrong."""

from publisher.catalog.message import FUZZY, Catalog, Message, Previous
from publisher.catalog.segment import segments
from publisher.localize.localize import localize
from publisher.localize.waiting import Waiting, waiting
from publisher.model.article import Article
from publisher.model.block import Paragraph
from publisher.model.inline import Emphasis, Prose, Text, prose
from publisher.model.walk import plain_text

ARTICLE = Article(
    slug="a",
    language="en",
    title=prose("Bridge"),
    body=(Paragraph(content=Prose(children=(Emphasis(children=(Text(text="Yes"),)),))),),
)
TITLE, BODY = segments(ARTICLE)


def waits(language: str, **catalogs: tuple[Message, ...]) -> dict[str, Waiting]:
    by_tag = {
        tag.replace("_", "-"): Catalog(language=tag.replace("_", "-"), messages=messages)
        for tag, messages in catalogs.items()
    }
    return dict(waiting(ARTICLE, localize(ARTICLE, language, by_tag), by_tag))


def fuzzy(source: str, text: str, before: str = "", role: str = "title") -> Message:
    previous = Previous(source=before, context=role) if before else None
    return Message(
        context=role, source=source, translations=(text,), flags=(FUZZY,), previous=previous
    )


def test_without_a_catalog_everything_waits_without_words() -> None:
    found = waits("sq")

    assert found == dict.fromkeys((TITLE.id, BODY.id), Waiting(words=(), remark="not translated"))


def test_in_its_own_language_nothing_waits() -> None:
    assert waits("en") == {}


def test_what_is_translated_does_not_wait() -> None:
    done = Message(context="title", source="Bridge", translations=("Ura",))

    assert waits("sq", sq=(done,)).keys() == {BODY.id}


def test_a_fuzzy_translation_is_given_with_what_it_was_made_from() -> None:
    found = waits("sq", sq=(fuzzy("Bridge", "Urat", "Bridges"),))[TITLE.id]

    assert plain_text(found.words) == "Urat"
    assert found.remark == "fuzzy: was translated from “Bridges”"


def test_a_fuzzy_translation_of_the_same_words_is_to_be_looked_at() -> None:
    found = waits("sq", sq=(fuzzy("Bridge", "Ura"),))[TITLE.id]

    assert found.remark == "fuzzy: its translation must be looked at"


def test_the_latin_script_waits_with_the_cyrillic_words_converted() -> None:
    found = waits("sr-Latn", sr_Cyrl=(fuzzy("Bridge", "Љубав", "Love"),))[TITLE.id]

    assert plain_text(found.words) == "Ljubav"


def test_a_fuzzy_translation_that_does_not_fit_is_told_and_not_lost() -> None:
    found = waits("sq", sq=(fuzzy("<em>Yes</em>", "Po", "Yes", "paragraph"),))[BODY.id]

    assert found.words == ()
    assert found.remark.startswith("fuzzy: was translated from “Yes”; its translation does not fit")
    assert found.remark.endswith(": Po")
