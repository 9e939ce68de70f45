"""How blocks flow onto pages: what stays together, where a page ends, and on which page each anchor stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from app.exporters.pdf.drawing import Sheet


class Block(Protocol):
    """Something that stands on a page as one or more slabs, which a page end may part.

    Lengths are in points. `sticks[i]` says that slab `i` stays on the page of the slab after it, which for the
    last slab is the first of the next block.
    """

    @property
    def heights(self) -> Sequence[float]: ...
    @property
    def sticks(self) -> Sequence[bool]: ...
    @property
    def space_before(self) -> float: ...
    @property
    def space_after(self) -> float: ...
    @property
    def repeated_height(self) -> float:
        """Height of what is drawn again above the slabs that continue on a further page."""
        ...

    @property
    def starts_page(self) -> bool: ...
    @property
    def anchors(self) -> Sequence[str]: ...

    def draw(self, sheet: Sheet, left: float, top: float, first: int, last: int) -> None:
        """Draws the slabs from `first` up to, not with, `last`, and above them what is repeated."""
        ...


@dataclass(slots=True)
class Placed:
    """Slabs of one block that stand together on a page."""

    block: Block
    first: int
    last: int
    top: float


class _Slab(NamedTuple):
    block: Block
    place: int
    height: float
    space: float


def lay_out(blocks: Sequence[Block], top: float, bottom: float) -> list[list[Placed]]:
    """The blocks on as many pages as they need, at least one. `top` and `bottom` bound what stands on a page.

    Slabs that stick together move to the next page together. Only a chain that is higher than a page is
    parted, and no slab is ever left out.
    """
    pages = _Pages(top, bottom)
    for chain in _chains(blocks):
        pages.add(chain)
    return pages.placed


def _chains(blocks: Sequence[Block]) -> Iterator[list[_Slab]]:
    chain: list[_Slab] = []
    space_after = 0.0
    for block in blocks:
        if block.starts_page and chain:
            yield chain
            chain = []
        for place, (height, sticks) in enumerate(zip(block.heights, block.sticks, strict=True)):
            space = max(space_after, block.space_before) if place == 0 else 0.0
            chain.append(_Slab(block, place, height, space))
            if not sticks:
                yield chain
                chain = []
        space_after = block.space_after
    if chain:
        yield chain


class _Pages:
    """Pages as they fill."""

    def __init__(self, top: float, bottom: float) -> None:
        self._top, self._bottom = top, bottom
        self._y = top
        self.placed: list[list[Placed]] = [[]]

    def add(self, chain: Sequence[_Slab]) -> None:
        first = chain[0]
        is_forced = first.block.starts_page and first.place == 0
        if self.placed[-1] and (is_forced or self._y + _height(chain) > self._bottom):
            self._turn()
        if not self.placed[-1] and self._y + self._repeated(first) + _height(chain) - first.space > self._bottom:
            for slab in chain:
                if self.placed[-1] and self._y + slab.space + slab.height > self._bottom:
                    self._turn()
                self._place(slab)
            return
        for slab in chain:
            self._place(slab)

    def _turn(self) -> None:
        self.placed.append([])
        self._y = self._top

    def _repeated(self, slab: _Slab) -> float:
        return slab.block.repeated_height if slab.place else 0.0

    def _place(self, slab: _Slab) -> None:
        page = self.placed[-1]
        if page and page[-1].block is slab.block:
            page[-1].last = slab.place + 1
        else:
            self._y += slab.space if page else 0.0
            page.append(Placed(slab.block, slab.place, slab.place + 1, self._y))
            self._y += self._repeated(slab)
        self._y += slab.height


def _height(chain: Sequence[_Slab]) -> float:
    return sum(slab.space + slab.height for slab in chain)
