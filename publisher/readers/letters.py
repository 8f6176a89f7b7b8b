"""What counts of a text when it is compared with another."""


def letters(text: str) -> str:
    """Leave of a text what counts when it is compared: letters and digits in lower case.

    >>> letters("„Šta – sad?“")
    'štasad'
    """
    return "".join(filter(str.isalnum, text.casefold()))
