"""The list of documents: the whole pack first, then those that apply with what they lack, then the others and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.wording import counted
from app.marks import override
from app.services.drafting import DocumentState
from app.ui.icons import Icon
from app.ui.parts.flowing_column import FlowingColumn
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.link_row import WrappingButton
from app.ui.parts.scroll_area import ScrollArea
from app.ui.parts.text import TextLook, text_label
from app.ui.reading.standing import law_to_confirm_in_words
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import CONTROL_RADIUS, DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.theme.roles import Roles, Tint
from app.ui.theme.theme import current_theme

#: The key of the first entry, which stands for all documents together.
WHOLE_PACK = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list. ``state`` is None until the document has been drafted."""

    listed: DocumentState
    state: DocumentState | None = None


class DocumentList(ScrollArea):
    """``chosen`` carries the id of a document, or an empty text for the whole pack. Arrow keys move and choose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._rows: dict[str, DocumentRow] = {}
        self._now = WHOLE_PACK
        self._group = QButtonGroup(self)
        self.setAccessibleName("Documents")
        self._holder = FlowingColumn()
        self._column = self._holder.body
        self._column.setContentsMargins(DOUBLE_SPACE, DOUBLE_SPACE + HALF_SPACE, DOUBLE_SPACE, DOUBLE_SPACE)
        self._column.setSpacing(2)
        self.setWidget(self._holder)
        self._holder.setAutoFillBackground(False)
        self.setProperty("ground", "card")

    @property
    def rows(self) -> dict[str, "DocumentRow"]:
        """The lines by document id; the whole pack has an empty one."""
        return self._rows

    def show_entries(self, entries: Sequence[Entry], now: str) -> None:
        """Show these, and mark the one that is open."""
        before = [(entry.listed.id, entry.listed.applies) for entry in self._entries]
        if before != [(entry.listed.id, entry.listed.applies) for entry in entries] or not self._rows:
            self._rebuild(entries)
        self._entries = tuple(entries)
        self._rows[WHOLE_PACK].show_standing(*_standing_of_pack(entries))
        for entry in entries:
            self._rows[entry.listed.id].show_standing(*_standing(entry))
        self._now = now
        row = self._rows.get(now)
        if row is not None:
            row.setChecked(True)

    def focus_chosen(self) -> None:
        """Put the focus on the entry that is open."""
        row = self._rows.get(self._now)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(row, 0, DOUBLE_SPACE)

    def _rebuild(self, entries: Sequence[Entry]) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            part = item.widget() if item is not None else None
            if part is not None:
                part.hide()
                part.deleteLater()
        self._rows = {}
        self._column.addWidget(text_label("Documents", TextLook.TITLE))
        self._column.addSpacing(SPACE)
        self._add(WHOLE_PACK, "The whole pack", Icon.DOCUMENTS)
        self._column.addSpacing(SPACE)
        for entry in entries:
            if entry.listed.applies:
                self._add(entry.listed.id, entry.listed.title, Icon.DOCUMENT)
        others = [entry.listed for entry in entries if not entry.listed.applies]
        if others:
            self._column.addSpacing(DOUBLE_SPACE)
            self._column.addWidget(text_label("Not part of this pack", TextLook.LABEL))
        for listed in others:
            self._add(listed.id, listed.title, Icon.DOCUMENT)
        self._column.addStretch(1)

    def _add(self, document_id: str, title: str, icon: Icon) -> None:
        row = DocumentRow(title, icon)
        self._group.addButton(row)
        row.clicked.connect(lambda: self.chosen.emit(document_id))
        self._rows[document_id] = row
        self._column.addWidget(row)
        # Qt would show it only after the next round of events, too late to take the focus.
        row.show()


class DocumentRow(WrappingButton):
    """A title, and below it a mark and words that say how the document stands."""

    def __init__(self, title: str, icon: Icon) -> None:
        super().__init__()
        speak_as(self, Spoken.ENTRY)
        self._title = title
        self.setCheckable(True)
        # A policy that may not grow would cut off words that need more lines than in their natural width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._label = text_label(title, TextLook.STRONG)
        self._standing = text_label("", TextLook.SMALL)
        self._mark = IconLabel(Icon.CHECK, lambda roles: roles.success, 15)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + HALF_SPACE, SPACE, SPACE + HALF_SPACE, SPACE)
        row.setSpacing(SPACE + HALF_SPACE)
        row.addWidget(IconLabel(icon, lambda roles: roles.secondary, 20), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._label)
        below = QHBoxLayout()
        below.setSpacing(HALF_SPACE)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._standing, 1)
        texts.addLayout(below)
        row.addLayout(texts, 1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self.update)

    @property
    def standing(self) -> str:
        """The words that say how the document stands."""
        return self._standing.text()

    def show_standing(self, words: str, icon: Icon | None, tint: Tint) -> None:
        """Show how the document stands."""
        self._mark.setVisible(icon is not None)
        if icon is not None:
            self._mark.set_icon(icon, tint)
        if words != self._standing.text() or not self.accessibleName():
            self._standing.setText(words)
            self.setAccessibleName(f"{self._title}, {words}" if words else self._title)
            self.updateGeometry()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        if not self.isChecked() and not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(roles.accent if self.isChecked() else roles.page))
        painter.setBrush(QColor(roles.accent_tint if self.isChecked() else roles.page))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, CONTROL_RADIUS, CONTROL_RADIUS)


_Standing = tuple[str, Icon | None, Tint]


def _standing(entry: Entry) -> _Standing:
    listed, state = entry.listed, entry.state
    if not listed.applies:
        return listed.why_not or "It does not apply.", None, _quiet
    if state is None:
        return "Being drafted", None, _quiet
    if listed.is_per_member and not state.copies:
        return "One for each member: there are no members yet", Icon.WARNING, _dark
    copies = f", {counted(len(state.copies), 'copy', 'copies')}" if listed.is_per_member else ""
    if state.gaps:
        return f"{counted(state.gaps, 'open point', 'open points')}{copies}", Icon.WARNING, _dark
    if state.law_to_confirm:
        return f"No open points, {law_to_confirm_in_words(len(state.law_to_confirm))}{copies}", Icon.NOTE, _dark
    return f"Ready{copies}", Icon.CHECK, _good


def _standing_of_pack(entries: Sequence[Entry]) -> _Standing:
    applicable = [entry for entry in entries if entry.listed.applies]
    if not applicable:
        return "No document applies yet", None, _quiet
    words = counted(len(applicable), "document", "documents")
    if any(entry.state is None for entry in applicable):
        return words, None, _quiet
    lacking = sum(bool(entry.state and entry.state.gaps) for entry in applicable)
    if lacking:
        return f"{words}, {lacking} with open points", Icon.WARNING, _dark
    if law := law_to_confirm(entries):
        return f"{words}, no open points, {law_to_confirm_in_words(len(law))}", Icon.NOTE, _dark
    return f"{words}, no open points", Icon.CHECK, _good


def law_to_confirm(entries: Sequence[Entry]) -> frozenset[str]:
    """The law records that any document that is drafted rests on and that are not settled."""
    return frozenset(law for entry in entries if entry.state is not None for law in entry.state.law_to_confirm)


def _quiet(roles: Roles) -> str:
    return roles.secondary


def _dark(roles: Roles) -> str:
    return roles.text


def _good(roles: Roles) -> str:
    return roles.success
