"""Option lines where they do not belong: a credit without a figure would be printed as text."""

from publisher.readers.base import Findings, did_you_mean
from publisher.readers.markdown.directives import BLANK, OPTION
from publisher.readers.markdown.tree import Node

OPTIONS = ("alt", "credit", "licence", "date", "place", "withheld", "kind")
HINT = "options stand directly below the line that opens a figure: :::{figure} path"


def report_stray_options(paragraph: Node, findings: Findings, *, below: str = "") -> None:
    """Report option lines in a paragraph.

    Args:
        paragraph: Of the body, or of the caption of a figure.
        findings: Takes the reports.
        below: What they stand below where they are in a figure.
    """
    written = paragraph.children[0].token.content.split("\n")
    options = [OPTION.fullmatch(line.strip(BLANK)) for line in written]
    for number, option in enumerate(options):
        if option is None or not (option["name"] in OPTIONS or all(options)):
            continue
        name = option["name"]
        credit = "credit" if name == "credit" else "option"
        code = "option-misplaced" if below else f"{credit}-without-figure"
        where = f"below {below}" if below else "without a figure"
        findings.error(
            paragraph.line + number,
            code,
            f"`:{name}:` stands {where}",
            HINT if name in OPTIONS else did_you_mean(name, OPTIONS, HINT),
        )
