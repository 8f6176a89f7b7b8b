"""Word files read back: what nobody sees in them, and what is no Word file."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from publisher.errors import CheckError
from publisher.export import docx
from publisher.verify.docx.read import read
from publisher.verify.record import LINE_END, Kind, Passage
from tests.export.editions import article_layout, rich_edition, words

WHOLE = docx.export(rich_edition("en"), article_layout()).data
MAIN = "word/document.xml"


def with_body(paragraphs: str) -> bytes:
    """Put paragraphs in place of the document's own."""
    target = BytesIO()
    with ZipFile(BytesIO(WHOLE)) as whole, ZipFile(target, "w") as made:
        for name in whole.namelist():
            content = whole.read(name)
            if name == MAIN:
                head, _, rest = content.partition(b"<w:body>")
                content = head + b"<w:body>" + paragraphs.encode() + b"</w:body></w:document>"
                assert rest
            made.writestr(name, content)
    return target.getvalue()


def texts(paragraphs: str) -> list[str]:
    record = read(with_body(paragraphs), "a.docx")
    return [one.text for one in record.content if isinstance(one, Passage)]


def test_what_is_not_shown_is_not_read() -> None:
    assert texts(
        "<w:p><w:r><w:t>Seen</w:t></w:r>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:r><w:instrText> PAGE </w:instrText></w:r>"
        "<w:ins><w:r><w:t xml:space='preserve'> and added</w:t></w:r></w:ins></w:p>"
    ) == ["Seen and added"]


def test_breaks_hyphens_and_fields_are_read_as_they_are_printed() -> None:
    assert texts(
        "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t>"
        "<w:softHyphen/></w:r>"
        "<w:fldSimple w:instr=' PAGE '><w:r><w:t>4</w:t></w:r></w:fldSimple></w:p>"
    ) == [f"one{LINE_END}two\u2011three4"]


def test_a_table_in_a_cell_keeps_its_own_rows() -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p>{}</w:tc></w:tr>"
    inner = f"<w:tbl>{row.format('b', '')}{row.format('c', '')}</w:tbl><w:p/>"
    record = read(with_body(f"<w:tbl>{row.format('a', inner)}{row.format('d', '')}</w:tbl>"), "a")

    cells = [(one.text, one.row) for one in record.content if isinstance(one, Passage)]
    assert cells == [("a", 1), ("b", 1), ("c", 2), ("d", 2)]


def test_what_stands_on_every_page_is_no_content() -> None:
    record = read(WHOLE, "a.docx")
    found = [one for one in record.content if isinstance(one, Passage)]

    assert [one.text for one in found].count(words("en")["publication"]) == 1
    assert found[-1].kind is Kind.FOOTNOTE


@pytest.mark.parametrize("data", [b"", b"PK\3\4rubbish", b"%PDF-1.7", WHOLE[:5000]])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(CheckError) as caught:
        read(data, "a.docx")

    assert caught.value.where == "a.docx"
    assert caught.value.hint
