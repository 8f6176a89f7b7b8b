"""Documents as writers make them, and the articles that they become."""

import pytest

from tests.readers.word.making import (
    MORE,
    RUNNING,
    Related,
    article_of,
    bold,
    box,
    cell,
    field,
    item,
    p,
    picture,
    png,
    r,
    root,
    style,
    table,
    word,
)

ONE, TWO = "figure images/rid1.png", "figure images/rid2.png"
LAST = MORE + RUNNING
CENTRED = '<w:jc w:val="center"/>'
LARGE = '<w:sz w:val="40"/>'
HEADED = p("A bridge", "T")
STYLES = root(
    "styles",
    style("T", "Title")
    + style("berschrift1", "heading 1")
    + style("Mine", "Our heading", based_on="berschrift1")
    + style("Outlined", "Odd", properties='<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    + style("Podnaslov", "Podnaslov")
    + style("C", "caption")
    + style("Q", "Quote", properties="<w:rPr><w:i/></w:rPr>")
    + style("Fett", "Strong", kind="character", properties="<w:rPr><w:b/></w:rPr>"),
)
LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="%s"/>'
    f'<w:lvlText w:val="%%1"/></w:lvl>'
    for level in range(3)
)
NUMBERING = root(
    "numbering",
    f'<w:abstractNum w:abstractNumId="0">{LEVELS % (("bullet",) * 3)}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{LEVELS % (("decimal",) * 3)}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>',
)
FOOTNOTES = root(
    "footnotes",
    '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{r(" Said on ")}{bold("Friday")}</w:p>'
    "</w:footnote>",
)
RELATED: Related = {
    "s": ("styles", STYLES),
    "n": ("numbering", NUMBERING),
    "f": ("footnotes", FOOTNOTES),
    "rId1": ("image", png()),
    "rId2": ("image", png("blue")),
    "web": ("hyperlink", "https://example.org/a"),
    "bad": ("hyperlink", "javascript:alert(1)"),
}
CALL = '<w:r><w:footnoteReference w:id="2"/></w:r>'

CASES = {
    "headings by style, its base and the outline": (
        HEADED
        + p("One", "berschrift1")
        + p(RUNNING)
        + p("Two", "Mine")
        + p(RUNNING)
        + p("Three", "Outlined")
        + p(RUNNING),
        f"# One\n{RUNNING}\n# Two\n{RUNNING}\n## Three\n{RUNNING}",
    ),
    "headings of styles that the file does not define": (
        HEADED + p("Naslov", "Naslov1") + p(RUNNING) + p("Deeper", "Heading3") + p(RUNNING),
        f"# Naslov\n{RUNNING}\n## Deeper\n{RUNNING}",
    ),
    "second titles within the text are headings": (
        HEADED + (p(RUNNING) * 8) + p("Podnaslov u tekstu", "Podnaslov") + p(MORE),
        "\n".join([*[RUNNING] * 8, "# Podnaslov u tekstu", MORE]),
    ),
    "a short bold line alone is a heading": (
        HEADED + p(RUNNING) + p(bold("The work")) + p(MORE) + p(bold(RUNNING)),
        f"{RUNNING}\n# The work\n{MORE}\n*{RUNNING}*",
    ),
    "bold within a heading of bold letters is no mark": (
        HEADED + p(bold("All of it"), "berschrift1") + p(RUNNING),
        f"# All of it\n{RUNNING}",
    ),
    "marks of runs": (
        HEADED
        + p(
            r("H")
            + r("2", '<w:vertAlign w:val="subscript"/>')
            + r("O is ")
            + r("strong", '<w:rStyle w:val="Fett"/>')
            + r(" and ")
            + r("slanted", "<w:i/>")
            + r(", not ", '<w:b w:val="0"/>')
            + r("both.", "<w:b/><w:i/>")
        ),
        "H,2,O is *strong* and _slanted_, not *_both._*",
    ),
    "runs that Word cut in the middle of a word": (
        HEADED + p(bold("Pri") + bold("shti") + r("na and around")),
        "*Prishti*na and around",
    ),
    "spaces at the ends of bold words": (
        HEADED + p(r("before") + bold(" bold ") + r("after it all")),
        "before *bold* after it all",
    ),
    "links by relationship and by field": (
        HEADED
        + p(f'<w:hyperlink r:id="web" w:anchor="x">{r("one")}</w:hyperlink>' + r(" and "))
        + p(field('HYPERLINK "https://example.org/b"', r("two", "<w:b/>")) + r(" of them")),
        "[one](https://example.org/a#x) and\n[*two*](https://example.org/b) of them",
    ),
    "unsafe and inner links keep their words": (
        HEADED
        + p(f'<w:hyperlink r:id="bad">{r("click")}</w:hyperlink>' + r(" or "))
        + p(f'<w:hyperlink w:anchor="top">{r("go up")}</w:hyperlink>' + r(" to the top")),
        "click or\ngo up to the top",
    ),
    "lists, nested, restarted, and gone on with": (
        HEADED
        + item("one", 1)
        + item("in one", 1, 1)
        + item("two", 1)
        + p(RUNNING)
        + item("first", 2)
        + item("second", 2)
        + p(MORE)
        + item("third", 2)
        + item("anew", 3),
        f"- one\n  - in one\n- two\n{RUNNING}\n1. first\n2. second\n{MORE}\n3. third\n5. anew",
    ),
    "lists that were typed": (
        HEADED
        + p(RUNNING)
        + p("- cables")
        + p("- pillars")
        + p(MORE)
        + p("1. Measure")
        + p("2. Cut")
        + p("• alone"),
        f"{RUNNING}\n- cables\n- pillars\n{MORE}\n1. Measure\n2. Cut\n- alone",
    ),
    "speech that begins with a dash is no list": (
        HEADED + p("– Otvorili smo ga - rekao je on.") + p("– Jesmo, zaista.") + p("2. juna."),
        "– Otvorili smo ga - rekao je on.\n– Jesmo, zaista.\n2. juna.",
    ),
    "a table with a header and merged cells": (
        HEADED
        + table(
            [
                cell(p(bold("Year"))),
                cell(p(bold("Vehicles")), '<w:gridSpan w:val="2"/>'),
            ],
            [cell("2021", '<w:vMerge w:val="restart"/>'), "cars", "4,000"],
            [cell("<w:p/>", "<w:vMerge/>"), "lorries", "300"],
        ),
        "table:\n  = Year | Vehicles | \n  | 2021 | cars | 4,000\n  |  | lorries | 300",
    ),
    "a table in a table": (
        HEADED + table(["a", "b"], ["c", cell(table(["d", "e"], ["f", "g"]) + "<w:p/>")]),
        "table:\n  = a | b\n  | c | d | e⏎f | g",
    ),
    "a table of one cell is a box": (
        HEADED + p(RUNNING) + table([cell(p(bold("In short")) + p(MORE))]),
        f"{RUNNING}\naside: In short\n  {MORE}",
    ),
    "a quotation with its source": (
        HEADED
        + p("It holds.", "Q")
        + p("It will hold.", "Q")
        + p("— An engineer", "Q")
        + p(RUNNING),
        f"quote:\n  It holds.\n  It will hold.\n  from An engineer\n{RUNNING}",
    ),
    "footnotes": (
        HEADED + p(r("It opened") + CALL + r(" in rain, and nobody minded.")),
        "It opened{note: Said on *Friday*} in rain, and nobody minded.",
    ),
    "a picture with alt text and a caption by style": (
        HEADED + p(picture(alt="People on a bridge")) + p("On Friday. (Arta Lila/AFP)", "C"),
        f"{ONE}\n  alt People on a bridge\n  caption On Friday.\n  credit Arta Lila/AFP",
    ),
    "a number before a caption is left out": (
        HEADED
        + p(picture())
        + p(r("Figure ") + field("SEQ Figure \\* ARABIC", r("1")) + r(": The bridge"), "C"),
        "figure images/rid1.png\n  caption The bridge",
    ),
    "captions by look, and by place alone": (
        HEADED
        + p(picture())
        + p(r("In rain", "<w:i/>"))
        + p(RUNNING + MORE)
        + p(picture("rId2"))
        + p("The ribbon")
        + p(LAST),
        f"{ONE}\n  caption In rain\n{RUNNING}{MORE}\n{TWO}\n  caption The ribbon\n{LAST}",
    ),
    "captions above their pictures": (
        HEADED + p("One.", "C") + p(picture()) + p("Two.", "C") + p(picture("rId2")) + p(RUNNING),
        f"{ONE}\n  caption One.\n{TWO}\n  caption Two.\n{RUNNING}",
    ),
    "pictures in a table, with captions below": (
        HEADED
        + table([cell(p(picture())), cell(p(picture("rId2")))], ["Left (AFP)", "Right (AFP)"]),
        f"{ONE}\n  caption Left\n  credit AFP\n{TWO}\n  caption Right\n  credit AFP",
    ),
    "a picture and its caption in a text box": (
        HEADED + p(box(p(picture()) + p("On Friday.", "C")) + r(RUNNING)),
        f"figure images/rid1.png\n  caption On Friday.\n{RUNNING}",
    ),
    "a text box beside the story": (
        HEADED + p(r(RUNNING) + box(p(bold("In short")) + p(MORE))),
        f"{RUNNING}\naside: In short\n  {MORE}",
    ),
    "a text box that says the story's words again": (
        HEADED + p(r(RUNNING) + box(p("The bridge over the river was opened on Friday"))),
        f"{RUNNING}\npull:\n  The bridge over the river was opened on Friday",
    ),
    "tracked changes": (
        HEADED
        + p(
            r("It was ")
            + '<w:del w:author="A"><w:r><w:delText>closed</w:delText></w:r></w:del>'
            + f'<w:ins w:author="A">{r("opened")}</w:ins>'
            + r(" today"),
            properties='<w:rPr><w:del w:author="A"/></w:rPr>',
        )
        + p(" in the rain.")
        + p(f"<w:moveFrom>{r('Gone')}</w:moveFrom><w:moveTo>{r('Come')}</w:moveTo>"),
        "It was opened today in the rain.\nCome",
    ),
    "a large first letter": (
        HEADED
        + p("T", properties='<w:framePr w:dropCap="drop"/>')
        + p("he bridge was opened.", properties=""),
        "The bridge was opened.",
    ),
    "breaks, hyphens, tabs and signs": (
        HEADED
        + p(
            "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>ri</w:t><w:softHyphen/>"
            '<w:t>ver</w:t><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        )
        + p('<w:r><w:t>before</w:t><w:br w:type="page"/><w:t>after</w:t></w:r>'),
        "one⏎two river\u2011✓\nbefore\nafter",
    ),
    "a formula in one line": (
        HEADED
        + p(
            r("Let ")
            + "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r>"
            "</m:sup></m:sSup><m:r><m:t>=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num>"
            "<m:den><m:r><m:t>bc</m:t></m:r></m:den></m:f></m:oMath>"
        ),
        "Let x^2^=a/(bc)",
    ),
    "content controls, their prompts aside": (
        f"<w:sdt><w:sdtContent>{HEADED}</w:sdtContent></w:sdt>"
        + p(f"<w:sdt><w:sdtContent>{r('In a control')}</w:sdtContent></w:sdt>" + r(" and out."))
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click here')}"
        "</w:sdtContent></w:sdt>",
        "In a control and out.",
    ),
    "a table of contents is not part of the article": (
        HEADED
        + p(field("TOC", f"{r('One')}<w:r><w:tab/></w:r>{r('3')}"))
        + p("One", "berschrift1")
        + p(RUNNING),
        f"# One\n{RUNNING}",
    ),
    "separators": (
        HEADED + p(RUNNING) + p("* * *") + p(MORE) + p("***"),
        f"{RUNNING}\n***\n{MORE}",
    ),
    "words in another language": (
        HEADED
        + p(r(RUNNING, '<w:lang w:val="en-GB"/>'))
        + p(r("They call it ") + r("ura e re", '<w:lang w:val="sq-AL"/>') + r(" now.")),
        f"{RUNNING}\nThey call it <sq: ura e re> now.",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_becomes_its_article(name: str) -> None:
    body, expected = CASES[name]

    assert article_of(word(body, RELATED), "en").splitlines() == [
        "[en] A bridge",
        *expected.splitlines(),
    ]


HEADS = {
    "a title by style": (
        p("A bridge", "T") + p(RUNNING),
        ["[en] A bridge"],
    ),
    "the first heading is the title": (
        p("A bridge", "berschrift1") + p("By Jane Doe") + p(RUNNING),
        ["[en] A bridge", "by Jane Doe (text)"],
    ),
    "a large line is the title": (
        p(r("NEWS", "<w:b/>"))
        + p(r("A bridge", LARGE), properties=CENTRED)
        + p("By Jane Doe | 2 June 2023")
        + p(r(RUNNING, '<w:sz w:val="22"/>')),
        ["[en] A bridge", "by Jane Doe (text)", "published 2023-06-02"],
    ),
    "a bold line is the title": (
        p(bold("A bridge")) + p(bold("By Jane Doe, photos by Ana Kos")) + p(RUNNING),
        ["[en] A bridge"],
    ),
    "a line of an unstyled document is the title": (
        p("A bridge") + p("Updated: 3 June 2023") + p(RUNNING),
        ["[en] A bridge", "updated 2023-06-03"],
    ),
    "a second line that is set apart is the subtitle": (
        p(r("A bridge", LARGE), properties=CENTRED)
        + p(r("Two years of work", "<w:i/>"), properties=CENTRED)
        + p("Belgrade, 2 June 2023")
        + p("Jane Doe")
        + p(RUNNING)
        + p("Reuters contributed to this report.")
        + p("© 2023 The Daily"),
        [
            "[en] A bridge",
            "~ Two years of work",
            "by Jane Doe (text)",
            "published 2023-06-02",
            RUNNING,
            "note Reuters contributed to this report.",
            "rights © 2023 The Daily",
        ],
    ),
    "offices and places are no names": (
        p("A bridge", "T") + p("By Jane Doe, Staff Writer, Belgrade") + p(RUNNING),
        ["[en] A bridge", "by Jane Doe (text)", RUNNING],
    ),
    "a picture may stand above the title": (
        p(picture()) + p(bold("A bridge")) + p("By Jane Doe") + p(RUNNING),
        ["[en] A bridge", "by Jane Doe (text)"],
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_a_document_has_its_head(name: str) -> None:
    body, expected = HEADS[name]

    assert article_of(word(body, RELATED), "en").splitlines()[: len(expected)] == expected
