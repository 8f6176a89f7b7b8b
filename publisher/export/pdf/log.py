"""What the typesetter complains about, as diagnostics."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from publisher.diagnostics import Diagnostic, Level

LOGGER = "weasyprint"


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[Diagnostic] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage().rstrip(": ")
        lost = record.levelno >= logging.ERROR  # such as a picture that cannot be read
        level = Level.ERROR if lost else Level.WARNING
        self.found.append(Diagnostic(level=level, code="pdf-typesetting", message=message))


@contextmanager
def collected() -> Iterator[list[Diagnostic]]:
    """Give the list to which complaints are added while the context is open."""
    collector, logger = _Collector(), logging.getLogger(LOGGER)
    logger.addHandler(collector)
    try:
        yield collector.found
    finally:
        logger.removeHandler(collector)
