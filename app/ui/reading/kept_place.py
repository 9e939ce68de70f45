"""The place of a text that stays where it is in the view while the text is set anew around it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit

from app.documents.blocks import Block
from app.ui.reading.composing import Composed

#: A place that is gone to stands no further down the view than this, so that what leads up to it is seen as well.
_SHARE_ABOVE = 0.22
#: Pixels above the first line that is seen, which would else touch the edge.
_AIR = 4
#: No two paragraphs stand so many pixels apart; none is as low as that many.
_GAP, _LINE = 80, 8


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """The anchor of a block, and how many pixels below the top of the view it begins.

    Without an anchor the pixels are those above the top of the view, which are all that is known then.
    """

    anchor: str
    below: float


def place_in_view(
    view: QTextEdit, composed: Composed, body: tuple[Block, ...], chosen: int, height: int = 0
) -> KeptPlace:
    """The block that is chosen, where it begins in sight; else the one at the top.

    ``height`` is that of the view in which it was seen, where it has just become another.
    """
    scrolled = view.verticalScrollBar().value()
    if 0 <= chosen < len(body) and body[chosen].anchor:
        below = top_of(composed, chosen) - scrolled
        if 0 <= below <= max(height, view.viewport().height()) - view.fontMetrics().height():
            return KeptPlace(body[chosen].anchor, below)
    first = block_seen(view, composed, 0)
    if not 0 <= first < len(body) or not body[first].anchor:
        return KeptPlace("", float(scrolled))
    return KeptPlace(body[first].anchor, top_of(composed, first) - scrolled)


def block_seen(view: QTextEdit, composed: Composed, below: int) -> int:
    """The place in the body of what stands so many pixels below the top of the view; -1 for what is before it.

    Between two paragraphs it is the next one. There Qt names a place far down the text until all of it is laid out,
    and a cursor that is set to such a place has the text laid out up to there in one go.
    """
    layout = composed.text.documentLayout()
    top = view.verticalScrollBar().value() + below
    hits = (layout.hitTest(QPointF(0, top + more), Qt.HitTestAccuracy.FuzzyHit) for more in range(0, _GAP, _LINE))
    return composed.block_at(min(hits))


def bring_back(view: QTextEdit, composed: Composed, body: tuple[Block, ...], kept: KeptPlace) -> None:
    """Scroll so that a place stands where it did, or higher where the view has become too low for that."""
    index = index_of(body, kept.anchor)
    if index < 0:
        wished = kept.below if not kept.anchor else -kept.below
    else:
        is_too_low = kept.below > 0 and kept.below + _height_of(composed, index) > view.viewport().height()
        below = room_above(view, composed, index) if is_too_low else kept.below
        wished = top_of(composed, index) - below
    _scroll_to(view, round(wished))


def come_to(view: QTextEdit, composed: Composed, index: int, line: QTextBlock) -> None:
    """Scroll to a block of the body: what leads up to it is seen from the beginning of a block, or not at all.

    Where ``line``, a paragraph in it such as a cell of a long table, would not be in sight then, that comes into sight.
    """
    wished = top_of(composed, index) - room_above(view, composed, index)
    place = composed.text.documentLayout().blockBoundingRect(line)
    if place.bottom() - wished > view.viewport().height():
        wished = max(wished, place.top() - view.viewport().height() * _SHARE_ABOVE)
    _scroll_to(view, round(wished))


def room_above(view: QTextEdit, composed: Composed, index: int) -> float:
    """How many pixels above a block leave room for whole blocks before it, and none where it would be cut for them."""
    top, height = top_of(composed, index), view.viewport().height()
    most = min(height * _SHARE_ABOVE, height - _height_of(composed, index) - _AIR)
    above = 0.0
    for before in range(index - 1, -1, -1):
        wished = top - top_of(composed, before)
        if wished > most:
            break
        above = wished
    return above + _AIR


def _scroll_to(view: QTextEdit, pixels: int) -> None:
    """Show what stands so far down the text at the top of the view."""
    # Qt learns how long a text is while it is drawn; until then it would not scroll so far.
    view.verticalScrollBar().setMaximum(max(view.verticalScrollBar().maximum(), pixels))
    view.verticalScrollBar().setValue(pixels)


def top_of(composed: Composed, index: int) -> float:
    """How far down the text a block of the body begins, in pixels."""
    text = composed.text
    return text.documentLayout().blockBoundingRect(text.findBlock(composed.starts[index])).top()


def _height_of(composed: Composed, index: int) -> float:
    text = composed.text
    return text.documentLayout().blockBoundingRect(text.findBlock(composed.starts[index])).height()


def index_of(body: tuple[Block, ...], anchor: str) -> int:
    """The place in the body of the block with an anchor, counted from 0; -1 where there is none."""
    return next((index for index, block in enumerate(body) if anchor and block.anchor == anchor), -1)
