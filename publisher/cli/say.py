"""Saying something to the user, who may have stopped listening."""

import os
import sys
import traceback

import click

from publisher.errors import PublishError


def say(words: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print to standard output or standard error.

    Where nobody reads it any more (`publish | head`), the work goes on in silence: the exit status
    still tells what came of it.
    """
    try:
        click.echo(words, err=err, nl=nl)
    except BrokenPipeError:
        hush(err=err)


def hush(*, err: bool = False) -> None:
    """Let all that is said from now on, and what is still held back, go nowhere."""
    stream = sys.stderr if err else sys.stdout
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def counted(number: int, thing: str) -> str:
    """Say how many there are of what has its plural in -s.

    >>> counted(1, "figure"), counted(1200, "word")
    ('1 figure', '1,200 words')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def told(error: Exception, *, debug: bool) -> str:
    """Put an error into words: with its traceback for those who mend the program."""
    if debug:
        return "".join(traceback.format_exception(error)).rstrip()
    if isinstance(error, PublishError):
        return f"error: {error}"
    hint = "run it again with --debug and report what it prints"
    return f"error: a bug in the program: {error!r}\n  hint: {hint}"
