"""One document beside the questions: as text or as pages, with the reason for what is chosen below it."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.documents.blocks import Document
from app.marks import override
from app.services.snapshots import Snapshot
from app.ui.announcing import say
from app.ui.icons import Icon
from app.ui.pages.documents.why_box import WhyBox, why_title
from app.ui.pages_view.pages_view import PagesView
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Hairline
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.tabs import Tabs, TabsLook
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtDocuments, AtSection
from app.ui.reading.mark_words import mark_words
from app.ui.reading.reading_view import ReadingView
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.work.next_turn import NextTurn

#: The reason for a clause takes no more than this share of the preview's height.
_SHARE_OF_REASON = 0.32
_READING, _PAGES, _MESSAGE = range(3)


class PreviewView(QWidget):
    """``place_wished`` carries a question, a law record, or the document on its own page.

    ``reason_wished`` says that the user wishes to read the reason, which has given way to something else.
    """

    place_wished = Signal(object)
    reason_wished = Signal()

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._document: Document | None = None
        self._snapshot: Snapshot | None = None
        self._gives_way = self._names_reason = False
        self.message = text_label("", TextLook.SECONDARY)
        self.reading = ReadingView()
        self.pages = PagesView(session.services.previews)
        self.why = WhyBox(session)
        self.reason_button = Button("", ButtonLook.LINK)
        self.mark_line = text_label("", TextLook.SMALL)
        self.views = Tabs(("Reading", "Pages"), TabsLook.SEGMENTS, "How the document is shown")
        self.open_button = Button("", ButtonLook.ICON, Icon.DOCUMENTS, name="Open in Documents")
        self._page_label = text_label("", TextLook.SMALL, wraps=False)
        self._stack = QStackedWidget()
        self._foot = QVBoxLayout()
        self._reason_later = NextTurn(self, self.show_reason)
        self._lay_out()
        self._connect()

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._document

    @property
    def is_on_pages(self) -> bool:
        """Whether true pages are shown rather than text."""
        return self.views.currentIndex() == _PAGES

    @property
    def height_below(self) -> int:
        """How many pixels stand below the document."""
        return self._foot.sizeHint().height()

    def show_document(self, document: Document, snapshot: Snapshot) -> None:
        """Show a document, drafted from a snapshot."""
        if document is not self._document:
            self.mark_line.hide()
        self._document, self._snapshot = document, snapshot
        self._stack.setCurrentIndex(self.views.currentIndex())
        self.open_button.show()
        self.reading.show_document(document)
        if self.is_on_pages:
            self.pages.show_document(document)

    def show_message(self, sentence: str) -> None:
        """Show a sentence in place of a document."""
        self._document = None
        self._reason_later.call_off()
        self.reading.show_document(None)
        self.pages.show_document(None)
        self.why.hide()
        self.reason_button.hide()
        self.mark_line.hide()
        self.open_button.hide()
        self.message.setText(sentence)
        self._stack.setCurrentIndex(_MESSAGE)

    def go_to(self, anchor: str) -> None:
        """Bring a block into view and choose it; with an empty anchor, go to the top."""
        if not anchor:
            self.reading.go_to_top()
            self.pages.go_to_page(0)
        elif self.reading.go_to(anchor) and self.is_on_pages:
            self.pages.go_to(anchor)
        self.show_reason_soon()

    def choose_nothing(self) -> None:
        """Take away the mark of what was chosen; nothing moves."""
        self.reading.choose("")
        self.pages.mark("")
        self.show_reason_soon()

    def go_to_mark(self, direction: int) -> None:
        """Go to the next gap or suggestion in the text, or with -1 to the one before, and say what it waits for."""
        if self._document is None:
            return
        self.views.setCurrentIndex(_READING)
        found = self.reading.go_to_mark(direction)
        self.reading.setFocus(Qt.FocusReason.ShortcutFocusReason)
        words = mark_words(found, self._document, self._session.services.content.questionnaire)
        self.mark_line.setText(words)
        self.mark_line.show()
        say(self.reading, words)

    def give_way(self, is_wished: bool, *, names_reason: bool = True) -> None:
        """Name the reason for a clause in a line, or not even that, for as long as something else needs its room."""
        if (is_wished, names_reason) != (self._gives_way, self._names_reason):
            self._gives_way, self._names_reason = is_wished, names_reason
            self.show_reason()

    def show_reason_soon(self) -> None:
        """Say why the chosen block reads so, once the document itself is there to read."""
        self._reason_later.ask()

    def show_reason(self) -> None:
        """Say why the chosen block reads so."""
        self._reason_later.call_off()
        title = why_title(self._document, self.reading.chosen_block) if self._gives_way else ""
        self.reason_button.set_text(title)
        self.reason_button.setVisible(bool(title) and self._names_reason)
        if self._gives_way:
            self.why.hide()
        elif self._snapshot is not None:
            self.why.show_block(self._document, self.reading.chosen_block, self._snapshot)
            follow_layout(self)
            self._fit_reason()
            # Letters have their final size only once they are on screen.
            QTimer.singleShot(0, self, self._fit_reason)

    def stop(self) -> None:
        """Stop drawing for good."""
        self.pages.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_reason()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_stack"):
            self._fit_reason()

    def _fit_reason(self) -> None:
        width = max(self.width() - 2 * DOUBLE_SPACE, 1)
        self.why.fit(width, round(self.height() * _SHARE_OF_REASON))

    # --- what the user does -------------------------------------------------------------------------------

    def _on_view_changed(self) -> None:
        self._page_label.setVisible(self.is_on_pages)
        if self._document is None:
            return
        self._stack.setCurrentIndex(self.views.currentIndex())
        block = self.reading.chosen_block
        if self.is_on_pages:
            self.pages.show_document(self._document)
            self.pages.go_to(block.anchor if block is not None else "")
        elif block is not None and block.anchor:
            self.reading.go_to(block.anchor)

    def _on_page_shown(self, page: int, count: int) -> None:
        self._page_label.setText(f"Page {page} of {count}" if count else "")

    def _on_block_chosen(self) -> None:
        self.mark_line.hide()
        self.show_reason()

    def _on_block_pointed(self, anchor: str) -> None:
        self.reading.choose(anchor)
        self._on_block_chosen()

    def _on_question_wished(self, question_id: str) -> None:
        questionnaire = self._session.services.content.questionnaire
        if questionnaire.has(question_id):
            self.place_wished.emit(AtSection(questionnaire.question(question_id).section, question_id))

    def _on_open_wished(self) -> None:
        if self._document is not None:
            block = self.reading.chosen_block
            self.place_wished.emit(AtDocuments(self._document.id, block.anchor if block is not None else ""))

    def _lay_out(self) -> None:
        foot = self._foot
        foot.setContentsMargins(DOUBLE_SPACE, SPACE, DOUBLE_SPACE, SPACE + HALF_SPACE)
        foot.setSpacing(SPACE + HALF_SPACE)
        foot.addWidget(self.mark_line)
        foot.addWidget(self.reason_button, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.why)
        row = QHBoxLayout()
        row.addWidget(self.views)
        row.addStretch(1)
        row.addWidget(self._page_label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addLayout(row)
        self.message.setContentsMargins(DOUBLE_SPACE, SPACE, DOUBLE_SPACE, SPACE)
        for view in (self.reading, self.pages, self.message):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # Lines of text that scroll away under an edge look broken where the edge is not seen.
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        for part in (self.mark_line, self.open_button, self.reason_button):
            part.hide()

    def _connect(self) -> None:
        self.views.currentChanged.connect(self._on_view_changed)
        self.pages.page_shown.connect(self._on_page_shown)
        self.pages.block_pointed.connect(self._on_block_pointed)
        self.reading.block_chosen.connect(lambda _anchor: self._on_block_chosen())
        self.reading.question_wished.connect(self._on_question_wished)
        self.reason_button.clicked.connect(self.reason_wished)
        self.open_button.clicked.connect(self._on_open_wished)
        self.why.place_wished.connect(self.place_wished)
