"""Pango, the one library that PyPI does not have, and the part of HarfBuzz that cuts fonts."""

from publisher.errors import SystemComponentError

INSTALL = (
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    " · dnf install pango · brew install pango"
)


def require_pango() -> str:
    """Give Pango's version.

    Raises:
        SystemComponentError: Pango is missing, or HarfBuzz's subsetter: without it fonts would be
            cut by another program, and the same article would give other bytes here.
    """
    try:
        from weasyprint.text import ffi  # noqa: PLC0415 -- slow, and needs Pango
    except OSError as error:
        raise SystemComponentError(
            "PDF files are set with Pango, which was not found", hint=f"install it: {INSTALL}"
        ) from error
    if ffi.harfbuzz_subset is None:
        raise SystemComponentError(
            "fonts are cut with HarfBuzz-Subset, which was not found", hint=f"install it: {INSTALL}"
        )
    number: int = ffi.pango.pango_version()  # 15012 is 1.50.12
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
