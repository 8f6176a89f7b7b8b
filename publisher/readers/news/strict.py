"""JSON from strangers: no deeper and no larger than a feed is, and nothing of it lost."""

import json
from collections import Counter
from typing import NoReturn

from publisher.errors import ArticleError
from publisher.readers.encoding import Decoded, decode
from publisher.readers.news.wording import DATA, MOST_CHARACTERS

DEEPEST = 60  # levels; associations within associations of a feed have a third of it
MOST_VALUES = 400_000
LONGEST_NUMBER = 40  # characters
LARGEST = 1e12  # what a number of a feed may count, bytes or pixels


class JsonError(ArticleError):
    """A file is not JSON, or more than a feed may be."""


def load_json(data: bytes) -> tuple[object, Decoded]:
    """Read JSON; a key that stands twice is kept twice, the second time with a number.

    Raises:
        JsonError: It is none, or nested too deep, or there is too much of it.
    """
    decoded = decode(data)
    try:
        value = json.loads(
            decoded.text.removeprefix("\ufeff"),
            object_pairs_hook=_pairs,
            parse_int=_number,
            parse_float=_number,
            parse_constant=_constant,
            strict=False,
        )
    except RecursionError:
        _refuse("the file is nested too deep", "it is no feed")
    except ValueError as error:
        _refuse(f"the file is no JSON: {error}", "it may be cut short; get it again")
    _measure(value)
    return value, decoded


def _refuse(message: str, hint: str) -> NoReturn:
    raise JsonError(message, hint=hint)


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    times: Counter[str] = Counter()
    made.clear()
    for key, value in pairs:
        times[key] += 1
        made[f"{key} {times[key]}" if times[key] > 1 else key] = value
    return made


def _number(text: str) -> float:
    return max(0.0, min(float(text), LARGEST)) if len(text) <= LONGEST_NUMBER else 0.0


def _constant(_text: str) -> None:
    return None


def _measure(value: object) -> None:
    waiting: list[tuple[object, int]] = [(value, 1)]
    count = characters = 0
    while waiting:
        one, depth = waiting.pop()
        count += 1
        if isinstance(one, str):
            characters += len(one) if len(one) < MOST_CHARACTERS else len(DATA.sub("", one))
        if characters > MOST_CHARACTERS:
            _refuse(
                f"the file has more than {MOST_CHARACTERS:,} characters", "is it the right one?"
            )
        if depth > DEEPEST or count > MOST_VALUES:
            _refuse("the file is nested too deep, or has too many values", "it is no feed")
        inside = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        waiting.extend((each, depth + 1) for each in inside)
