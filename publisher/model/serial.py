"""The JSON form of an article, read and written by the shapes of the model's types.

A dataclass is an object of its fields; blocks and inlines also say their `type`. A field that
holds its default is left out. Days are written YYYY-MM-DD, enumerations by value.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, TypeAlias, TypeVar, assert_never, cast

from publisher.errors import ArticleError
from publisher.model.article import Article
from publisher.model.shape import (
    TYPES,
    Choice,
    Day,
    Many,
    Maybe,
    Node,
    Record,
    Row,
    Scalar,
    Shape,
    records,
)

FORMAT = "publisher-article"
VERSION = 1
DEEPEST = 200  # objects and arrays inside one another; far more than any reader makes
WORDS: Mapping[type, str] = {type(None): "null", str: "string", list: "array", dict: "object"}

Path: TypeAlias = tuple[str | int, ...]
Raw = TypeVar("Raw")


def write_article(article: Article) -> str:
    """Write an article as JSON, its fields in the order of the model.

    Raises:
        ArticleError: It is nested deeper than `read_article` reads.
    """
    return format_json(to_document(article))


def format_json(document: object) -> str:
    """Lay JSON out as text for people: indented, each letter as itself."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_document(article: Article) -> dict[str, object]:
    """Give what the JSON document of an article holds.

    Raises:
        ArticleError: It is nested deeper than `read_article` reads.
    """
    return {"format": FORMAT, "version": VERSION, **_to_object(article, 0)}


def to_plain(value: object, depth: int = 0) -> object:
    """Give a value of the model as JSON knows values; `depth` is what it stands in already."""
    match value:
        case None | str() | int():
            return value
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [to_plain(item, _deeper(depth)) for item in value]
        case _:
            return _to_object(value, depth)


def _to_object(node: object, depth: int) -> dict[str, object]:
    kind = type(node)
    written: dict[str, object] = {"type": TYPES[kind]} if kind in TYPES else {}
    for name, member in records()[kind].items():
        value = getattr(node, name)
        if value != member.default:
            written[name] = to_plain(value, _deeper(depth))
    return written


def _deeper(depth: int) -> int:
    if depth == DEEPEST:
        raise _too_deep()
    return depth + 1


def _too_deep() -> ArticleError:
    return ArticleError(f"more than {DEEPEST} levels of nesting", hint="flatten the article")


def read_article(text: str, *, where: str) -> Article:
    """Read an article from JSON.

    Args:
        text: The JSON document.
        where: The document's name as a user knows it.

    Raises:
        ArticleError: The text is not JSON, or not an article in this version of the form; the
            message begins with the path of the fault, such as `body[3].level`.
    """
    raw = _parse(text, where)
    try:
        return _article(raw)
    except ArticleError as error:
        raise ArticleError(error.message, where=where, hint=error.hint) from error


def _parse(text: str, where: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise ArticleError(f"not JSON: {error.msg}", where=f"{where}:{error.lineno}") from None
    except ValueError as error:  # a key that stands twice, or a number of thousands of digits
        raise ArticleError(f"not JSON: {error}", where=where) from None
    except RecursionError:
        raise ArticleError(_too_deep().message, where=where) from None


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"the key {name!r} stands twice in one object")
        found[name] = value
    return found


def _article(raw: object) -> Article:
    document = _expect(raw, dict, ())
    if document.get("format") != FORMAT:
        raise _fault((), f"this is no article: its key `format` is not {FORMAT!r}")
    version = _expect(document.get("version"), int, ("version",))
    if version != VERSION:
        raise _fault(
            ("version",),
            f"version {version} of the JSON form is not known",
            f"write the article with a program that writes version {VERSION}",
        )
    members = {name: value for name, value in document.items() if name not in {"format", "version"}}
    return cast("Article", _record(members, Article, ()))


def _read(raw: object, shape: Shape, path: Path) -> object:
    if len(path) > DEEPEST:
        raise _too_deep()
    match shape:
        case Scalar(kind=kind):
            return _expect(raw, kind, path)
        case Day() | Choice():
            return _value(raw, shape, path)
        case Maybe(of=of):
            return None if raw is None else _read(raw, of, path)
        case Many() | Row():
            return _items(_expect(raw, list, path), shape, path)
        case Record(kind=kind):
            return _record(_expect(raw, dict, path), kind, path)
        case Node(kinds=kinds):
            return _node(_expect(raw, dict, path), kinds, path)
        case _:
            assert_never(shape)


def _value(raw: object, shape: Day | Choice, path: Path) -> object:
    text = _expect(raw, str, path)
    if isinstance(shape, Choice):
        values = {value.value: value for value in shape.kind}
        if text in values:
            return values[text]
        raise _fault(path, f"expected one of {', '.join(values)}; found {text!r}")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # Python reads 20230602 and 2023-W22-5, too
        raise _fault(path, f"expected a day written YYYY-MM-DD, found {text!r}")
    return day


def _items(raw: Sequence[object], shape: Many | Row, path: Path) -> tuple[object, ...]:
    shapes = (shape.of,) * len(raw) if isinstance(shape, Many) else shape.of
    if len(raw) != len(shapes):
        raise _fault(path, f"expected {len(shapes)} items, found {len(raw)}")
    return tuple([_read(raw[at], shapes[at], (*path, at)) for at in range(len(raw))])


def _node(raw: Mapping[str, object], kinds: Mapping[str, type[Any]], path: Path) -> object:
    members = dict(raw)
    if "type" not in members:
        raise _fault(path, "the key `type` is missing", f"the types are: {', '.join(kinds)}")
    name = _expect(members.pop("type"), str, (*path, "type"))
    if name not in kinds:
        hint = f"the types are: {', '.join(kinds)}"
        raise _fault((*path, "type"), f"there is no type {name!r} here", hint)
    return _record(members, kinds[name], path)


def _record(raw: Mapping[str, object], kind: type[Any], path: Path) -> object:
    members = records()[kind]
    for name in raw:
        if name not in members:
            hint = f"the keys are: {', '.join(members)}"
            raise _fault(path, f"the key {name!r} is not known", hint)
    for name, member in members.items():
        if member.required and name not in raw:
            raise _fault(path, f"the key `{name}` is missing")
    values = {name: _read(raw[name], members[name].shape, (*path, name)) for name in raw}
    try:
        return kind(**values)
    except ArticleError as error:
        raise _fault(path, error.message, error.hint) from error


def _expect(raw: object, kind: type[Raw], path: Path) -> Raw:
    if type(raw) is not kind:  # a truth value is an integer to isinstance
        raise _fault(path, f"expected {_word(kind)}, found {_word(type(raw))}")
    return raw


def _word(kind: type) -> str:
    return WORDS.get(kind, kind.__name__)


def _fault(path: Path, message: str, hint: str = "") -> ArticleError:
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    place = f"{steps.removeprefix('.')}: " if steps else ""
    return ArticleError(f"{place}{message}", hint=hint)
