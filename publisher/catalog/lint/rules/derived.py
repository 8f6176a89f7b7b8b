"""L: what follows from the language: a derived script, the number of plural forms."""

from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.messages.plurals import get_plural

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, listed, quoted
from publisher.catalog.lint.view import PLACEHOLDER, view
from publisher.model.language import language as language_of

# Letters that are written instead of others by mistake, not by choice.
SPELLINGS = str.maketrans(
    {"č": "c", "ć": "c", "š": "s", "ž": "z", "đ": "dj", "ð": "dj", "ђ": "дј", "ћ": "ц", "ч": "ц"}
)
ANOTHER_ONE = 21  # a number that some languages count as they count one


def derived(entry: Entry, context: Context) -> Iterator[Slip]:
    """L1: an entry of a derived script is other words than the derived ones, not a misspelling.

    An entry of its own is deliberate: it may say something else. Where it says the same but for
    marks on letters or their case, it is a slip, and takes the place of a text that is right.
    """
    reference = context.reference
    if not (reference.master and reference.convert):
        return
    master = reference.master.find(entry.message.key)
    if master is None or not master.usable or entry.form >= len(master.translations):
        return
    theirs = reference.convert(view(master.translations[entry.form], entry.tags).own)
    mine = entry.target.own
    if mine != theirs and _folded(mine) == _folded(theirs):
        words = zip(mine.split(), theirs.split(), strict=False)
        mine_word, their_word = next((pair for pair in words if pair[0] != pair[1]), (mine, theirs))
        yield Slip(
            message=f"{quoted(mine_word)} is spelt otherwise than in"
            f" {reference.master.where(master)}, from which {quoted(their_word)} follows",
            hint="delete this entry's translation, or mend it",
        )


def _folded(text: str) -> str:
    return "".join(text.lower().translate(SPELLINGS).split())


def plural_forms(entry: Entry, context: Context) -> Iterator[Slip]:
    """L2: as many plural forms as the language has; a form for 1 and 21 says which number."""
    message, tag = entry.message, context.catalog.language
    if message.plural is None:
        return
    wanted = _forms(tag)
    if entry.form == 0 and len(message.translations) != wanted:
        yield Slip(
            message=f"there are {len(message.translations)} plural forms, {context.target.tag}"
            f" has {wanted}",
            hint='see "Plural-Forms" in the header',
        )
    numbers = set(PLACEHOLDER.findall(message.plural))
    missing = numbers - set(PLACEHOLDER.findall(entry.text))
    if entry.form == 0 and counts_on(tag) and missing:
        yield Slip(
            message=f"the first plural form lacks {listed(sorted(missing))}",
            hint=f"the form is also that of {ANOTHER_ONE}, so it must say the number",
        )


@cache
def _forms(tag: str) -> int:
    return get_plural(Locale.parse(language_of(tag).babel)).num_plurals


@cache
def counts_on(tag: str) -> bool:
    """Whether a language's first plural form is that of 1 and of other numbers, such as 21."""
    locale = Locale.parse(language_of(tag).babel)
    return locale.plural_form(1) == locale.plural_form(ANOTHER_ONE) != locale.plural_form(0)
