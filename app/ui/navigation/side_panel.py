"""The panel at the right, beside the question in focus: preview, guidance, what the checks found, and history."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.marks import override
from app.services.snapshots import Snapshot
from app.ui.icons import Icon
from app.ui.panel.checks_tab import ChecksTab
from app.ui.panel.guidance_tab import GuidanceTab
from app.ui.panel.history_tab import HistoryTab
from app.ui.panel.preview_tab import PreviewTab
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Hairline
from app.ui.parts.tabs import Tabs, TabsLook
from app.ui.places import AtDocuments, AtSection, UserPlace
from app.ui.session import ProjectSession
from app.ui.theme.measures import SPACE
from app.ui.theme.theme import current_theme

PREVIEW, GUIDANCE, CHECKS, HISTORY = range(4)

_NAME = "Preview, guidance, checks and history"


class SidePanel(QWidget):
    """Follows the question in focus. ``place_wished`` carries where the user wishes to go."""

    place_wished = Signal(object)
    close_wished = Signal()

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._snapshot: Snapshot | None = None
        self._section = ""
        self._question = ""
        self.preview = PreviewTab(session)
        self.guidance = GuidanceTab(session)
        self.checks = ChecksTab(session)
        self.history = HistoryTab(session)
        self.tabs = Tabs(("Preview", "Guidance", "Checks", "History"), TabsLook.LINE, _NAME)
        self._stack = QStackedWidget()
        self.setAccessibleName(_NAME)
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_tab_changed)
        for part in (self.preview, self.checks, self.history):
            part.place_wished.connect(self.place_wished)
        self.guidance.place_wished.connect(self._on_place_in_guidance)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow new answers; what is not seen is only drawn when it is."""
        self._snapshot = snapshot
        self.preview.show_snapshot(snapshot)
        self.guidance.show_snapshot(snapshot)
        self.history.show_snapshot(snapshot)
        self._show_findings()

    def show_place(self, place: UserPlace) -> None:
        """Follow the user to a section, perhaps at one of its questions."""
        if not isinstance(place, AtSection):
            return
        if place.question or place.section != self._section:
            self._section = place.section
            self.show_question(place.question)

    def show_question(self, question_id: str) -> None:
        """Follow the focus to a question; empty for none."""
        questionnaire = self._session.services.content.questionnaire
        if question_id and questionnaire.has(question_id):
            self._section = questionnaire.question(question_id).section
        self._question = question_id
        self.preview.show_question(question_id)
        self.guidance.show_question(question_id)
        self.history.show_question(question_id)
        self._show_findings()

    def show_in_preview(self, document: str, anchor: str) -> None:
        """Show a place of a document, or of one copy of it, in the preview."""
        self.tabs.setCurrentIndex(PREVIEW)
        self.preview.show_at(document, anchor)

    def step_through_changes(self, direction: int) -> None:
        """Go to the next place that the latest answer changed, or with -1 to the one before."""
        self.tabs.setCurrentIndex(PREVIEW)
        self.preview.step_through_changes(direction)

    def go_to_mark(self, direction: int) -> None:
        """Go to the next gap or suggestion in the document that is shown, or with -1 to the one before."""
        self.tabs.setCurrentIndex(PREVIEW)
        self.preview.go_to_mark(direction)

    def stop(self) -> None:
        """Stop all work in the background, because the window is closing."""
        self.preview.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_findings()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        roles = current_theme().roles
        painter.fillRect(self.rect(), QColor(roles.card))
        painter.fillRect(QRect(0, 0, 1, self.height()), QColor(roles.line))

    def _show_findings(self) -> None:
        if self._snapshot is not None and self.isVisible():
            count = self.checks.show_findings(self._snapshot, self._section, self._question)
            self.tabs.set_words(CHECKS, f"Checks {count}" if count else "Checks", f"Checks, {count} in this section")

    def _on_place_in_guidance(self, place: UserPlace) -> None:
        drafted = self._snapshot.documents if self._snapshot is not None else ()
        if isinstance(place, AtDocuments) and place.document in drafted:
            self.show_in_preview(place.document, place.anchor)
        else:
            self.place_wished.emit(place)

    def _on_tab_changed(self, place: int) -> None:
        self._stack.setCurrentIndex(place)

    def _lay_out(self) -> None:
        close = Button("", ButtonLook.ICON, Icon.CLOSE, name="Close the panel", tip="Close the panel (Ctrl+P)")
        close.clicked.connect(self.close_wished)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE, 0, SPACE, 0)
        head.setSpacing(0)
        head.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.preview, self.guidance, self.checks, self.history):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
