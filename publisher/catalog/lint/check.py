"""Lint a catalog: every rule that is for its language, on every translation that may be printed."""

from collections.abc import Iterator

from publisher.catalog.lint.entry import Context, Entry, Reference
from publisher.catalog.lint.finding import Finding, Slip
from publisher.catalog.lint.rules.derived import counts_on
from publisher.catalog.lint.switches import switched_off
from publisher.catalog.lint.table import IDS, RULES, Rule
from publisher.catalog.message import Catalog, Message
from publisher.catalog.segment import segment_id
from publisher.diagnostics import Level
from publisher.errors import CatalogError


def lint(catalog: Catalog, reference: Reference) -> tuple[Finding, ...]:
    """Find what is probably wrong in the translations of a catalog, in the order of the file.

    What would not be printed is not looked at: entries that are not translated, which the status of
    a catalog counts; fuzzy ones, which were made from another text; and those that the article no
    longer holds, or that belong to a domain of their own.
    """
    context = Context(catalog=catalog, reference=reference, ids=IDS)
    rules = tuple(rule for rule in RULES if rule.applies(catalog.language))
    return tuple(
        finding
        for message in catalog.messages
        if message.usable and not message.foreign
        if reference.runs is None or message.key in reference.runs
        for finding in _findings(message, context, rules)
    )


def _findings(message: Message, context: Context, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    off = switched_off(message)
    for entry in _entries(message, context):
        for rule in rules:
            if rule.id not in off:
                for slip in rule.check(entry, context):
                    yield _finding(slip, rule, message, context.catalog)


def _entries(message: Message, context: Context) -> Iterator[Entry]:
    """Give each form of a message with the source text that it translates."""
    run = context.run(message.key)
    for form, text in enumerate(message.translations):
        singular = form == 0 and not counts_on(context.catalog.language)
        source = message.source if singular or message.plural is None else message.plural
        if text.strip():
            yield Entry(message=message, form=form, source_text=source, run=run)


def _finding(slip: Slip, rule: Rule, message: Message, catalog: Catalog) -> Finding:
    return Finding(
        rule=rule.id,
        level=slip.level or rule.level,
        message=slip.message,
        hint=slip.hint,
        file=catalog.name,
        line=message.line,
        key=message.key,
        segment=segment_id(*message.key),
    )


def unreadable(error: CatalogError) -> Finding:
    """Make a finding of a catalog or a glossary that cannot be read."""
    file, _, line = error.where.rpartition(":")
    placed = bool(file) and line.isdecimal()
    return Finding(
        rule="F1",
        level=Level.ERROR,
        message=error.message,
        hint=error.hint,
        file=file if placed else error.where,
        line=int(line) if placed else 0,
    )
