"""The only door through which the typesetter gets files: the layout's, and the edition's pictures.

Addresses are of the reserved domain `.invalid`, so that relative ones resolve and none leads
anywhere. Whatever else is asked for is refused before anybody looks for it.
"""

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from weasyprint.urls import (
    FatalURLFetchingError,
    URLFetcher,
    URLFetcherResponse,
)

from publisher.render.edition import Picture

LAYOUT = "https://layout.invalid/"
PICTURES = "https://pictures.invalid/"


class RefusedAddressError(FatalURLFetchingError):  # type: ignore[misc]  # untyped
    """Something asked for an address that is none of ours; stops the typesetter where it can."""


class Fetcher(URLFetcher):  # type: ignore[misc]  # untyped
    """Serves files from memory.

    Attributes:
        refused: The addresses that were asked for in vain.

    Args:
        files: The layout's files by path.
        pictures: The edition's pictures by name.
    """

    def __init__(self, files: Mapping[str, bytes], pictures: Mapping[str, Picture]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self.refused: list[str] = []
        self._files = files
        self._pictures = pictures

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 -- as called
        """Give a file.

        Raises:
            RefusedAddressError: The address is not of the layout or of a picture.
        """
        path = unquote(urlsplit(url).path).removeprefix("/")
        if url.startswith(PICTURES) and path in self._pictures:
            picture = self._pictures[path]
            return URLFetcherResponse(url, picture.data, {"Content-Type": picture.media_type})
        if url.startswith(LAYOUT) and path in self._files:
            return URLFetcherResponse(url, self._files[path], _headers(path))
        self.refused.append(url)
        raise RefusedAddressError(url)


def _headers(path: str) -> dict[str, str]:
    types = {"css": "text/css", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}
    kind = types.get(path.rpartition(".")[2].lower())
    return {"Content-Type": kind} if kind else {}
