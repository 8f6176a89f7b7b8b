"""What a photograph says of itself, whatever its file and however it is written."""

import struct
import zlib
from datetime import date

import pytest
from PIL import Image, PngImagePlugin

from publisher.diagnostics import Level
from publisher.readers.photos import Photo, Place, read_photo
from tests.readers.photos.photographs import (
    NAMESPACES,
    alternative,
    data_set,
    digest_of,
    iptc,
    jpeg,
    plain,
    resource,
    segment,
    sequence,
    xmp,
)

OLD = {"caption": "An old caption", "creator": "Ana Marić", "credit": "AP"}
NEW = xmp(
    alternative("dc:description", "A new caption")
    + sequence("dc:creator", "Ben Hoxha")
    + "<photoshop:Credit>Reuters</photoshop:Credit>"
)


def codes(photo: Photo) -> set[str]:
    return {diagnostic.code for diagnostic in photo.diagnostics}


# IPTC data


def test_iptc_data_is_read_alone() -> None:
    words = {
        "title": "XVK101",
        "instructions": "Mandatory credit",
        "day": "20230529",
        "creator": "Visar Dushi",
        "city": "Zveçan",
        "country": "Kosovo",
        "headline": "Protest",
        "credit": "AP",
        "source": "AP",
        "copyright": "© 2023 AP",
        "caption": "Soldiers stand\rin front of a town hall.",
    }

    assert read_photo(jpeg(iptc(words)), "a.jpg") == Photo(
        kind="JPEG",
        title="XVK101",
        instructions="Mandatory credit",
        taken=date(2023, 5, 29),
        creators=("Visar Dushi",),
        place=Place(city="Zveçan", country="Kosovo"),
        headline="Protest",
        credit="AP",
        source="AP",
        copyright="© 2023 AP",
        caption="Soldiers stand in front of a town hall.",
    )


@pytest.mark.parametrize(
    ("charset", "declared", "caption"),
    [
        ("utf-8", b"\x1b%G", "Ђорђе у Приштини"),
        ("utf-8", b"", "Ђорђе у Приштини"),
        ("utf-8", b"\x1b.A", "Shkodër"),  # says Latin-1 and is not, as some programs do
        ("iso8859-1", b"\x1b.A", "Shkodër, Zveçan"),
        ("iso8859-2", b"\x1b-B", "Čačak, Šabac"),
        ("iso8859-5", b"\x1b-L", "Чачак и Шабац"),
    ],
)
def test_iptc_data_is_read_in_its_own_alphabet(charset: str, declared: bytes, caption: str) -> None:
    photo = read_photo(jpeg(iptc({"caption": caption}, charset, declared)), "a.jpg")

    assert photo.caption == caption
    assert photo.diagnostics == ()


def test_an_alphabet_that_is_not_named_is_guessed_and_said_to_be() -> None:
    photo = read_photo(jpeg(iptc({"caption": "Zveçan"}, "cp1252", b"")), "a.jpg")

    assert photo.caption == "Zveçan"
    assert codes(photo) == {"iptc-alphabet-guessed"}


def test_an_alphabet_that_its_letters_tell_is_not_doubted() -> None:
    caption = "Žene su rekle da će doći večeras u školu."

    photo = read_photo(jpeg(iptc({"caption": caption}, "cp1250", b"")), "a.jpg")

    assert (photo.caption, photo.diagnostics) == (caption, ())


def test_a_letter_that_is_cut_at_the_end_of_a_field_is_left_out() -> None:
    cut = data_set(1, 90, b"\x1b%G") + data_set(2, 80, "Ђорђе Станковић Ћ".encode()[:-1])

    assert read_photo(jpeg(cut), "a.jpg").creators == ("Ђорђе Станковић",)


def test_a_long_field_of_iptc_data_is_read() -> None:
    caption = "Word " * 9000
    size = struct.pack(">BBBHI", 0x1C, 2, 120, 0x8004, len(caption))

    assert read_photo(jpeg(size + caption.encode()), "a.jpg").caption == caption.strip()


def test_iptc_data_that_is_very_long_is_read_in_part() -> None:
    resources = resource(0x0404, iptc(OLD) + data_set(2, 25, b"k") * 100_000)
    made = plain("TIFF", tiffinfo={34377: resources})

    photo = read_photo(made, "a.tif")

    assert photo.creators == ("Ana Marić",)
    assert codes(photo) == {"iptc-too-long"}


# XMP


def test_every_property_of_a_photo_desk_is_read() -> None:
    packet = xmp(
        alternative("dc:title", "XVK101")
        + alternative("dc:description", "Soldiers &amp; police.")
        + sequence("dc:creator", "Visar Dushi", "Ana Marić")
        + alternative("dc:rights", "© 2023 AP")
        + alternative("xmpRights:UsageTerms", "CC BY 4.0")
        + "<dc:subject><rdf:Bag><rdf:li>KFOR</rdf:li><rdf:li>Zveçan</rdf:li></rdf:Bag></dc:subject>"
        + "<Iptc4xmpCore:Location>Town hall</Iptc4xmpCore:Location>"
        + alternative("Iptc4xmpCore:AltTextAccessibility", "Soldiers with shields")
        + alternative("Iptc4xmpCore:ExtDescrAccessibility", "Nine soldiers stand in a row."),
        'photoshop:Headline="Protest" photoshop:Credit="AP" photoshop:Source="AP"'
        ' photoshop:City="Zveçan" photoshop:State="Mitrovica" photoshop:Country="Kosovo"'
        ' photoshop:DateCreated="2023-05-29T18:04:11+02:00" photoshop:Instructions="No sales"'
        ' xmpRights:WebStatement="https://example.org/licence"',
    )

    assert read_photo(jpeg(packet=packet), "a.jpg") == Photo(
        kind="JPEG",
        title="XVK101",
        headline="Protest",
        caption="Soldiers & police.",
        creators=("Visar Dushi", "Ana Marić"),
        credit="AP",
        source="AP",
        copyright="© 2023 AP",
        usage="CC BY 4.0",
        licence_url="https://example.org/licence",
        instructions="No sales",
        keywords=("KFOR", "Zveçan"),
        taken=date(2023, 5, 29),
        place=Place(sublocation="Town hall", city="Zveçan", state="Mitrovica", country="Kosovo"),
        alt="Soldiers with shields",
        description="Nine soldiers stand in a row.",
    )


PLACE = "<Iptc4xmpExt:City>Tirana</Iptc4xmpExt:City>"


@pytest.mark.parametrize(
    "structure",
    [
        f'<rdf:Bag><rdf:li rdf:parseType="Resource">{PLACE}</rdf:li></rdf:Bag>',
        f"<rdf:Bag><rdf:li><rdf:Description>{PLACE}</rdf:Description></rdf:li></rdf:Bag>",
        '<rdf:Bag><rdf:li Iptc4xmpExt:City="Tirana"/></rdf:Bag>',
        "<rdf:Bag><rdf:li><rdf:Description Iptc4xmpExt:City='Tirana'/></rdf:li></rdf:Bag>",
        f"<rdf:Description>{PLACE}</rdf:Description>",
    ],
)
def test_a_structure_is_read_in_every_spelling_of_rdf(structure: str) -> None:
    packet = xmp(f"<Iptc4xmpExt:LocationCreated>{structure}</Iptc4xmpExt:LocationCreated>")

    assert read_photo(jpeg(packet=packet), "a.jpg").place == Place(city="Tirana")


def test_a_place_where_the_picture_was_taken_comes_before_the_older_one() -> None:
    created = f"<Iptc4xmpExt:LocationCreated><rdf:Description>{PLACE}</rdf:Description>"
    packet = xmp(created + "</Iptc4xmpExt:LocationCreated>", 'photoshop:City="Durrës"')
    iim = iptc({"city": "Durrës", "country": "Albania"})

    assert read_photo(jpeg(iim, packet), "a.jpg").place == Place(city="Tirana")


def test_the_text_for_every_language_comes_before_that_for_one() -> None:
    packet = xmp(
        '<dc:description><rdf:Alt><rdf:li xml:lang="sq">Protestë</rdf:li>'
        '<rdf:li xml:lang="x-default">Protest</rdf:li></rdf:Alt></dc:description>'
    )

    assert read_photo(jpeg(packet=packet), "a.jpg").caption == "Protest"


def test_a_qualified_value_is_read_as_its_value() -> None:
    packet = xmp(
        '<photoshop:Credit rdf:parseType="Resource"><rdf:value>AP</rdf:value>'
        "<photoshop:Source>x</photoshop:Source></photoshop:Credit>"
    )

    assert read_photo(jpeg(packet=packet), "a.jpg").credit == "AP"


@pytest.mark.parametrize("name", ["plus:LicensorURL", "cc:license"])
def test_the_address_of_a_licence_is_read_where_it_stands(name: str) -> None:
    written = {
        "plus:LicensorURL": '<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">'
        "<plus:LicensorURL>https://example.org/l</plus:LicensorURL></rdf:li></rdf:Seq>"
        "</plus:Licensor>",
        "cc:license": '<cc:license rdf:resource="https://example.org/l"/>',
    }

    photo = read_photo(jpeg(packet=xmp(written[name])), "a.jpg")

    assert photo.licence_url == "https://example.org/l"


def test_an_address_that_is_none_of_the_web_is_no_licence() -> None:
    packet = xmp("", 'xmpRights:WebStatement="javascript:alert(1)"')

    assert read_photo(jpeg(packet=packet), "a.jpg").licence_url == ""


# Which counts


def test_without_a_digest_xmp_counts_and_iptc_data_fills_it() -> None:
    photo = read_photo(jpeg(iptc({**OLD, "headline": "Protest"}), NEW), "a.jpg")

    assert (photo.caption, photo.creators, photo.credit, photo.headline) == (
        *("A new caption", ("Ben Hoxha",), "Reuters", "Protest"),
    )


def test_with_the_digest_of_the_iptc_data_xmp_counts() -> None:
    photo = read_photo(jpeg(iptc(OLD), NEW, digest_of(iptc(OLD))), "a.jpg")

    assert (photo.caption, photo.creators, photo.credit) == (
        *("A new caption", ("Ben Hoxha",), "Reuters"),
    )


def test_with_another_digest_iptc_data_counts_and_xmp_fills_it() -> None:
    packet = NEW.replace(
        b"</rdf:Desc", b"<photoshop:Headline>Protest</photoshop:Headline></rdf:Desc"
    )
    photo = read_photo(jpeg(iptc(OLD), packet, digest_of(b"before")), "a.jpg")

    assert (photo.caption, photo.creators, photo.credit, photo.headline) == (
        *("An old caption", ("Ana Marić",), "AP", "Protest"),
    )


def test_what_the_two_say_differently_is_told_with_both_and_the_one_taken() -> None:
    photo = read_photo(jpeg(iptc(OLD), NEW), "a.jpg")

    told = [str(one) for one in photo.diagnostics if one.code == "photo-says-two-things"]
    assert len(told) == 3
    assert "'An old caption'" in told[0]
    assert "'A new caption' is taken" in told[0]


def test_two_that_agree_are_not_told() -> None:
    same = iptc({"caption": "A new caption", "creator": "Ben Hoxha", "credit": "Reuters"})

    assert read_photo(jpeg(same, NEW, digest_of(b"before")), "a.jpg").diagnostics == ()


@pytest.mark.parametrize("name", ["Bartholomäus Quintilianus Wanderer", "Ђорђе Станковић Чачанин"])
def test_a_name_that_iptc_data_had_to_cut_is_whole(name: str) -> None:
    cut = data_set(2, 80, name.encode()[:32])
    packet = xmp(sequence("dc:creator", name))

    photo = read_photo(jpeg(cut, packet, digest_of(b"before")), "a.jpg")

    assert photo.creators == (name,)
    assert photo.diagnostics == ()


# What cameras and formats add


def exif(description: str) -> bytes:
    found = Image.Exif()
    found[270] = description
    found[315], found[33432] = "Ana Marić; Ben Hoxha".encode(), "© Ana Marić".encode()
    found.get_ifd(0x8769)[36867] = "2023:05:29 18:04:11"
    return found.tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_exif_is_read_where_nothing_else_is_said(kind: str) -> None:
    photo = read_photo(plain(kind, exif=exif("Soldiers\nin a row")), "a")

    assert photo == Photo(
        kind=kind,
        caption="Soldiers in a row",
        creators=("Ana Marić", "Ben Hoxha"),
        copyright="© Ana Marić",
        taken=date(2023, 5, 29),
    )


@pytest.mark.parametrize("words", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "default"])
def test_what_a_camera_says_of_itself_is_no_caption(words: str) -> None:
    assert read_photo(plain(exif=exif(words)), "a.jpg").caption == ""


def test_exif_counts_after_xmp() -> None:
    made = plain(exif=exif("From the camera"))
    both = made[:2] + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + NEW) + made[2:]

    photo = read_photo(both, "a.jpg")

    assert (photo.caption, photo.creators) == ("A new caption", ("Ben Hoxha",))
    assert photo.copyright == "© Ana Marić"


def test_the_keywords_of_png_are_read() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Title", "A map")
    info.add_text("Author", "Ana Maric", zip=True)
    info.add_itxt("Description", "Карта", zip=True)
    info.add_itxt("Copyright", "© Марић")

    assert read_photo(plain("PNG", pnginfo=info), "a.png") == Photo(
        kind="PNG",
        title="A map",
        creators=("Ana Maric",),
        caption="Карта",
        copyright="© Марић",
    )


def test_a_gif_says_in_xmp_whose_it_is() -> None:
    made = plain("GIF")
    trailer = b"\x01" + bytes(range(255, -1, -1)) + b"\x00"
    both = made[:-1] + b"\x21\xff\x0bXMP DataXMP" + NEW + trailer + made[-1:]

    assert read_photo(both, "a.gif").creators == ("Ben Hoxha",)


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><title>A map</title>'
    "<desc>Where it was</desc><metadata>{}</metadata>{}</svg>"
)
WORK = (
    f'<rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}" xmlns:cc="{NAMESPACES["cc"]}"'
    f' xmlns:dc="{NAMESPACES["dc"]}"><cc:Work rdf:about=""><dc:creator><cc:Agent>'
    "<dc:title>Ana Marić</dc:title></cc:Agent></dc:creator>"
    '<cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>'
    "</cc:Work></rdf:RDF>"
)


def test_a_drawing_says_in_its_metadata_whose_it_is() -> None:
    assert read_photo(DRAWING.format(WORK, "").encode(), "a.svg") == Photo(
        kind="SVG",
        title="A map",
        caption="Where it was",
        creators=("Ana Marić",),
        licence_url="https://creativecommons.org/licenses/by/4.0/",
    )


# What is broken or hostile


def huge_png() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    author = b"Author\0Ana Maric"
    parts = ((b"IHDR", header), (b"tEXt", author), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


@pytest.mark.parametrize(
    ("data", "message", "creators"),
    [
        (b"", "is empty", ()),
        (b"hello", "known kind", ()),
        (huge_png(), "more than 200 million pixels", ("Ana Maric",)),
        (jpeg(iptc(OLD))[:-20], "ends early", ("Ana Marić",)),
        (jpeg(iptc(OLD))[:30], "cannot be read", ()),
        (plain("TIFF")[:40], "cannot be read", ()),
        (DRAWING.format(WORK, "<script/>").encode(), "holds a script", ("Ana Marić",)),
        (b"<svg", "cannot be read", ()),
        (b"<svg>" + b"<g/>" * 4_000_000, "longer than 16 million bytes", ()),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told_and_its_words_are_read(
    data: bytes, message: str, creators: tuple[str, ...]
) -> None:
    photo = read_photo(data, "images/a.jpg")

    (told,) = photo.diagnostics
    assert (told.level, told.code) == (Level.WARNING, "picture-unusable")
    assert message in told.message
    assert told.where.startswith("images/a.jpg")
    assert told.hint
    assert photo.creators == creators


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize(
    "packet",
    [
        b"<x:xmpmeta",
        b"\x00\x00",
        b"\xff\xfe<\x00",
        BOMB.encode() + b"<x>&b;&c;</x>",
        b"<a>" * 100_000,
        NEW.replace(b"A new", b"\x01"),
    ],
)
def test_xmp_that_is_broken_or_hostile_is_told_and_iptc_data_is_read(packet: bytes) -> None:
    photo = read_photo(jpeg(iptc(OLD), packet[:60_000]), "a.jpg")

    assert photo.creators == ("Ana Marić",)
    assert codes(photo) == {"xmp-unreadable"}


def test_xmp_that_is_very_long_is_not_read() -> None:
    photo = read_photo(plain("TIFF", tiffinfo={700: b"<x>" + b"a" * 8_000_000}), "a.tif")

    assert codes(photo) == {"xmp-unreadable"}


def test_structures_that_lie_too_deep_are_left_out() -> None:
    opened = '<plus:Licensor rdf:parseType="Resource">' * 100
    packet = xmp(opened + "</plus:Licensor>" * 100, 'photoshop:Credit="AP"')

    assert read_photo(jpeg(packet=packet), "a.jpg").credit == "AP"


def test_characters_that_no_file_may_hold_are_left_out() -> None:
    words = {"caption": "a\x00b\u202ec\ufffe", "credit": "\x07"}

    photo = read_photo(jpeg(iptc(words)), "a.jpg")

    assert (photo.caption, photo.credit) == ("abc", "")
