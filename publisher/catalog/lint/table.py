"""The rules of lint, as a table that one can read; `explanations.toml` says what each means."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip
from publisher.catalog.lint.rules import (
    alphabet,
    code,
    credit,
    dates,
    derived,
    figures,
    quotes,
    shape,
    spacing,
    terms,
    translated,
)
from publisher.catalog.lint.switches import switches
from publisher.diagnostics import Level

Check: TypeAlias = Callable[[Entry, Context], Iterator[Slip]]

W, E = Level.WARNING, Level.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that may be wrong.

    Attributes:
        id: Its name for ever.
        name: What it is about.
        level: Whether a translation that breaks it is wrong, or only probably so.
        check: Finds what is wrong.
        only: The languages it is for, as tags or codes; empty for all.
        but: The languages it is not for.
    """

    id: str
    name: str
    level: Level
    check: Check
    only: tuple[str, ...] = ()
    but: tuple[str, ...] = ()

    def applies(self, tag: str) -> bool:
        """Whether the rule is for a language."""
        names = {tag, tag.partition("-")[0]}
        return names.isdisjoint(self.but) and (not self.only or not names.isdisjoint(self.only))


def unreadable(entry: Entry, context: Context) -> Iterator[Slip]:
    """F1: the file can be read; what cannot has no entries to check."""
    del entry, context
    yield from ()


RULES: tuple[Rule, ...] = (
    Rule(id="P1", level=E, name="placeholders", check=code.placeholders),
    Rule(id="P2", level=E, name="tags", check=code.tags),
    Rule(id="P3", level=E, name="addresses", check=code.addresses),
    Rule(id="P4", level=E, name="line breaks and spaces at the ends", check=code.edges),
    Rule(id="N1", level=E, name="numbers", check=figures.numbers),
    Rule(id="U1", level=W, name="not translated", check=translated.untranslated),
    Rule(id="U2", level=W, name="partly English", check=translated.partly_english, but=("en",)),
    Rule(id="T1", level=W, name="terms", check=terms.terms),
    Rule(id="S1", level=E, name="mixed scripts", check=alphabet.mixed),
    Rule(id="S2", level=E, name="lone Latin letter", check=alphabet.lone, only=("sr-Cyrl",)),
    Rule(id="S3", level=E, name="wrong script", check=alphabet.script),
    Rule(id="S4", level=E, name="alphabet", check=alphabet.alphabet),
    Rule(id="S5", level=W, name="lost marks", check=alphabet.diacritics, only=("sr-Latn", "sq")),
    Rule(id="Q1", level=E, name="straight quotation marks", check=quotes.straight),
    Rule(id="Q2", level=E, name="style of quotation marks", check=quotes.style),
    Rule(id="Q3", level=E, name="balance of quotation marks", check=quotes.balance),
    Rule(id="W1", level=W, name="double space", check=spacing.double),
    Rule(id="W2", level=W, name="space before a mark", check=spacing.before, but=("fr",)),
    Rule(id="W3", level=W, name="no space after a mark", check=spacing.after, but=("fi", "sv")),
    Rule(id="W4", level=W, name="no-break space", check=spacing.breaking),
    Rule(id="D1", level=E, name="full stop of a year", check=dates.year_dot, only=("sr",)),
    Rule(id="D2", level=E, name="from … to", check=dates.span, only=("sr",)),
    Rule(id="D3", level=E, name="ordinals", check=dates.ordinal, only=("sq",)),
    Rule(id="D4", level=W, name="slashes in a date", check=dates.slashes, only=("sq",)),
    Rule(id="E1", level=W, name="mark at the end", check=shape.final, but=("th",)),
    Rule(id="E2", level=W, name="brackets", check=shape.brackets),
    Rule(id="E3", level=W, name="repeated word", check=shape.repeated),
    Rule(id="E4", level=W, name="number of sentences", check=shape.sentence_count, but=("th",)),
    Rule(id="E5", level=W, name="length", check=shape.length),
    Rule(id="C1", level=E, name="credit", check=credit.credit),
    Rule(id="C2", level=W, name="capitals", check=credit.title_case, only=("sr", "sq")),
    Rule(id="L1", level=E, name="derived script", check=derived.derived, only=("sr",)),
    Rule(id="L2", level=E, name="plural forms", check=derived.plural_forms),
    Rule(id="X1", level=W, name="switches", check=switches),
    Rule(id="F1", level=E, name="the file", check=unreadable),
)
IDS = frozenset(rule.id for rule in RULES)
