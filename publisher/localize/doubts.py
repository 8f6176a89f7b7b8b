"""What an editor should look at in a run whose script was converted, as diagnostics."""

from publisher.diagnostics import Diagnostic, Level
from publisher.localize.cyrillic import Unsure
from publisher.localize.repairs import Repair


def wrong_alphabet(slip: Repair, where: str) -> Diagnostic:
    """Tell an editor of a slip of typing that a conversion carried on."""
    return Diagnostic(
        level=Level.WARNING,
        code="wrong-alphabet",
        message=f"{slip.found!r}: {slip.reason}",
        where=where,
        hint=f"retype it as {slip.wanted!r}" if slip.wanted else "retype it",
    )


def unsure_script(unsure: tuple[Unsure, ...], where: str) -> Diagnostic:
    """Tell an editor of the words of one run that may be wrong in Cyrillic."""
    words = "; ".join(
        f"{one.word} → {one.printed} ({one.reason})" if one.word else one.reason for one in unsure
    )
    return Diagnostic(
        level=Level.WARNING,
        code="unsure-script",
        message=f"to be looked at in Cyrillic: {words}",
        where=where,
        hint="what is to stay in Latin belongs in foreign-words of publication.toml, or in "
        "[…]{.notranslate}; any other word is put right in the Cyrillic catalog",
    )
