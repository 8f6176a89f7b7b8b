"""The rules, by what they look at; each is a function `(entry, context) -> Iterator[Slip]`."""
