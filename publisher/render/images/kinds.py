"""Kinds of picture files, which their content tells and not their suffix."""

import re

from publisher.errors import ArticleError

BEGINNINGS = (
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WEBP"),
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"II[*+]\x00|MM\x00[*+]"), "TIFF"),
    (re.compile(rb"BM"), "BMP"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<|\xff\xfe<|\xfe\xff\x00<"), "SVG"),
)


def kind_of(data: bytes, where: str) -> str:
    """Tell the kind of a picture file by its content: `JPEG`, `PNG`, `WEBP` and so on.

    Raises:
        ArticleError: It is of no kind that is known.
    """
    kind = next((kind for begins, kind in BEGINNINGS if begins.match(data)), "")
    if not kind:
        raise ArticleError(
            "the file is not a picture of a known kind" if data else "the picture file is empty",
            where=where,
            hint="pictures are JPEG, PNG, SVG, WebP, GIF, TIFF or BMP; save it as one of them",
        )
    return kind
