"""Laws of writing an edited run back into its source."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model.inline import Emphasis, Footnote, Inline, Text
from publisher.model.text import clean
from publisher.model.walk import Role, plain_text, runs
from publisher.readers.base import Reading
from publisher.readers.markdown import read_markdown
from publisher.readers.markdown.rewrite import rewrite
from tests.strategies import texts

SOURCE = """\
---
title: The bridge is open
lang: en
byline: [Ana Kostić, {name: Visar Kryeziu, role: photographs}]
keywords: [bridge, river, bridge]
note: "With: a colon."
---

The bridge *opened* on
Monday.[^a] People crossed
it.

- One
- Two, with **bold**

> Words spoken.
>
> — Somebody

:::{figure} a.jpg
:alt: A bridge.
:credit: Ana Kostić/AP
:place: Mitrovica
The caption, with [a link](https://example.org/).
:::

:::{table} Figures
| What | How many |
|---|---|
| Days | 5 |
| Nights | 5 |
:::

:::{aside} A box
Inside the box.
:::

[^a]: At noon.
"""


def read(data: bytes) -> Reading:
    return read_markdown(data, "bridge.md", slug="bridge", pictures=("a.jpg",))


READING = read(SOURCE.encode())
assert READING.article is not None, READING.diagnostics
RUNS = runs(READING.article)
EVERY = pytest.mark.parametrize(
    "number", range(len(RUNS)), ids=lambda at: f"{at}-{RUNS[at][0].role.value}"
)


def edited(number: int, *children: Inline) -> str:
    done = rewrite(SOURCE.encode(), READING, number, children, read)
    assert done is not None
    return done.data.decode()


@EVERY
def test_what_was_not_changed_is_written_as_it_was(number: int) -> None:
    children = RUNS[number][1].children
    done = rewrite(SOURCE.encode(), READING, number, children, read)

    assert done is not None
    before, after = SOURCE.splitlines(), done.data.decode().splitlines()
    assert len(before) == len(after)


@given(number=st.integers(0, len(RUNS) - 1), words=texts)
def test_any_words_come_back_as_they_are_or_not_at_all(number: int, words: str) -> None:
    done = rewrite(SOURCE.encode(), READING, number, (Text(text=clean(words)),), read)

    if done is not None:
        assert done.reading.article
        got = [plain_text(run.children) for _, run in runs(done.reading.article)]
        wanted = [plain_text(run.children) for _, run in RUNS]
        wanted[number] = clean(words)
        assert got == wanted


@EVERY
def test_words_that_look_like_markup_stay_words(number: int) -> None:
    words = "1. *not* a [link](x) & <b>no</b> tag: # at all"
    note = tuple(one for one in RUNS[number][1].children if isinstance(one, Footnote))

    assert edited(number, Text(text=words), *note)


def test_only_the_lines_of_the_run_change() -> None:
    number = next(at for at, (place, _) in enumerate(RUNS) if place.role is Role.CAPTION)

    after = edited(number, Text(text="Another "), Emphasis(children=(Text(text="caption"),)))

    old = "The caption, with [a link](https://example.org/)."
    assert after == SOURCE.replace(old, "Another *caption*")


def test_of_two_equal_cells_only_the_one_that_was_edited_changes() -> None:
    cells = [at for at, (_, run) in enumerate(RUNS) if plain_text(run.children) == "5"]

    assert edited(cells[1], Text(text="6")) == SOURCE.replace("| Nights | 5 |", "| Nights | 6 |")


def test_a_text_of_several_lines_keeps_about_their_length() -> None:
    number = next(at for at, (_, run) in enumerate(RUNS) if "crossed" in plain_text(run.children))
    *rest, last = RUNS[number][1].children
    assert isinstance(last, Text)

    after = edited(number, *rest, Text(text=last.text.replace("People", "Many people")))

    lines = after.splitlines()[8:12]
    assert len(lines[0]) < 40
    assert " ".join(lines[:3]).startswith("The bridge *opened* on Monday.[^a] Many people crossed")


@pytest.mark.parametrize(
    "change",
    [lambda data: data.replace(b"\n", b"\r\n"), lambda data: b"\xef\xbb\xbf" + data],
    ids=["CRLF", "BOM"],
)
def test_a_file_keeps_its_line_ends_and_its_mark(change: Callable[[bytes], bytes]) -> None:
    data = change(SOURCE.encode())
    reading = read(data)

    done = rewrite(data, reading, 0, (Text(text="Another title"),), read)

    assert done is not None
    assert done.data == change(SOURCE.replace("The bridge is open", "Another title").encode())


@given(st.integers(0, len(RUNS) - 1))
def test_every_run_has_its_spot(number: int) -> None:
    spot = READING.spots[number]
    line = SOURCE.splitlines()[spot.line - 1]

    assert spot.written.split("\n")[0] in line


def test_the_sample_is_rewritten_run_by_run() -> None:
    path = Path("publisher/sample/articles/kfor-reinforcements/article.md")
    data, slug = path.read_bytes(), "kfor-reinforcements"

    def again(source: bytes) -> Reading:
        return read_markdown(
            source, path.name, slug=slug, pictures=("images/timeline.svg", "images/strength.jpg")
        )

    reading = again(data)
    assert reading.article
    for number, (_, run) in enumerate(runs(reading.article)):
        done = rewrite(data, reading, number, (*run.children, Text(text=" (added)")), again)
        assert done is not None, run
