"""Pictures of every usual kind, made here, loaded, and read back with other tools."""

import json
import random
import struct
import subprocess
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms, ImageFile, ImageStat
from PIL.PngImagePlugin import PngImageFile, PngInfo

from publisher.errors import ArticleError
from publisher.render.edition import Picture
from publisher.render.images import fit, load_picture, pixels, rasterise
from tests.contract.reading import program
from tests.export.editions import ROOT, chart, photograph

RED, BLUE = (200, 30, 30), (20, 40, 200)
CREATOR, NOTICE = "Агенција Ибар", "© 2023 Ibar/AFP"
GPS_TAG, ORIENTATION_TAG, SERIAL_TAG = 0x8825, 0x0112, 0xA431


def dataset(number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, 2, number, len(value)) + value


def resource(kind: int, data: bytes) -> bytes:
    return struct.pack(">4sHHI", b"8BIM", kind, 0, len(data)) + data + b"\0" * (len(data) % 2)


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


IPTC = (
    struct.pack(">BBBH", 0x1C, 1, 90, 3)
    + b"\x1b%G"
    + dataset(80, CREATOR.encode())
    + dataset(116, NOTICE.encode())
)
APP13 = segment(0xED, b"Photoshop 3.0\0" + resource(0x0404, IPTC))
XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
    ' xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"{attributes}>'
    f"<dc:creator><rdf:Seq><rdf:li>{CREATOR}</rdf:li></rdf:Seq></dc:creator>"
    '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">'
    f"{NOTICE}</rdf:li></rdf:Alt></dc:rights>{{elements}}"
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
PLAIN_XMP = XMP.format(attributes="", elements="").encode()
CAMERA_XMP = XMP.format(
    attributes=' exif:GPSLatitude="42,53.4N" aux:SerialNumber="0042-SECRET"',
    elements="<exif:GPSLongitude>20,52.1E</exif:GPSLongitude>",
).encode()


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def exif(orientation: int = 1) -> bytes:
    found = Image.Exif()
    found[ORIENTATION_TAG] = orientation
    found[SERIAL_TAG] = "0042-SECRET"
    found.get_ifd(GPS_TAG).update({1: "N", 2: (42.0, 53.0, 24.0), 3: "E", 4: (20.0, 52.0, 6.0)})
    return found.tobytes()


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def halves(width: int = 64, height: int = 32) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def noise(width: int = 48, height: int = 32) -> Image.Image:
    """More colours than a drawing has."""
    data = random.Random(1).randbytes(width * height * 3)  # noqa: S311 -- a picture
    return Image.frombytes("RGB", (width, height), data)


def camera_jpeg(orientation: int = 1, **options: object) -> bytes:
    made = encoded(halves(), "JPEG", exif=exif(orientation), quality=95, subsampling=0, **options)
    return with_segments(made, APP13, segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + CAMERA_XMP))


def opened(picture: Picture) -> Image.Image:
    image = Image.open(BytesIO(picture.data))
    assert Image.MIME[image.format or ""] == picture.media_type
    assert image.size == (picture.width, picture.height)
    return image


def close(a: Image.Image, b: Image.Image, tolerance: float = 6) -> bool:
    difference = ImageChops.difference(a.convert("RGB"), b.convert("RGB"))
    return max(ImageStat.Stat(difference).mean) < tolerance


def exiftool(data: bytes, suffix: str, folder: Path) -> Mapping[str, object]:
    path = folder / f"read{suffix}"
    path.write_bytes(data)
    done = subprocess.run(  # noqa: S603 -- ExifTool
        [program("exiftool"), "-json", "-G1", "-a", path], capture_output=True, check=True
    )
    found = json.loads(done.stdout)[0]
    assert isinstance(found, dict)
    return found


# What passes, and what is converted


@pytest.mark.parametrize(
    "data",
    [
        photograph(300, 200, RED),
        with_segments(photograph(300, 200, RED), APP13, segment(0xFE, b"a comment")),
        encoded(halves(), "JPEG", progressive=True, xmp=PLAIN_XMP),
        encoded(halves(), "JPEG", icc_profile=pixels.SRGB.tobytes()),
        encoded(halves().convert("L"), "JPEG"),
        encoded(halves(), "PNG"),
        encoded(halves().convert("P"), "PNG"),
        encoded(halves().convert("RGBA"), "PNG", dpi=(300, 300)),
        chart((1, 2)),
    ],
)
def test_an_upright_picture_without_camera_data_passes_byte_for_byte(data: bytes) -> None:
    assert load_picture(data, "a.bin").data == data


def test_the_kind_is_told_by_the_content_and_not_by_the_suffix() -> None:
    assert load_picture(encoded(halves(), "PNG"), "a.jpg").media_type == "image/png"
    assert load_picture(chart((1,)), "a.png").media_type == "image/svg+xml"
    assert load_picture(b"\xef\xbb\xbf\n" + chart((1,)), "a").media_type == "image/svg+xml"


@pytest.mark.parametrize("kind", ["WEBP", "TIFF", "BMP"])
def test_photographs_of_other_kinds_become_jpeg(kind: str) -> None:
    options = {"lossless": True} if kind == "WEBP" else {}

    picture = load_picture(encoded(noise(), kind, **options), f"a.{kind}")

    assert picture.media_type == "image/jpeg"
    assert close(opened(picture), noise())


@pytest.mark.parametrize("kind", ["WEBP", "TIFF", "BMP", "GIF"])
def test_drawings_of_other_kinds_become_png(kind: str) -> None:
    options = {"lossless": True} if kind == "WEBP" else {}

    picture = load_picture(encoded(halves(), kind, **options), f"a.{kind}")

    assert picture.media_type == "image/png"
    assert close(opened(picture), halves(), tolerance=1)


@pytest.mark.parametrize("kind", ["WEBP", "TIFF", "GIF"])
def test_what_is_transparent_stays_so(kind: str) -> None:
    image = noise().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size).point(lambda v: 255 * (v > 99)))

    picture = load_picture(encoded(image, kind), "a")

    assert picture.media_type == "image/png"
    assert opened(picture).convert("RGBA").getchannel("A").getextrema() == (0, 255)


def test_of_an_animation_the_first_picture_is_shown() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in (RED, BLUE)]
    for kind in ("GIF", "WEBP", "PNG"):
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=50)
        image = opened(load_picture(data, "a"))
        assert getattr(image, "n_frames", 1) == 1
        assert close(image, frames[0])


# Upright


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_stands_upright(kind: str, orientation: int) -> None:
    undo = {**pixels.TURNS, 6: pixels.TURNS[8], 8: pixels.TURNS[6]}
    lying = halves().transpose(undo[orientation]) if orientation > 1 else halves()

    data = encoded(lying, kind, exif=exif(orientation))
    picture = load_picture(data, "a")

    assert (picture.width, picture.height) == (64, 32)
    assert close(opened(picture), halves())
    assert not opened(picture).getexif().get(ORIENTATION_TAG)


# What a camera left


@pytest.mark.parametrize("orientation", [1, 6])
def test_no_camera_data_is_left_and_rights_are(orientation: int) -> None:
    picture = load_picture(camera_jpeg(orientation), "a.jpg")

    assert not dict(opened(picture).getexif())
    assert b"SECRET" not in picture.data
    assert b"GPS" not in picture.data
    assert IPTC in picture.data
    assert CREATOR.encode() in opened(picture).info["xmp"]


def test_an_upright_jpeg_loses_its_exif_and_not_one_pixel() -> None:
    with Image.open(BytesIO(camera_jpeg())) as before:
        assert opened(load_picture(camera_jpeg(), "a.jpg")).tobytes() == before.tobytes()


@pytest.mark.parametrize(
    "extra",
    [
        segment(0xE0, b"JFXX\0\x10 SECRET"),
        segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0 SECRET"),
        segment(0xE2, b"MPF\0 SECRET"),
        segment(0xE5, b"maker SECRET"),
        segment(0xEC, b"[picture info] SECRET"),
        segment(0xED, b"Photoshop 3.0\0" + resource(0x040C, b"thumbnail SECRET")),
        segment(0xED, b"Photoshop 3.0\0" + resource(0x0422, b"exif SECRET")),
        segment(0xEF, b"SECRET"),
    ],
)
def test_every_hiding_place_of_camera_data_is_cleared(extra: bytes) -> None:
    plain = with_segments(encoded(halves(), "JPEG"), APP13)

    loaded = load_picture(with_segments(plain, extra), "a.jpg").data

    assert loaded == plain


def test_what_hangs_on_the_end_of_a_photograph_is_dropped() -> None:
    plain = encoded(halves(), "JPEG")

    assert load_picture(plain + camera_jpeg(), "a.jpg").data == plain


def test_a_statement_of_provenance_stays_unless_it_would_call_the_picture_forged() -> None:
    stated = with_segments(encoded(halves(), "JPEG"), segment(0xEB, b"JP statement"))
    private = with_segments(stated, segment(0xE1, b"Exif\0\0MM"))

    assert load_picture(stated, "a.jpg").data == stated
    assert b"statement" not in load_picture(private, "a.jpg").data


def test_png_text_about_the_camera_goes_and_other_text_stays() -> None:
    info = PngInfo()
    info.add_text("Copyright", NOTICE)
    info.add_text("Raw profile type exif", "SECRET")
    info.add_itxt("XML:com.adobe.xmp", CAMERA_XMP.decode(), zip=True)
    data = encoded(halves(2000, 1000), "PNG", pnginfo=info, exif=exif())

    for picture in (load_picture(data, "a.png"), fit(load_picture(data, "a.png"), 500)):
        image = opened(picture)
        assert isinstance(image, PngImageFile)
        text = image.text
        assert text["Copyright"] == NOTICE
        assert CREATOR in text["XML:com.adobe.xmp"]
        assert "SECRET" not in str(text)
        assert "GPS" not in str(text)
        assert not dict(opened(picture).getexif())


@pytest.mark.external
@pytest.mark.parametrize("orientation", [1, 3])
@pytest.mark.parametrize("longest", [64, 40])
def test_exiftool_reads_the_rights_back_and_nothing_of_the_camera(
    orientation: int, longest: int, tmp_path: Path
) -> None:
    picture = fit(load_picture(camera_jpeg(orientation), "a.jpg"), longest)

    found = exiftool(picture.data, ".jpg", tmp_path)

    assert max(picture.width, picture.height) == longest
    assert found["IPTC:By-line"] == found["XMP-dc:Creator"] == CREATOR
    assert found["IPTC:CopyrightNotice"] == found["XMP-dc:Rights"] == NOTICE
    assert not [name for name in found if "GPS" in name or "Serial" in name or "IFD0" in name]
    assert "ExifTool:Warning" not in found


@pytest.mark.external
@pytest.mark.parametrize("made", [halves, noise])
def test_a_tiff_keeps_its_rights_in_whatever_it_becomes(
    made: Callable[[], Image.Image], tmp_path: Path
) -> None:
    tags = {33723: IPTC, 700: CAMERA_XMP}
    picture = load_picture(encoded(made(), "TIFF", tiffinfo=tags), "a.tif")

    found = exiftool(picture.data, Path(picture.name).suffix, tmp_path)

    assert found["IPTC:By-line"] == found["XMP-dc:Creator"] == CREATOR
    assert not [name for name in found if "GPS" in name or "Serial" in name]


def test_a_tiff_keeps_iptc_data_that_is_declared_as_numbers() -> None:
    padded = IPTC + b"\0" * (-len(IPTC) % 4)
    as_bytes = struct.pack("<HHI", 33723, 7, len(padded))
    as_numbers = struct.pack("<HHI", 33723, 4, len(padded) // 4)
    data = encoded(noise(), "TIFF", tiffinfo={33723: padded})
    assert as_bytes in data

    picture = load_picture(data.replace(as_bytes, as_numbers), "a.tif")

    assert IPTC in picture.data


def test_a_gif_keeps_its_xmp_in_what_it_becomes() -> None:
    made = encoded(halves(), "GIF")
    trailer = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    packet = b"\x21\xff\x0bXMP DataXMP" + PLAIN_XMP + trailer

    picture = load_picture(made[:-1] + packet + made[-1:], "a.gif")

    assert CREATOR.encode() in picture.data


def test_a_colour_profile_for_other_pixels_is_left_aside() -> None:
    data = encoded(noise().convert("CMYK"), "TIFF", icc_profile=pixels.SRGB.tobytes())

    assert close(opened(load_picture(data, "a.tif")), noise().convert("CMYK"), tolerance=12)


def test_xmp_that_cannot_be_read_is_kept_unless_it_tells_of_a_camera() -> None:
    unread = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x " + NOTICE.encode())
    camera = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x GPSLatitude")
    plain = encoded(halves(), "JPEG")

    assert load_picture(with_segments(plain, unread), "a").data == with_segments(plain, unread)
    assert load_picture(with_segments(plain, camera), "a").data == plain


def test_rights_that_are_too_long_for_a_jpeg_are_refused_rather_than_lost() -> None:
    data = encoded(noise(), "TIFF", tiffinfo={700: PLAIN_XMP + b" " * 70_000})

    with pytest.raises(ArticleError, match="longer than a JPEG can hold"):
        load_picture(data, "a.tif")


def test_image_resources_may_be_cut_anywhere() -> None:
    long = resource(0x0404, IPTC + dataset(120, b"a" * 32_000) * 3) + resource(0x040C, b"SECRET")
    parts = [segment(0xED, b"Photoshop 3.0\0" + p) for p in (long[:60_000], long[60_000:])]

    data = load_picture(with_segments(encoded(halves(), "JPEG"), *parts), "a.jpg").data

    assert b"SECRET" not in data
    assert data.count(b"Photoshop 3.0") == 2


# Colours


def test_cmyk_becomes_srgb() -> None:
    picture = load_picture(encoded(halves().convert("CMYK"), "JPEG", quality=95), "a.jpg")

    assert opened(picture).mode == "RGB"
    assert close(opened(picture), halves(), tolerance=12)


def red_and_green_exchanged() -> bytes:
    """Make a colour profile, from that of sRGB, whose first colour is green and second red."""
    profile = bytearray(pixels.SRGB.tobytes().replace("sRGB".encode("utf-16-be"), b"\0t\0e\0s\0t"))
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_colours_of_another_profile_are_brought_to_srgb(kind: str, mode: str) -> None:
    red, green, blue = halves().split()
    exchanged = Image.merge("RGB", (green, red, blue)).convert("RGB" if kind == "JPEG" else mode)

    data = encoded(exchanged, kind, icc_profile=red_and_green_exchanged())
    image = opened(load_picture(data, "a"))

    assert "icc_profile" not in image.info
    assert close(image, halves())


def test_lab_becomes_srgb() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    image = ImageCms.profileToProfile(halves(), pixels.SRGB, lab, outputMode="LAB")
    assert image is not None
    data = encoded(image, "TIFF", icc_profile=lab.tobytes())

    assert close(opened(load_picture(data, "a.tif")), halves(), tolerance=8)


def test_a_broken_colour_profile_changes_nothing() -> None:
    data = encoded(halves(), "JPEG", icc_profile=b"broken")

    assert load_picture(data, "a.jpg").data == data


def test_sixteen_bits_become_eight() -> None:
    grey = Image.new("I;16", (3, 1))
    for x, value in enumerate((65535, 32768, 255)):
        grey.putpixel((x, 0), value)

    picture = load_picture(encoded(grey, "PNG"), "a.png")

    assert opened(picture).mode == "L"
    assert opened(picture).tobytes() == bytes((255, 128, 0))
    assert opened(load_picture(png_of(16, b"\0" + b"\xff\x00" * 3), "a.png")).mode == "RGB"
    assert load_picture(png_of(16, b"\0" + b"\xff\x00" * 3), "a").data[24] == 8


def png_of(depth: int, row: bytes, size: tuple[int, int] = (1, 1)) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", *size, depth, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(row)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


# What is refused


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"hello", "known kind"),
        (b"%PDF-1.7", "known kind"),
        (camera_jpeg()[:-300], "cannot be read"),
        (camera_jpeg()[:40], "cannot be read"),
        (encoded(noise(), "PNG")[:-200], "cannot be read"),
        (encoded(noise(), "WEBP")[:-200], "cannot be read"),
        (encoded(noise(), "TIFF")[:-200], "cannot be read"),
        (encoded(Image.new("F", (4, 4)), "TIFF"), "beyond 16 bits"),
        (png_of(8, b"", (30_000, 10_000)), "more than 200 million pixels"),
        (png_of(8, b"", (60_000, 60_000)), "more than 200 million pixels"),
        (encoded(noise(), "PNG").replace(b"IDAT", b"IDAX", 1), "cannot be read"),
    ],
)
def test_what_is_no_usable_picture_is_refused_with_place_and_advice(
    data: bytes, message: str
) -> None:
    with pytest.raises(ArticleError, match=message) as caught:
        load_picture(data, "images/a.jpg", where="articles/story/images/a.jpg")

    assert caught.value.where == "articles/story/images/a.jpg"
    assert caught.value.hint


def test_a_picture_of_a_hundred_megapixels_is_not_too_large() -> None:
    data = encoded(Image.new("1", (12_000, 9_000)), "PNG")

    assert load_picture(data, "a.png").width == 12_000


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(
        [camera_jpeg(), *(encoded(noise(9, 9), k) for k in ("PNG", "GIF", "TIFF", "WEBP", "BMP"))]
    ),
    st.data(),
)
def test_damaged_files_are_read_or_refused_and_nothing_else(
    data: bytes, draw: st.DataObject
) -> None:
    broken = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 6))):
        broken[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    cut = bytes(broken[: draw.draw(st.integers(1, len(data)))])

    for damaged in (bytes(broken), cut):
        try:
            picture = load_picture(damaged, "a")
        except ArticleError:
            continue
        assert opened(picture).size
        assert fit(picture, 5).width <= 5


# SVG

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{}>\n{}</svg>'
SIZED = ' viewBox="0 0 60 40"'


def svg(content: str = "", attributes: str = SIZED) -> bytes:
    return SVG.format(attributes, content).encode()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        (' viewBox="0 0 60 40"', (60, 40)),
        (' viewBox="-5,-5,60,40" width="100%"', (60, 40)),
        (' viewBox="0 0 60 40" width="30"', (30, 20)),
        (' viewBox="0 0 60 40" height="1in"', (144, 96)),
        (' width="20mm" height="1cm"', (76, 38)),
        (' width="72pt" height="6pc"', (96, 96)),
        (' width=".4px" height="1e2"', (1, 100)),
    ],
)
def test_the_size_of_an_svg_is_read_from_what_it_says(
    attributes: str, size: tuple[int, int]
) -> None:
    picture = load_picture(svg(attributes=attributes), "a.svg")

    assert (picture.width, picture.height) == size


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        ' width="100%" height="100%"',
        ' viewBox="0 0 0 0"',
        ' viewBox="x"',
        ' viewBox="0 0 9 9e9"',
    ],
)
def test_an_svg_without_a_usable_size_is_refused(attributes: str) -> None:
    with pytest.raises(ArticleError, match="no usable size"):
        load_picture(svg(attributes=attributes), "a.svg")


@pytest.mark.parametrize(
    ("content", "offence"),
    [
        ("<script>alert(1)</script>", "a script"),
        ('<x:script xmlns:x="urn:x"/>', "a script"),
        ('<rect onclick="alert(1)"/>', "event handler onclick"),
        ('<rect ONLOAD="alert(1)"/>', "event handler ONLOAD"),
        ("<foreignObject/>", "foreignObject"),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml"/>', "HTML element <iframe>"),
        ('<image href="https://example.org/a.png"/>', "reference to"),
        ('<image xlink:href="file:///etc/passwd"/>', "reference to"),
        ('<image href=" //example.org/a.png"/>', "reference to"),
        ('<image href="data:image/svg+xml,&lt;svg/&gt;"/>', "reference to"),
        ('<a href="javascript:alert(1)"/>', "reference to"),
        ('<use href="other.svg#a"/>', "reference to"),
        ('<g xml:base="https://example.org/"/>', "reference to"),
        ('<rect fill="url(https://example.org/#a)"/>', "reference to"),
        ("<rect style=\"fill: URL( 'https://example.org/#a' )\"/>", "reference to"),
        ('<rect fill="u\\72l(https://example.org/)"/>', "in a style"),
        ("<style>@import 'https://example.org/a.css';</style>", "@import"),
        ("<style>a{b:image-set('https://example.org/' 1x)}</style>", "image-set"),
        ("<style>@font-face{src:url(https://example.org/a.ttf)}</style>", "reference to"),
        ('<animate attributeName="href" to="https://example.org/"/>', "an animation"),
        ('<set attributeName="x" to="1"/>', "an animation"),
    ],
)
def test_an_svg_that_runs_moves_or_reaches_out_is_refused_by_name_and_line(
    content: str, offence: str
) -> None:
    with pytest.raises(ArticleError, match=offence) as caught:
        load_picture(svg(f"<g/>\n{content}"), "a.svg", where="articles/s/a.svg")

    assert caught.value.where == "articles/s/a.svg:3"


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>"),
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<text>&a;</text>"),
        b'<?xml-stylesheet href="https://example.org/a.css"?>' + svg(),
        svg() + b'<?xml-stylesheet href="https://example.org/a.css"?>',
        svg("<g>"),
        svg("&nbsp;"),
        b"<html/>",
        b"<svg/>",
        svg("<g>" * 300 + "</g>" * 300),
    ],
)
def test_an_svg_that_needs_more_than_itself_or_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleError):
        load_picture(data, "a.svg")


def test_a_document_type_is_dropped_and_safe_references_stay() -> None:
    held = (
        '<defs><linearGradient id="a"/></defs><use href="#a"/><rect fill="url(#a)"/>'
        '<image xlink:href="data:image/png;base64,AAAA"/><!-- a comment -->'
        '<style>rect{fill:url("#a")}</style><metadata><x:y xmlns:x="urn:x" x:onto="z"/></metadata>'
    )
    public = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd">'
    defaults = b'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>'

    assert load_picture(svg(held), "a.svg").data == svg(held)
    for kind in (public, defaults):
        data = load_picture(kind + svg(held), "a.svg").data
        assert b"DOCTYPE" not in data
        assert b"alert" not in data


# Fitting and drawing


@given(width=st.integers(1, 400), height=st.integers(1, 400), longest=st.integers(1, 500))
@settings(max_examples=40, deadline=None)
def test_fitting_never_enlarges_and_keeps_the_shape(width: int, height: int, longest: int) -> None:
    picture = load_picture(encoded(Image.new("L", (width, height)), "PNG"), "a.png")

    fitted = fit(picture, longest)

    assert max(opened(fitted).size) == min(longest, max(width, height))
    scale = max(fitted.width, fitted.height) / max(width, height)
    assert abs(fitted.width - width * scale) <= 1
    assert abs(fitted.height - height * scale) <= 1
    assert fitted.name == picture.name


def test_a_picture_that_is_small_enough_comes_back_as_it_is() -> None:
    drawing = load_picture(chart((1, 2)), "a.svg")
    photo = load_picture(camera_jpeg(), "a.jpg")

    assert fit(drawing, 10) is drawing
    assert fit(photo, 64) is photo


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_mode_is_fitted(mode: str) -> None:
    base = Image.linear_gradient("L")
    image = Image.new(mode, base.size) if mode == "I;16" else base.convert("RGB").convert(mode)

    assert opened(fit(load_picture(encoded(image, "PNG"), "a.png"), 20)).size == (20, 20)


def fonts() -> tuple[bytes, ...]:
    folder = ROOT / "layouts" / "article" / "fonts"
    return tuple(path.read_bytes() for path in sorted(folder.glob("*.ttf")))


def test_an_svg_is_drawn_with_the_fonts_given_and_no_others() -> None:
    words = '<rect width="60" height="40" fill="#fff"/><text y="30" font-size="30">{}</text>'
    picture = load_picture(svg(words.format("Ж")), "images/map.sr-Cyrl.svg")

    drawn = rasterise(picture, 300, fonts())

    assert (drawn.media_type, opened(drawn).size) == ("image/png", (300, 200))
    assert drawn.name == picture.name.removesuffix("svg") + "png"
    empty = rasterise(load_picture(svg(words.format(" ")), "b.svg"), 300, fonts())
    assert not close(opened(drawn), opened(empty))
    assert close(opened(rasterise(picture, 300, ())), opened(empty))


def test_a_family_that_is_not_there_is_the_first_without_serifs_of_the_fonts_given() -> None:
    def drawn(family: str, *given: bytes) -> bytes:
        words = f'<text y="30" font-size="30" font-family="{family}">Rg</text>'
        picture = load_picture(svg(words), "a.svg")
        return opened(rasterise(picture, 300, given or fonts())).tobytes()

    for family in ("sans-serif", "serif", "No Such Family", ""):
        assert drawn(family) == drawn("'Source Sans 3'")
    assert drawn("'Source Serif 4'") not in {drawn("serif"), drawn("'Source Sans 3'")}
    serif = next(font for font in fonts() if b"Source Serif 4" in font.replace(b"\0", b""))
    assert drawn("sans-serif", serif) == drawn("'Source Serif 4'", serif)


def test_drawing_another_picture_fits_it() -> None:
    photo = load_picture(photograph(300, 200, RED), "a.jpg")

    assert rasterise(photo, 150, fonts()) == fit(photo, 150)


def test_a_drawing_of_too_many_pixels_is_refused() -> None:
    tall = load_picture(svg(attributes=' viewBox="0 0 1 100000"'), "a.svg")

    with pytest.raises(ArticleError, match="million pixels"):
        rasterise(tall, 5000, ())


def test_an_svg_that_cannot_be_drawn_is_refused() -> None:
    picture = load_picture(svg(), "a.svg")

    with pytest.raises(ArticleError, match="cannot be read"):
        rasterise(picture, 0, ())


# Names


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        ("images/timeline.sr-Latn.svg", "timeline.sr-Latn-"),
        ("images/фото.png", "picture-"),
        ("šta će.png", "sta-ce-"),
        ("../.hidden file.png", "hidden-file-"),
        ("a" * 300 + ".png", "a" * 60 + "-"),
    ],
)
def test_a_name_is_made_of_safe_characters(path: str, begins: str) -> None:
    name = load_picture(encoded(halves(), "PNG"), path).name

    assert name.startswith(begins)
    assert name.endswith(".png")
    assert len(name) == len(begins) + 8 + 4


def test_pictures_of_the_same_name_are_the_same_picture() -> None:
    one, other = encoded(halves(), "PNG"), encoded(noise(), "PNG")

    names = {load_picture(d, p).name for d in (one, other) for p in ("a/x.png", "b/x.png", "X.png")}

    assert len({name.lower() for name in names}) == 6
    assert load_picture(one, "a/x.png") == load_picture(one, "a/x.png")


def test_a_damaged_picture_is_refused_after_a_pdf_was_set_in_the_same_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it

    with pytest.raises(ArticleError, match="cannot be read"):
        load_picture(encoded(noise(), "JPEG")[:-400], "a.jpg")

    assert ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.external
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_rights_that_only_exif_tells_are_carried_over(
    kind: str, orientation: int, tmp_path: Path
) -> None:
    said = Image.Exif()
    said[ORIENTATION_TAG] = orientation
    said[315] = "N. Petrović".encode()
    said[33432] = "© 2023 Tanjug <b>".encode()
    picture = load_picture(encoded(noise(), kind, exif=said.tobytes()), "a")

    found = exiftool(fit(picture, 16).data, Path(picture.name).suffix, tmp_path)

    assert found["XMP-dc:Creator"] == "N. Petrović"
    assert found["XMP-dc:Rights"] == "© 2023 Tanjug <b>"
    assert not [name for name in found if name.startswith(("IFD0", "ExifIFD", "GPS"))]
