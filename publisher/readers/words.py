"""The few words that an import writes into an article, in the article's own language."""

from collections.abc import Mapping
from types import MappingProxyType

from publisher.model.language import lookup_tags

NO_PICTURE: Mapping[str, str] = MappingProxyType(
    {
        "en": "The picture is not available.",
        "sr-Cyrl": "Слика није доступна.",
        "sr-Latn": "Slika nije dostupna.",
        "sq": "Fotografia nuk është e disponueshme.",
    }
)


def word(words: Mapping[str, str], language: str) -> str:
    """Choose the words in a language, or the English ones.

    >>> word(NO_PICTURE, "sr-Latn")
    'Slika nije dostupna.'
    >>> word(NO_PICTURE, "fr")
    'The picture is not available.'
    """
    return next((words[tag] for tag in lookup_tags(language) if tag in words), words["en"])
