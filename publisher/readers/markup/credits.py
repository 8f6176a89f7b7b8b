"""Which elements below a picture hold its credit."""

import re

from publisher.readers import captions
from publisher.readers.markup.kinds import Element, kind, names
from publisher.readers.markup.seen import is_longer, is_unseen, seen_text, visible_runs

CREDIT = re.compile(
    r"credit|copyright|photographer|fotograf|attribution"
    r"|(?:photo|image|media|img|foto|autor|slik[ae])[\s_-]*(?:by|source|author|owner|izvor|autor|foto)"
    r"(?![a-z])"
    r"|(?:^|[\s_-])(?:source|izvor|burimi|autor|author|byline|agency|agencija|rights)(?:$|[\s_-])"
)
CREDIT_ITEMS = frozenset(
    ("copyrightholder", "credittext", "author", "creator", "copyrightnotice", "sourceorganization")
)
CREDIT_TAGS = frozenset(("cite", "small", "figcredit"))
WHISPERED = re.compile(
    r"\s*(?:image|photo|picture|media)?\s*(?:source|credit|copyright|by|foto|izvor)\s*[,:]?\s*",
    re.IGNORECASE,
)
CAPTIONED = re.compile("caption|cutline|legend|opis")
CREDIT_LAST = re.compile(r"(?:credits?|copyright|author|source|by|attribution)$")
PHRASES = frozenset(("span", "strong", "b", "em", "i", "small", "a", "font", "div", "p", "cite"))
LABELLED = re.compile(
    r"(?:photo(?:graph(?:er|s|y)?)?s?(?: credit)?|image(?: credit)?|credits?|picture|source"
    r"|foto(?:graf\w*)?|izvor|autor(?: fotografije)?|burimi|фото(?:граф\w*)?|извор)"
    r"\s*(?::|\.\.\.|…|\bby\b)"
    r"|©|\(c\)|REUTERS/|AP Photo/|courtesy of",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.!?]\s+[^\W\d_]")
CAPITAL = "[^\\W\\d_a-zа-яђјљњћџčćđšžçë]"
SIGNATURE = re.compile(
    rf"(?:(?i:courtesy of )|{CAPITAL}[\w.’'-]*)"
    rf"(?:(?:\s+|\s*/\s*|\s+(?:de|van|von|via)\s+){CAPITAL}[\w.’'-]*){{0,5}}"
)
LONGEST_LABELLED = 120  # characters
LONGEST_SIGNATURE = 60
FEW = 2  # words around a credit that are its label


def is_credit(element: Element) -> bool:
    """Whether an element holds a credit and not the caption too."""
    if _is_whispered(element) or _is_labelled(element) or _is_signature(element):
        return True
    tagged = kind(element) in CREDIT_TAGS and not CAPTIONED.search(names(element))
    told = tagged or (element.get("itemprop") or "").lower() in CREDIT_ITEMS
    return (told or _is_named_credit(element)) and not _holds_caption(element)


def _is_named_credit(element: Element) -> bool:
    """Whether a class or the id says credit; in "caption-credit" the last word counts."""
    tokens = names(element).split()
    credits_, captions = (
        [token for token in tokens if sign.search(token)] for sign in (CREDIT, CAPTIONED)
    )
    both = [token for token in credits_ if token in captions]
    if both:
        return all(CREDIT_LAST.search(token) for token in both)
    return bool(credits_) and not captions


def _is_whispered(element: Element) -> bool:
    """Whether only those who listen are told that a credit follows."""
    first = next(iter(element), None)
    if first is None or not kind(first) or (element.text or "").strip() or not is_unseen(first):
        return False
    return bool(WHISPERED.fullmatch("".join(map(str, first.itertext()))))


def _is_labelled(element: Element) -> bool:
    """Whether an element in a caption begins with the label of a credit and holds no more."""
    if kind(element) not in PHRASES or is_longer(element, LONGEST_LABELLED):
        return False
    if any(CREDIT.search(names(one)) for one in element.iterdescendants() if kind(one)):
        return False
    runs = tuple(visible_runs(element))
    text = " ".join(runs)
    if len(runs) > 1:
        return False
    return bool(LABELLED.match(text)) and not SENTENCE_END.search(text[:-1])


def _is_signature(element: Element) -> bool:
    """Whether an element is a name that ends a caption after its last sentence."""
    before = element.getprevious()
    parent = element.getparent()
    if kind(element) not in PHRASES or (element.tail or "").strip() or parent is None:
        return False
    if element.getnext() is not None or is_longer(element, LONGEST_SIGNATURE):
        return False
    text = parent.text if before is None else before.tail or (kind(before) and seen_text(before))
    signed = " ".join(visible_runs(element))
    touches = bool(text) and not str(text)[-1:].isspace()
    if touches and kind(parent) == "figcaption" and captions.is_credit(signed):
        return True
    ended = (text or "").rstrip().endswith((".", "!", "?", "”", "“", "»", '"'))
    return ended and bool(SIGNATURE.fullmatch(signed))


def _holds_caption(element: Element) -> bool:
    """Whether what names itself a credit holds the caption too."""
    if kind(element) == "figure":
        return True
    inner = [one for one in element.iterdescendants() if kind(one)]
    if any(kind(one) == "figcaption" or "caption" in names(one) for one in inner):
        return True
    credit = next((one for one in inner if CREDIT.search(names(one)) or kind(one) == "small"), None)
    if credit is None:
        return False
    whole, part = (" ".join(visible_runs(one)) for one in (element, credit))
    if kind(element) == "figcaption" and not LABELLED.match(whole):
        return len(whole.split()) - len(part.split()) > FEW
    return len(whole) - len(part) > LONGEST_LABELLED // 2
