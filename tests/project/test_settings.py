"""Settings: what a publication may say of itself, and what a mistake is answered with."""

import pytest

from publisher.errors import UsageError
from publisher.localize.scripts import OwnCredits, Scripts
from publisher.model.walk import Role
from publisher.project.settings import decoded, read_settings

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


@pytest.mark.parametrize("title", ["Новине", {"sr-Cyrl": "Новине"}, {"sr": "Новине", "en": "N"}])
def test_names_follow_the_script_of_an_edition(title: str | dict[str, str]) -> None:
    table = title if isinstance(title, dict) else {}
    line = "title = {" + ", ".join(f'{tag} = "{name}"' for tag, name in table.items()) + "}"
    text = (line if table else f'title = "{title}"') + '\npublisher = "Издавач"\n'

    settings = read_settings(text, "publication.toml")

    assert (settings.title_in("sr-Latn"), settings.publisher_in("sr-Latn")) == ("Novine", "Izdavač")
    assert (settings.title_in("sr-Cyrl"), settings.publisher_in("sr-Cyrl")) == ("Новине", "Издавач")
    assert (settings.title_in("sq"), settings.publisher_in("sq")) == ("Новине", "Издавач")


def test_a_title_is_derived_from_the_other_serbian_script() -> None:
    latin = read_settings('publisher = "P"\n[title]\nsr-Latn = "Ljubav"\n', "publication.toml")
    cyrillic = read_settings('publisher = "P"\n[title]\nsr-Cyrl = "Љубав"\n', "publication.toml")

    assert latin.title_in("sr-Cyrl") == "Љубав"
    assert cyrillic.title_in("sr-Latn") == "Ljubav"


def test_a_latin_newsroom_s_names_follow_the_script_where_that_is_sure() -> None:
    for name, master, wanted in (
        ("Večernje novine", "sr-Latn", "Вечерње новине"),
        ("Balkan Insight", "sr-Latn", "Balkan Insight"),
        ("The Paper", "sr-Latn", "The Paper"),
        ("Večernje novine", "sr-Cyrl", "Večernje novine"),
    ):
        text = f'title = "{name}"\npublisher = "{name}"\nserbian-master = "{master}"\n'
        settings = read_settings(text, "publication.toml")

        assert settings.title_in("sr-Cyrl") == settings.publisher_in("sr-Cyrl") == wanted
        assert settings.title_in("sr-Latn") == settings.publisher_in("sr-Latn") == name
        assert settings.title_in("sq") == settings.publisher_in("sq") == name


def test_a_title_in_another_language_is_not_taken_for_serbian() -> None:
    text = 'publisher = "P"\nserbian-master = "sr-Latn"\n[title]\nsq = "Gazeta"\n'

    assert read_settings(text, "publication.toml").title_in("sr-Cyrl") == "Gazeta"


def test_serbian_is_mastered_in_cyrillic_unless_set() -> None:
    text = (
        'serbian-master = "sr-Latn"\nforeign-words = ["Delta", "Le Monde"]\n'
        'own-credits = "follow-script"\n'
    )

    assert read_settings(LEAST, "publication.toml").scripts == Scripts()
    assert read_settings(LEAST + text, "publication.toml").scripts == Scripts(
        master="sr-Latn", foreign=("Delta", "Le Monde"), credits=OwnCredits.FOLLOW_SCRIPT
    )


def test_completeness_is_written_in_percent() -> None:
    settings = read_settings(LEAST + "[complete]\nbody = 80\n", "publication.toml")

    assert settings.complete["body"] == pytest.approx(0.8)


def test_a_role_may_be_named_and_is_then_counted_apart_from_its_group() -> None:
    text = LEAST + "[complete]\nkeyword = 0\nplace = 50\ngallery-caption = 0\n"

    assert read_settings(text, "publication.toml").complete == {
        "title": 1.0,
        "caption": 1.0,
        "alt": 1.0,
        "body": 1.0,
        "keyword": 0.0,
        "place": 0.5,
        "gallery-caption": 0.0,
    }


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_every_role_may_be_named(role: str) -> None:
    text = f"{LEAST}[complete]\n{role} = 12\n"

    assert read_settings(text, "publication.toml").complete[role] == pytest.approx(0.12)


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
        (LEAST + 'serbian-master = "fr"\n', 3, "sr-Cyrl, sr-Latn"),
        (LEAST + "serbian-master = 1\n", 3, "serbian-master is not str"),
        (LEAST + 'foreign-words = "Delta"\n', 3, "foreign-words is not list"),
        (LEAST + 'foreign-words = ["Delta", 1]\n', 3, "not a list of words"),
        (LEAST + 'foreign-words = [" "]\n', 3, "not a list of words"),
        (LEAST + 'own-credits = "translate"\n', 3, "as-printed, follow-script"),
        (LEAST + 'serbian-mastr = "sr-Latn"\n', 3, "did you mean serbian-master"),
        (LEAST + "complete = 3\n", 3, "not a table"),
        (LEAST + "[complete]\nbody = 101\n", 4, "0..100"),
        (LEAST + '[complete]\ntitle = "x"\n', 4, "title is not a number of percent"),
        (LEAST + 'paper = "A4"\ncomplete.title = "x"\n', 4, "title is not a number of percent"),
        (LEAST + 'complete = { title = "x" }\n', 3, "title is not a number of percent"),
        (LEAST + 'languages = ["en", "xx"]\n', 3, "CLDR has no language 'xx'"),
        (LEAST + 'formats = ["pfd"]\n', 3, "did you mean pdf?"),
        (LEAST + 'serbian = "fr"\n', 3, "choose of sr-Cyrl, sr-Latn"),
        (LEAST + 'serbian = "bogus tag"\n', 3, "not a language tag"),
        (LEAST + 'layout = "a\\u0000"\n', 3, "layout holds the character U+0000"),
        ('title = "A\\u0001"\npublisher = "B"\n', 1, "title holds the character U+0001"),
        (
            'publisher = "B"\n[title]\nen = "A"\nsq = "\\u0001"\n',
            4,
            "sq holds the character U+0001",
        ),
        ('publisher = "B"\n[title]\nen = "A"\nxx = "X"\n', 4, "CLDR has no language 'xx'"),
        (LEAST + 'languages = ["en", "a\\u007f"]\n', 3, "languages holds the character U+007F"),
        ('title = "A"\npublisher = "B', 2, "write key ="),
        (LEAST + 'languages = ["en",\n  "sq",\n', 4, "write key ="),
        (LEAST + '[complete]\nbody = "all"\n', 4, "not a number"),
        (LEAST + "[complete]\nheadline = 10\n", 4, "unknown"),
        (LEAST + "[complete]\nbody = 90\nkeywrod = 0\n", 5, "did you mean keyword"),
        (LEAST + "[complete]\ncaptoin = 0\n", 4, "did you mean caption"),
        (LEAST + "[complete]\ntitle = 101\n", 4, "0..100"),
        (LEAST + "[complete]\ncaption-x = 1\ncaption = 2\n", 4, "unknown"),
        (LEAST + "complete = { titel = 1 }\n", 3, "did you mean title"),
    ],
)
def test_a_mistake_says_where_and_what(text: str, line: int, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_settings(text, "publication.toml")

    assert words in str(caught.value)
    assert caught.value.where == f"publication.toml:{line}"


def test_what_sr_means_may_be_spelt_as_anywhere() -> None:
    for said in ("sr-Latn", "sr_Latn", "sr@latin"):
        assert read_settings(LEAST + f'serbian = "{said}"\n', "p").serbian == "sr-Latn"


@pytest.mark.parametrize("serbian", ["sr-Cyrl", "sr-Latn"])
def test_sr_is_the_publication_s_script_as_a_master_too(serbian: str) -> None:
    text = LEAST + f'serbian = "{serbian}"\nserbian-master = "sr"\n'

    assert read_settings(text, "p").scripts.master == serbian


def test_a_format_s_name_may_have_capitals() -> None:
    assert read_settings(LEAST + 'formats = ["PDF", "pdf"]\n', "p").formats == ("pdf",)


def test_settings_in_another_encoding_are_refused_where_it_shows() -> None:
    with pytest.raises(UsageError) as caught:
        decoded('title = "A"\npublisher = "Ж"\n'.encode("cp1251"), "publication.toml")

    assert caught.value.where == "publication.toml:2"
    assert "UTF-8" in caught.value.hint
