"""The book's style sheet, and the files that it uses: fonts, with their licences."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from publisher.errors import UsageError
from publisher.render.edition import Layout

NAME = "epub.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
FACE = re.compile(r"@font-face\s*\{([^}]*)\}", re.IGNORECASE)
DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;]+)", re.IGNORECASE)
ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)
IMPORT = re.compile(r"@import\s*[\"']([^\"']+)", re.IGNORECASE)
MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
BOLD = 600  # the lightest weight that counts as bold


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font that the style sheet declares; `path` is that of its file in the layout."""

    weight: int
    italic: bool
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The style sheet, its fonts, and the paths of all files that it needs."""

    text: str
    faces: tuple[Face, ...]
    files: tuple[str, ...]

    def face(self, *, bold: bool) -> Face | None:
        """Give the upright font for headlines (the first bold one) or for labels (the last)."""
        faces = [one for one in self.faces if (one.weight >= BOLD) == bold and not one.italic]
        if not faces:
            return None
        return faces[0] if bold else faces[-1]


def read_style(layout: Layout) -> Style:
    """Read a layout's style sheet for books.

    Raises:
        UsageError: There is none, or it uses a file that is not in the layout.
    """
    if NAME not in layout.files:
        raise UsageError(
            "the layout has no style sheet for books",
            where=f"layouts/{layout.name}/{NAME}",
            hint="write it, or take another layout",
        )
    text = COMMENT.sub("", layout.text(NAME))
    used = tuple(dict.fromkeys((*ADDRESS.findall(text), *IMPORT.findall(text))))
    for path in used:
        if path not in layout.files or PurePosixPath(path).suffix not in MEDIA_TYPES:
            raise UsageError(
                f"the style sheet uses {path!r}, which is not a font or picture of the layout",
                where=f"layouts/{layout.name}/{NAME}",
                hint="put the file into the layout and name it by its path there",
            )
    faces = tuple(face for found in FACE.findall(text) if (face := _face(found)))
    return Style(text=layout.text(NAME), faces=faces, files=(*used, *_licences(layout, faces)))


def _face(declarations: str) -> Face | None:
    values = {name.lower(): value.strip() for name, value in DECLARATION.findall(declarations)}
    source = ADDRESS.search(values.get("src", ""))
    if source is None:
        return None
    weight = {"normal": "400", "bold": "700"}.get(values.get("font-weight", ""), "")
    number = re.match(r"\d+", weight or values.get("font-weight", "400"))
    return Face(
        weight=int(number.group()) if number else 400,
        italic=values.get("font-style", "normal") != "normal",
        path=source.group(1),
    )


def _licences(layout: Layout, faces: tuple[Face, ...]) -> list[str]:
    folders = {PurePosixPath(face.path).parent for face in faces}
    return sorted(
        path
        for path in layout.files
        if PurePosixPath(path).parent in folders and PurePosixPath(path).suffix == ".txt"
    )


def media_type(path: str) -> str:
    """Give the media type of a file of the layout."""
    return MEDIA_TYPES[PurePosixPath(path).suffix]
