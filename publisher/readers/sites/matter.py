"""Front matter as text: read for its structure, its values left as they are written.

A reader of an article has no use for numbers and truth values; a title may be `2023`, or `No`.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import yaml

from publisher.errors import ArticleError
from publisher.readers.draft import presentable
from publisher.readers.sites.split import Notation, Page

Value: TypeAlias = "str | tuple[Value, ...] | Mapping[str, Value]"

LONGEST = 262_144  # characters
DEEPEST = 12
HINT = "mend the front matter at the head of the file"


def read_matter(page: Page) -> Mapping[str, Value]:
    """Read the front matter of a page.

    Raises:
        ArticleError: It cannot be read, is too large, or uses what could do harm.
    """
    if len(page.front) > LONGEST:
        raise _refused(page, f"it is longer than {LONGEST} characters")
    try:
        value = _read(page)
    except RecursionError as error:
        raise _refused(page, "it is nested too deep") from error
    except (ValueError, yaml.YAMLError) as error:
        problem = getattr(error, "problem", None) or str(error)
        raise _refused(page, presentable(problem)) from error
    if isinstance(value, str) and not value:
        return {}
    if not isinstance(value, Mapping):
        raise _refused(page, "it has no keys")
    return value


def _refused(page: Page, why: str) -> ArticleError:
    return ArticleError(f"the {page.notation.value} front matter cannot be read: {why}", hint=HINT)


def _read(page: Page) -> Value:
    match page.notation:
        case Notation.YAML:
            _check_yaml(page.front)
            root = yaml.compose(page.front, Loader=yaml.SafeLoader)
            return _of_yaml(root) if root else ""
        case Notation.TOML:
            return _of_object(tomllib.loads(page.front))
        case Notation.JSON:
            return _of_object(json.loads(page.front))
        case Notation.LINES:
            return _of_lines(page.front)
        case Notation.NONE:
            return ""


def _of_lines(text: str) -> Value:
    found: dict[str, Value] = {}
    key = ""
    for line in text.split("\n"):
        name, _, value = line.partition(":")
        if line[:1].isspace():
            found[key] = (found.get(key, ""), presentable(line))
        elif name:
            key = name
            _add(found, key, presentable(value))
    return found


def _check_yaml(text: str) -> None:
    """Refuse what multiplies text, and what nests without end, before it is built."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("it holds an alias (a value that begins with *)")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise RecursionError


def _of_yaml(node: yaml.Node) -> Value:
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Value] = {}
        for key, value in node.value:
            _add(found, str(_of_yaml(key)), _of_yaml(value))
        return found
    if isinstance(node, yaml.SequenceNode):
        return tuple(map(_of_yaml, node.value))
    nothing = node.tag == "tag:yaml.org,2002:null"
    return "" if nothing else presentable(str(node.value))


def _add(found: dict[str, Value], key: str, value: Value) -> None:
    """Add a value; what stands at the same key already is kept beside it."""
    if key in found:
        found[key] = (found[key], value)
    else:
        found[key] = value


def _of_object(value: object, depth: int = 0) -> Value:
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(value, dict):
        return {presentable(str(key)): _of_object(one, depth + 1) for key, one in value.items()}
    if isinstance(value, list):
        return tuple(_of_object(one, depth + 1) for one in value)
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    return presentable(str(value))


def texts_of(value: Value) -> Iterator[str]:
    """Give every text inside a value."""
    if isinstance(value, str):
        if value:
            yield value
    else:
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from texts_of(one)
