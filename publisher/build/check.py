"""Checking a folder of finished editions: each is prepared anew from its article and compared."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

from publisher.build.fingerprint import fingerprint
from publisher.build.manifest import NAME, read_manifest
from publisher.build.plan import Plan
from publisher.build.prepare import prepare, translate
from publisher.build.run import is_read_back
from publisher.build.view import DocxView
from publisher.errors import PublishError, UsageError
from publisher.localize.stale import Stale
from publisher.project.articles import Source, read_source, require_article
from publisher.project.layouts import read_layout
from publisher.render.edition import Edition, Layout
from publisher.verify.checks.parity import Proof
from publisher.verify.finding import Fault, Finding, Verdict
from publisher.verify.judge import found, judge_together, read_proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An edition as the manifest tells of it.

    Attributes:
        path: Under the output folder, with `/`.
        view: What a Word file shows; None of other formats.
    """

    path: str
    article: str
    language: str
    format: str
    draft: bool
    view: DocxView | None
    stale: Stale
    sha256: str
    fingerprint: str

    @property
    def family(self) -> tuple[object, ...]:
        """What it shares with the editions that should be like it."""
        return self.article, self.format, self.draft, self.stale


def find_folder(path: Path) -> Path:
    """Give the output folder that a file or folder lies in.

    Raises:
        UsageError: There is none.
    """
    place = path.resolve()
    for folder in (place, *place.parents):
        if (folder / NAME).is_file():
            return folder
    raise UsageError(
        f"there is no {NAME} here, nor in a folder around it",
        where=str(path),
        hint="name a folder that `publish` wrote, or build one",
    )


def listed(folder: Path) -> tuple[Listed, ...]:
    """List the editions of an output folder.

    Raises:
        UsageError: Its manifest is not one of this program's.
    """
    try:
        return tuple(map(_listed, read_manifest(folder)))
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(
            "the manifest is not one that this program wrote",
            where=str(folder / NAME),
            hint="build the editions again with `publish`",
        ) from error


def _listed(record: Mapping[str, Any]) -> Listed:
    path = str(record["path"])
    if path.startswith("/") or ".." in path.split("/"):
        raise ValueError(path)
    return Listed(
        path=path,
        article=str(record["article"]),
        language=str(record["language"]),
        format=str(record["format"]),
        draft=bool(record["draft"]),
        view=DocxView(record["docx_view"]) if record["docx_view"] else None,
        stale=Stale(record["stale_policy"]),
        sha256=str(record["sha256"]),
        fingerprint=str(record["fingerprint"]),
    )


def check_editions(plan: Plan, editions: Iterable[Listed], shown: Path) -> tuple[Verdict, ...]:
    """Check editions under the plan's output folder.

    Args:
        plan: Says from which publication they were built, with which layout and time; how each was
            built in other respects is told by the manifest.
        editions: The editions wanted.
        shown: The output folder as a user knows it.

    Raises:
        UsageError: The layout does not exist.
    """
    desk = _Desk(plan, read_layout(plan.publication, plan.layout), shown)
    families: dict[tuple[object, ...], list[tuple[Listed, Proof | None, tuple[Finding, ...]]]] = {}
    for one in editions:
        families.setdefault(one.family, []).append((one, *desk.compare(one)))
    return tuple(chain.from_iterable(map(desk.together, families.values())))


@dataclass(slots=True)
class _Desk:
    """Prepares editions anew, each language of an article once."""

    plan: Plan
    layout: Layout
    shown: Path
    sources: dict[str, Source] = field(default_factory=dict)
    prepared: dict[tuple[object, ...], Edition | str] = field(default_factory=dict)

    def compare(self, one: Listed) -> tuple[Proof | None, tuple[Finding, ...]]:
        """Compare an edition with its article."""
        name = self._name(one)
        try:
            data = (self.plan.out / one.path).read_bytes()
        except OSError as error:
            return None, (_fault("F1", f"the file cannot be read: {error.strerror}", name, one),)
        early = []
        if hashlib.sha256(data).hexdigest() != one.sha256:
            message = "the file is not as it was written"
            early.append(_fault("F2", message, name, one))
        if not is_read_back(one.format, one.view):
            return None, tuple(early)
        edition = self._prepare(one)
        if isinstance(edition, str):
            return None, (*early, _fault("F3", edition, name, one))
        if fingerprint(edition, self.layout, one.format) != one.fingerprint:
            message = "it was built from something else than what stands here now"
            return None, (*early, _fault("F3", message, name, one))
        proof, findings = read_proof(data, name, one.format, edition, self.layout)
        return proof, (*early, *findings)

    def together(
        self, family: list[tuple[Listed, Proof | None, tuple[Finding, ...]]]
    ) -> Iterator[Verdict]:
        """Add what is found when editions are compared with one another."""
        between = judge_together([proof for _, proof, _ in family if proof])
        for one, proof, findings in family:
            name = self._name(one)
            yield Verdict(
                file=name,
                article=one.article,
                language=one.language,
                format=one.format,
                compared=proof is not None,
                findings=(*findings, *(other for other in between if other.file == name)),
            )

    def _name(self, one: Listed) -> str:
        return (self.shown / one.path).as_posix()

    def _prepare(self, one: Listed) -> Edition | str:
        """Prepare an edition as it was, or say why it cannot be."""
        key = (one.article, one.language, one.draft, one.stale)
        if key not in self.prepared:
            try:
                self.prepared[key] = self._edition(one)
            except PublishError as error:
                self.prepared[key] = f"it could not be built now: {error.message}"
        return self.prepared[key]

    def _edition(self, one: Listed) -> Edition:
        publication = self.plan.publication
        if one.article not in self.sources:
            (path,) = publication.choose((one.article,))
            self.sources[one.article] = read_source(publication, path)
        source = self.sources[one.article]
        plan = replace(self.plan, draft=one.draft, stale=one.stale)
        return prepare(plan, source, translate(plan, source, require_article(source), one.language))


def _fault(check: str, message: str, name: str, one: Listed) -> Finding:
    return found(Fault(check=check, message=message), name, one.article, one.language)
