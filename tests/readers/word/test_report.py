"""What has no place in an article is reported, and none of it is lost."""

from collections.abc import Mapping

import pytest

from tests.readers.word.making import (
    MORE,
    RUNNING,
    Related,
    article_of,
    bold,
    box,
    codes,
    field,
    imported,
    left,
    members_of,
    p,
    picture,
    png,
    r,
    root,
    style,
    word,
    zipped,
)

STYLES = root("styles", style("T", "Title") + style("C", "caption"))
TITLED = p("A bridge", "T")
EMF = b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(20)
DIAGRAM = (
    '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>'
    "<dgm:pt><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t></dgm:pt>"
    "<dgm:pt><dgm:t><a:p><a:r><a:t>Build</a:t></a:r></a:p></dgm:t></dgm:pt>"
    "</dgm:ptLst></dgm:dataModel>"
)
CHART = (
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    "<c:cat><c:v>Lorries</c:v></c:cat></c:chart>"
)
COMMENTS = root(
    "comments", f'<w:comment w:id="1" w:author="Ana Kos">{p("Is it true?")}</w:comment>'
)
RELATED: Related = {
    "s": ("styles", STYLES),
    "rId1": ("image", png()),
    "emf": ("image", EMF),
    "far": ("image", "https://example.org/far.jpg"),
    "d": ("diagramData", DIAGRAM),
    "ch": ("chart", CHART),
    "co": ("comments", COMMENTS),
    "h": ("header", root("hdr", p("The Daily"))),
    "fo": ("footer", root("ftr", p(r("Page ") + field("PAGE", r("1"))))),
    "e": ("endnotes", root("endnotes", f'<w:endnote w:id="3">{p("At the end.")}</w:endnote>')),
    "web": ("hyperlink", "file:///C:/secret.docx"),
}
VML = (
    '<w:r><w:pict><v:shape alt="Old bridge"><v:imagedata r:id="rId1" o:title="bridge"/></v:shape>'
    "</w:pict></w:r>"
)
GROUP = "".join(
    f"<pic:pic><pic:nvPicPr><pic:cNvPr descr='{alt}'/></pic:nvPicPr><pic:blipFill>"
    '<a:blip r:embed="rId1"/></pic:blipFill></pic:pic>'
    for alt in ("One", "Two")
)


def graphic(inside: str) -> str:
    return (
        f"<w:r><w:drawing><wp:inline><a:graphic>{inside}</a:graphic></wp:inline></w:drawing></w:r>"
    )


CASES: Mapping[str, tuple[str, list[str], list[str], list[tuple[str, str]]]] = {
    "an old picture": (
        p(VML),
        ["figure images/rid1.png", "  alt Old bridge"],
        [],
        [],
    ),
    "pictures in a group": (
        p(picture(inside=f"<wpg:wgp>{GROUP}</wpg:wgp>")),
        ["figure images/rid1.png", "  alt One", "figure images/rid1.png", "  alt Two"],
        [],
        [],
    ),
    "a drawing that cannot be printed": (
        p(picture("emf", alt="A plan")),
        ["figure withheld", "  alt A plan"],
        ["picture-format"],
        [],
    ),
    "a picture that lies elsewhere": (
        p(picture(inside='<pic:pic><pic:blipFill><a:blip r:link="far"/></pic:blipFill></pic:pic>')),
        ["figure withheld"],
        ["picture-missing"],
        [],
    ),
    "a picture that is not there": (
        p(picture("rId99")),
        ["figure withheld"],
        ["picture-missing"],
        [],
    ),
    "a picture whose alternative is the name of its file": (
        p(picture(alt="IMG_0042.JPG")),
        ["figure images/rid1.png"],
        [],
        [],
    ),
    "a chart": (
        p(graphic('<c:chart r:id="ch"/>')),
        [],
        ["chart-left-out"],
        [("Lorries", "unplaced")],
    ),
    "a diagram": (
        p(graphic('<dgm:relIds r:dm="d"/>')),
        ["aside:", "  Plan", "  Build"],
        ["diagram-flattened"],
        [],
    ),
    "hidden words": (
        p(r("Seen ") + r("unseen", "<w:vanish/>") + r("again")),
        ["Seen again"],
        ["hidden-text"],
        [("unseen", "unplaced")],
    ),
    "words struck through": (
        p(r("Old", "<w:strike/>") + r(" new")),
        ["Old new"],
        ["struck-through"],
        [],
    ),
    "words drawn as a picture": (
        p('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'),
        [],
        [],
        [("DRAFT", "unplaced")],
    ),
    "a sign that nobody knows": (
        p(r("a") + '<w:r><w:sym w:font="Webdings" w:char="F0FE"/></w:r>' + r("b")),
        ["a\ufffdb"],
        ["symbol-unknown"],
        [],
    ),
    "a link that leads into the writer's machine": (
        p(f'<w:hyperlink r:id="web">{r("see")}</w:hyperlink>'),
        ["see"],
        ["link-dropped"],
        [],
    ),
    "an endnote": (
        p(r("Open") + '<w:r><w:endnoteReference w:id="3"/></w:r>'),
        ["Open{note: At the end.}"],
        [],
        [],
    ),
    "a field whose end is lost": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r(RUNNING)),
        [RUNNING],
        [],
        [],
    ),
    "a part in another format": (
        p(RUNNING) + '<w:altChunk r:id="x"/>',
        [RUNNING],
        ["part-not-read"],
        [],
    ),
    "a cropped picture": (
        p(
            picture(
                inside='<pic:pic><pic:blipFill><a:blip r:embed="rId1"/><a:srcRect l="1000"/>'
                "</pic:blipFill></pic:pic>"
            )
        ),
        ["figure images/rid1.png"],
        ["picture-cropped"],
        [],
    ),
}
ALWAYS = [
    ("The Daily", "page"),
    ("Page 1", "page"),
    ("Ana Kos: Is it true?", "unplaced"),
]


@pytest.mark.parametrize("name", CASES)
def test_it_is_told_and_left(name: str) -> None:
    body, expected, told, rest = CASES[name]
    data = word(TITLED + body + p(RUNNING), RELATED)

    found = imported(data, "en")

    assert article_of(data, "en").splitlines() == ["[en] A bridge", *expected, RUNNING]
    assert [code for code in codes(found) if code != "comments"] == told
    unused = [] if name == "an endnote" else [("At the end.", "unplaced")]
    assert sorted(left(found)) == sorted([*rest, *unused, *ALWAYS])


def test_a_custom_mark_of_a_note_is_understood() -> None:
    call = '<w:r><w:endnoteReference w:customMarkFollows="1" w:id="3"/><w:t>a</w:t></w:r>'
    data = word(TITLED + p(r("Open") + call + r(" now.")), RELATED)

    assert article_of(data, "en").splitlines()[1] == "Open{note: At the end.} now."
    assert ("a", "understood") in left(imported(data, "en"))


def test_the_title_that_the_file_says_it_has_is_the_last_resort() -> None:
    core = "<dc:title>A bridge</dc:title>"

    assert article_of(word(p(RUNNING) + p(MORE), core=core), "en").splitlines()[0] == (
        "[en] A bridge"
    )


@pytest.mark.parametrize("title", ["Microsoft Word - a.doc", "Document1", "story.docx"])
def test_the_title_that_a_program_gave_is_none(title: str) -> None:
    found = imported(word(p(RUNNING) + p(MORE), core=f"<dc:title>{title}</dc:title>"), "en")

    assert "title-missing" in codes(found)


def test_what_stands_above_the_title_is_left() -> None:
    found = imported(word(p("REPORTAGE") + TITLED + p(RUNNING), {"s": ("styles", STYLES)}), "en")

    assert left(found) == [("REPORTAGE", "unplaced")]


def test_a_title_in_a_text_box_is_the_title() -> None:
    data = word(p(box(TITLED)) + p(RUNNING), {"s": ("styles", STYLES)})

    assert article_of(data, "en").splitlines() == ["[en] A bridge", RUNNING]


def test_a_title_that_stands_twice_is_repeated() -> None:
    found = imported(word(TITLED + p(bold("A bridge")) + p(RUNNING), RELATED), "en")

    assert ("A bridge", "repeated") in left(found)


LANGUAGES = {
    "sr-Cyrl": ("Мост", "Мост преко реке отворен је у петак после две године радова, по киши."),
    "sr-Latn": ("Most", "Most preko reke otvoren je u petak posle dve godine radova, po kiši."),
    "sq": ("Ura", "Ura mbi lumin u hap të premten pas dy vitesh punimesh, nën shiun e dendur."),
    "en": ("Bridge", RUNNING),
}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_language_is_that_of_the_words(tag: str) -> None:
    title, text = LANGUAGES[tag]
    said = '<w:lang w:val="en-US"/>'  # as a program says that nobody has told anything

    found = imported(word(p(r(title, said), "T") + p(r(text, said)), {"s": ("styles", STYLES)}))

    assert found.article
    assert found.article.language == tag
    assert "<" not in article_of(word(p(r(title, said), "T") + p(r(text, said))))


def test_the_strict_form_of_the_format_is_read() -> None:
    data = word(TITLED + p(RUNNING), {"s": ("styles", STYLES)})

    assert article_of(strict(data), "en") == article_of(data, "en")


def strict(data: bytes) -> bytes:
    old, new = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    families = (b"officeDocument/", b"wordprocessingml/", b"drawingml/")
    members = members_of(data)
    for family in families:
        for name, part in members.items():
            members[name] = part.replace(old + family + b"2006/", new + family)
    return zipped(members)
