"""The lines below a picture, with what is marked as credit apart."""

import re
from dataclasses import dataclass, field

from publisher.readers.incoming import Reason
from publisher.readers.markup.credits import CAPTIONED, is_credit
from publisher.readers.markup.kinds import BLOCKS, Element, kind, names
from publisher.readers.markup.pieces import Marks, Piece
from publisher.readers.markup.seen import visible_runs
from publisher.readers.markup.setting import Setting

BUTTONS = frozenset(("button", "nav", "form", "label"))
TOOL_NAMES = re.compile(
    r"(?:^|[\s_-])(?:zoom|enlarge|expand|fullscreen|share|social|counter|count|play|button|btn|icon"
    r"|toggle|purchase|licensing|download)(?:$|[\s_-])"
)
TOOL_TEXTS = re.compile(
    r"(?:(?:acquire|purchase) licensing rights|opens (?:in a )?new (?:tab|window)|open image"
    r"|enlarge|expand|image|photo|media|press enter or click to view image in full size|slideshow"
    r"|view image in fullscreen|(?:toggle|hide) caption|read more|play video"
    r"|\[?\d+\s*(?:/|of|od|nga)\s*\d+\]?)[.,\s]*",
    re.IGNORECASE,
)
LONGEST_TOOL = 40  # characters


@dataclass(slots=True)
class Lines:
    """Gathers the words of a picture line by line."""

    setting: Setting
    picture: Element | None
    credit_within: Element | None = None
    lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    credits: list[list[Piece]] = field(default_factory=list)

    @property
    def base(self) -> str:
        return self.setting.base

    @property
    def language(self) -> str:
        return self.setting.draft.language

    def enter(self, element: Element, marks: Marks) -> bool:
        """Go into everything but the picture itself and what only serves to enlarge it."""
        del marks
        if element is self.picture or kind(element) == "noscript":
            return element is self.picture
        if self._is_tool(element):
            self.setting.draft.leave(" ".join(visible_runs(element)), Reason.PAGE)
            return False
        if kind(element) == "br" or kind(element) in BLOCKS:
            self.end()
        if self.credit_within is None and is_credit(element):
            self.credit_within = element
            self.credits.append([])
        return True

    def _is_tool(self, element: Element) -> bool:
        tag = kind(element)
        if tag in BUTTONS and element.find(".//img") is None:
            return True
        if self.setting.apart(element) and not (
            is_credit(element) or CAPTIONED.search(names(element))
        ):
            return True
        if tag in {"figcaption", "figure"} or len(element) > 2:  # noqa: PLR2004 -- a label is flat
            return False
        text = " ".join(visible_runs(element))
        called = TOOL_NAMES.search(names(element))
        return bool(text) and bool(
            (called and len(text) < LONGEST_TOOL) or TOOL_TEXTS.fullmatch(text)
        )

    def leave(self, element: Element) -> None:
        """End a line with its block."""
        if element is self.credit_within:
            self.credit_within = None
        if kind(element) in BLOCKS:
            self.end()

    def end(self) -> None:
        """End a line."""
        if self.credit_within is not None:
            self.credits[-1].append(Piece(" "))
        elif self.lines[-1]:
            self.lines.append([])

    def words(self, text: str, marks: Marks) -> None:
        """Add to the caption or to the credit."""
        (self.lines if self.credit_within is None else self.credits)[-1].append(Piece(text, marks))
        if self.credit_within is not None and text.strip():
            self.lines[-1].append(Piece(" "))
