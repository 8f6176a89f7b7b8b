"""Doing many things of which some may fail: each is told, none stops the others."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from publisher.cli.say import say, told
from publisher.errors import PublishError, exit_status_of


class Attempts:
    """What a command tries; its exit status is the lowest of what went wrong."""

    def __init__(self) -> None:
        self._errors: list[PublishError] = []

    @contextmanager
    def one(self) -> Iterator[list[PublishError]]:
        """Try something; an error of the user's is told, and the command goes on.

        Given is a list, into which the error is put.
        """
        failure: list[PublishError] = []
        try:
            yield failure
        except PublishError as error:
            failure.append(error)
            self._errors.append(error)
            debug = click.get_current_context().find_root().params["debug"]
            say(told(error, debug=debug), err=True)

    def end(self) -> None:
        """Exit, where something went wrong."""
        if self._errors:
            click.get_current_context().exit(exit_status_of(self._errors))
