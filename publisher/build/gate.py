"""The completeness gate: an edition is refused when too little of it is translated."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from publisher.errors import IncompleteError
from publisher.localize.outcome import Localized, Outcome
from publisher.model.walk import Role

GROUPS = {
    Role.TITLE: "title",
    Role.CAPTION: "caption",
    Role.GALLERY_CAPTION: "caption",
    Role.ALT: "alt",
}
SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far an article is translated behind one of its gates.

    Attributes:
        gate: A group of roles, or a role that is counted apart from its group.
        done: Segments that stand in the edition's language.
        segments: All segments behind this gate in which there is anything to translate.
        required: The share, from 0 to 1, that must be done.
    """

    gate: str
    done: int
    segments: int
    required: float

    @property
    def met(self) -> bool:
        """Whether enough is done; where there is nothing to do, it is."""
        return not self.segments or self.done / self.segments >= self.required

    def __str__(self) -> str:
        return f"{self.gate} {self.done} of {self.segments}"


def gate_of(role: Role, complete: Mapping[str, float]) -> str:
    """Say behind which gate a role stands: its own where it is named, else its group's."""
    return role.value if role.value in complete else GROUPS.get(role, "body")


def standings(outcomes: Iterable[Outcome], complete: Mapping[str, float]) -> tuple[Standing, ...]:
    """Count each gate of an article, in the order of `complete`.

    Args:
        outcomes: What became of the article's runs.
        complete: Per group (`title`, `caption`, `alt`, `body`) and per role that is counted apart,
            the share from 0 to 1.
    """
    counts = {gate: [0, 0] for gate in complete}
    for outcome in (one for one in outcomes if one.translatable):
        count = counts[gate_of(outcome.role, complete)]
        count[0] += not outcome.origin.fell_back
        count[1] += 1
    return tuple(
        Standing(gate=gate, done=done, segments=segments, required=complete[gate])
        for gate, (done, segments) in counts.items()
    )


def require_complete(
    localized: Localized, complete: Mapping[str, float], master: str | None = None
) -> None:
    """Refuse an article that is not translated as far as the publication demands.

    A previous translation that is printed counts as done: who chose to print it accepts it.

    Args:
        localized: The article in one language.
        complete: As `standings` has it.
        master: The language that it is derived from, if it is: that one's catalog lacks the words.

    Raises:
        IncompleteError: A gate stays under its share; the first missing segments are named.
    """
    short = [one for one in standings(localized.outcomes, complete) if not one.met]
    if not short:
        return
    gates = {one.gate for one in short}
    missing = [one for one in localized.fallen_back if gate_of(one.role, complete) in gates]
    first = _first_step(missing[0], master or localized.article.language)
    raise IncompleteError(
        f"not complete: {', '.join(map(str, short))}{_listed(missing, SHOWN)}",
        where=_catalog_of(missing[0]),
        hint=f"{first}, or build a draft with --draft; "
        f"{_way_out(missing)}publication.toml [complete] sets how much must be translated",
    )


def require_fresh(localized: Localized) -> None:
    """Refuse an article whose source changed since it was translated.

    Raises:
        IncompleteError: Segments are stale; all of them are named.
    """
    stale = [outcome for outcome in localized.outcomes if outcome.stale]
    if stale:
        number = sum(outcome.translatable for outcome in localized.outcomes)
        raise IncompleteError(
            f"the source of {len(stale)} of {number} segments changed since it "
            f"was translated{_listed(stale, len(stale))}",
            where=_catalog_of(stale[0]),
            hint="bring these translations up to date, or choose --stale source or previous",
        )


def _first_step(outcome: Outcome, language: str) -> str:
    if ":" in outcome.where:
        return "translate these"
    return f"run `publish update --lang {language}` and translate the catalog"


def _way_out(missing: list[Outcome]) -> str:
    stale = any(outcome.stale for outcome in missing)
    return "--stale previous prints the old translation of what is stale; " if stale else ""


def _listed(outcomes: list[Outcome], most: int) -> str:
    named = [f"\n    {_named(outcome)}" for outcome in outcomes[:most]]
    if len(outcomes) > most:
        named.append(f"\n    and {len(outcomes) - most} more")
    return "".join(named)


def _named(outcome: Outcome) -> str:
    place = f"{outcome.where}: " if outcome.where else ""
    text = outcome.source if len(outcome.source) <= 60 else outcome.source[:59] + "…"  # noqa: PLR2004 -- a line of a terminal
    state = "stale" if outcome.stale else outcome.origin.value
    return f"{place}{state} {outcome.role.value}: {text}"


def _catalog_of(outcome: Outcome) -> str:
    return outcome.where.partition(":")[0]
