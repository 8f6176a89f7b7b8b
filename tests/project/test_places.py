"""The line of a setting, whatever form of TOML it is written in."""

import pytest

from publisher.project.places import line_of

TEXT = """# title = "not this"
publisher = "P"
title.en = "A"
'title'."sr-Cyrl" = "Б"
complete = { caption = 80 }

[ "title" ]
sq = "C"

[complete.inner]
title = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("publisher",), 2),
        (("title",), 3),
        (("title", "en"), 3),
        (("title", "sr-Cyrl"), 4),
        (("title", "sq"), 8),
        (("complete", "caption"), 5),
        (("complete", "inner", "title"), 11),
        (("nothing",), 1),
    ],
)
def test_a_setting_is_found_where_it_stands(path: tuple[str, ...], line: int) -> None:
    assert line_of(TEXT, *path) == line
