"""A publication's folder: which files in it are articles and layouts, and which are nobody's."""

from pathlib import Path

from publisher.project.layouts import layout_names, read_layout
from publisher.project.publication import open_publication

SETTINGS = 'title = "T"\npublisher = "P"\n'


def publication(folder: Path, *files: str) -> Path:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("")
    (folder / "publication.toml").write_text(SETTINGS)
    return folder


def test_hidden_files_are_no_articles(tmp_path: Path) -> None:
    publication(tmp_path, "articles/a.md", "articles/b/article.md", "articles/._a.md")
    publication(tmp_path, "articles/.git/article.md", "articles/b/.#article.md")
    (tmp_path / "articles" / ".#a.md").symlink_to("user@host.1:2")  # as Emacs locks a file

    opened = open_publication(tmp_path)

    assert list(opened.sources) == ["a", "b"]
    assert opened.strays == ()


def test_a_layout_is_a_folder_that_is_not_hidden(tmp_path: Path) -> None:
    publication(tmp_path, "layouts/.DS_Store", "layouts/README", "layouts/.git/x", "layouts/own/x")

    assert layout_names(open_publication(tmp_path)) == ("article", "own")


def test_hidden_files_are_no_part_of_a_layout(tmp_path: Path) -> None:
    publication(tmp_path, "layouts/own/.git/x.css", "layouts/own/.x.css", "layouts/own/in/x.css")

    assert list(read_layout(open_publication(tmp_path), "own").files) == ["in/x.css"]
