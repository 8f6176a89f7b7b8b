"""The words of the layout: every shipped language has all, and the layout prints each."""

import re
from pathlib import Path

import pytest

from publisher.errors import CatalogError
from publisher.project.publication import open_publication
from publisher.project.shipped import PACKAGE, SAMPLE, shipped
from publisher.project.terms import read_terms
from publisher.render.terms import TERM_CONTEXT, Term


@pytest.mark.parametrize("tag", ["en", "sr-Cyrl", "sr-Latn", "sq"])
def test_a_shipped_language_has_every_word(tag: str) -> None:
    terms = read_terms(open_publication(SAMPLE), tag)

    assert set(terms) == set(Term)
    assert all(word.strip() for word in terms.values())


@pytest.mark.parametrize("tag", ["sr-Latn", "sq"])
def test_no_word_is_left_in_english(tag: str) -> None:
    terms = read_terms(open_publication(SAMPLE), tag)

    assert not [word for term, word in terms.items() if word == term.value]


def test_a_word_of_the_publication_reaches_the_script_derived_from_it(tmp_path: Path) -> None:
    own = tmp_path / "locales" / "sr_Latn" / "LC_MESSAGES" / "publisher.po"
    own.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    own.write_text(
        f'{header}msgctxt "{TERM_CONTEXT}"\nmsgid "{Term.PHOTO.value}"\nmsgstr "Snimak"\n',
        encoding="utf-8",
    )
    settings = 'title = "T"\npublisher = "P"\n'

    found = {}
    for master in ("sr-Cyrl", "sr-Latn"):
        text = f'{settings}serbian-master = "{master}"\n'
        (tmp_path / "publication.toml").write_text(text, encoding="utf-8")
        publication = open_publication(tmp_path)
        found[master] = [read_terms(publication, tag)[Term.PHOTO] for tag in ("sr-Cyrl", "sr-Latn")]

    assert found == {"sr-Cyrl": ["Фото:", "Snimak"], "sr-Latn": ["Снимак", "Snimak"]}


def test_every_word_is_printed_somewhere() -> None:
    files = [*PACKAGE.rglob("*.py"), *shipped("layouts").rglob("*.j2")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in map(Path, files))

    used = set(re.findall(r"(?:Term|terms)\.([A-Z_]+)", code))

    assert {term.name for term in Term} <= used


def test_a_word_that_no_file_may_hold_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "publication.toml").write_text('title = "T"\npublisher = "P"\n')
    catalog = tmp_path / "locales" / "en" / "LC_MESSAGES" / "publisher.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(f'msgctxt "{TERM_CONTEXT}"\nmsgid "{Term.BY.value}"\nmsgstr "B\x01y"\n')

    with pytest.raises(CatalogError) as caught:
        read_terms(open_publication(tmp_path), "en")

    assert "U+0001" in caught.value.message
    assert caught.value.where == "locales/en/LC_MESSAGES/publisher.po:2"
