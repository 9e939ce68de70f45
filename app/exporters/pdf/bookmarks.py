"""Ways into a file: bookmarks beside the pages, and names for the places that links lead to."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFText

from app.exporters.pdf.canvas import TaggedCanvas
from app.exporters.pdf.contents import Entry


def add_bookmarks(canvas: TaggedCanvas, entries: Sequence[Entry]) -> None:
    """A tree of bookmarks, each below the last one of a lower rank and closed until the reader opens it."""
    ranks: list[int] = []
    for entry in entries:
        while ranks and ranks[-1] >= entry.rank:
            ranks.pop()
        canvas.addOutlineEntry(entry.words, entry.anchor, len(ranks), closed=True)
        ranks.append(entry.rank)
    canvas.showOutline()


def add_places(canvas: TaggedCanvas) -> None:
    """Every place on a page that has a name, in the order of the names."""
    listed: list[object] = []
    for name, place in sorted(canvas.places().items(), key=lambda item: item[0].encode("utf-8")):
        listed += [PDFText(name), place.place]
    canvas.setCatalogEntry("Names", {"Dests": PDFDictionary({"Names": PDFArray(listed)})})
