"""A page's style sheets stand alone."""

import pytest

from publisher.errors import UsageError
from publisher.render.stylesheets import require_self_contained


@pytest.mark.parametrize(
    "text",
    [
        "@import url(http://x.example/a.css);",
        '@import "a.css";',
        "body { background: url(http://x.example/x.png) }",
        'body { background: url("//x.example/x.png") }',
        "body { background: \\75rl(http://x.example/x.png) }",
        'body { background: image-set("x.png" 1x) }',
        "@media print { a { b: { c: url(x.png) } } }",
        "a { b: c(url(file:///etc/passwd)) }",
    ],
)
def test_what_would_be_fetched_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(UsageError, match="fetches") as caught:
        require_self_contained(f"p {{ color: red }}\n{text}", "custom.css")

    assert caught.value.where == "custom.css:2"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a { b: url(data:image/png;base64,AA==) }",
        "a { b: url(#c) }",
        "/* @import */ a { b: c }",
    ],
)
def test_what_a_page_holds_itself_is_let_through(text: str) -> None:
    require_self_contained(text, "custom.css")
