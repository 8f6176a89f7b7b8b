"""Figures as news objects: what is said of each, word for word, and where its picture lies."""

from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType

from publisher.export.ninjs.identify import identify
from publisher.export.ninjs.words import PLAIN, Json, known, say
from publisher.model.article import Article
from publisher.model.block import Figure, FigureKind
from publisher.model.credit import Credit
from publisher.model.walk import figures_of
from publisher.render.edition import Edition, Picture, picture_key
from publisher.render.setting import Setting

FOLDER = "images"
KINDS = MappingProxyType({FigureKind.PHOTOGRAPH: "picture", FigureKind.GRAPHIC: "graphic"})
COPYRIGHT = ("©", "ⓒ", "(c)", "copyright")


def picture_path(picture: Picture) -> str:
    """Give the path of a picture's file from the edition's own."""
    return f"{FOLDER}/{picture.name}"


def figures(article: Article, edition: Edition, setting: Setting, uri: str) -> Iterator[Json]:
    """Describe the figures of an article in their order; `uri` is the article's.

    Each is named like its element in the article's HTML: `figure-1` and so on.
    """
    seen: Counter[str] = Counter()
    for number, figure in enumerate(figures_of(article), start=1):
        path = figure.image.path if figure.image else ""
        seen[path] += 1  # the same picture may be shown twice
        picture = edition.pictures[picture_key(article, path)] if path else None
        yield {
            "name": f"figure-{number}",
            "rel": "figure",
            "uri": identify(uri, "figure", path, str(seen[path])),
            "type": KINDS[figure.kind],
            "pubStatus": "usable" if picture else "withheld",
            **_about(figure, setting),
            **known(renditions=[_rendition(picture)] if picture else []),
        }


def _about(figure: Figure, setting: Setting) -> Json:
    credit, spoken = figure.credit, figure.caption or figure.alt or figure.withheld
    language = setting.language_of(spoken) if spoken else setting.context.language.tag
    place = say("place", figure.place, setting, language)
    return known(
        contentCreated=f"{figure.taken.isoformat()}T00:00:00Z" if figure.taken else "",
        copyrightNotice=credit.line if credit and _claims(credit) else "",
        usageTerms=figure.licence,
        language=language,
        by=credit.creator if credit else "",
        located=place[0]["value"] if place else "",
        descriptions=[
            *say("caption", figure.caption, setting, language),
            *_credit(credit),
            *say("altText", figure.alt, setting, language),
            *say("withheld", figure.withheld, setting, language),
            *place[1:],
        ],
        infoSources=list(_suppliers(credit)) if credit else [],
    )


def _credit(credit: Credit | None) -> Iterator[Json]:
    """Give the line as printed; other fields tell its parts, as far as they are known."""
    if credit:
        yield {"role": "creditline", "contentType": PLAIN, "value": credit.line}


def _claims(credit: Credit) -> bool:
    """Whether the line says whose the rights are, rather than who made the picture."""
    return credit.label.casefold().startswith(COPYRIGHT)


def _suppliers(credit: Credit) -> Iterator[Json]:
    for role, name in (("agency", credit.agency), ("distributor", credit.distributor)):
        if name:
            yield {"name": name, "role": role}


def _rendition(picture: Picture) -> Json:
    return {
        "name": "main",
        "href": picture_path(picture),
        "contentType": picture.media_type,
        "width": picture.width,
        "height": picture.height,
        "sizeInBytes": len(picture.data),
    }
