"""Importing: a file from elsewhere becomes an article's folder, and a report of what is not in it.

Nothing is written here. What an import gives is what reading the Markdown made of it gives, so that
what is reported is what will be published.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from publisher.diagnostics import Diagnostic, Level
from publisher.errors import ArticleError
from publisher.model.article import Article
from publisher.model.block import Figure
from publisher.model.figures import map_figures
from publisher.model.inline import prose
from publisher.readers.describe import describe
from publisher.readers.incoming import Enclosure, Imported, Incoming, Rest, account
from publisher.readers.markdown.settle import settle
from publisher.readers.markdown.write import write_markdown
from publisher.readers.photos.complete import complete
from publisher.readers.photos.read import read_photo
from publisher.readers.registry import kind_of, load_reader
from publisher.readers.words import NO_PICTURE, word
from publisher.render.images import load_picture

LARGEST = 100_000_000  # bytes of a file that is read at all
DEEPEST = 3  # folders below the file's own in which its pictures are looked for
MOST_BESIDE = 20_000  # files that are listed there


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """A file that was imported.

    Attributes:
        file: The file.
        kind: What kind of file it is; see `readers.registry`.
        article: As the Markdown says it.
        markdown: The article's file.
        pictures: The files beside it, by path.
        diagnostics: What the user should know.
        rest: The words of the file that are not in the article.
    """

    file: Path
    kind: str
    article: Article
    markdown: bytes
    pictures: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]
    rest: tuple[Rest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user says of the files.

    Attributes:
        kind: Empty to look at the content.
        slug: Empty to make one of the title.
        language: BCP 47 tag; empty to find out.
        serbian: What `sr` means.
    """

    kind: str = ""
    slug: str = ""
    language: str = ""
    serbian: str = "sr-Cyrl"


def take_in(file: Path, wishes: Wishes) -> Intake:
    """Import a file.

    Raises:
        ArticleError: It cannot be read, or there is no article in it.
        UsageError: There is no reader of the kind asked for.
    """
    data = _read(file)
    kind = wishes.kind or kind_of(data, file.name)
    incoming = Incoming(
        data=data,
        name=file.name,
        slug=wishes.slug,
        language=wishes.language,
        beside=_beside(file),
        serbian=wishes.serbian,
    )
    imported = load_reader(kind)(incoming)
    article = _require(imported, file)
    pictures, faults = _pictures(imported.enclosures, file)
    article, found = _with_pictures(article, pictures, faults)
    article, missing = describe(article)
    written = write_markdown(article)
    read = written.reading.article
    if read is None:
        first = next(d for d in written.reading.diagnostics if d.level is Level.ERROR)
        raise ArticleError(
            f"what was read cannot be written: {first.message}", where=str(file), hint=first.hint
        )
    diagnostics = (*imported.diagnostics, *found, *missing, *_unsaid(settle(article), read))
    return Intake(
        file=file,
        kind=kind,
        article=read,
        markdown=written.data,
        pictures=pictures,
        diagnostics=tuple(dict.fromkeys(diagnostics)),
        rest=account(replace(imported, article=read)),
    )


def _read(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise ArticleError(
                f"the file has {size:,} bytes, more than {LARGEST:,}",
                where=str(file),
                hint="an article is smaller; is this the right file?",
            )
        return file.read_bytes()
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror}", where=str(file)) from error


def _beside(file: Path) -> frozenset[str]:
    """List the files beside one, and in the folders below; links to elsewhere are not followed."""
    folder = file.parent.resolve()
    found: set[str] = set()
    folders = [(folder, 0)]
    while folders and len(found) < MOST_BESIDE:
        here, depth = folders.pop()
        for one in sorted(here.iterdir()):
            if one.name.startswith(".") or one.is_symlink():
                continue
            if one.is_dir() and depth < DEEPEST:
                folders.append((one, depth + 1))
            elif one.is_file() and one != file.resolve():
                found.add(one.relative_to(folder).as_posix())
    return frozenset(found)


def _require(imported: Imported, file: Path) -> Article:
    if imported.article is None:
        errors = [d for d in imported.diagnostics if d.level is Level.ERROR]
        first = errors[0] if errors else None
        raise ArticleError(
            first.message if first else "there is no article in it",
            where=(first.where if first else "") or str(file),
            hint=first.hint if first else "",
        )
    if not imported.article.body:
        raise ArticleError("there is no text of an article in it", where=str(file))
    return imported.article


def _pictures(
    enclosures: tuple[Enclosure, ...], file: Path
) -> tuple[dict[str, bytes], dict[str, ArticleError]]:
    """Read the pictures that come along; give those that can be printed, and what is wrong."""
    pictures: dict[str, bytes] = {}
    faults: dict[str, ArticleError] = {}
    for enclosure in enclosures:
        try:
            data = enclosure.data or _read(file.parent / enclosure.beside)
            load_picture(data, enclosure.path, where=enclosure.beside or file.name)
        except ArticleError as error:
            faults[enclosure.path] = error
        else:
            pictures[enclosure.path] = data
    return pictures, faults


def _with_pictures(
    article: Article, pictures: Mapping[str, bytes], faults: Mapping[str, ArticleError]
) -> tuple[Article, tuple[Diagnostic, ...]]:
    """Complete figures by what their pictures say; a picture that cannot be printed is withheld."""
    found: list[Diagnostic] = []
    change = partial(_figure, article=article, pictures=pictures, faults=faults, found=found)
    return map_figures(article, change), tuple(found)


def _figure(
    figure: Figure,
    *,
    article: Article,
    pictures: Mapping[str, bytes],
    faults: Mapping[str, ArticleError],
    found: list[Diagnostic],
) -> Figure:
    path = figure.image.path if figure.image else ""
    if path in pictures:
        completed, said = complete(figure, read_photo(pictures[path], path))
        found.extend(said)
        return completed
    if figure.image is None:
        return figure
    fault = faults.get(path)
    found.append(
        Diagnostic(
            level=Level.WARNING,
            code="picture-broken",
            message=f"the picture {path} cannot be printed: "
            f"{fault.message if fault else 'it did not come with the file'}",
            where=fault.where if fault else "",
            hint="put another in its place, and take out the line `:withheld:`",
        )
    )
    return replace(figure, image=None, withheld=prose(word(NO_PICTURE, article.language)))


def _unsaid(settled: Article, read: Article) -> tuple[Diagnostic, ...]:
    """Tell where markup went in writing: the words are all there."""
    if settled == read:
        return ()
    return (
        Diagnostic(
            level=Level.WARNING,
            code="markup-left-out",
            message="some emphasis or links stand where Markdown has none, and were left out",
            hint="compare the article with the file",
        ),
    )
