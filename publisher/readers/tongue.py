"""The language that a text is in, found by its words."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from publisher.errors import PublishError
from publisher.model.language import language, parse_tag

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

MOST = 20_000  # characters that are looked at; more make no difference
LIKELY = 0.5  # of 1: what a language must reach
FEWEST = 12  # letters, below which nobody can tell
SAMPLES = 4  # places from which a long text is looked at
ADDRESS = re.compile(r"\S+://\S+|www\.\S+|\S+@\S+|[@#]\w+")
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")

# What the program prints as Serbian; Macedonian and Slovene are languages of their own.
SHARED: Mapping[str, str] = MappingProxyType({"bs": "sr", "hr": "sr", "sh": "sr", "cnr": "sr"})

# Stems that a Croatian editor writes and a Serbian one does not, and the other way round.
CROATIAN = re.compile(
    r"\b(?:sije[cč]nj|velja[cč]|o[zž]ujk|travnj|svibnj|lipnj|srpnj|kolovoz|rujn[au]|listopad|"
    r"studenog|prosin[ac]|tisu[cć]|tjed[an]|tko\b|netko|nitko|svatko|europ|uvjet|povijes|"
    r"to[cč]k|to[cč][an]n?|tako[đd]er\b|sustav|suradnj|izvje[sš][cćt]|priop[cć]|gospodarst|sveu[cč]il|"
    r"zrakoplov|kolodvor|glazb|nogomet|tijekom|ravnatelj|sudjel|obitelj|tvrtk|prora[cč]un|"
    r"veleposlan|redarstv|kazali[sš]t|knji[zž]nic|znanstv|vlakov|unato[cč]|nazo[cč]n|promid[zž]b|"
    r"[zž]upanij|vije[cć]|razdoblj|dužnosni|ustanov|sljede[cć]i tj)\w*",
    re.IGNORECASE,
)
SERBIAN = re.compile(
    r"\b(?:januar|februar|mart[au]?\b|maj[au]?\b|ju[nl][aiu]?\b|avgust|septemb|oktob|novemb|"
    r"decemb|hiljad|nedelj|sedmic|evrop|uslov|istorij|ta[cč]k|ta[cč]n|tako[đd]e\b|sistem|saradnj|"
    r"izve[sš]taj|saop[sš]t|op[sš]tin|op[sš]t[aei]\b|privred|univerzitet|avion|muzi[cč]k|fudbal|"
    r"tokom|u[cč]estv|porodic|pozori[sš]|bibliotek|nau[cč]ni|ambasad|zvani[cč]ni|bud[zž]et)\w*|"
    r"\b(?:da li|ko (?:je|su)|ovde|gde|posle|pre|mesto|mesta|vreme|dece?)\b",
    re.IGNORECASE,
)
MARGIN = 2  # how many more Croatian words than Serbian ones make a text clearly Croatian


def detect(text: str) -> str:
    """Give the tag of the language that a text is in.

    Serbian has its script. What the recogniser takes for Bosnian, Croatian or Serbian in Latin
    letters is `sr-Latn`, because a few sentences of them often have no word that tells; it is
    `hr` where the recogniser says so and words that only a Croatian editor would write ("tjedan",
    "tisuća", "lipnja") outnumber the Serbian ones by `MARGIN` or more. Text in Bosnian or
    Montenegrin is `sr-Latn`, unless the user says otherwise.

    Returns:
        A BCP 47 tag of a language that CLDR has, or nothing where none is likely.

    >>> detect("Mještani su rekli da neće otići odavde, javlja naš dopisnik.")
    'sr-Latn'
    >>> detect("Qeveria do të vendosë sot për buxhetin e komunës.")
    'sq'
    >>> detect("2023")
    ''
    """
    sample = _sample(text)
    if sum(map(len, WORD.findall(sample))) < FEWEST:
        return ""
    shares = likely(sample)
    code = next(iter(shares), "")
    if shares.get(code, 0) < LIKELY:
        return ""
    if code == "sr":
        return _south_slavic(sample)
    return _known(code)


def likely(text: str) -> dict[str, float]:
    """Share 1 out among the languages by code, the likeliest first; `sr` has `SHARED` in it."""
    shares: dict[str, float] = {}
    for code, share in _recogniser().rank(text):
        common = SHARED.get(code, code)
        shares[common] = shares.get(common, 0.0) + float(share)
    shares.pop("zxx", None)  # no linguistic content
    return dict(sorted(shares.items(), key=lambda item: -item[1]))


@cache
def _recogniser() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 -- takes a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _sample(text: str) -> str:
    """Give running words from several places of a text; addresses and capitals say little."""
    if len(text) > MOST:
        step, size = len(text) // SAMPLES, MOST // SAMPLES
        text = " ".join(text[start : start + size] for start in range(0, step * SAMPLES, step))
    plain = ADDRESS.sub(" ", text.encode("utf-8", "replace").decode("utf-8"))
    return " ".join(w.lower() if w.isupper() else w for w in plain.split())


def _south_slavic(text: str) -> str:
    if len(CYRILLIC.findall(text)) > len(LATIN.findall(text)):
        return "sr-Cyrl"
    found = dict(_recogniser().rank(text))
    croatian = len(CROATIAN.findall(text)) - len(SERBIAN.findall(text))
    return "hr" if croatian >= MARGIN and found["sr"] < found["hr"] else "sr-Latn"


def _known(code: str) -> str:
    try:
        return language(parse_tag(code)).tag
    except PublishError:
        return ""
