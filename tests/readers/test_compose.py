"""Inlines written as Markdown are read back as they were."""

import re

import pytest

from publisher.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    prose,
)
from publisher.model.walk import Role, runs
from publisher.readers.markdown import read_markdown
from publisher.readers.markdown.compose import FULL, LIGHT, Composer
from tests.strategies import merge

NOTE = prose("A note.")


def t(text: str) -> Text:
    return Text(text=text)


@pytest.mark.parametrize(
    ("inline", "written"),
    [
        (t("a * b_c_d & e &amp; f"), r"a \* b_c_d & e \&amp; f"),
        (Emphasis(children=(t("a"),)), "*a*"),
        (Strong(children=(t("a"), Emphasis(children=(t("b"),)), t("c"))), "**a*b*c**"),
        (Superscript(children=(t("2"),)), "^2^"),
        (Subscript(children=(t("2"),)), "~2~"),
        (
            Link(children=(t("a"),), href="https://example.org/a?b=1"),
            "[a](https://example.org/a?b=1)",
        ),
        (
            Link(children=(t("a"),), href="https://example.org/(a)"),
            "[a](<https://example.org/(a)>)",
        ),
        (Span(children=(t("fjalë"),), language="sq"), "[fjalë]{lang=sq}"),
        (Keep(text="KFOR"), "[KFOR]{.notranslate}"),
        (Code(text="ls"), "`ls`"),
        (Code(text="a`b``c"), "```a`b``c```"),
        (Code(text="`a`"), "`` `a` ``"),
        (Footnote(content=NOTE), "[^n]"),
    ],
)
def test_each_kind_is_written_as_markdown_has_it(inline: Inline, written: str) -> None:
    assert Composer({NOTE: "n"}).compose((inline,)) == written
    assert read_back(f"Before {written} after.") == merge([t("Before "), inline, t(" after.")])


def read_back(line: str) -> tuple[Inline, ...]:
    note = "\n[^n]: A note.\n" if "[^n]" in line else ""
    data = f"---\ntitle: T\nlang: en\n---\n\n{line}\n{note}".encode()
    article = read_markdown(data, "a.md", slug="a", pictures=()).article
    assert article
    return next(run.children for place, run in runs(article) if place.role is Role.PARAGRAPH)


@pytest.mark.parametrize("escaped", [LIGHT, FULL], ids=["light", "full"])
def test_a_line_break_ends_a_line(escaped: re.Pattern[str]) -> None:
    written = Composer(escaped=escaped).compose((t("a"), LineBreak(), t("b")))

    assert read_back(written) == (t("a"), LineBreak(), t("b"))
