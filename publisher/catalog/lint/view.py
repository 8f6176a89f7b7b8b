"""How rules see a text: its characters without tags, and what in it is not the translator's."""

import re
import unicodedata
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from publisher.catalog.glossary import STEM
from publisher.catalog.tags import ENTITIES, ENTITY, TOKEN

KEPT = "\ufffc"  # stands for a span that must stay as it is: no letter, mark or space
SOFT_HYPHEN, WORD_JOINER = "\u00ad", "\u2060"  # invisible: where a word may be divided, and may not

PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}|\$?\{[^{}]*\}|%\([^()]*\)[a-z]")
# What a reading tries in vain is bounded or starts where a word does, so that it stays linear.
ADDRESS = re.compile(
    r"(?<!\w)(?:[a-zA-Z][a-zA-Z0-9+.-]{1,20}://|www\.)"
    r"[^\s<>\ufffc]*[^\s<>\ufffc.,;:!?()\[\]{}“”„\"'’‘«»…]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
PLACEHOLDER_SIGNS = ("{", "%(")  # without one of them there is none
ADDRESS_SIGNS = ("://", "www.", "@")
SIGNS = (*PLACEHOLDER_SIGNS, *ADDRESS_SIGNS)
PROTECTED = re.compile(f"{PLACEHOLDER.pattern}|{ADDRESS.pattern}")
WORD = re.compile(r"[^\W\d_]+")
FIGURE = re.compile(r"\d")
KEEPERS = ("keep", "code", "span")  # names of tags around words that are not in the text's language


@dataclass(frozen=True, kw_only=True)
class View:
    """A text of an entry as rules see it.

    Attributes:
        raw: As it stands in the catalog.
        visible: Without tags, in NFC: the characters that a reader sees.
        own: The same with `KEPT` for each placeholder, address, code, kept words, and words in
            another language.
    """

    raw: str
    visible: str
    own: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The runs of letters of `own`."""
        return tuple(WORD.findall(self.own))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """How each of `words` begins, in lower case; see `catalog.glossary.stem`."""
        return tuple([word.casefold()[:STEM] for word in self.words])

    @cached_property
    def has_figures(self) -> bool:
        """Whether there is a figure in `own`."""
        return bool(FIGURE.search(self.own))

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The runs of letters of `visible`, each once."""
        return frozenset(WORD.findall(self.visible))


def view(raw: str, names: AbstractSet[str]) -> View:
    """See a text.

    Args:
        raw: As it stands in the catalog, well-formed or not.
        names: The tags of its source; empty where that is plain text, and so is this.
    """
    if not names:
        visible = own = _plain(raw)
    else:
        visible, own = _without_tags(raw, names)
    if any(sign in own for sign in SIGNS):
        own = PROTECTED.sub(KEPT, own)
    return View(raw=raw, visible=visible, own=own)


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return composed.replace(SOFT_HYPHEN, "").replace(WORD_JOINER, "")


def _without_tags(raw: str, names: AbstractSet[str]) -> tuple[str, str]:
    """Take the tags away, also where they are wrong; what stands in a keeper is not our own."""
    visible, own = [], []
    keeper, at = "", 0
    for token in TOKEN.finditer(raw):
        name = token["name"]
        if name not in names:
            continue
        words = _words(raw[at : token.start()])
        at = token.end()
        visible.append(words)
        if not keeper:
            own.append(words)
        if keeper == name and token["close"]:
            keeper = ""
        elif not keeper and name.startswith(KEEPERS) and not (token["close"] or token["empty"]):
            keeper = name
            own.append(KEPT)
        if name.startswith("br"):
            visible.append("\n")
            own.append("\n")
    words = _words(raw[at:])
    return "".join([*visible, words]), "".join([*own, "" if keeper else words])


def _words(raw: str) -> str:
    return _plain(ENTITY.sub(lambda found: ENTITIES[found[1]], raw))
