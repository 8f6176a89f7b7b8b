"""Glossaries on disk: each language's own, and that of a derived script from the other's."""

from pathlib import Path

import pytest

from publisher.errors import CatalogError
from publisher.project.glossary import glossary_for
from publisher.project.publication import Publication, open_publication


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    (tmp_path / "publication.toml").write_text('title = "A"\npublisher = "B"\n', encoding="utf-8")
    return open_publication(tmp_path)


def write(publication: Publication, folder: str, text: str) -> None:
    path = publication.locales / folder / "glossary.csv"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_a_language_without_a_file_has_no_terms(publication: Publication) -> None:
    assert glossary_for(publication, "sq").entries == ()


def test_a_derived_script_has_the_terms_of_the_other(publication: Publication) -> None:
    write(publication, "sr_Cyrl", "term,translation,forbidden\nPeja,Пећ|пећк*,Пеја\n")

    (entry,) = glossary_for(publication, "sr-Latn").entries

    assert entry.translations == (("Peć",), ("pećk*",))
    assert entry.forbidden == (("Peja",),)
    assert entry.translation == "Peć|pećk*"


def test_a_file_of_its_own_comes_first(publication: Publication) -> None:
    write(publication, "sr_Cyrl", "term,translation\nPeja,Пећ\n")
    write(publication, "sr_Latn", "term,translation\nPeja,Peja\n")

    assert glossary_for(publication, "sr-Latn").entries[0].translation == "Peja"


def test_what_is_wrong_is_said_with_its_place(publication: Publication) -> None:
    write(publication, "sq", "term\nPeja\n")

    with pytest.raises(CatalogError) as caught:
        glossary_for(publication, "sq")

    assert caught.value.where == "locales/sq/glossary.csv:1"
