"""What stands on a page beside its article: menus, shares, advertisements, related stories."""

import re
from collections.abc import Iterator, Mapping

from publisher.readers.captions import split_caption
from publisher.readers.html.phrases import ADVERT, APPEALS, LABELS, LEADING_AWAY, NOTICES
from publisher.readers.html.signs import told as told_names
from publisher.readers.markup.kinds import HEADINGS, Element, kind, names
from publisher.readers.markup.pictures import is_picture
from publisher.readers.markup.seen import is_longer, seen_text

TAGS = frozenset(("nav", "form", "button", "dialog", "menu", "ins"))
INLINE = frozenset(("a", "img", "picture", "amp-img", "em", "strong", "b", "i", "figure"))
ROLES = frozenset(
    ("navigation", "search", "banner", "contentinfo", "dialog", "alertdialog", "toolbar", "menu")
)
NEVER = frozenset(("html", "body", "main", "figcaption", "table", "tbody"))
TOKENS = (
    r"share|sharing|shares|sharer|share-?(?:bar|box|buttons)|socials?|follow|follow-us|social-?\w*",
    r"relateds?|recommend(?:ed|ations?)?|promos?|newsletters?|subscribe|subscription|sign-?up",
    r"comments?|komentar\w*|anketa|disqus|breadcrumbs?|cookies?|consent|gdpr|popup|modal|overlay",
    r"advert\w*|ads?|adv|adunit|ad-?(?:slot|container|wrapper|box)|banner\w*|sponsor(?:ed)?|oglasi?",
    r"reklam[ae]|opta|onnetwork|gpt|dfp\w*|billboard|leaderboard|taboola|outbrain|mgid",
    r"sidebar|menu|navbar|navigation|nav|tags?|tag-?list|hashtags?|tagcloud|pagination|pager",
    r"post-?nav\w*|skip-?link|(?:site|page)-?(?:header|footer)|masthead|toolbar|tools",
    r"author-?(?:bio|box|info-box|card|profile)|about-?(?:the-?)?author|author-?h(?:igh)?light|bio|biography",
    r"most-?(?:read|popular|viewed)|najcitanije|najnovije|trending|popular|latest|yarpp\w*",
    r"(?:read|see|more)-?(?:more|also|next|stories|news|from|on)|also-?read|rich-?link",
    r"povezan[eio]\w*|slicn[eio]|lexo|te-?ngjashme|widgets?(?!__)|around-the-web|watermark|paywall|donat(?:e|ion)s?|membership",
    r"support-(?:us|box)|jp-relatedposts|sharedaddy|addtoany\w*|a2a\w*|ratings?|reactions?|likes?|poll|quiz",
    r"read-?in-?app|cta|call-to-action|button-wrapper|kg-(?:signup|button|cta|product)-card",
)
PARTS = re.compile(
    r"related-?(?:articles?|posts?|stories|news|content|links?)|share-?(?:buttons?|tools?|links?)"
    r"|google-?news|subscription-?widget|newsletter|subscriptions|recirc|interstitial|bookmark-card"
    r"|sociable|bottom-of-article|outbrain|taboola|adsbygoogle|advertisement|banner-?\d|crp_related"
    r"|jp-relatedposts"
)
WORDS = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(TOKENS)})(?:$|[\s_-])")
NOT_NAMING = re.compile(
    r"(?:has|no|not|is|with|without|hide|show|order|col|max|min)[_-]"
    r"|(?:type|status|format|category|cat|tag|post|elementor|theme|js|td|wp)[_-]+"
    r"(?!list|cloud|nav|ad|share|related|tags)"
)
KINDS = re.compile(
    "richlink|newsletter|related|promo|advert|recommend|share|topic-?list|links-block"
)
HIDING = {"hidden", "d-none", "hide", "is-hidden", "uk-hidden", "hidden-print-only"}
SHOWING = re.compile(r"(?:^|[\s:-])(?:sm|md|lg|xl|xxl|2xl)[:-]|visible|d-(?:block|flex|inline)")
CARDS = re.compile("bookmark|richlink|rich-link|newsletter|related|promo|advert|signup")
LABELLED = re.compile(
    "promotion|newsletter|related|advert|share|recommend|navigation|breadcrumb|most (?:read|viewed)"
)
LONGEST = 400  # characters of a line and its link
SHORT = 60  # characters of a heading of links
MOST_ELEMENTS = 250  # in a box of links
LARGEST_LIST = 2000  # characters of a box of links
LONGEST_APPEAL = 250  # characters
FEW = 3  # elements
SIGNUP = re.compile(r"#/portal|/(?:sign-?up|subscribe|newsletters?|membership)(?:[/?#]|$)")
ASKERS = frozenset(("p", "div", "aside", "section"))
LARGE_PART = 0.3  # of the text of the article: what holds it is no furniture, whatever its name
BOXES = ("div", "section", "aside", "td", "font", "center", "ul", "ol")
CAPTIONED = re.compile("caption|credit|copyright|cutline")
SHORTEST_TITLE = 15  # characters
DENSE = 0.7  # of the characters of an element: so many in links make it a list of links


def is_named_furniture(element: Element) -> bool:
    """Whether an element says by its tag, role, class or id that it is no part of an article."""
    tag = kind(element)
    if tag in TAGS or (element.get("role") or "").lower() in ROLES or element.get("aria-modal"):
        return True
    if HIDING & set((element.get("class") or "").split()) and not SHOWING.search(names(element)):
        return True
    told = told_names(element)
    if tag == "figure":
        return bool(
            CARDS.search(f"{names(element)} {element.get('data-spacefinder-type') or ''}".lower())
        )
    if tag in NEVER or tag in HEADINGS or tag in INLINE:
        return False
    if (element.get("data-nosnippet") is not None) and tag == "div":
        return True
    label = (element.get("aria-label") or "").lower()
    called = _telling(names(element))
    named = WORDS.search(f"{called} {told}") or PARTS.search(f"{names(element)} {told}")
    return bool(named or KINDS.search(told) or LABELLED.search(label))


def _telling(called: str) -> str:
    """Leave of classes those that name an element, not those that say what it has or lacks.

    >>> _telling("share has-ads elementor-widget post-12")
    'share'
    """
    return " ".join(token for token in called.split() if not NOT_NAMING.match(token))


def find_furniture(
    body: Element, below: Mapping[Element, int], title: Element | None
) -> Iterator[Element]:
    """Find what names itself as furniture and holds no large part of the article.

    Args:
        body: The page.
        below: How many characters of the article stand in each element.
        title: The element of its title.
    """
    most = LARGE_PART * below.get(body, 0)
    titled = frozenset(() if title is None else (title, *title.iterancestors()))
    for element in body.iterdescendants():
        small = element not in titled and below.get(element, 0) <= most
        if small and kind(element) and is_named_furniture(element) and not _enlarges(element):
            yield element


def _enlarges(element: Element) -> bool:
    """Whether an element is a button that shows a picture larger, with the picture inside."""
    return kind(element) == "button" and any(map(is_picture, element.iter("img", "picture")))


def find_links(main: Element, weights: Mapping[Element, int]) -> Iterator[Element]:
    """Find what leads away from an article inside its text."""
    yield from related_parts(main)
    yield from _appeals(main, weights)
    yield from filter(_is_teaser, main.iter("a"))
    held = {one for block in weights for one in (block, *block.iterancestors())}
    passed = frozenset(weights)
    after = False
    left = sum(1 for element in main.iter() if element in passed)
    for element in main.iterdescendants(*BOXES):
        left -= element in passed
        after = left <= 0
        if element in held or _is_large(element):
            continue
        if element.tag not in {"ul", "ol", "td"} and _is_one_link(element):
            yield element
            continue
        links = sum(1 for _ in element.iter("a"))
        if element.tag in {"ul", "ol"}:
            if after and links and not any(is_longer(item, SHORT) for item in element):
                yield element
        elif links > 1 and is_link_list(element) and next(element.iter("figure"), None) is None:
            yield element


def _appeals(main: Element, weights: Mapping[Element, int]) -> Iterator[Element]:
    """Find what asks readers to follow, to write in or to pay.

    A paragraph amid the text does so only if it leads somewhere: the text may speak like that, too.
    """
    left = sum(1 for element in main.iter() if element in weights)
    for element in main.iter():
        left -= element in weights
        if kind(element) not in ASKERS or is_longer(element, LONGEST_APPEAL):
            continue
        text = seen_text(element)
        leads = left <= 0 or kind(element) != "p" or "@" in text or element.find(".//a") is not None
        if NOTICES.match(text) or (leads and APPEALS.match(text)) or _signs_up(element):
            yield element


def _signs_up(element: Element) -> bool:
    """Whether a small box has a link to where one subscribes, and no paragraph."""
    if kind(element) != "div" or len(element) >= FEW or element.find(".//p") is not None:
        return False
    return any(SIGNUP.search(link.get("href") or "") for link in element.iter("a"))


def _is_one_link(element: Element) -> bool:
    """Whether a box says nothing but where else to go."""
    link = next(element.iter("a"), None)
    if link is None or next(element.iter("p", "h2", "h3", "h4", "figure", "img"), None) is not None:
        return False
    return seen_text(link) == seen_text(element) != ""


def _is_large(element: Element) -> bool:
    """Whether an element holds more than a box of links does."""
    inside = sum(1 for _ in zip(element.iter(), range(MOST_ELEMENTS), strict=False))
    return inside == MOST_ELEMENTS or is_longer(element, LARGEST_LIST)


def _is_teaser(link: Element) -> bool:
    """Whether a link holds the picture and the title of another article."""
    if (
        next(link.iter("img", "picture"), None) is None
        or next(link.iter("figcaption"), None) is not None
    ):
        return False
    text = "" if is_longer(link, LONGEST) else seen_text(link)
    named = any(CAPTIONED.search(names(one)) for one in link.iter() if kind(one))
    return len(text) >= SHORTEST_TITLE and not named and not split_caption(text).credit


def is_link_list(element: Element) -> bool:
    """Whether nearly all that an element says leads elsewhere."""
    every = len(seen_text(element))
    linked = sum(len(seen_text(link)) for link in element.iter("a"))
    return 0 < every * DENSE <= linked


def related_parts(root: Element) -> Iterator[Element]:
    """Find what leads to other articles inside a text: a line or a heading, and links below it."""
    for element in root.iter(
        "p", "div", "li", "h2", "h3", "h4", "h5", "h6", "span", "strong", "section", "aside"
    ):
        beginning = _beginning(element)
        leads = LEADING_AWAY.match(beginning) is not None
        if not (leads or LABELS.match(beginning)) or is_longer(element, LONGEST):
            continue
        text = seen_text(element)
        if text and ADVERT.fullmatch(text):
            yield element
        if not leads:
            continue
        if element.tag not in HEADINGS and _leads_on(element, text):
            yield element
        elif len(text) <= SHORT and element.tag not in {"span", "strong"}:
            behind = _links_behind(element)
            if behind is not None:
                yield from (element, behind)


def _beginning(element: Element) -> str:
    """Give the first words in an element."""
    return next((text.strip() for text in map(str, element.itertext()) if text.strip()), "")[
        :LONGEST
    ]


def _leads_on(element: Element, text: str) -> bool:
    linked = sum(len(seen_text(link)) for link in element.iter("a"))
    if element.tag in {"span", "strong"}:
        return False
    return linked > 0 and linked >= len(text) - SHORT // 2 and linked >= len(text) / 2


def _links_behind(element: Element) -> Element | None:
    following = element.getnext()
    while following is not None and not kind(following):
        following = following.getnext()
    if following is None or not is_link_list(following):
        return None
    return following
