"""Settings: what a publication may say of itself, and what a mistake is answered with."""

import pytest

from publisher.errors import UsageError
from publisher.project.settings import read_settings

LEAST = 'title = "Gazeta"\npublisher = "Redaksia"\n'


def test_two_lines_are_enough() -> None:
    settings = read_settings(LEAST, "publication.toml")

    assert settings.title_in("sq") == "Gazeta"
    assert settings.languages == ("en",)
    assert settings.formats == ("pdf", "epub", "docx")
    assert settings.complete == {"title": 1.0, "caption": 1.0, "alt": 1.0, "body": 1.0}


def test_languages_are_canonical_and_sr_means_the_publication_s_script() -> None:
    text = LEAST + 'languages = ["sr", "sr_Latn", "sq"]\nserbian = "sr-Latn"\n'

    assert read_settings(text, "publication.toml").languages == ("sr-Latn", "sq")


def test_a_title_may_differ_by_language() -> None:
    text = 'publisher = "P"\n[title]\nen = "The Paper"\nsr-Cyrl = "Новине"\n'

    settings = read_settings(text, "publication.toml")

    assert settings.title_in("sr-Cyrl") == "Новине"
    assert settings.title_in("sq") == "The Paper"


def test_completeness_is_written_in_percent() -> None:
    settings = read_settings(LEAST + "[complete]\nbody = 80\n", "publication.toml")

    assert settings.complete["body"] == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title = \n", 1, "not TOML"),
        ('title = "A"\n', 1, "publisher is missing"),
        ('publisher = "A"\n', 1, "title is missing"),
        (LEAST + 'langauges = ["en"]\n', 3, "did you mean languages"),
        (LEAST + 'languages = "en"\n', 3, "not a list"),
        (LEAST + "languages = []\n", 3, "empty"),
        (LEAST + 'languages = ["klingonese"]\n', 3, "klingonese"),
        (LEAST + 'paper = "A5"\n', 3, "A4, Letter"),
        (LEAST + "layout = 1\n", 3, "layout is not str"),
        (LEAST + "complete = 3\n", 3, "not a table"),
        (LEAST + "[complete]\nbody = 101\n", 4, "0..100"),
        (LEAST + '[complete]\nbody = "all"\n', 4, "not a number"),
        (LEAST + "[complete]\nheadline = 10\n", 4, "unknown"),
    ],
)
def test_a_mistake_says_where_and_what(text: str, line: int, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_settings(text, "publication.toml")

    assert words in str(caught.value)
    assert caught.value.where == f"publication.toml:{line}"
