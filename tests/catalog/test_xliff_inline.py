"""Inline codes: a translation whose tags fit is protected; one whose tags do not is kept."""

import pytest
from lxml import etree

from publisher.catalog.message import Catalog, Message
from publisher.catalog.xliff import NAMESPACE, RAW_TARGET
from publisher.catalog.xliff_home import bring_home
from publisher.catalog.xliff_inline import Codes, UnfitError, name, text_of
from publisher.catalog.xliff_read import read_xliff
from publisher.catalog.xliff_write import write_xliff

SOURCE = "<em>a</em><br/><keep>K &amp; C</keep><keep2>K</keep2>"
BROKEN = (
    "<em>a",
    "a</em>",
    "<em>a</strong>",
    "</em>a<em>",
    "<em>a</em><em>b</em>",
    "<strong>a</strong>",
    "<br/><br/>",
    "<keep>K &amp; C</keep><keep>K &amp; C</keep>",
    "Tom & Jerry",
    "a &copy; b",
    "a < b",
    "a > b",
)
FIT = (
    "",
    "a &amp; &lt;b&gt;",
    "<br/><em>a</em>",
    "<keep2>K</keep2> <keep>K &amp; C</keep>",
    "<keep>К</keep>",
    "<br>a</br>",
    "<em/>",
    "\x1b<em>\x00</em>\x01\ufffe",
)


def filled(text: str) -> etree._Element:
    target = etree.Element(name("target"))
    Codes(SOURCE).fill(target, text)
    return etree.fromstring(etree.tostring(target))


@pytest.mark.parametrize("text", [SOURCE, *FIT])
def test_what_fits_comes_back_from_elements(text: str) -> None:
    assert text_of(filled(text), Codes(SOURCE).wholes, tagged=True) == text


@pytest.mark.parametrize("text", BROKEN)
def test_what_does_not_fit_is_told_apart(text: str) -> None:
    with pytest.raises(UnfitError):
        filled(text)


@pytest.mark.parametrize("text", [*BROKEN, *FIT])
def test_either_comes_home_unchanged(text: str) -> None:
    message = Message(context="paragraph", source=SOURCE, translations=(text,))
    catalog = Catalog(language="sq", name="a.po", messages=(message,))

    data = write_xliff(catalog, "a", "en", frozenset({message.key}))

    assert bring_home(catalog, read_xliff(data, "a.xlf")).catalog is catalog
    assert (RAW_TARGET in data.decode()) is (text in BROKEN)


def test_what_is_not_translated_cannot_be_edited() -> None:
    target = filled("<keep>K &amp; C</keep>")

    (code,) = target
    assert code.tag == f"{{{NAMESPACE}}}ph"
    assert code.get("equiv") == "K & C"
    assert target.text is None
