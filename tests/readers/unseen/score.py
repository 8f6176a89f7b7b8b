"""Judge the reader of web pages by the pages that were written without knowing it.

`python -m tests.readers.unseen.score` prints a table and each miss.
"""

import sys

from tests.readers.pages.compare import Score
from tests.readers.pages.score import measure, reader, table
from tests.readers.unseen.held import held


def main() -> None:
    """Judge the reader, and print what it makes of the pages."""
    scores: dict[str, Score] = {}
    for page in held():
        scores.setdefault(page.system, Score()).add(measure(page, reader()))
    sys.stdout.writelines(f"{line}\n" for line in table(scores))


if __name__ == "__main__":
    main()
