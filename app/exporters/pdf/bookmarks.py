"""Ways into a file: bookmarks beside the pages, and names for the places that links lead to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.exporters.pdf.contents import Entry
from app.exporters.pdf.objects import PdfFile, name_string, number_text, reference, text_string


class Place(NamedTuple):
    """Where an anchor stands: the page's index from 0, and the height in points from the page's foot."""

    page: int
    height: float


@dataclass(slots=True)
class _Branch:
    entry: Entry
    number: int
    branches: list["_Branch"] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(1 + branch.count for branch in self.branches)


def write_bookmarks(file: PdfFile, entries: Sequence[Entry]) -> int:
    """A tree of bookmarks, each below the last one of a lower rank; returns the tree's object number."""
    top = file.reserve()
    open_branches: list[_Branch] = []
    roots: list[_Branch] = []
    for entry in entries:
        branch = _Branch(entry, file.reserve())
        while open_branches and open_branches[-1].entry.rank >= entry.rank:
            open_branches.pop()
        (open_branches[-1].branches if open_branches else roots).append(branch)
        open_branches.append(branch)
    _write_branches(file, roots, top)
    ends = f"/First {reference(roots[0].number)}/Last {reference(roots[-1].number)}" if roots else ""
    file.put(top, f"<</Type/Outlines{ends}/Count {len(roots)}>>")
    return top


def _write_branches(file: PdfFile, branches: Sequence[_Branch], parent: int) -> None:
    for place, branch in enumerate(branches):
        words = f"/Title {text_string(branch.entry.words)}/Parent {reference(parent)}"
        if place > 0:
            words += f"/Prev {reference(branches[place - 1].number)}"
        if place + 1 < len(branches):
            words += f"/Next {reference(branches[place + 1].number)}"
        if branch.branches:
            first, last = branch.branches[0].number, branch.branches[-1].number
            # A negative count leaves the branch closed until the reader opens it.
            words += f"/First {reference(first)}/Last {reference(last)}/Count {-branch.count}"
        file.put(branch.number, f"<<{words}/Dest {name_string(branch.entry.anchor)}>>")
        _write_branches(file, branch.branches, branch.number)


def write_places(file: PdfFile, places: Mapping[str, Place], page_numbers: Sequence[int]) -> int:
    """Every anchor as a named destination; returns the number of the tree of names."""
    names = sorted(places, key=lambda name: name.encode("utf-8"))
    listed = " ".join(
        f"{name_string(name)}[{reference(page_numbers[places[name].page])}/XYZ null"
        f" {number_text(places[name].height)} null]"
        for name in names
    )
    return file.add(f"<</Names[{listed}]>>")
