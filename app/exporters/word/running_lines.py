"""What stands above and below the text of every page."""

from app.documents.blocks import Document
from app.exporters import wording
from app.exporters.word.elements import DECLARATION, NAMES, field, paragraph, run
from app.exporters.word.texts import one_line, words

_MOST_LETTERS = 108
"""About as many letters as fit on the line in Arial, those of the status among them."""


def write_header(document: Document) -> str:
    """The part with the name of the document at the left and its status at the right."""
    most = _MOST_LETTERS - len(document.standing)
    title = f": {document.title}" if document.collaborative else document.title
    name = wording.name_in_room(one_line(document.collaborative), one_line(title), lambda text: len(text) <= most)
    content = words(name) + run("<w:tab/>") + words(document.standing)
    return f"{DECLARATION}<w:hdr {NAMES}>{paragraph('Header', content)}</w:hdr>"


def write_cover_header() -> str:
    """The part for the cover, which has nothing above it."""
    return f"{DECLARATION}<w:hdr {NAMES}>{paragraph('Normal', '')}</w:hdr>"


def write_footer(document: Document) -> str:
    """The part with the edition at the left, and the page of how many at the right."""
    page, pages = field("PAGE", words("1")), field("NUMPAGES", words("1"))
    content = words(one_line(wording.edition(document))) + run("<w:tab/>")
    content += words("Page ") + page + words(" of ") + pages
    return f"{DECLARATION}<w:ftr {NAMES}>{paragraph('Footer', content)}</w:ftr>"
