"""Which words of a feed are not in the article, and why."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from publisher.model.article import Article
from publisher.model.block import Paragraph
from publisher.model.walk import figures_of, plain_text
from publisher.readers.incoming import Imported, Reason, Rest, texts_of, words_of
from publisher.readers.letters import letters
from publisher.readers.news.story import Part, Seen

MARK = re.compile(r"\A\s*[0-9]{1,5}\.\s")  # of an item of a list
LONGEST_LABEL = 20  # characters
APART = re.compile(r"[\[\]]")
MOST_COMPARED = 4_000_000_000  # letters, in all searches of a text together


@dataclass(slots=True)
class _Told:
    """The letters of an article, in which no more is looked for than there is time for."""

    letters: str
    left: int = MOST_COMPARED

    def has(self, text: str) -> bool:
        """Whether a text stands in the article, as far as it is looked for."""
        self.left -= len(self.letters)
        return self.left > 0 and letters(text) in self.letters


def left_over(imported: Imported, seen: Iterable[Seen], name: str) -> tuple[Rest, ...]:
    """Give the runs of a feed whose words are neither in the article nor left already.

    Words are counted as `incoming.account` counts them. A run that lacks a word is given whole.
    """
    if imported.article is None:
        return ()
    held = Counter(word for text in texts_of(imported.article) for word in words_of(text))
    held.update(word for rest in imported.rest for word in words_of(rest.text))
    ordered = sorted(seen, key=lambda run: run.part.value)
    article = _Told(_as_read(imported.article))
    lines = {letters(run.text) for run in ordered if run.part is Part.LINE}
    found = []
    for run in ordered:
        wanted = Counter(words_of(run.text))
        if all(held[word] >= count for word, count in wanted.items()):
            held.subtract(wanted)
        else:
            found.append(Rest(text=run.text, reason=_reason(run, article, lines), where=name))
    return tuple(found)


def _reason(run: Seen, article: _Told, lines: Collection[str]) -> Reason:
    if run.part is Part.OTHER:
        return Reason.UNPLACED
    if article.has(run.text) or _is_repeated(run.text, article):
        return Reason.REPEATED
    label, _, labelled = run.text.partition(": ")
    if len(label) <= LONGEST_LABEL and labelled and article.has(labelled):
        return Reason.UNDERSTOOD
    return Reason.UNDERSTOOD if letters(run.text) in lines else run.part.reason


def _is_repeated(text: str, article: _Told) -> bool:
    """Whether each part of a text is in the article: a footnote may stand in brackets in it."""
    return all(map(article.has, APART.split(MARK.sub("", text))))


def _as_read(article: Article) -> str:
    """Give the letters of an article, and what a feed prints together once more so."""
    lines = [*texts_of(article)]
    first = next((one for one in article.body if isinstance(one, Paragraph)), None)
    if article.dateline and first:
        lines.extend(plain_text(one.children) for one in (article.dateline, first.content))
    for figure in figures_of(article):
        lines.append(plain_text(figure.caption.children) if figure.caption else "")
        lines.append(figure.credit.line if figure.credit else "")
    return "".join(map(letters, lines))
