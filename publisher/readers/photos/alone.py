"""A photograph imported alone: an article with one figure."""

from dataclasses import replace
from pathlib import PurePath

from publisher.errors import ArticleError
from publisher.model.article import Contributor, ContributorRole
from publisher.model.block import Figure, FigureKind
from publisher.model.inline import Prose, prose
from publisher.readers.draft import Draft, presentable
from publisher.readers.incoming import Enclosure, Imported, Incoming, Reason
from publisher.readers.photos.complete import complete, licence_of
from publisher.readers.photos.credits import credit_line, printed
from publisher.readers.photos.photo import Photo
from publisher.readers.photos.read import read_photo
from publisher.readers.slugs import make_slug
from publisher.readers.tongue import detect
from publisher.render.images import load_picture

SUFFIXES = {
    "JPEG": ".jpg",
    "PNG": ".png",
    "SVG": ".svg",
    "WEBP": ".webp",
    "GIF": ".gif",
    "TIFF": ".tif",
    "BMP": ".bmp",
}


def read_picture(incoming: Incoming) -> Imported:
    """Make an article of a picture; one that no edition could show is an error."""
    draft = Draft(incoming)
    photo = read_photo(incoming.data, incoming.name)
    draft.visible.extend(_texts(photo))
    if not _is_whole(draft):
        return draft.finish()
    for diagnostic in photo.diagnostics:
        draft.findings.warn(0, diagnostic.code, diagnostic.message, diagnostic.hint)
    _settle_language(photo, draft)
    draft.title = _title(photo)
    draft.byline = [_photographer(name) for name in photo.creators]
    draft.keywords = [prose(keyword) for keyword in photo.keywords]
    draft.rights = prose(photo.copyright) if photo.copyright else None
    draft.body = [_figure(photo, draft)]
    _leave_rest(photo, draft)
    return draft.finish()


def _is_whole(draft: Draft) -> bool:
    incoming = draft.incoming
    try:
        load_picture(incoming.data, "picture", where=incoming.name)
    except ArticleError as error:
        draft.findings.error(0, "picture-unusable", error.message, error.hint)
        return False
    return True


def _settle_language(photo: Photo, draft: Draft) -> None:
    draft.language = draft.language or detect(f"{photo.headline} {photo.caption}")
    if not draft.language:
        draft.language = "en"
        draft.findings.warn(
            0, "language-unknown", "the picture's language is not known", "say it with --lang"
        )


def _title(photo: Photo) -> Prose | None:
    title = next(filter(None, (photo.headline, photo.title, printed(photo).caption)), "")
    return prose(title) if title else None


def _photographer(name: str) -> Contributor:
    return Contributor(name=prose(name), role=ContributorRole.PHOTOGRAPHS)


def _figure(photo: Photo, draft: Draft) -> Figure:
    name = PurePath(draft.incoming.name).name
    stem = make_slug(prose(presentable(PurePath(name).stem) or "picture"), "picture")
    path = f"images/{stem}{SUFFIXES[photo.kind]}"
    enclosure = Enclosure(path=path, data=draft.incoming.data)
    figure, _ = complete(draft.figure(picture=enclosure), photo)
    kind = FigureKind.GRAPHIC if photo.kind == "SVG" else FigureKind.PHOTOGRAPH
    return replace(figure, kind=kind)


def _leave_rest(photo: Photo, draft: Draft) -> None:
    """Tell what the file says and the article has no place for, or has already."""
    if photo.headline:
        same = photo.title == photo.headline
        draft.leave(photo.title, Reason.REPEATED if same else Reason.UNPLACED)
    if photo.usage != licence_of(photo):
        draft.leave(photo.usage)
    for text in (photo.description, photo.instructions):
        draft.leave(text)
    draft.leave(photo.licence_url, Reason.UNDERSTOOD)
    line = printed(photo).credit
    composed = line == credit_line(photo)
    for text, used in ((photo.credit, composed), (photo.source, composed and not photo.credit)):
        if not used or text not in line:
            draft.leave(text, Reason.REPEATED if text in line else Reason.UNPLACED)


def _texts(photo: Photo) -> tuple[str, ...]:
    return (
        *(photo.headline, photo.title, photo.caption, photo.alt, photo.description),
        *(*photo.creators, photo.credit, photo.source, photo.copyright, photo.usage),
        *(photo.licence_url, photo.instructions, *photo.keywords, photo.place.line),
    )
