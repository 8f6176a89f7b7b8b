"""The world's own catalogs: whatever gettext allows comes out as it went in."""

import subprocess
from pathlib import Path
from shutil import which

import pytest
from translate.storage.pypo import pofile, pounit

from publisher.catalog.message import Catalog
from publisher.catalog.po import read_po, write_po
from publisher.errors import CatalogError

FILES = Path(__file__).parents[1] / "data" / "po"
LOCALES = Path(__file__).parents[2] / "locales"
LANGUAGES = {"latin-2": "sr-Latn", "cp1251": "sr-Cyrl", "sr_Cyrl": "sr-Cyrl"}
NAMES = sorted(path.stem for path in FILES.glob("*.po"))
AS_WRITTEN = (
    "canonical",
    "comments-only",
    "domains",
    "empty",
    "empty-header",
    "headless",
    "scattered",
    "sticky",
    "trailing",
    "twins",
)
# What gettext refuses: a byte order mark, letters without a header, a template's encoding, an
# obsolete entry that stands twice. Of several lines of flags it reads only the last.
NOT_FOR_GETTEXT = {"byte-order-mark", "flags", "headless", "template", "twins"}
FOR_GETTEXT = sorted(set(NAMES) - NOT_FOR_GETTEXT)
# What gettext leaves out of what it prints, or does not know yet.
OTHERWISE_PRINTED = {"comments-only", "late-header", "sticky", "trailing"}
SHIPPED = sorted(LOCALES.glob("*/LC_MESSAGES/*.po"))


def read(path: Path) -> Catalog:
    folder = path.parent.parent.name
    language = LANGUAGES.get(path.stem) or LANGUAGES.get(folder, folder)
    return read_po(path.read_bytes(), path.name, language if path in SHIPPED else _of(path))


def _of(path: Path) -> str:
    return LANGUAGES.get(path.stem, "sq")


def gettext(tool: str, *arguments: str | Path) -> bytes:
    program = which(tool)
    assert program
    done = subprocess.run([program, *arguments], capture_output=True, check=False)  # noqa: S603 -- gettext itself
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize("name", AS_WRITTEN)
def test_a_file_in_the_form_that_gettext_prints_keeps_every_byte(name: str) -> None:
    path = FILES / f"{name}.po"

    assert write_po(read(path)) == path.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_file_in_any_form_says_the_same_once_written(name: str) -> None:
    before = read(FILES / f"{name}.po")

    after = read_po(write_po(before), before.name, before.language)

    assert after == before
    assert after.head == before.head
    assert [m.references for m in after.messages] == [m.references for m in before.messages]


def test_entries_keep_the_order_of_the_file_obsolete_ones_too() -> None:
    messages = read(FILES / "scattered.po").messages

    assert [(message.source, message.obsolete) for message in messages] == [
        ("Gone first", True),
        ("b", False),
        ("Gone between", True),
        ("a", False),
        ("Gone last", True),
    ]


def test_an_empty_context_is_another_than_none() -> None:
    same = [m for m in read(FILES / "canonical.po").messages if m.source == "Same"]

    assert [message.context for message in same] == ["", None, "Same"]


def test_names_with_spaces_stay_whole() -> None:
    (message,) = read(FILES / "references.po").messages

    assert message.references == (
        "\u2068a file.md\u2069:3",
        "other.md:3",
        "\u2068second file.md\u2069",
        "third.md:4",
    )


def test_escapes_by_number_are_bytes_of_the_text() -> None:
    first, second = read(FILES / "escapes.po").messages

    assert first.source == "ë ë / A   \\303"
    assert first.translation == '\a\b\f\v\t\r"\\ \\n'
    assert second.source == "日本"


def test_flags_on_several_lines_and_new_flags_are_read() -> None:
    sticky = read(FILES / "sticky.po").messages[0]

    assert (sticky.flags, sticky.sticky_flags) == (("fuzzy",), ("c-format", "no-wrap"))
    assert read(FILES / "flags.po").messages[0].flags == ("fuzzy", "c-format")


@pytest.mark.parametrize(
    ("name", "words"),
    [("latin-2", "žurnalistički sažetak đak"), ("cp1251", "Његош је рекао")],
)
def test_another_encoding_becomes_utf8_and_the_header_says_so(name: str, words: str) -> None:
    catalog = read(FILES / f"{name}.po")

    written = write_po(catalog).decode("utf-8")

    assert catalog.messages[0].translation == words
    assert words in written
    assert "charset=UTF-8" in written


@pytest.mark.parametrize("charset", ["KLINGON", "utf-16", "rot13", "idna"])
def test_an_encoding_that_no_catalog_can_have_is_refused(charset: str) -> None:
    data = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n'.encode()

    with pytest.raises(CatalogError, match=f"charset={charset}"):
        read_po(data, "a.po", "sq")


def test_a_domain_of_its_own_is_kept_and_not_used() -> None:
    catalog = read(FILES / "domains.po")

    other, ours = catalog.messages
    assert (other.domain, ours.domain) == ("other", "messages")
    assert catalog.find(("", "a")) is ours


def entries(data: bytes) -> list[tuple[object, ...]]:
    units: list[pounit] = pofile.parsestring(data).units  # type: ignore[no-untyped-call]
    return [shown(unit) for unit in units]


def shown(unit: pounit) -> tuple[object, ...]:
    """Give all that another reader finds in an entry."""
    return (
        unit.isobsolete(),  # type: ignore[no-untyped-call]
        unit.getcontext(),  # type: ignore[no-untyped-call]
        str(unit.source),
        [str(text) for text in getattr(unit.target, "strings", [unit.target])],
        unit.isfuzzy(),  # type: ignore[no-untyped-call]
        str(unit.prev_source),
        unit.getnotes("translator"),
        unit.getnotes("developer"),
        unit.getlocations(),  # type: ignore[no-untyped-call]
    )


@pytest.mark.parametrize("name", ["canonical", "crlf", "scattered", "references", "sticky"])
def test_another_reader_finds_the_same_before_and_after(name: str) -> None:
    path = FILES / f"{name}.po"
    before = path.read_bytes().replace(b"\r\n", b"\n")

    assert entries(write_po(read(path))) == entries(before)


@pytest.mark.external
@pytest.mark.parametrize("name", FOR_GETTEXT)
def test_gettext_finds_the_same_before_and_after(name: str, tmp_path: Path) -> None:
    before, after = tmp_path / "before.po", tmp_path / "after.po"
    original = FILES / f"{name}.po"
    before.write_bytes(original.read_bytes().replace(b"\r\n", b"\n"))
    after.write_bytes(write_po(read(original)))

    as_utf8 = ("--to-code=UTF-8", "--no-location", "--sort-output")
    if name not in OTHERWISE_PRINTED:
        assert gettext("msgcat", *as_utf8, after) == gettext("msgcat", *as_utf8, before)
    gettext("msgcmp", "--use-fuzzy", "--use-untranslated", before, after)
    gettext("msgcmp", "--use-fuzzy", "--use-untranslated", after, before)


@pytest.mark.external
@pytest.mark.parametrize("name", ["canonical", "scattered", "crlf", "latin-2", "spelling"])
def test_gettext_compiles_what_is_written(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(write_po(read(FILES / f"{name}.po")))

    gettext("msgfmt", "-c", "-o", "/dev/null", path)


@pytest.mark.external
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_shipped_catalogs_are_the_same_to_gettext_whoever_wrapped_them(
    path: Path, tmp_path: Path
) -> None:
    canonical = gettext("msgcat", path)
    written = tmp_path / "a.po"

    written.write_bytes(write_po(read_po(canonical, path.name, read(path).language)))

    assert write_po(read(path)) == path.read_bytes()
    assert gettext("msgcat", written) == canonical
