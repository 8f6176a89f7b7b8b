"""Photographs whose words ExifTool wrote, read as ExifTool reads them."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from publisher.readers.photos import Photo, read_photo
from tests.contract.reading import program
from tests.readers.photos.photographs import plain

pytestmark = pytest.mark.external

OLD = {
    "IPTC:Caption-Abstract": "Стари опис из Зубиног Потока",
    "IPTC:By-line": "Ђорђе Радовић",
    "IPTC:Headline": "Protestë në Zveçan",
    "IPTC:Credit": "Tanjug",
    "IPTC:Source": "Tanjug",
    "IPTC:CopyrightNotice": "© 2023 Tanjug",
    "IPTC:DateCreated": "2023:05:29",
    "IPTC:Sub-location": "Town hall",
    "IPTC:City": "Zveçan",
    "IPTC:Province-State": "Mitrovica",
    "IPTC:Country-PrimaryLocationName": "Kosovo",
}
NEW = {
    "XMP-dc:Description": "A new caption, “quoted”",
    "XMP-dc:Creator": "Ardita Gjoka",
    "XMP-photoshop:Headline": "Çmimi",
    "XMP-photoshop:Credit": "ATA",
    "XMP-photoshop:Source": "ATA",
    "XMP-dc:Rights": "© 2024 ATA",
    "XMP-photoshop:DateCreated": "2024:01:02",
    "XMP-iptcCore:Location": "Skanderbeg Square",
    "XMP-photoshop:City": "Tirana",
    "XMP-photoshop:State": "Tirana County",
    "XMP-photoshop:Country": "Albania",
    "XMP-xmpRights:UsageTerms": "CC BY 4.0",
    "XMP-xmpRights:WebStatement": "https://example.org/licence",
    "XMP-iptcCore:AltTextAccessibility": "Njerëz në shesh",
    "XMP-iptcCore:ExtDescrAccessibility": "Shumë njerëz",
}
SAME = {**NEW, **dict(zip(NEW, OLD.values(), strict=False))}
STALE = {"IPTCDigest": "0" * 32}
CURRENT = {"IPTCDigest": "new"}
KINDS = ("JPEG", "TIFF", "PNG", "WEBP", "GIF")


def write(folder: Path, words: Mapping[str, str], *, kind: str, charset: str) -> Path:
    path = folder / f"a.{kind.lower()}"
    path.write_bytes(plain(kind))
    asked = [f"-{name}={text}" for name, text in words.items()]
    encoded = ["-IPTC:CodedCharacterSet=UTF8"] if charset == "UTF8" else []
    options = ["-q", "-m", "-overwrite_original", "-charset", f"iptc={charset}", *encoded]
    command = [program("exiftool"), *options, *asked, str(path)]
    subprocess.run(command, check=True)  # noqa: S603 -- ExifTool
    return path


def judged(path: Path, *groups: str) -> Mapping[str, str]:
    """The words as ExifTool reads them."""
    command = [program("exiftool"), "-json", *groups, str(path)]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 -- ExifTool
    found = json.loads(done.stdout)[0]
    assert isinstance(found, dict)
    return found


def by_working_group(photo: Photo) -> Mapping[str, str]:
    """A photograph as ExifTool prints what it derives by the Metadata Working Group's rules."""
    return {
        "Description": photo.caption,
        "Creator": ", ".join(photo.creators),
        "Copyright": photo.copyright,
        "DateTimeOriginal": photo.taken.strftime("%Y:%m:%d") if photo.taken else "",
        "City": photo.place.city,
        "State": photo.place.state,
        "Country": photo.place.country,
        "Location": photo.place.sublocation,
    }


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
@pytest.mark.parametrize(
    "words",
    [OLD, NEW, {**OLD, **SAME}, {**OLD, **NEW}, {**OLD, **NEW, **CURRENT}, {**OLD, **NEW, **STALE}],
    ids=["iptc", "xmp", "agreeing", "no digest", "current digest", "stale digest"],
)
def test_of_iptc_data_and_xmp_that_counts_which_the_working_group_says(
    words: Mapping[str, str], kind: str, tmp_path: Path
) -> None:
    path = write(tmp_path, words, kind=kind, charset="UTF8")

    expected = judged(path, "-use", "MWG", "-MWG:all")
    read = by_working_group(read_photo(path.read_bytes(), "a"))

    assert read == {name: expected[name] for name in read}


@pytest.mark.parametrize("kind", KINDS)
def test_xmp_is_found_in_every_kind_of_file(kind: str, tmp_path: Path) -> None:
    path = write(tmp_path, NEW, kind=kind, charset="UTF8")

    photo = read_photo(path.read_bytes(), "a")

    assert photo.diagnostics == ()
    assert photo.caption == NEW["XMP-dc:Description"]
    assert photo.headline == NEW["XMP-photoshop:Headline"]
    assert photo.credit == photo.source == "ATA"
    assert photo.usage == NEW["XMP-xmpRights:UsageTerms"]
    assert photo.licence_url == NEW["XMP-xmpRights:WebStatement"]
    assert photo.alt == NEW["XMP-iptcCore:AltTextAccessibility"]
    assert photo.description == NEW["XMP-iptcCore:ExtDescrAccessibility"]
    assert photo.place.line == "Skanderbeg Square, Tirana, Tirana County, Albania"


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "PNG"])
def test_iptc_data_is_found_in_every_kind_of_file_that_has_it(kind: str, tmp_path: Path) -> None:
    path = write(tmp_path, OLD, kind=kind, charset="UTF8")

    photo = read_photo(path.read_bytes(), "a")

    assert photo.diagnostics == ()
    assert photo.caption == OLD["IPTC:Caption-Abstract"]
    assert photo.headline == OLD["IPTC:Headline"]


@pytest.mark.parametrize(
    ("charset", "name"),
    [("UTF8", "Ђорђе Ћосић"), ("UTF8", "Çlirim Hoxhë"), ("Latin", "Çlirim Hoxhë")],
)
def test_names_are_read_in_the_alphabet_they_were_written_in(
    charset: str, name: str, tmp_path: Path
) -> None:
    path = write(tmp_path, {"IPTC:By-line": name}, kind="JPEG", charset=charset)

    assert read_photo(path.read_bytes(), "a").creators == (name,)


def test_a_caption_longer_than_iptc_data_allows_is_whole(tmp_path: Path) -> None:
    caption = "Word and word. " * 200
    words = {"IPTC:Caption-Abstract": caption, "XMP-dc:Description": caption, **STALE}
    path = write(tmp_path, words, kind="JPEG", charset="UTF8")

    assert read_photo(path.read_bytes(), "a").caption == caption.strip()
