"""Which words of a feed are not in the article, and why."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from publisher.model.article import Article
from publisher.model.block import Paragraph
from publisher.model.walk import figures_of, plain_text, runs
from publisher.readers.draft import presentable
from publisher.readers.incoming import Imported, Reason, Rest
from publisher.readers.letters import letters
from publisher.readers.news.story import Part, Seen

MARK = re.compile(r"\A\s*[0-9]{1,5}\.\s")  # of an item of a list
LONGEST_LABEL = 20  # characters
APART = re.compile(r"[\[\]]")


def left_over(imported: Imported, seen: Iterable[Seen], name: str) -> tuple[Rest, ...]:
    """Give the runs of a feed whose words are neither in the article nor left already.

    Words are counted as `incoming.account` counts them. A run that lacks a word is given whole.
    """
    if imported.article is None:
        return ()
    held = Counter(word for text in _texts(imported.article) for word in _words(text))
    held.update(word for rest in imported.rest for word in _words(rest.text))
    ordered = sorted(seen, key=lambda run: run.part.value)
    article = _as_read(imported.article)
    lines = {letters(run.text) for run in ordered if run.part is Part.LINE}
    found = []
    for run in ordered:
        wanted = Counter(_words(run.text))
        if wanted <= held:
            held -= wanted
        else:
            found.append(Rest(text=run.text, reason=_reason(run, article, lines), where=name))
    return tuple(found)


def _reason(run: Seen, article: str, lines: Collection[str]) -> Reason:
    known = letters(run.text)
    if run.part is Part.OTHER:
        return Reason.UNPLACED
    if known in article or _is_repeated(run.text, article):
        return Reason.REPEATED
    label, _, labelled = run.text.partition(": ")
    if len(label) <= LONGEST_LABEL and labelled and letters(labelled) in article:
        return Reason.UNDERSTOOD
    return Reason.UNDERSTOOD if known in lines else run.part.reason


def _is_repeated(text: str, article: str) -> bool:
    """Whether each part of a text is in the article: a footnote may stand in brackets in it."""
    parts = (letters(part) for part in APART.split(MARK.sub("", text)))
    return all(part in article for part in parts)


def _as_read(article: Article) -> str:
    """Give the letters of an article, and what a feed prints together once more so."""
    lines = [*_texts(article)]
    first = next((one for one in article.body if isinstance(one, Paragraph)), None)
    if article.dateline and first:
        lines.extend(plain_text(one.children) for one in (article.dateline, first.content))
    for figure in figures_of(article):
        lines.append(plain_text(figure.caption.children) if figure.caption else "")
        lines.append(figure.credit.line if figure.credit else "")
    return "".join(map(letters, lines))


def _texts(article: Article) -> Iterator[str]:
    for _, run in runs(article):
        yield plain_text(run.children)
    for figure in figures_of(article):
        yield figure.licence
        yield figure.credit.line if figure.credit else ""


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in presentable(text)).split()
