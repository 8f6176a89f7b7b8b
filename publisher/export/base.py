"""What an exporter is, and what it gives back."""

from dataclasses import dataclass
from typing import Protocol

from publisher.diagnostics import Diagnostic
from publisher.render.edition import Edition, Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """A file that lies beside a finished one, not yet written.

    Attributes:
        path: From the finished file's folder, with `/`. Two editions may share a companion, so
            that its name must tell its content.
        data: Its bytes.
    """

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A finished file, not yet written.

    Attributes:
        suffix: Without the dot, such as `pdf`.
        media_type: As registered with IANA.
        data: The file's bytes.
        diagnostics: What the format could not express; with an error, the file is not delivered.
        companions: The files that it leads to, where the format cannot hold everything in one.
    """

    suffix: str
    media_type: str
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    companions: tuple[Companion, ...] = ()


class Exporter(Protocol):
    """Turns an edition into a file; reads and writes nothing else."""

    def __call__(self, edition: Edition, layout: Layout) -> Artifact:
        """Export `edition` as set by `layout`; the same input gives the same bytes."""
        ...
