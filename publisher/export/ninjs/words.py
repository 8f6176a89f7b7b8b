"""What a run of text says: as plain text, and as HTML where plain text does not tell all."""

from typing import TypeAlias

from markupsafe import Markup

from publisher.model.inline import Container, Footnote, Inline, Prose, Text
from publisher.model.walk import plain_text
from publisher.render.inlines import set_words
from publisher.render.setting import Setting

PLAIN, HTML = "text/plain", "text/html"

Json: TypeAlias = dict[str, object]


def plain(run: Prose) -> str:
    """Give the characters a reader sees; a footnote stands in brackets where it is called."""
    return _plain(run.children)


def _plain(inlines: tuple[Inline, ...]) -> str:
    return "".join(map(_characters, inlines))


def _characters(inline: Inline) -> str:
    if isinstance(inline, Footnote):
        return f" [{plain(inline.content)}]"
    return _plain(inline.children) if isinstance(inline, Container) else plain_text((inline,))


def say(role: str, run: Prose | None, setting: Setting, language: str) -> list[Json]:
    """Write a run as ninjs does headlines and descriptions, once or twice.

    Args:
        role: What the run is.
        run: The run; nothing gives nothing.
        setting: That of its article; notes stand where they are called.
        language: The tag of the object that the run belongs to. A run in another language is
            written as HTML too, which alone can say so, and so is one with marked words.
    """
    if run is None:
        return []
    said: list[Json] = [{"role": role, "contentType": PLAIN, "value": plain(run)}]
    same = setting.language_of(run) == language
    if not same or not all(isinstance(inline, Text) for inline in run.children):
        said.append({"role": role, "contentType": HTML, "value": _marked(run, setting, language)})
    return said


def _marked(run: Prose, setting: Setting, language: str) -> str:
    with setting.speaking(language):
        words = set_words(run, setting)
    own = setting.language_of(run)
    if own == language:
        return str(words)
    return str(Markup("<span{}>{}</span>").format(setting.in_language(own), words))


def known(**values: object) -> Json:
    """Make an object of what there is: nothing that is empty, and no empty list."""
    return {name: value for name, value in values.items() if value}
