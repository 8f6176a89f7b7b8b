"""A table of publication.toml, whose mistakes are refused with their places."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import partial
from typing import NoReturn, TypeVar

from publisher.errors import PublishError, UsageError
from publisher.model.text import require_text
from publisher.project.places import line_of

T = TypeVar("T")


class Table:
    """The raw table, with the places of its keys; what is wrong is a `UsageError`."""

    def __init__(self, raw: Mapping[str, object], text: str, name: str) -> None:
        """Take a table as it is parsed, the text of its file, and the file as a user knows it."""
        self.raw = raw
        self._text = text
        self._name = name

    def take(self, key: str, kind: type[T], default: T) -> T:
        """Take the value of a key, which must be of a kind."""
        value = self.raw.get(key, default)
        if not isinstance(value, kind):
            self.fail(key, f"{key} is not {kind.__name__}: {value!r}")
        return value

    def one_of(self, key: str, values: tuple[str, ...]) -> str:
        """Take one of a few values, by default the first."""
        value = self.take(key, str, values[0])
        if value not in values:
            self.fail(key, f"{key} is {value!r}", hint=f"choose of {', '.join(values)}")
        return value

    def strings(self, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """Take a list of texts, each once and one at least."""
        value = self.raw.get(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
            self.fail(key, f"{key} is not a list of texts", hint=f"{key} = {list(default)}")
        if not value:
            self.fail(key, f"{key} is empty")
        return tuple(dict.fromkeys(value))

    def attempt(self, make: Callable[[], T], key: str, table: str = "") -> T:
        """Give what `make` makes, or fail with its error at a key."""
        try:
            return make()
        except PublishError as error:
            self.fail(key, error.message, hint=error.hint, table=table)

    def require_text(self, table: Mapping[str, object], name: str = "") -> None:
        """Refuse characters that no file may hold, in any text of a table."""
        for key, value in table.items():
            if isinstance(value, dict):
                self.require_text(value, key)
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str):
                    self.attempt(partial(require_text, text, key), key, table=name)

    def refuse_unknown(
        self, settings: Iterable[str], known: tuple[str, ...], table: str = ""
    ) -> None:
        """Refuse a key that is not one of those known, and name the nearest."""
        for key in settings:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
                self.fail(key, f"the setting {key!r} is unknown", hint=hint, table=table)

    def missing(self, key: str) -> NoReturn:
        """Fail for want of a key."""
        self.fail(key, f"{key} is missing", hint=f'write {key} = "…"')

    def fail(self, key: str, message: str, hint: str = "", table: str = "") -> NoReturn:
        """Fail at a key, which may stand in a table inside this one."""
        raise UsageError(message, where=self.where(key, table), hint=hint)

    def where(self, key: str, table: str = "") -> str:
        """Give the place of a key as `file:line`."""
        return f"{self._name}:{line_of(self._text, *filter(None, (table, key)))}"
