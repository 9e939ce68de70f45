"""The few words that a PDF adds to a document: names of its own pages, and what stands around the text."""

from collections.abc import Callable, Sequence
from datetime import date

from app.documents.blocks import Document, Status, standing

CONTENTS = "Contents"
OPEN_POINTS = "Open points"
DOCUMENT_CONTROL = "Document control"
POINT_COLUMNS = ("No.", "Question", "Section", "Place")
SUGGESTION_KEY = ("Words with a dotted line under them", " come from a suggestion that nobody has agreed yet.")
GOVERNANCE_PACK = "Governance pack"


def date_text(day: date) -> str:
    """A date as it is written in a document, such as 6 August 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def points_introduction(count: int) -> str:
    """What the list of open points says above itself."""
    if count == 1:
        return "One answer is still missing. The text shows its place with the number of the point."
    return f"{count} answers are still missing. The text shows the place of each with the number of the point."


def edition(document: Document) -> str:
    """Which edition a page belongs to, such as Draft 0.3 · 6 August 2026."""
    match document.status:
        case Status.DRAFT:
            return f"Draft {document.version} · {date_text(document.dated)}"
        case Status.FINAL:
            return f"Version {document.version} · {date_text(document.dated)}"


def pack_subtitle(documents: Sequence[Document]) -> str:
    """How many documents a pack holds, and of which day the latest of them is."""
    count = "One document" if len(documents) == 1 else f"{len(documents)} documents"
    return f"{count}, {date_text(max(document.dated for document in documents))}"


def pack_status(documents: Sequence[Document]) -> Status:
    """A pack is final when everything in it is."""
    return Status.FINAL if all(document.status is Status.FINAL for document in documents) else Status.DRAFT


def pack_standing(documents: Sequence[Document]) -> str:
    """How far a pack has come; one document with illustrative answers marks it all."""
    return standing(pack_status(documents), has_illustrations=has_illustrations(documents))


def has_illustrations(documents: Sequence[Document]) -> bool:
    """Whether anything in a pack rests on answers of an example."""
    return any(document.has_illustrations for document in documents)


def page_of_pages(number: int, count: int) -> str:
    """Which page of how many, such as Page 9 of 24."""
    return f"Page {number} of {count}"


def name_in_room(name: str, ending: str, fits: Callable[[str], bool]) -> str:
    """A name and its ending, such as a collaborative and a title, on one line that has room for what fits.

    The name is cut short, so that the ending still tells what one reads; where even that is too much, all is cut.
    """
    if fits(name + ending):
        return name + ending
    head, tail = (name, ending) if fits(f"{name[:_LEAST_OF_A_NAME]}…{ending}") else (name + ending, "")
    short, long = 0, len(head)
    while long - short > 1:
        middle = (short + long) // 2
        short, long = (middle, long) if fits(f"{head[:middle].rstrip()}…{tail}") else (short, middle)
    return f"{head[:short].rstrip()}…{tail}"


_LEAST_OF_A_NAME = 12


def lead_to(words: str) -> str:
    """What a link says of itself to someone who cannot see it."""
    return f"Go to {words}"
