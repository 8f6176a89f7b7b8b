"""The checks by id, as `checks.toml` tells of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from publisher.diagnostics import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that may be wrong with a finished file.

    Attributes:
        id: Its name for ever.
        name: What it is about.
        level: Whether a file that fails it may be delivered.
        means: What it means, in a few sentences.
        hint: What to do where it fails.
    """

    id: str
    name: str
    level: Level
    means: str
    hint: str


def _read() -> Mapping[str, Check]:
    file = files("publisher.verify") / "checks.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return MappingProxyType(
        {id_: Check(id=id_, **{**row, "level": Level(row["level"])}) for id_, row in table.items()}
    )


CHECKS = _read()


def explain(check: Check) -> str:
    """Say what a check means, and what to do where it fails."""
    title = f"{check.id}  {check.name} ({check.level.value})"
    return f"{title}\n\n{check.means}\n\nWhat to do: {check.hint}\n"
