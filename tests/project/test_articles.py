"""Articles on disk, and what lies beside them."""

from pathlib import Path

from publisher.catalog.message import Catalog, Message
from publisher.catalog.po import write_po
from publisher.project.articles import catalogs_for
from publisher.project.publication import open_publication

SETTINGS = 'title = "Gazeta"\npublisher = "Redaksia"\n'


def test_a_catalog_that_languages_share_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "publication.toml").write_text(SETTINGS, encoding="utf-8")
    publication = open_publication(tmp_path)
    path = publication.catalog_path("sr-Cyrl", "bridge")
    path.parent.mkdir(parents=True)
    entry = Message(context="title", source="Bridge", translations=("Мост",))
    path.write_bytes(write_po(Catalog(language="sr-Cyrl", messages=(entry,))))
    known: dict[str, Catalog | None] = {}

    cyrillic = catalogs_for(publication, "bridge", "sr-Cyrl", known)
    path.unlink()
    latin = catalogs_for(publication, "bridge", "sr-Latn", known)

    assert [one.messages for one in cyrillic.values()] == [(entry,)]
    assert latin == cyrillic
    assert catalogs_for(publication, "bridge", "sr-Latn") == {}
