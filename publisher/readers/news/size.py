"""How large a file of news may be."""

from publisher.readers.draft import Draft

LARGEST = 48_000_000  # bytes


def refuse_large(draft: Draft) -> bool:
    """Note an error where the file is larger than any feed; tell whether it is."""
    size = len(draft.incoming.data)
    if size > LARGEST:
        message = f"the file has {size // 1_000_000} MB"
        draft.findings.error(0, "feed-too-large", message, "is it the right one?")
    return size > LARGEST
