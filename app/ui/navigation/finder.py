"""The search: a sheet over the window that finds while one types, and leads to whatever is chosen."""

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.domain.wording import counted, listed
from app.errors import FivewaysError
from app.marks import override
from app.services.search.entries import (
    Group,
    Target,
    ToCheck,
    ToCollaborative,
    ToDocument,
    ToExample,
    ToHelp,
    ToLaw,
    ToQuestion,
    ToScreen,
    ToSection,
    ToWhatIsLeft,
)
from app.services.search.finding import Found, everything, find, query_words
from app.services.search.shelf import Shelf
from app.ui.announcing import say
from app.ui.navigation.result_rows import MoreRow, ResultRow, Row, rows_of
from app.ui.navigation.screen_entries import screen_entries
from app.ui.navigation.search_sheet import SearchSheet
from app.ui.navigation.shelf_work import ShelfWork
from app.ui.parts.veil import draw_veil
from app.ui.places import AtDocuments, AtOpenPoints, AtSection, AtSettings, AtStart
from app.ui.session import ProjectSession
from app.ui.shortcuts import Shortcut
from app.ui.theme.measures import DOUBLE_SPACE
from app.ui.theme.theme import current_theme

#: Pixels at 100 % text.
_WIDEST = 720
#: Milliseconds without a key after which a screen reader is told how much was found.
_REST = 500
_HINT = "Search questions, answers, documents, law and more"
_START_HINT = "Search collaboratives and examples"
_KEYS = "Type some words. Up and Down choose, Enter takes what is chosen, Escape closes."
_PARTIAL = "Nothing has all of these words. These have some of them:"
#: Words that are named where results are for others than the one that was typed.
_MOST_NAMED = 3
_SUCH, _START_SUCH = "such as quorum, leaving or export", "such as part of a name"

_MOVES = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
}  # fmt: skip
_LEAVES = {Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class Finder(QWidget):
    """Lies over the whole window while it is open, so that a click beside the sheet closes it.

    ``place_wished`` carries a place, ``guidance_wished`` a question whose guidance is to be opened once it is there,
    ``act_wished`` a shortcut whose act is to be done, ``help_wished`` a topic of help. ``collaborative_wished`` and
    ``example_wished`` carry an id, and come once what was open has been left.
    """

    place_wished = Signal(object)
    guidance_wished = Signal(str)
    act_wished = Signal(object)
    collaborative_wished = Signal(str)
    example_wished = Signal(str)
    help_wished = Signal(str)

    def __init__(self, session: ProjectSession, window: QWidget, anchor: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._anchor = anchor
        self._before: QWidget | None = None
        self._open_groups: frozenset[Group] = frozenset()
        self._shortcuts: tuple[Shortcut, ...] = ()
        self._own: tuple[Shelf, ...] = ()
        self._found = Found()
        self.work = ShelfWork(session.services.searching, self)
        self.sheet = SearchSheet(self)
        self.line, self.results = self.sheet.line, self.sheet.results
        self.line.setAccessibleName("Search")
        self.line.setAccessibleDescription(_KEYS)
        self._has_chosen = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._tell_count)
        self.line.textChanged.connect(self._on_typed)
        self.results.row_chosen.connect(self._on_chosen)
        self.results.current_changed.connect(self._show_what_enter_does)
        self.work.grown.connect(self._on_grown)
        session.state_changed.connect(self._on_state_changed)
        session.closed.connect(self.work.forget)
        window.installEventFilter(self)
        self.line.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Open with nothing typed, or, if it is open, begin anew."""
        if self.isVisible():
            self.line.clear()
            return
        self._before = QApplication.focusWidget()
        self._fill_own()
        self._open_groups = frozenset()
        self.line.clear()
        self.line.setPlaceholderText(_HINT if self._session.is_open else _START_HINT)
        self._find()
        self._take_room()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # To leave a field may save what was typed in it, so only now is known what there is to look on.
        if self._session.is_open:
            self.work.want(self._session.snapshot)

    def leave(self, *, gives_focus_back: bool = True) -> None:
        """Close, and put the focus back where it was."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self._rest.stop()
        if gives_focus_back and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.line.clear()

    def stop(self) -> None:
        """Stop all work in the background, because the window is closing."""
        self.work.stop()

    # --- keys, clicks and room ----------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isHidden():
            return False
        if watched is not self.line:
            if event.type() is QEvent.Type.Resize:
                self._take_room()
            return False
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in _STAYS:
                self.leave(gives_focus_back=False)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_veil(self)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.leave()

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        key = Qt.Key(event.key())
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _LEAVES:
            self.leave()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.results.choose()
        elif key in _MOVES and not has_shift:
            self.results.go_by(key)
            self._has_chosen = True
            if isinstance(row := self.results.current_row, ResultRow | MoreRow):
                say(self.line, row.spoken, assertive=True)
        else:
            return False
        return True

    def _take_room(self) -> None:
        """Lie over the window, with the sheet in its middle below the bar at the top."""
        self.setGeometry(self._window.rect())
        width = min(round(_WIDEST * current_theme().text_scale), self.width() - 2 * DOUBLE_SPACE)
        top = DOUBLE_SPACE
        if self._anchor.isVisible():
            top += self._anchor.mapTo(self._window, QPoint(0, self._anchor.height())).y()
        self.sheet.fit(QRect((self.width() - width) // 2, top, width, self.height() - top - DOUBLE_SPACE))

    # --- what is found ------------------------------------------------------------------------------------

    def _fill_own(self) -> None:
        """Take in what is always there: pages and acts, help, other collaboratives, and examples."""
        is_open = self._session.is_open
        entries = screen_entries(is_open=is_open)
        self._shortcuts = tuple(shortcut for _, shortcut in entries)
        searching = self._session.services.searching
        self._own = (Shelf(entry for entry, _ in entries), searching.help_shelf())
        try:
            but = self._session.snapshot.collaborative if is_open else ""
            start = searching.start_shelf(but)
        except FivewaysError:
            return  # the acts of the page will say what is wrong with the workspace
        self._own = (*self._own, start) if is_open else (start, *self._own)

    def _on_typed(self) -> None:
        if self.isVisible():
            self._open_groups = frozenset()
            self._has_chosen = False
            self._find()
            self._take_room()
            self._rest.start()

    def _on_grown(self) -> None:
        """Look again, and leave what the user has moved to current; else the best of all is."""
        if self.isVisible() and query_words(self.line.text()):
            self._find(self.results.current_row if self._has_chosen else None)
            self._take_room()

    def _on_state_changed(self) -> None:
        if self.isVisible():
            self.work.want(self._session.snapshot)

    def _find(self, keeps: Row | None = None) -> None:
        typed = self.line.text()
        if query_words(typed):
            self._found = find(typed, (*self._own, *self.work.shelves), self._open_groups)
        else:
            self._found = everything(self._own[0])
        rows = rows_of(self._found, self._open_groups)
        self.results.show_rows(rows, rows.index(keeps) if keeps in rows else 0)
        self._show_what_enter_does()

    def _show_what_enter_does(self) -> None:
        row = self.results.current_row
        does = f"Enter: {row.does[:1].lower()}{row.does[1:]}" if row is not None else ""
        count = counted(self._found.count, "result", "results") if query_words(self.line.text()) else ""
        self.sheet.show_texts(self._message(), does, count)

    def _message(self) -> str:
        if self._found.is_partial:
            return _PARTIAL
        if self._found.read_as:
            return _showing_for(self._found.read_as)
        if self._found.groups or not self.line.text().strip():
            return ""
        if self._session.is_open and not self.work.is_whole:
            return "Looking through the documents."
        such = _SUCH if self._session.is_open else _START_SUCH
        return f"Nothing found for “{' '.join(self.line.text().split())}”. Try fewer or other words, {such}."

    def _tell_count(self) -> None:
        row = self.results.current_row
        first = f" {row.spoken}" if isinstance(row, ResultRow) else ""
        count = counted(self._found.count, "result.", "results.") if self._found.count else ""
        say(self.line, f"{self._message()} {count}{first}")

    # --- what is chosen -----------------------------------------------------------------------------------

    def _on_chosen(self, row: Row) -> None:
        if isinstance(row, MoreRow):
            self._open_groups |= {row.group}
            place = self.results.rows.index(row)
            rows = rows_of(
                find(self.line.text(), (*self._own, *self.work.shelves), self._open_groups), self._open_groups
            )
            self.results.show_rows(rows, place)
            self._show_what_enter_does()
            self._take_room()
        elif isinstance(row, ResultRow):
            self.leave()
            self._go_to(row.result.target)

    def _go_to(self, target: Target) -> None:
        match target:
            case ToQuestion(question, row, with_guidance):
                self._go_to_question(question, row)
                if with_guidance:
                    self.guidance_wished.emit(question)
            case ToCheck(question, _, row):
                self._go_to_question(question, row)
            case ToSection(section):
                self.place_wished.emit(AtSection(section))
            case ToDocument(document, anchor):
                self.place_wished.emit(AtDocuments(document, anchor))
            case ToLaw(law):
                self.place_wished.emit(AtSettings(law))
            case ToWhatIsLeft():
                self.place_wished.emit(AtOpenPoints())
            case ToHelp(topic):
                self.help_wished.emit(topic)
            case ToScreen(number):
                self.act_wished.emit(self._shortcuts[number])
            case ToCollaborative(collaborative):
                self._leave_collaborative()
                self.collaborative_wished.emit(collaborative)
            case ToExample(example):
                self._leave_collaborative()
                self.example_wished.emit(example)
            case _:
                assert_never(target)

    def _leave_collaborative(self) -> None:
        if self._session.is_open:
            self.place_wished.emit(AtStart())

    def _go_to_question(self, question: str, row: str) -> None:
        section = self._session.services.content.questionnaire.question(question).section
        self.place_wished.emit(AtSection(section, question, row))


def _showing_for(words: Sequence[str]) -> str:
    """Which words were taken for one that was typed with a slip of the keys."""
    more = ["words like these"] if len(words) > _MOST_NAMED else []
    return f"Showing results for {listed([*(f'“{word}”' for word in words[:_MOST_NAMED]), *more])}."
