"""Content controls of a Word file: prompts for words, and the building blocks of Word itself."""

from publisher.readers.word.elements import Element, attribute_of, is_said, qualified

GALLERY = "/".join(map(qualified, ("w:sdtPr", "w:docPartObj", "w:docPartGallery")))


def is_prompt(control: Element) -> bool:
    """Whether a control only asks for words."""
    return bool(is_said(control.find(qualified("w:sdtPr")), "showingPlcHdr"))


def is_contents(control: Element) -> bool:
    """Whether a control is a table of contents that Word made."""
    gallery = control.find(GALLERY)
    return gallery is not None and "contents" in attribute_of(gallery, "val").lower()


def words_in(control: Element) -> str:
    """Give the words of a control in one line."""
    paragraphs = (
        "".join(str(one.text or "") for one in paragraph.iter(qualified("w:t")))
        for paragraph in [*control.iter(qualified("w:p"))] or [control]
    )
    return " ".join(filter(None, paragraphs))
