"""What a user types is understood as it is meant."""

from publisher.cli.choose import choose_formats, choose_languages
from publisher.project.settings import read_settings

SETTINGS = read_settings(
    'title = "T"\npublisher = "P"\nlanguages = ["en", "sr", "sq"]\nformats = ["pdf", "epub"]\n',
    "publication.toml",
)


def test_nothing_means_all() -> None:
    assert choose_formats((), SETTINGS) == choose_formats(("all",), SETTINGS) == ("pdf", "epub")
    assert choose_languages((), SETTINGS) == ("en", "sr-Cyrl", "sq")


def test_all_drops_nothing_that_stands_beside_it() -> None:
    assert choose_formats(("html,all",), SETTINGS) == ("html", "pdf", "epub")
    assert choose_formats(("All", "epub", "json"), SETTINGS) == ("pdf", "epub", "json")
    assert choose_languages(("sr_Latn", "all"), SETTINGS) == ("sr-Latn", "en", "sr-Cyrl", "sq")
