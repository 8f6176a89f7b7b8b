"""An article in the making: what a reader of imports gathers, until it is one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from publisher.errors import PublishError
from publisher.model.article import Article, Contributor
from publisher.model.block import Block, Figure, Image
from publisher.model.credit import parse_credit
from publisher.model.inline import Prose, prose
from publisher.model.text import FORBIDDEN, clean
from publisher.readers.base import Findings
from publisher.readers.incoming import Enclosure, Imported, Incoming, Reason, Rest
from publisher.readers.slugs import make_slug
from publisher.readers.words import NO_PICTURE, word

OVERRIDES = re.compile("[\u202d\u202e]")  # they show text in another order than it is read
NEW_LINES = re.compile(r"[ \t]*[\n\f\v][ \t\n\f\v]*")
SPACES = re.compile(r"[ \t\n\f\v]+")


@dataclass(slots=True)
class Draft:
    """What is known of an article so far.

    Attributes:
        incoming: The file that is read.
        language: BCP 47 tag, as soon as it is known.
        findings: Where a reader notes what the user should know.
        rest: The words that do not stand in the article; see `leave`.
        visible: See `Imported.visible`.
    """

    incoming: Incoming
    language: str = ""
    title: Prose | None = None
    subtitle: Prose | None = None
    byline: list[Contributor] = field(default_factory=list)
    dateline: Prose | None = None
    published: date | None = None
    updated: date | None = None
    keywords: list[Prose] = field(default_factory=list)
    summary: Prose | None = None
    rights: Prose | None = None
    source: str = ""
    note: Prose | None = None
    body: list[Block] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    rest: list[Rest] = field(default_factory=list)
    visible: list[str] = field(default_factory=list)
    findings: Findings = field(init=False)

    def __post_init__(self) -> None:
        self.findings = Findings(self.incoming.name)
        self.language = self.language or self.incoming.language

    def leave(self, text: str, reason: Reason = Reason.UNPLACED, line: int = 0) -> None:
        """Note words of the input that do not stand in the article."""
        where = f"{self.incoming.name}:{line}" if line else self.incoming.name
        if presentable(text):
            self.rest.append(Rest(text=presentable(text), reason=reason, where=where))

    def figure(  # noqa: PLR0913 -- the words of a picture belong together
        self,
        *,
        picture: Enclosure | None = None,
        address: str = "",
        alt: str = "",
        caption: Prose | None = None,
        credit: str = "",
        line: int = 0,
    ) -> Figure:
        """Make a figure.

        Args:
            picture: The picture, where it came along; else its place is kept.
            address: Where the picture was, for the report, where it did not come along.
            alt: What it shows, as plain text.
            caption: Without the credit.
            credit: The line as printed.
            line: Where it stands in the input.
        """
        if picture is None:
            what = f"the picture {address} is" if address else "a picture is"
            self.findings.warn(
                line,
                "picture-missing",
                f"{what} not with the file",
                "put it beside the article and name it after :::{figure}, without `:withheld:`",
            )
        elif picture not in self.enclosures:
            self.enclosures.append(picture)
        line_printed = printed_line(credit)
        return Figure(
            image=Image(path=picture.path) if picture else None,
            withheld=None if picture else prose(word(NO_PICTURE, self.language)),
            alt=prose(presentable(alt)) if presentable(alt) else None,
            caption=caption,
            credit=parse_credit(line_printed) if line_printed else None,
        )

    def finish(self) -> Imported:
        """Give the article, or the errors that stop it."""
        article = None if self.findings.stopped else self._article()
        return Imported(
            article=article,
            diagnostics=self.findings.diagnostics(),
            enclosures=tuple(self.enclosures),
            rest=tuple(self.rest),
            visible=tuple(self.visible),
        )

    def _article(self) -> Article | None:
        title = self._titled()
        if self.published and self.updated and self.updated < self.published:
            self.findings.warn(
                0,
                "days-turned-round",
                f"the article was updated {self.updated}, before it was published {self.published}",
                "the earlier day is taken for that of publication",
            )
            self.published, self.updated = self.updated, self.published
        try:
            return Article(
                slug=self.incoming.slug or make_slug(title, self.incoming.name),
                language=self.language,
                title=title,
                subtitle=self.subtitle,
                byline=tuple(self.byline),
                dateline=self.dateline,
                published=self.published,
                updated=self.updated,
                keywords=tuple(self.keywords),
                summary=self.summary,
                rights=self.rights,
                source=self.source,
                note=self.note,
                body=tuple(self.body),
            )
        except PublishError as error:
            self.findings.error(0, "article", error.message, error.hint)
            return None

    def _titled(self) -> Prose:
        if self.title is not None:
            return self.title
        self.findings.warn(
            0, "title-missing", "no title was found", "write it after `title:` in the article"
        )
        return prose(presentable(PurePath(self.incoming.name).stem) or "—")


def presentable(text: str) -> str:
    r"""Bring text from outside to one line that the model can hold.

    >>> presentable(" a\x00b \n c\u202e")
    'ab c'
    """
    kept = OVERRIDES.sub("", FORBIDDEN.sub("", clean(text)))
    return SPACES.sub(" ", kept).strip()


def printed_line(text: str) -> str:
    r"""Bring text from outside to one line, as `presentable` does, but with the spaces in it.

    >>> printed_line(" Agence Ibar/AFP  via Getty Images\n")
    'Agence Ibar/AFP  via Getty Images'
    """
    return NEW_LINES.sub(" ", FORBIDDEN.sub("", OVERRIDES.sub("", clean(text)).strip())).strip()


def paragraphs(texts: Iterable[str]) -> tuple[Prose, ...]:
    """Make runs of the texts that hold something."""
    return tuple(prose(text) for text in map(presentable, texts) if text)
