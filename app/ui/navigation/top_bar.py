"""The bar above the page: where the user is, when it was saved, undo and redo, and export."""

from datetime import datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.marks import override
from app.services.snapshots import Snapshot
from app.ui.icons import Icon
from app.ui.navigation.way_label import WayLabel
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtDocuments
from app.ui.theme.measures import HALF_SPACE, SPACE, TRIPLE_SPACE
from app.ui.theme.roles import Roles

_PANEL = "Preview, guidance, checks and history"
_PROJECT_TIP = "Projector view (F11)"
_EXPORT_TIP = "Export the pack (Ctrl+E)"
_AT_THE_EXPORT = "This is the export: Export now, below, writes the files."
_ALL_SAVED = "All saved"
_NOT_SAVED = "Something is not saved"
_LONGEST_TIME = time(20, 0)
#: Below so many pixels at 100 % text the bar leaves out the word for search, so that the way fits; then other words.
_WITH_SEARCH, _WITH_WORDS = 900, 640


class TopBar(QWidget):
    """Tells wishes by signals and shows what it is given."""

    place_wished = Signal(object)
    search_wished = Signal()
    undo_wished = Signal()
    redo_wished = Signal()
    menu_toggled = Signal(bool)
    panel_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Where you are")
        self._is_past = self._is_export = False
        self._has_words = True
        self._where = WayLabel()
        self._tick = IconLabel(Icon.CHECK, lambda roles: roles.success, 16)
        self._saved = text_label("", TextLook.SUCCESS, wraps=False)
        self.finder = Button("", ButtonLook.SEARCH, name="Search", tip="Search everything (Ctrl+K)")
        self.menu = Button("", ButtonLook.ICON, Icon.MENU, name="Steps and pages")
        self.undo = Button("", ButtonLook.ICON, Icon.UNDO, name="Undo")
        self.redo = Button("", ButtonLook.ICON, Icon.REDO, name="Redo")
        self.panel = Button(
            "", ButtonLook.ICON, Icon.PANEL, name=_PANEL, tip=f"{_PANEL}: show or hide the panel (Ctrl+P)"
        )
        self.project = Button("Project", name="Project: show the question to the room", tip=_PROJECT_TIP)
        self.export = Button("Export", ButtonLook.PRIMARY, tip=_EXPORT_TIP)
        self.menu.setCheckable(True)
        self.panel.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(TRIPLE_SPACE, SPACE + 2, TRIPLE_SPACE, SPACE + 2)
        row.setSpacing(SPACE)
        row.addWidget(self.menu)
        row.addWidget(self._where, 1)
        row.addWidget(self._tick)
        row.addWidget(self._saved)
        row.addSpacing(SPACE)
        row.addWidget(self.finder)
        for button in (self.undo, self.redo, self.panel):
            row.addWidget(button)
        row.addSpacing(HALF_SPACE)
        row.addWidget(self.project)
        row.addWidget(self.export)
        self.finder.clicked.connect(self.search_wished)
        self.undo.clicked.connect(self.undo_wished)
        self.redo.clicked.connect(self.redo_wished)
        self.menu.clicked.connect(self.menu_toggled)
        self.panel.clicked.connect(self.panel_toggled)
        self.export.clicked.connect(lambda: self.place_wished.emit(AtDocuments(is_export=True)))
        self.show_saved(None)

    def make_room(self, width: int) -> None:
        """Leave more room for the way where there is little, in pixels at 100 % text: words go, their marks stay."""
        is_narrow, has_search = width < _WITH_WORDS, width >= _WITH_SEARCH
        self._has_words = not is_narrow
        # The way stands still when all that is saved becomes a time.
        letters = self._saved.fontMetrics()
        self._saved.setMinimumWidth(max(map(letters.horizontalAdvance, (_ALL_SAVED, _saved_words(_LONGEST_TIME)))))
        self.project.set_text("" if is_narrow else "Project")
        self.project.set_look(ButtonLook.ICON if is_narrow else ButtonLook.SECONDARY)
        self.project.set_icon(Icon.ROOM if is_narrow else None)
        self.finder.set_text("Search  Ctrl+K" if has_search else "", "Search")
        self.finder.set_look(ButtonLook.SEARCH if has_search else ButtonLook.ICON)
        self.finder.set_icon(None if has_search else Icon.SEARCH)
        self._fit_saved()

    def show_where(self, *parts: str) -> None:
        """Show the way to where the user is, from the outside in."""
        self._where.show_way(tuple(part for part in parts if part))
        self._fit_saved()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_saved()

    def _fit_saved(self) -> None:
        """Say beside the tick that all is saved; in a narrow bar only where the whole way has room beside the words."""
        layout = self.layout()
        if layout is None:
            return
        words = self._saved.minimumWidth() + layout.spacing()
        others = layout.sizeHint().width() - (0 if self._saved.isHidden() else words)
        self._saved.setVisible(self._has_words or others + words + self._where.sizeHint().width() <= self.width())

    def show_past(self, is_past: bool) -> None:
        """Whether the page shows how everything was: what would act on how it is now is switched off beside it."""
        self._is_past = is_past
        self._show_acts()

    def show_export(self, is_in_sight: bool) -> None:
        """Whether the export itself is in sight: what leads to it is switched off, and one button there exports."""
        self._is_export = is_in_sight
        self._show_acts()

    def _show_acts(self) -> None:
        past = ("project", "export") if self._is_past else ("", "")
        why_not_project, why_not_export = (_back_to_now(act) if act else "" for act in past)
        why_not_export = why_not_export or (_AT_THE_EXPORT if self._is_export else "")
        for button, why_not, tip in (
            (self.project, why_not_project, _PROJECT_TIP),
            (self.export, why_not_export, _EXPORT_TIP),
        ):
            button.setEnabled(not why_not)
            button.setToolTip(why_not or tip)
            button.setAccessibleDescription(why_not)

    def show_saved(self, saved_at: datetime | None, *, is_all: bool = True) -> None:
        """Show when the last act was saved; before the first, that everything is; or that something is not."""
        words = _saved_words(saved_at.time()) if saved_at is not None else _ALL_SAVED
        icon, tint = (Icon.CHECK, _success) if is_all else (Icon.ERROR, _danger)
        self._saved.setText(words if is_all else "")
        self._tick.set_icon(icon, tint, words if is_all else _NOT_SAVED)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what undo and redo would do."""
        for button, word, act, keys in (
            (self.undo, "Undo", snapshot.undo, "Ctrl+Z"),
            (self.redo, "Redo", snapshot.redo, "Ctrl+Shift+Z"),
        ):
            button.setEnabled(act is not None and not self._is_past)
            spoken = f"{word}: {act}" if act else f"Nothing to {word.lower()}"
            button.setAccessibleName(spoken)
            tip = f"{spoken} ({keys})" if act else spoken
            button.setToolTip(_back_to_now(word.lower()) if self._is_past else tip)


def _back_to_now(act: str) -> str:
    return f"This is how everything was. Go back to now to {act}."


def _success(roles: Roles) -> str:
    return roles.success


def _danger(roles: Roles) -> str:
    return roles.danger


def _saved_words(moment: time) -> str:
    return f"Saved {moment:%H:%M}"
