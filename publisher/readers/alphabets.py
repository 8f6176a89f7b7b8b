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
            "ar": "".join(map(chr, range(0x621, 0x653))) + "،؟؛",
            "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
            "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
            "ca": "àçèéíïòóúü",
            "cs": "áčďéěíňóřšťúůýž",
            "da": _NORDIC,
            "de": "äöüß",
            "el": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
            "en": "éèêëïñöüçâôáíó",
            "es": "áéíñóúü",
            "et": "äõöüšž",
            "fi": "äåöšž",
            "fr": "àâæçéèêëîïôœùûüÿ",
            "ga": "áéíóú",
            "fa": "".join(map(chr, range(0x621, 0x653))) + "،؟؛پچژگکی",
            "gl": "áéíñóúü",
            "he": "".join(map(chr, range(0x5D0, 0x5EB))),
            "hr": "čćđšž",
            "hu": "áéíóöőúüű",
            "is": "áðéíóúýþæö",
            "it": "àèéìíîòóù",
            "la": "æœ",
            "lb": "äéëöü",
            "lt": "ąčęėįšųūž",
            "lv": "āčēģīķļņšūž",
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
            "tr": "çğıöşüâîû",
            "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        }.items()
    }
)

# What is printed in every language, beside ASCII.
MARKS = frozenset("\u00a0\u00ad„“”‚‘’«»‹›–—…•·©®™€£§°№")
