"""Draw the pictures of the sample publication: `python -m publisher.sample.draw FOLDER`.

FOLDER is that of the articles. A picture in the language of its article has a plain name; one in
another language has its tag before the suffix, as in `timeline.sr-Latn.svg`.
"""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path, PurePosixPath

import click

from publisher.sample.drawing import alphabet, labels, strength, timeline
from publisher.sample.drawing.labels import LANGUAGES, Labels, read_labels
from publisher.sample.drawing.metadata import Description
from publisher.sample.drawing.raster import to_jpeg
from publisher.sample.drawing.typesetting import Fonts

REINFORCEMENTS = PurePosixPath("kfor-reinforcements/images")
CONGRESS = PurePosixPath("kongresi-i-manastirit/images")
SOURCE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A finished picture and its path in the folder of the articles."""

    path: PurePosixPath
    data: bytes


def draw_all(fonts: Fonts) -> tuple[Picture, ...]:
    """Draw every picture of the sample in every language that it has.

    Raises:
        ArticleError: A label is missing, or does not fit its place.
    """
    words = read_labels()
    return (
        *(draw_timeline(words, language, fonts) for language in LANGUAGES),
        *(draw_strength(words, language, fonts) for language in LANGUAGES),
        draw_alphabet(words, fonts),
    )


def draw_timeline(words: Labels, language: str, fonts: Fonts) -> Picture:
    """Draw the timeline of the events in one language."""
    data = timeline.draw(labels.timeline(words, language), fonts)
    return Picture(path=REINFORCEMENTS / file_name("timeline.svg", language), data=data)


def draw_strength(words: Labels, language: str, fonts: Fonts) -> Picture:
    """Draw the bar chart in one language, and put its rights into it."""
    chart = labels.strength(words, language)
    description = Description(
        language=language,
        headline=chart.title,
        caption=chart.caption,
        rights=labels.rights(words),
    )
    data = to_jpeg(strength.draw(chart, fonts), description, fonts)
    return Picture(path=REINFORCEMENTS / file_name("strength.jpg", language), data=data)


def draw_alphabet(words: Labels, fonts: Fonts) -> Picture:
    """Draw the Albanian alphabet."""
    data = alphabet.draw(labels.alphabet(words), fonts)
    return Picture(path=CONGRESS / "alfabeti.svg", data=data)


def file_name(base: str, language: str) -> str:
    """Name a picture's version in `language`.

    >>> file_name("timeline.svg", "sr-Latn")
    'timeline.sr-Latn.svg'
    >>> file_name("timeline.svg", "en")
    'timeline.svg'
    """
    stem, _, suffix = base.rpartition(".")
    return base if language == SOURCE_LANGUAGE else f"{stem}.{language}.{suffix}"


def shipped_fonts() -> Fonts:
    """Find the fonts of the layout “article”: in the package when installed, else beside it.

    Raises:
        SystemComponentError: They are in neither place.
    """
    package = Path(str(files("publisher")))
    layouts = package / "layouts"
    folder = (layouts if layouts.is_dir() else package.parent / "layouts") / "article/fonts"
    return Fonts(
        regular=folder / "SourceSans3_400Regular.ttf",
        semibold=folder / "SourceSans3_600SemiBold.ttf",
    )


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def main(folder: Path) -> None:
    """Draw the sample's pictures into FOLDER, the folder of its articles."""
    for picture in draw_all(shipped_fonts()):
        target = folder / picture.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(picture.data)
        click.echo(picture.path)


if __name__ == "__main__":
    main()
