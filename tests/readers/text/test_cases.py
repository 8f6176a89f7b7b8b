"""Pages and mails as text, beside the articles that they are."""

from pathlib import Path

import pytest

from publisher.readers.incoming import Incoming, account
from publisher.readers.markdown.write import write_markdown
from publisher.readers.text import read_text

CASES = Path(__file__).parent / "cases"


def told(path: Path) -> str:
    """Write what is read from a file as Markdown, and below it what is left of it and why."""
    imported = read_text(Incoming(data=path.read_bytes(), name=path.name))
    assert imported.article is not None
    rest = "\n".join(f"{one.reason.value}: {one.text}" for one in account(imported))
    return f"{write_markdown(imported.article).data.decode()}=====\n{rest}\n"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_page_is_read_as_the_article_that_it_is(path: Path) -> None:
    assert told(path) == path.with_suffix(".read").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("way", ["crlf", "cr", "mark", "spaces", "bytes"])
def test_how_lines_end_and_letters_are_coded_makes_no_difference(path: Path, way: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed = {
        "crlf": text.replace("\n", "\r\n").encode(),
        "cr": text.replace("\n", "\r").encode(),
        "mark": text.encode("utf-8-sig"),
        "spaces": text.replace("\n", " \n").encode(),
        "bytes": text.encode("utf-16"),
    }[way]

    imported = read_text(Incoming(data=changed, name=path.name))

    assert imported.article == read_text(Incoming(data=text.encode(), name=path.name)).article
