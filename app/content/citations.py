"""Reads the small parts that many entries share: citations of sources and lists of law records."""

from app.content.entries import Entry
from app.domain.questions import Citation


def read_citations(entry: Entry) -> tuple[Citation, ...]:
    """The sources of an entry, each with its place."""
    citations = []
    for part in entry.parts("sources", lambda raw: str(raw.get("source", "source"))):
        citations.append(Citation(part.text("source"), part.text("place")))
        part.finish()
    return tuple(citations)
