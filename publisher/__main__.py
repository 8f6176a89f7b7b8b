"""`python -m publisher` is `publish`."""

from publisher.cli.main import main

main()
