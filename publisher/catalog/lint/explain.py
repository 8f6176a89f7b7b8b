"""What each rule means, with an example: the words of `explanations.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from publisher.catalog.lint.table import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a rule means.

    Attributes:
        means: In a few sentences.
        language: BCP 47 tag of the example; empty where there is none.
        source: An English text.
        wrong: A translation that breaks the rule.
        right: One that does not.
    """

    means: str
    language: str = ""
    source: str = ""
    wrong: str = ""
    right: str = ""


def _read() -> Mapping[str, Explanation]:
    file = files("publisher.catalog.lint") / "explanations.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return MappingProxyType({rule: Explanation(**words) for rule, words in table.items()})


EXPLANATIONS = _read()


def explain(rule: Rule) -> str:
    """Say what a rule means, which languages it is for, and how it is turned off."""
    words = EXPLANATIONS[rule.id]
    lines = [f"{rule.id}  {rule.name} ({rule.level.value}; {_languages(rule)})", "", words.means]
    if words.source:
        lines += ["", f"  source  {words.source}", f"  wrong   {words.wrong}"]
        lines += [f"  right   {words.right}"]
    return "\n".join([*lines, "", f"Off for one entry: # lint: off {rule.id}"]) + "\n"


def _languages(rule: Rule) -> str:
    if rule.only:
        return f"for {', '.join(rule.only)}"
    return f"for all languages but {', '.join(rule.but)}" if rule.but else "for all languages"
