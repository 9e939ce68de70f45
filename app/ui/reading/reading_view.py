"""The reading view: a document as text that can be selected, followed by anchor, and asked about by paragraph."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QTextCursor

from app.marks import override
from app.ui.reading.at_cursor import link_at, mark_at
from app.ui.reading.block_marks import paint_block_marks
from app.ui.reading.composed_view import ComposedView
from app.ui.reading.kept_place import block_seen
from app.ui.reading.writer import TO_ANCHOR, TO_QUESTION, TextMark


class ReadingView(ComposedView):
    """Shows a document; a paragraph that is clicked, or reached by the arrow keys, is chosen.

    ``block_chosen`` carries the anchor of the chosen block (empty where it has none: see ``chosen_block``),
    ``question_wished`` the question of a gap that was pressed, or of a suggestion at which Enter was.
    """

    block_chosen = Signal(str)
    question_wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._about: frozenset[str] = frozenset()
        self._changed: frozenset[str] = frozenset()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)

    @property
    def about(self) -> frozenset[str]:
        """The anchors that are marked at their edge."""
        return self._about

    @property
    def changed(self) -> frozenset[str]:
        """The anchors of what has just changed."""
        return self._changed

    def mark(self, about: Iterable[str], changed: Iterable[str] = ()) -> None:
        """Mark blocks at their edge: those that a question has to do with, and with a ground what just changed."""
        marks = frozenset(about), frozenset(changed)
        if marks != (self._about, self._changed):
            self._about, self._changed = marks
            self.viewport().update()

    def choose(self, anchor: str) -> None:
        """Choose the block with this anchor; with an empty anchor, none. Nothing moves but what comes back anyway."""
        if self._kept is None:
            self._stay()
        self._chosen = self._index(anchor) if anchor else -1
        self.viewport().update()

    def go_to(self, anchor: str) -> bool:
        """Bring the block with this anchor into view and choose it; whether there is one."""
        index = self._index(anchor)
        if index < 0:
            return False
        self._chosen = index
        self._go_to_chosen()
        return True

    def go_to_mark(self, direction: int) -> TextMark | None:
        """Go to the next gap or suggestion, or with -1 to the one before, round the end; None where there is none."""
        self.finish_composing()
        self._laying_out.call_off()
        marks = self._composed.marks
        cursor = self.textCursor()
        here = cursor.selectionStart()
        if direction > 0:
            found = next((mark for mark in marks if mark.start > here), next(iter(marks), None))
        else:
            found = next((mark for mark in reversed(marks) if mark.end <= here), marks[-1] if marks else None)
        if found is not None:
            cursor.setPosition(found.start)
            cursor.setPosition(found.end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self._choose_at(cursor)
            self._scroll_to(self.textCursor().block())
        return found

    # --- what the user does -------------------------------------------------------------------------------

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hurry()
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        place = event.position().toPoint()
        link = self.anchorAt(place)
        if link:
            self._follow(link)
        else:
            self._choose_at(self.cursorForPosition(place))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_link = bool(self.anchorAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._hurry()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            link = link_at(self.textCursor())
            mark = mark_at(self._composed.marks, self.textCursor())
            if link:
                self._follow(link)
            elif mark is not None:
                self.question_wished.emit(mark.question)
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if self.textCursor().position() != before:
            self._choose_at(self.textCursor())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_marks()
        super().paintEvent(event)

    def _hurry(self) -> None:
        """Show now what is still to come: what is held on screen may stand elsewhere by then."""
        self.finish_composing()
        self._laying_out.hurry()

    def _choose_at(self, cursor: QTextCursor) -> None:
        self._laying_out.call_off()
        chosen = self._composed.block_at(cursor.position())
        if chosen != self._chosen:
            self._chosen = chosen
            self.viewport().update()
            block = self.chosen_block
            self.block_chosen.emit(block.anchor if block is not None else "")

    def _follow(self, link: str) -> None:
        if link.startswith(TO_QUESTION):
            self.question_wished.emit(link.removeprefix(TO_QUESTION))
        elif self.go_to(link.removeprefix(TO_ANCHOR)):
            self.block_chosen.emit(link.removeprefix(TO_ANCHOR))

    def _paint_marks(self) -> None:
        body = self._body
        first = block_seen(self, self._composed, 0)
        last = block_seen(self, self._composed, self.viewport().height() - 1)
        seen = range(max(first, 0), min(last + 1, len(body)))
        lit = {index for index in seen if index == self._chosen or body[index].anchor in self._changed}
        barred = [index for index in seen if index in lit or body[index].anchor in self._about]
        paint_block_marks(self, self._composed, barred, lit)
