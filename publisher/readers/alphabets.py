"""The letters beside a to z that languages are written with: what tells a right decoding."""

from collections.abc import Mapping
from types import MappingProxyType

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџшčćđšž"
_NORDIC = "åäöæøé"

# By the recogniser's code. Where a language has two scripts both are here.
LETTERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        code: frozenset(letters)
        for code, letters in {
            "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
            "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
            "ca": "àçèéíïòóúü",
            "cs": "áčďéěíňóřšťúůýž",
            "da": _NORDIC,
            "de": "äöüß",
            "en": "éèêëïñöüçâôáíó",
            "es": "áéíñóúü",
            "et": "äõöüšž",
            "fi": "äåöšž",
            "fr": "àâæçéèêëîïôœùûüÿ",
            "ga": "áéíóú",
            "gl": "áéíñóúü",
            "hr": "čćđšž",
            "hu": "áéíóöőúüű",
            "is": "áðéíóúýþæö",
            "it": "àèéìíîòóù",
            "la": "æœ",
            "lb": "äéëöü",
            "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
            "nl": "áèéëíïóöúü",
            "no": _NORDIC + "òô",
            "nn": _NORDIC + "òô",
            "pl": "ąćęłńóśźż",
            "pt": "àáâãçéêíóôõúü",
            "ro": "ăâîșțşţ",
            "ru": _RUSSIAN,
            "sk": "áäčďéíĺľňóôŕšťúýž",
            "sl": "čšž",
            "sq": "çë",
            "sr": _SERBIAN,
            "sv": _NORDIC,
            "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        }.items()
    }
)

# What is printed in every language, beside ASCII.
MARKS = frozenset("\u00a0\u00ad„“”‚‘’«»‹›–—…•·©®™€£§°№")
