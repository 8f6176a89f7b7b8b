"""The JSON Schema of the JSON form, made from the model's types and docstrings.

`python -m publisher.model.schema > publisher/model/article.schema.json` writes it anew. It says
what has which shape; what else a node demands, such as a safe link, reading it tells.
"""

import re
import sys
from collections.abc import Mapping
from inspect import cleandoc
from typing import Any, TypeAlias, assert_never, get_args

from publisher.model.article import Article
from publisher.model.serial import FORMAT, VERSION, format_json, to_plain
from publisher.model.shape import (
    TYPES,
    UNIONS,
    Choice,
    Day,
    Many,
    Maybe,
    Member,
    Node,
    Record,
    Row,
    Scalar,
    Shape,
    name_of,
    records,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCALARS = {str: "string", int: "integer", bool: "boolean"}
ATTRIBUTE = re.compile(r"^    (\w+): (.+(?:\n {6}.+)*)", re.MULTILINE)

Schema: TypeAlias = dict[str, object]


def article_schema() -> Schema:
    """Give the schema of an article's JSON document."""
    kinds = sorted((kind for kind in records() if kind is not Article), key=name_of)
    unions = {name: _union(get_args(union)) for union, name in UNIONS.items()}
    marks: Schema = {"format": {"const": FORMAT}, "version": {"const": VERSION}}
    return {
        "$schema": DIALECT,
        "title": f"An article of Publisher, version {VERSION} of the form",
        **_object(Article, marks),
        "$defs": {**unions, **{name_of(kind): _definition(kind) for kind in kinds}},
    }


def _definition(kind: type[Any]) -> Schema:
    return _object(kind, {"type": {"const": TYPES[kind]}} if kind in TYPES else {})


def _object(kind: type[Any], marks: Mapping[str, object]) -> Schema:
    members, told = records()[kind], dict(ATTRIBUTE.findall(cleandoc(kind.__doc__ or "")))
    return {
        "description": _one_line(cleandoc(kind.__doc__ or "").partition("\n\n")[0]),
        "type": "object",
        "properties": {
            **marks,
            **{name: _member(member, told.get(name, "")) for name, member in members.items()},
        },
        "required": [*marks, *(name for name, member in members.items() if member.required)],
        "additionalProperties": False,
    }


def _member(member: Member, told: str) -> Schema:
    schema = _schema(member.shape)
    if told:
        schema["description"] = _one_line(told)
    if not member.required:
        schema["default"] = to_plain(member.default)
    return schema


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _union(kinds: tuple[type[Any], ...]) -> Schema:
    """Choose by type, so that a validator looks into one kind of node and not into all."""
    names = [TYPES[kind] for kind in kinds]
    return {
        "type": "object",
        "properties": {"type": {"enum": names}},
        "required": ["type"],
        "allOf": [
            {
                "if": {"properties": {"type": {"const": name}}},
                "then": {"$ref": f"#/$defs/{name}"},
            }
            for name in names
        ],
    }


def _schema(shape: Shape) -> Schema:
    match shape:
        case Scalar(kind=kind):
            return {"type": SCALARS[kind]}
        case Day():
            return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        case Choice(kind=kind):
            return {"enum": [one.value for one in kind]}
        case Maybe(of=of):
            return {"anyOf": [_schema(of), {"type": "null"}]}
        case Many(of=of):
            return {"type": "array", "items": _schema(of)}
        case Row(of=row):
            items = [_schema(of) for of in row]
            return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
        case Record(name=name) | Node(name=name):
            return {"$ref": f"#/$defs/{name}"}
        case _:
            assert_never(shape)


if __name__ == "__main__":
    sys.stdout.write(format_json(article_schema()))
