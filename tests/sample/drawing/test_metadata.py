"""What a photograph says of itself, read back from its bytes."""

import json
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image, IptcImagePlugin

from publisher.errors import ArticleError
from publisher.sample import draw
from publisher.sample.drawing import labels, metadata

WORDS = labels.read_labels()
PHOTOGRAPHS = {
    language: draw.draw_strength(WORDS, language, draw.shipped_fonts()).data
    for language in labels.LANGUAGES
}
PLAIN = metadata.Description(
    language="en", headline="Headline", caption="Caption", rights=labels.rights(WORDS)
)


def iptc(photograph: bytes) -> dict[tuple[int, int], bytes]:
    with Image.open(BytesIO(photograph)) as picture:
        found = IptcImagePlugin.getiptcinfo(picture)
    assert found is not None
    return {key: value for key, value in found.items() if isinstance(value, bytes)}


@pytest.mark.parametrize("language", PHOTOGRAPHS)
def test_a_photograph_carries_its_rights_in_iptc_and_xmp_and_no_exif(language: str) -> None:
    fields = iptc(PHOTOGRAPHS[language])
    with Image.open(BytesIO(PHOTOGRAPHS[language])) as picture:
        packet = etree.fromstring(picture.info["xmp"])
        assert "exif" not in picture.info

    assert fields[2, 80] == fields[2, 110] == b"Publisher"
    assert fields[2, 116].decode() == "© 2023 Publisher"
    said = [text.strip() for text in packet.itertext() if text.strip()]
    assert said.count("Publisher") == 2
    for value in (
        *("© 2023 Publisher", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        *(fields[2, 105].decode(), fields[2, 120].decode()),
    ):
        assert value in said


@pytest.mark.external
@pytest.mark.parametrize("language", PHOTOGRAPHS)
def test_exiftool_reads_iptc_and_xmp_back_equal(language: str, tmp_path: Path) -> None:
    path = tmp_path / "strength.jpg"
    path.write_bytes(PHOTOGRAPHS[language])
    command = ["exiftool", "-json", "-G1", str(path)]
    printed = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 -- ours
    read = json.loads(printed.stdout)[0]
    chart = labels.strength(WORDS, language)

    assert read["IPTC:By-line"] == read["XMP-dc:Creator"] == "Publisher"
    assert read["IPTC:Credit"] == read["XMP-photoshop:Credit"] == "Publisher"
    assert read["IPTC:CopyrightNotice"] == read["XMP-dc:Rights"] == "© 2023 Publisher"
    assert read["IPTC:Caption-Abstract"] == read["XMP-dc:Description"] == chart.caption
    assert read["IPTC:Headline"] == read["XMP-photoshop:Headline"] == chart.title
    assert read["XMP-xmpRights:UsageTerms"] == "CC BY 4.0"
    assert read["XMP-xmpRights:WebStatement"].startswith("https://creativecommons.org/")
    assert "IFD0" not in printed.stdout.decode()
    assert "ExifTool:Warning" not in read


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_an_iptc_field_is_read_back_or_refused(caption: str) -> None:
    segment = metadata.app13(replace(PLAIN, caption=caption))

    assert segment.endswith((caption.encode(), caption.encode() + b"\x00"))
    assert int.from_bytes(segment[2:4], "big") == len(segment) - 2
    assert len(segment) % 2 == 0


def test_a_value_longer_than_iptc_allows_is_refused() -> None:
    with pytest.raises(ArticleError, match="2:105"):
        metadata.app13(replace(PLAIN, headline="ш" * 129))


def test_markup_in_a_caption_stays_text() -> None:
    packet = etree.fromstring(metadata.xmp(replace(PLAIN, caption="<b>&amp;")))

    assert "<b>&amp;" in list(packet.itertext())
