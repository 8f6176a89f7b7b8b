"""The completeness gate: an edition is refused when too little of it is translated."""

from collections.abc import Mapping

from publisher.errors import IncompleteError
from publisher.localize.derive import DERIVED
from publisher.localize.outcome import Localized, Outcome
from publisher.model.walk import Role

GROUPS = {
    Role.TITLE: "title",
    Role.CAPTION: "caption",
    Role.GALLERY_CAPTION: "caption",
    Role.ALT: "alt",
}
SHOWN = 5


def require_complete(localized: Localized, complete: Mapping[str, float]) -> None:
    """Refuse an article that is not translated as far as the publication demands.

    Args:
        localized: The article with what became of its runs.
        complete: Per group (`title`, `caption`, `alt`, `body`), the share from 0 to 1.

    Raises:
        IncompleteError: A group stays under its share; the first missing segments are named.
    """
    short = {
        group: line
        for group, share in complete.items()
        if (line := _shortfall(group, share, localized.outcomes))
    }
    if not short:
        return
    missing = [one for one in localized.fallen_back if _group(one) in short]
    named = [_named(outcome) for outcome in missing[:SHOWN]]
    if len(missing) > SHOWN:
        named.append(f"and {len(missing) - SHOWN} more")
    first = _first_step(missing[0], localized.article.language)
    raise IncompleteError(
        f"not complete: {', '.join(short.values())}\n    " + "\n    ".join(named),
        where=_catalog_of(missing[0]),
        hint=f"{first}, or build a draft with --draft; "
        "publication.toml [complete] sets how much must be translated",
    )


def _first_step(outcome: Outcome, language: str) -> str:
    if ":" in outcome.where:
        return "translate these"
    tag = DERIVED.get(language, language)
    return f"run `publish update --lang {tag}` and translate the catalog"


def _group(outcome: Outcome) -> str:
    return GROUPS.get(outcome.role, "body")


def _shortfall(group: str, share: float, outcomes: tuple[Outcome, ...]) -> str:
    mine = [outcome for outcome in outcomes if _group(outcome) == group]
    done = sum(not outcome.origin.fell_back for outcome in mine)
    if not mine or done >= share * len(mine):
        return ""
    return f"{group} {done} of {len(mine)}"


def _named(outcome: Outcome) -> str:
    place = f"{outcome.where}: " if outcome.where else ""
    text = outcome.source if len(outcome.source) <= 60 else outcome.source[:59] + "…"  # noqa: PLR2004 -- a line of a terminal
    return f"{place}{outcome.origin.value} {outcome.role.value}: {text}"


def _catalog_of(outcome: Outcome) -> str:
    return outcome.where.partition(":")[0]
