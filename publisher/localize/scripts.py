"""What a publication decides about Serbian in two scripts."""

from dataclasses import dataclass
from enum import Enum

CYRILLIC, LATIN = "sr-Cyrl", "sr-Latn"
OTHER = {CYRILLIC: LATIN, LATIN: CYRILLIC}


class OwnCredits(Enum):
    """What becomes of a credit line written in Serbian, in an edition in the other script."""

    AS_PRINTED = "as-printed"
    FOLLOW_SCRIPT = "follow-script"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scripts:
    """How a publication prints Serbian.

    Attributes:
        master: The script of the catalogs from which the other script's edition is derived.
        foreign: Words and names that stay in Latin in Cyrillic text.
        credits: Whether credit lines written in Serbian follow the edition's script.
    """

    master: str = CYRILLIC
    foreign: tuple[str, ...] = ()
    credits: OwnCredits = OwnCredits.AS_PRINTED

    def master_of(self, language: str, source: str = "") -> str | None:
        """Give the language that an edition is derived from; nothing where it is not derived.

        An article written in Serbian is itself the master of its edition in the other script.

        Args:
            language: BCP 47 tag of the edition.
            source: BCP 47 tag of the article.

        >>> Scripts().master_of("sr-Latn"), Scripts().master_of("sr-Cyrl")
        ('sr-Cyrl', None)
        >>> Scripts().master_of("sr-Cyrl", source="sr-Latn")
        'sr-Latn'
        """
        other = OTHER.get(language)
        return other if other is not None and other in {self.master, source} else None


HOUSE = Scripts()
