"""The reading view: a document as text that can be selected, followed by anchor, and asked about by paragraph."""

from bisect import bisect_right
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit

from app.documents.blocks import Block, Document
from app.marks import override
from app.ui.reading.at_cursor import link_at, mark_at
from app.ui.reading.block_marks import paint_block_marks
from app.ui.reading.composing import Composed, TableNeeds, compose, table_needs
from app.ui.reading.kept_place import KeptPlace, block_seen, bring_back, come_to, index_of, place_in_view
from app.ui.reading.laying_out import LayingOut
from app.ui.reading.reading_style import ReadingStyle
from app.ui.reading.recomposing import recompose
from app.ui.reading.writer import TO_ANCHOR, TO_QUESTION, TextMark
from app.ui.theme.measures import HALF_SPACE, READING_WIDTH, SPACE, TRIPLE_SPACE
from app.ui.theme.theme import Theme, current_theme
from app.ui.work.next_turn import NextTurn


class ReadingView(QTextEdit):
    """Shows a document; a paragraph that is clicked, or reached by the arrow keys, is chosen.

    ``block_chosen`` carries the anchor of the chosen block (empty where it has none: see ``chosen_block``),
    ``question_wished`` the question of a gap that was pressed, or of a suggestion at which Enter was.
    """

    block_chosen = Signal(str)
    question_wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("No document")
        self._document: Document | None = None
        self._theme: Theme | None = None
        self._style: ReadingStyle | None = None
        self._composed = Composed(QTextDocument(self))
        self._needs: TableNeeds = {}
        self._widths: tuple[float, ...] = ()
        self._lists = 0
        self._about: frozenset[str] = frozenset()
        self._changed: frozenset[str] = frozenset()
        self._chosen = -1
        self._kept: KeptPlace | None = None
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self._laying_out = LayingOut(self.viewport(), self)
        self._later = NextTurn(self, self._compose_where_changed)

    @property
    def shown(self) -> Document | None:
        """The document that is shown."""
        return self._document

    @property
    def chosen_block(self) -> Block | None:
        """The block that is chosen."""
        return self._body[self._chosen] if 0 <= self._chosen < len(self._body) else None

    @property
    def about(self) -> frozenset[str]:
        """The anchors that are marked at their edge."""
        return self._about

    @property
    def changed(self) -> frozenset[str]:
        """The anchors of what has just changed."""
        return self._changed

    def show_document(self, document: Document | None) -> None:
        """Show a document. The place that was being read stays in view where the document is the same one."""
        if document is self._document and self._theme == current_theme():
            return
        before = self._document
        is_same = document is not None and before is not None and document.id == before.id
        kept = (self._kept or self._place()) if is_same else None
        chosen = self.chosen_block if is_same else None
        self._document, self._chosen = document, -1
        self._needs = table_needs(document, self._needs) if document is not None else {}
        self._widths = tuple(sorted(letters for _, letters in self._needs.values()))
        self.setAccessibleName(f"{document.title}, text" if document is not None else "No document")
        is_new_text = not (is_same and self._recompose(before, document))
        if is_new_text:
            self._compose()
        self._chosen = self._index(chosen.anchor) if chosen is not None and chosen.anchor else -1
        self._kept = kept
        self._when_laid_out(self._come_back_to_new_text if is_new_text else self._come_back)

    def mark(self, about: Iterable[str], changed: Iterable[str] = ()) -> None:
        """Mark blocks at their edge: those that a question has to do with, and with a ground what just changed."""
        marks = frozenset(about), frozenset(changed)
        if marks != (self._about, self._changed):
            self._about, self._changed = marks
            self.viewport().update()

    def choose(self, anchor: str) -> None:
        """Choose the block with this anchor; with an empty anchor, none. Nothing moves but what comes back anyway."""
        if self._kept is None:
            self._laying_out.call_off()
        self._chosen = self._index(anchor) if anchor else -1
        self.viewport().update()

    def go_to(self, anchor: str) -> bool:
        """Bring the block with this anchor into view and choose it; whether there is one."""
        index = self._index(anchor)
        if index < 0:
            return False
        self._chosen = index
        # A text that was just composed would else be laid out up to there in one go.
        self._laying_out.when_at(self._composed.starts[index], self._come_to_chosen)
        return True

    def go_to_top(self) -> None:
        """Show the beginning, with nothing chosen."""
        self._laying_out.call_off()
        self._chosen, self._kept = -1, None
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def go_to_mark(self, direction: int) -> TextMark | None:
        """Go to the next gap or suggestion, or with -1 to the one before, round the end; None where there is none."""
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
        self._laying_out.hurry()  # what is held on screen may stand elsewhere by now
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
        self._laying_out.hurry()
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
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_place(event.oldSize().height())
        super().resizeEvent(event)
        self._keep_lines_short()
        if self._kept is not None:
            self._when_laid_out(self._bring_back)
        self._later.ask()

    @override
    def changeEvent(self, event: QEvent) -> None:
        is_new_look = event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange} and hasattr(self, "_later")
        if is_new_look:
            self._keep_place()
        super().changeEvent(event)
        if is_new_look:
            self._later.ask()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_marks()
        super().paintEvent(event)

    def _keep_lines_short(self) -> None:
        """Lines of running text grow no longer than reads well, however wide the view."""
        spare = self.width() - READING_WIDTH * self.fontMetrics().averageCharWidth()
        beside = max(spare // 2, 0)
        if self.viewportMargins().left() != beside:
            self.setViewportMargins(beside, 0, beside, 0)

    def _come_to_chosen(self) -> None:
        if self.chosen_block is not None:
            self._put_cursor_at_chosen()
            self._scroll_to(self.textCursor().block())

    def _put_cursor_at_chosen(self) -> None:
        """Let the arrow keys go on from what is chosen, also in a text that was set anew."""
        if self.chosen_block is not None:
            cursor = QTextCursor(self._composed.text)
            cursor.setPosition(self._composed.starts[self._chosen])
            self.setTextCursor(cursor)

    def _when_laid_out(self, come_back: Callable[[], object]) -> None:
        """Come back to the place that was read once a text that has no places yet is laid out up to there.

        What waits already comes to a place of its own.
        """
        if self._laying_out.is_waiting:
            return
        kept = self._index(self._kept.anchor) if self._kept is not None else -1
        furthest = max(kept, self._chosen)
        if furthest < 0:
            come_back()
        else:
            self._laying_out.when_at(self._composed.starts[furthest], come_back)

    def _come_back_to_new_text(self) -> None:
        self._put_cursor_at_chosen()
        self._come_back()

    def _come_back(self) -> None:
        self._bring_back()
        self._kept = None

    def _bring_back(self) -> None:
        if self._kept is not None:
            bring_back(self, self._composed, self._body, self._kept)

    def _choose_at(self, cursor: QTextCursor) -> None:
        self._laying_out.call_off()
        chosen = self._composed.block_at(cursor.position())
        if chosen != self._chosen:
            self._chosen = chosen
            self.viewport().update()
            block = self.chosen_block
            self.block_chosen.emit(block.anchor if block is not None else "")

    def _scroll_to(self, line: QTextBlock) -> None:
        self._kept = None
        come_to(self, self._composed, self._chosen, line)
        self.viewport().update()

    def _follow(self, link: str) -> None:
        if link.startswith(TO_QUESTION):
            self.question_wished.emit(link.removeprefix(TO_QUESTION))
        elif self.go_to(link.removeprefix(TO_ANCHOR)):
            self.block_chosen.emit(link.removeprefix(TO_ANCHOR))

    # --- drawing ------------------------------------------------------------------------------------------

    def _compose_where_changed(self) -> None:
        if self._document is None:
            return
        self._keep_place()
        if self._theme != current_theme() or self._lists != self._lists_at(self._letters()):
            is_on_its_way = self._laying_out.waits_for(self._come_to_chosen)
            self._compose()
            if is_on_its_way:
                self._laying_out.when_at(self._composed.starts[self._chosen], self._come_to_chosen)
            else:
                self._when_laid_out(self._come_back_to_new_text)
        else:
            self._when_laid_out(self._come_back)

    def _recompose(self, before: Document | None, after: Document | None) -> bool:
        """Change only what is new in the text; whether that could be done."""
        letters = self._letters()
        is_dressed = self._theme == current_theme() and self._lists == self._lists_at(letters)
        if before is None or after is None or self._style is None or not is_dressed:
            return False
        found = recompose(self._composed, before, after, self._style, letters)
        if found is not None:
            self._composed = found
            # What comes after the first change has lost its place.
            self._laying_out.begin(found.text)
        return found is not None

    def _compose(self) -> None:
        theme = self._theme = current_theme()
        self._keep_lines_short()
        style = self._style = ReadingStyle(theme)
        letters = self._letters()
        self._lists = self._lists_at(letters)
        before = self._composed.text
        composed = compose(self._document, style, letters) if self._document is not None else Composed(QTextDocument())
        composed.text.setParent(self)
        composed.text.setDocumentMargin(TRIPLE_SPACE if self.viewportMargins().left() else SPACE + HALF_SPACE)
        self._composed = composed
        self.setDocument(composed.text)
        self._laying_out.begin(composed.text)
        before.deleteLater()

    def _letters(self) -> float:
        return self.viewport().width() / max(self.fontMetrics().averageCharWidth(), 1)

    def _lists_at(self, letters: float) -> int:
        return len(self._widths) - bisect_right(self._widths, letters)

    @property
    def _body(self) -> tuple[Block, ...]:
        return self._document.body if self._document is not None else ()

    def _index(self, anchor: str) -> int:
        return index_of(self._body, anchor)

    def _place(self, height: int = 0) -> KeptPlace:
        return place_in_view(self, self._composed, self._body, self._chosen, height)

    def _keep_place(self, height: int = 0) -> None:
        """Note what is read before the text is set anew; the first note stands until it has been brought back."""
        # A clause that is gone to is no place yet, and to ask where one is would lay all before it out at once.
        is_on_its_way = self._laying_out.waits_for(self._come_to_chosen)
        if self._kept is None and self._document is not None and not is_on_its_way:
            self._kept = self._place(height)

    def _paint_marks(self) -> None:
        body = self._body
        first = block_seen(self, self._composed, 0, 1)
        last = block_seen(self, self._composed, self.viewport().height() - 1, -1)
        seen = range(max(first, 0), min(last + 1, len(body)))
        lit = {index for index in seen if index == self._chosen or body[index].anchor in self._changed}
        barred = [index for index in seen if index in lit or body[index].anchor in self._about]
        paint_block_marks(self, self._composed, barred, lit)
