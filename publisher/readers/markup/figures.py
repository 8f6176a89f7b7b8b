"""A picture of a page, with its words, as a figure of the article."""

import re
from urllib.parse import unquote, urlsplit

from publisher.model.block import Figure
from publisher.readers.captions import split_caption
from publisher.readers.draft import presentable
from publisher.readers.markup.boxes import Box
from publisher.readers.markup.kinds import MOVING, Element, kind, names
from publisher.readers.markup.pictures import addresses_of, find_picture, shown_address
from publisher.readers.markup.pieces import Piece, prose_of
from publisher.readers.markup.setting import PictureFacts, Setting
from publisher.readers.markup.wording import Wording, read_wording

SIZE = re.compile(r"(?:-\d{2,4}x\d{2,4}|-scaled)(?=\.\w+$)")
NO_FACTS = PictureFacts()


def make_figure(box: Box, setting: Setting) -> Figure:
    """Make a figure of a picture and the words that belong to it."""
    wording = read_wording(box, setting)
    if box.picture is None:
        return _figure(wording, PictureFacts(), "", [_moving_address(box.frame)], setting)
    addresses = list(addresses_of(box.picture))
    facts = next(
        (setting.facts[key] for key in map(picture_key, addresses) if key in setting.facts),
        NO_FACTS,
    )
    alt = next((one.get("alt") or "" for one in box.picture.iter("img", "amp-img")), "")
    return _figure(wording, _told(box, facts), alt, addresses, setting)


def _told(box: Box, facts: PictureFacts) -> PictureFacts:
    """Take what attributes of the picture and its frame say, else what the page says apart."""
    told = {"data-caption": facts.caption, "data-credit": facts.credit}
    shown = (one for one in box.frame.iter("img") if "caption" in names(one).split())
    title = next((one.get("title") or "" for one in shown), "")  # which a script puts below it
    elements = [box.frame, *(box.picture.iter() if box.picture is not None else ())]
    for name, known in told.items():
        written = (presentable(one.get(name) or "") for one in elements)
        told[name] = next((text for text in written if text and "<" not in text), known)
    split = split_caption(told["data-caption"] or presentable(title))
    return PictureFacts(caption=split.caption, credit=told["data-credit"] or split.credit)


def _figure(
    wording: Wording, facts: PictureFacts, alt: str, addresses: list[str], setting: Setting
) -> Figure:
    caption = wording.caption or ((Piece(facts.caption),) if facts.caption else ())
    return setting.draft.figure(
        picture=find_picture(addresses, setting.draft),
        address=shown_address(addresses, setting.base),
        alt=alt,
        caption=prose_of(caption),
        credit=wording.credit or facts.credit,
    )


def _moving_address(frame: Element) -> str:
    for one in frame.iter():
        if kind(one) in MOVING:
            return (
                one.get("poster") or one.get("src") or one.get("data-src") or one.get("data") or ""
            )
    return ""


def picture_key(address: str) -> str:
    """Give what an address of a picture has in common with those of its other sizes.

    >>> picture_key("https://a.example/w/vest-1024x683.jpg?w=3") == picture_key("/w/vest.jpg")
    True
    """
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return address
    return SIZE.sub("", path.rpartition("/")[2]).lower()
