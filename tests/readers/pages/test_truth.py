"""The pages say what their truth says, word for word."""

import html
import re
from collections import Counter

import pytest
from lxml import etree
from lxml.html import document_fromstring

from tests.readers.pages.truth import Page, pages

PAGES = (*pages(), *pages(held=True))
NAMES = tuple(f"{page.system}/{page.name}" for page in PAGES)
DECLARED = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
XML = re.compile(r"<\?xml[^>]*>")
EACH = pytest.mark.parametrize("page", PAGES, ids=NAMES)


def decoded(page: Page) -> str:
    """Decode a page by the encoding that it declares, or else by the one that its name tells."""
    declared = DECLARED.search(page.data)
    if declared:
        charset = declared[1].decode("ascii")
    else:
        charset = next((one for one in ("1251", "utf8") if page.name.endswith(one)), "1252")
    return page.data.decode(charset if charset.startswith(("u", "U", "w", "i")) else f"cp{charset}")


def joined(text: str) -> str:
    """Leave out white space, which inline elements may or may not have between them."""
    return re.sub(r"\s+", "", text)


def shown(page: Page) -> str:
    """Give the words of a page's body without those of its scripts and styles."""
    tree = document_fromstring(XML.sub("", decoded(page)))
    etree.strip_elements(tree, "script", "style", "head", etree.Comment, with_tail=False)
    return joined(etree.tostring(tree, method="text", encoding="unicode"))


@EACH
def test_each_word_of_the_truth_stands_in_its_page(page: Page) -> None:
    body = shown(page)
    truth = page.truth
    said = (truth.title, truth.subtitle, truth.note, *truth.paragraphs, *truth.headings)
    for words in (*said, *truth.cells):
        assert joined(words) in body


@EACH
def test_captions_credits_and_authors_stand_in_text_attributes_or_data(page: Page) -> None:
    whole = shown(page) + joined(html.unescape(decoded(page)))
    for figure in page.truth.figures:
        assert figure.picture in whole
        for words in (figure.caption, figure.alt, *figure.credits[:1]):
            assert joined(words) in whole
    for author in page.truth.authors:
        assert joined(author) in whole


@EACH
def test_no_paragraph_belongs_to_the_page_around_the_article(page: Page) -> None:
    truth = page.truth
    assert not {*truth.absent, *truth.either} & {*truth.paragraphs, *truth.headings}
    assert len(set(truth.paragraphs)) == len(truth.paragraphs) >= 5


def test_a_third_of_the_pages_is_in_each_language() -> None:
    languages = Counter(page.truth.language.partition("-")[0] for page in PAGES)
    assert set(languages) == {"en", "sr", "sq"}
    assert min(languages.values()) >= 13
    assert {"sr-Cyrl", "sr-Latn"} <= {page.truth.language for page in PAGES}
