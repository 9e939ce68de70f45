"""A document as text: composed a little at a time, and changed only where a new draft reads differently."""

from bisect import bisect_right
from collections.abc import Callable
from enum import Enum, auto
from time import perf_counter

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit

from app.documents.blocks import Block, Document
from app.marks import override
from app.ui.reading.composing import Composed, Composing, TableNeeds, table_needs
from app.ui.reading.kept_place import KeptPlace, bring_back, come_to, index_of, place_in_view
from app.ui.reading.laying_out import LayingOut
from app.ui.reading.reading_style import ReadingStyle
from app.ui.reading.recomposing import recompose
from app.ui.theme.measures import HALF_SPACE, READING_WIDTH, SPACE, TRIPLE_SPACE
from app.ui.theme.theme import Theme, current_theme
from app.ui.work.next_turn import NextTurn

#: Seconds of composing at a time: all of a long document at once would be felt.
_MOMENT = 0.006


class _Arrival(Enum):
    """The place that is seen first of a text that is composed."""

    #: Where the text before it was read.
    BACK = auto()
    AT_CHOSEN = auto()
    AT_TOP = auto()


class ComposedView(QTextEdit):
    """Shows a document, at a place that stays where it is while the document changes around it.

    What is on screen stays until the next text is composed, and laid out up to the place that is to be seen.
    """

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        #: What is on screen, and the document that it is the text of: not yet the one above while that is composed.
        self._composed = Composed(QTextDocument(self))
        self._of: Document | None = None
        self._composing: Composing | None = None
        self._arrival = _Arrival.BACK
        self._theme: Theme | None = None
        self._style: ReadingStyle | None = None
        self._needs: TableNeeds = {}
        self._widths: tuple[float, ...] = ()
        self._lists = 0
        #: The look, and how many tables stand as lists, of what is on screen.
        self._dressed: tuple[Theme | None, int] = (None, 0)
        self._chosen = -1
        self._kept: KeptPlace | None = None
        self.setAccessibleName("No document")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._laying_out = LayingOut(self.viewport(), self)
        self._compose_later = NextTurn(self, self._compose_on)
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
    def is_composed(self) -> bool:
        """Whether all of the document is on screen."""
        return self._composing is None

    def show_document(self, document: Document | None) -> None:
        """Show a document. The place that was being read stays in view where the document is the same one."""
        if document is self._document and self._theme == current_theme():
            return
        before = self._document
        is_same = document is not None and before is not None and document.id == before.id
        kept = (self._kept or self._place()) if is_same else None
        chosen = self.chosen_block if is_same else None
        is_on_its_way = is_same and self._is_on_its_way
        self._document = document
        self._needs = table_needs(document, self._needs) if document is not None else {}
        self._widths = tuple(sorted(letters for _, letters in self._needs.values()))
        self.setAccessibleName(f"{document.title}, text" if document is not None else "No document")
        self._chosen = self._index(chosen.anchor) if chosen is not None and chosen.anchor else -1
        self._kept = kept
        is_on_its_way &= self._chosen >= 0
        self._arrival = _Arrival.AT_CHOSEN if is_on_its_way else _Arrival.BACK if is_same else _Arrival.AT_TOP
        if not self._recompose():
            self._compose()
        elif is_on_its_way:
            self._come_to_chosen_later()
        else:
            self._when_laid_out(self._come_back)

    def go_to_top(self) -> None:
        """Show the beginning, with nothing chosen."""
        self._laying_out.call_off()
        self._chosen, self._kept = -1, None
        self._arrival = _Arrival.AT_TOP
        if self.is_composed:
            self._arrive()

    def _go_to_chosen(self) -> None:
        """Bring what is chosen into view."""
        self._arrival = _Arrival.AT_CHOSEN
        if self.is_composed:
            self._arrive()

    def _stay(self) -> None:
        """Bring nothing into view that was to come."""
        self._laying_out.call_off()
        if not self.is_composed:
            self._kept = self._place()
            self._arrival = _Arrival.AT_TOP if self._kept is None else _Arrival.BACK

    def finish_composing(self) -> None:
        """Show now what is still being composed, whatever it takes: somebody goes on from there."""
        if self._composing is not None:
            self._composing.go_on()
            self._take()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_place(event.oldSize().height())
        super().resizeEvent(event)
        self._keep_lines_short()
        if self.is_composed and event.size().width() != event.oldSize().width():
            # At another width every line is broken anew.
            self._laying_out.begin(self._composed.text)
        if self._kept is not None and self.is_composed:
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

    # --- composing ----------------------------------------------------------------------------------------

    def _compose(self) -> None:
        """Compose the document from its beginning; once that is on screen, arrive at the place that is to be seen."""
        self._theme = current_theme()
        self._keep_lines_short()
        self._style = ReadingStyle(self._theme)
        letters = self._letters()
        self._lists = self._lists_at(letters)
        self._drop_composing()
        if self._document is None:
            self._show_text(Composed(QTextDocument()))
        else:
            self._composing = Composing(self._document, self._style, letters)
            self._laying_out.hold()
            self._compose_on()

    def _compose_on(self) -> None:
        if self._composing is None:
            return
        if self._composing.go_on(perf_counter() + _MOMENT):
            self._take()
        else:
            self._compose_later.ask()

    def _take(self) -> None:
        composing = self._composing
        if composing is not None:
            self._drop_composing()
            self._show_text(composing.composed)
            self._arrive()

    def _drop_composing(self) -> None:
        self._composing = None
        self._compose_later.call_off()
        self._laying_out.let_go()

    def _show_text(self, composed: Composed) -> None:
        before = self._composed.text
        composed.text.setParent(self)
        composed.text.setDocumentMargin(TRIPLE_SPACE if self.viewportMargins().left() else SPACE + HALF_SPACE)
        self._composed, self._of, self._dressed = composed, self._document, (self._theme, self._lists)
        self.setDocument(composed.text)
        self._laying_out.begin(composed.text)
        before.deleteLater()

    def _compose_where_changed(self) -> None:
        if self._document is None:
            return
        self._keep_place()
        if self._theme != current_theme() or self._lists != self._lists_at(self._letters()):
            if self.is_composed:
                self._arrival = _Arrival.AT_CHOSEN if self._is_on_its_way else _Arrival.BACK
            self._compose()
        elif self.is_composed:
            self._when_laid_out(self._come_back)

    def _recompose(self) -> bool:
        """Change only what is new in the text on screen; whether that could be done."""
        before, after = self._of, self._document
        letters = self._letters()
        is_dressed = self._theme == current_theme() and self._dressed == (self._theme, self._lists_at(letters))
        if before is None or after is None or before.id != after.id or self._style is None or not is_dressed:
            return False
        found = recompose(self._composed, before, after, self._style, letters)
        if found is not None:
            self._composed, self._of, (self._theme, self._lists) = found, after, self._dressed
            self._drop_composing()
            # What comes after the first change has lost its place.
            self._laying_out.begin(found.text)
        return found is not None

    def _keep_lines_short(self) -> None:
        """Lines of running text grow no longer than reads well, however wide the view."""
        spare = self.width() - READING_WIDTH * self.fontMetrics().averageCharWidth()
        beside = max(spare // 2, 0)
        if self.viewportMargins().left() != beside:
            self.setViewportMargins(beside, 0, beside, 0)

    def _letters(self) -> float:
        return self.viewport().width() / max(self.fontMetrics().averageCharWidth(), 1)

    def _lists_at(self, letters: float) -> int:
        return len(self._widths) - bisect_right(self._widths, letters)

    # --- the place that is seen ---------------------------------------------------------------------------

    @property
    def _is_on_its_way(self) -> bool:
        """Whether what is chosen is still to come into sight."""
        if self._composing is not None:
            return self._arrival is _Arrival.AT_CHOSEN
        return self._laying_out.waits_for(self._come_to_chosen)

    def _arrive(self) -> None:
        """Come to the place that is to be seen first."""
        match self._arrival:
            case _Arrival.BACK:
                self._when_laid_out(self._come_back_to_new_text)
            case _Arrival.AT_CHOSEN:
                self._come_to_chosen_later()
            case _Arrival.AT_TOP:
                self._kept = None
                self.moveCursor(QTextCursor.MoveOperation.Start)
                self.verticalScrollBar().setValue(0)

    def _come_to_chosen_later(self) -> None:
        """Not at once: a text that was just composed would be laid out up to there in one go."""
        if self.chosen_block is not None:
            self._laying_out.when_at(self._composed.starts[self._chosen], self._come_to_chosen)

    def _come_to_chosen(self) -> None:
        if self.chosen_block is not None:
            self._put_cursor_at_chosen()
            self._scroll_to(self.textCursor().block())

    def _scroll_to(self, line: QTextBlock) -> None:
        self._kept = None
        come_to(self, self._composed, self._chosen, line)
        self.viewport().update()

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

    def _place(self, height: int = 0) -> KeptPlace | None:
        """The place that is seen; None where what is on screen is another document."""
        if self._of is None or self._document is None or self._of.id != self._document.id:
            return None
        chosen = self.chosen_block
        place = index_of(self._of.body, chosen.anchor) if chosen is not None else -1
        return place_in_view(self, self._composed, self._of.body, place, height)

    def _keep_place(self, height: int = 0) -> None:
        """Note what is read before the text is set anew; the first note stands until it has been brought back."""
        # A clause that is gone to is no place yet, and to ask where one is would lay all before it out at once.
        if self._kept is None and not self._is_on_its_way:
            self._kept = self._place(height)

    @property
    def _body(self) -> tuple[Block, ...]:
        return self._document.body if self._document is not None else ()

    def _index(self, anchor: str) -> int:
        return index_of(self._body, anchor)
