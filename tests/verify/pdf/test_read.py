"""PDF files read back: what is furniture, and what is no PDF."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from publisher.errors import CheckError
from publisher.export import pdf
from publisher.verify.pdf.fonts import read_characters
from publisher.verify.pdf.read import read
from publisher.verify.record import Passage
from tests.export.editions import article_layout, rich_edition, words
from tests.verify.pdf.damage import structure

WHOLE = pdf.export(rich_edition("en"), article_layout()).data


def harmed(harm: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(WHOLE)) as opened:
        harm(opened)
        target = BytesIO()
        opened.save(target)
    return target.getvalue()


def cycle(opened: pikepdf.Pdf) -> None:
    elements = structure(opened)
    elements[-1].K = pikepdf.Array([elements[0]])


def depth(opened: pikepdf.Pdf) -> None:
    kid = opened.make_indirect(pikepdf.Dictionary(S=pikepdf.Name("/P")))
    for _ in range(1000):
        kid = opened.make_indirect(
            pikepdf.Dictionary(S=pikepdf.Name("/Div"), K=pikepdf.Array([kid]))
        )
    opened.Root.StructTreeRoot.K = pikepdf.Array([kid])


def form_in_itself(opened: pikepdf.Pdf) -> None:
    form = opened.make_stream(b"/x Do /x Do")
    form.Subtype = pikepdf.Name("/Form")
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(x=form))
    page = opened.pages[0]
    page.resources["/XObject"]["/x"] = form
    page.contents_add(b"/x Do")


def test_what_stands_on_every_page_is_no_content() -> None:
    record = read(WHOLE, "a.pdf")
    running = f"{words('en')['publication']} · {words('en')['title']}"

    texts = [one.text for one in record.content if isinstance(one, Passage)]
    assert words("en")["publication"] in texts
    assert running not in texts
    assert "2" not in texts


def test_fonts_are_known_by_the_names_that_they_give_themselves() -> None:
    record = read(WHOLE, "a.pdf")

    assert {font.name for font in record.fonts} >= {"SourceSerif4-Regular", "SourceSans3-SemiBold"}
    assert all(font.embedded and not font.blanks for font in record.fonts)


def test_characters_of_a_range_follow_one_another() -> None:
    listed = b"1 beginbfrange <0001> <0002> [<0041> <0066 0069>] <0005> <0006> <0061> endbfrange"

    assert dict(read_characters(listed)) == {1: "A", 2: "fi", 5: "a", 6: "b"}


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\nrubbish", WHOLE[: len(WHOLE) // 2][:2000]],
    ids=["nothing", "rubbish", "cut"],
)
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(CheckError, match="cannot be read") as caught:
        read(data, "a.pdf")

    assert caught.value.where == "a.pdf"


@pytest.mark.parametrize("harm", [cycle, depth])
def test_a_structure_that_is_no_tree_is_refused(harm: Callable[[pikepdf.Pdf], None]) -> None:
    with pytest.raises(CheckError):
        read(harmed(harm), "a.pdf")


def test_a_drawing_that_holds_itself_comes_to_an_end() -> None:
    assert read(harmed(form_in_itself), "a.pdf").content == read(WHOLE, "a.pdf").content
