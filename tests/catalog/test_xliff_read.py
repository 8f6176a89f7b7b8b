"""Reading XLIFF: a hostile or broken file gets an error that says where, and nothing else."""

import pytest

from publisher.catalog.xliff import State
from publisher.catalog.xliff_read import read_xliff
from publisher.errors import CatalogError

BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


def xliff(body: str, before: str = "", version: str = "2.1") -> bytes:
    return (
        f'<?xml version="1.0"?>\n{before}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" '
        f'xmlns:xi="http://www.w3.org/2001/XInclude" version="{version}" srcLang="en" '
        f'trgLang="sq">{body}</xliff>'
    ).encode()


def unit(source: str, target: str = "", more: str = "", *, state: str = "translated") -> str:
    return (
        f'<file id="a">\n<unit id="u1" name="title">{more}\n'
        f'<segment state="{state}"><source>{source}</source>{target}</segment></unit></file>'
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not XML"),
        (b"\x89PNG", "not XML"),
        (b"hello", "not XML"),
        (xliff(unit("a"))[:-30], "not XML"),
        (xliff(unit("a")).replace(b'"1.0"', b'"1.0" encoding="klingon"'), "not XML"),
        (xliff(unit("&undefined;")), "not XML"),
        (xliff("<!-- -->" + "<group>" * 300), "not XML"),
        (xliff(unit("a"), before="<!DOCTYPE xliff>\n"), "DOCTYPE"),
        (
            xliff(
                unit("&e;"),
                before='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n',
            ),
            "DOCTYPE",
        ),
        (xliff(unit("a"), before='<!DOCTYPE x SYSTEM "http://localhost/x.dtd">\n'), "DOCTYPE"),
        (xliff(unit("&e11;"), before=f'<!DOCTYPE x [<!ENTITY e0 "x">{BOMB}]>\n'), "DOCTYPE|XML"),
        (b'<xliff version="1.2"/>', "this is xliff 1.2, not XLIFF 2"),
        (xliff(unit("a"), version="3.0"), "not XLIFF 2"),
        (b"<html/>", "this is html, not XLIFF 2"),
        (xliff(""), "0 articles"),
        (xliff('<file id="a"/><file id="b"/>'), "2 articles"),
        (xliff('<file id="a"><skeleton href="/etc/passwd"/></file>'), "refers to another file"),
        (xliff('<file id="a"><xi:include href="/etc/passwd"/></file>'), "refers to another file"),
        (xliff('<file id="a"><segment><source>a</source></segment></file>'), "no unit"),
        (xliff('<file id="a"><unit id="u1"><segment/></unit></file>'), "no source"),
        (xliff(unit("a", more="<ignorable><source> </source></ignorable>")), "split"),
        (xliff(unit("a", state="perfect")), "the state 'perfect'"),
        (xliff(unit("a", "<target><pc id='em'>x</pc></target>")), "'em' is not in the source"),
        (
            xliff(unit("<pc id='em'>a</pc>", "<target><ec startRef='a'/></target>")),
            "'a' is not in the source",
        ),
        (xliff(unit("<pc id='B x'>a</pc>")), "'B x' is none of ours"),
        (xliff(unit("<ph id='script&gt;'/>")), "is none of ours"),
        (xliff(unit("a", "<target><b>x</b></target>")), "<b> is no inline element"),
        (xliff(unit("a", "<target><xi:include href='x'/></target>")), "refers to another file"),
        (xliff(unit("a", "<target><cp hex='FFFFFFFF'/></target>")), "no character"),
        (xliff(unit("a", "<target><cp hex='x'/></target>")), "no character"),
        (
            xliff(unit("a").replace("</file>", unit("a").removeprefix('<file id="a">'))),
            "'u1' stands twice",
        ),
    ],
)
def test_a_broken_or_hostile_file_says_what_is_wrong(data: bytes, words: str) -> None:
    with pytest.raises(CatalogError, match=words) as caught:
        read_xliff(data, "a.xlf")

    assert caught.value.where.startswith("a.xlf:")
    assert caught.value.hint


def test_an_error_names_the_line() -> None:
    with pytest.raises(CatalogError) as caught:
        read_xliff(xliff(unit("a", "<target><b>x</b></target>")), "a.xlf")

    assert caught.value.where == "a.xlf:4"


def test_what_tools_add_is_understood() -> None:
    source = "Read <pc id='em'>it</pc><ph id='br'/>"
    target = (
        "<target><sc id='em'/><mrk id='m' type='comment' value='Sure?'>Lexo</mrk>"
        "<ec startRef='em'/><ph id='br'/><!-- x --> &lt;&amp;<cp hex='001B'/><sm id='n'/></target>"
    )
    notes = (
        "<notes><note category='extracted'>no</note><note>From the tool,\r\ntwo lines</note>"
        "<note category='comment'>Ours</note></notes>"
    )

    (found,) = read_xliff(xliff(unit(source, target, notes), version="2.0"), "a.xlf").units

    assert found.source == "Read <em>it</em><br/>"
    assert found.target == "<em>Lexo</em><br/> &lt;&amp;\x1b"
    assert found.comments == ("From the tool,", "two lines", "Ours", "Sure?")
    assert (found.state, found.fuzzy, found.tagged) == (State.TRANSLATED, False, True)


@pytest.mark.parametrize(
    ("attributes", "target", "fuzzy"),
    [
        ("", "<target>x</target>", True),
        ("state='initial'", "<target>x</target>", True),
        ("state='initial'", "", False),
        ("state='initial'", "<target/>", False),
        ("state='initial' subState='publisher:fuzzy'", "", True),
        ("state='translated'", "<target>x</target>", False),
    ],
)
def test_a_translation_that_is_not_finished_is_fuzzy(
    attributes: str, target: str, *, fuzzy: bool
) -> None:
    body = unit("a", target).replace('state="translated"', attributes)

    assert read_xliff(xliff(body), "a.xlf").units[0].fuzzy is fuzzy


def test_a_skeleton_inside_the_file_is_no_matter() -> None:
    data = xliff(unit("a").replace("<unit", "<skeleton>x</skeleton><unit"))

    assert read_xliff(data, "a.xlf").units[0].source == "a"
