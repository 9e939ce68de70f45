"""The preview: a document that follows the question in focus, with the reason for the clause that is chosen."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.documents.blocks import Document
from app.domain.wording import counted
from app.services.drafting import DocumentState
from app.services.snapshots import Snapshot
from app.ui.pages.documents.why_box import WhyBox
from app.ui.pages_view.pages_view import PagesView
from app.ui.panel.following import anchor_to_show, changed_anchors, document_to_show
from app.ui.parts.chooser import Choice, Chooser
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.tabs import Tabs, TabsLook
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSection
from app.ui.reading.drafts import Drafts
from app.ui.reading.reading_view import ReadingView
from app.ui.reading.standing import gaps_in_words
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, SPACE

#: The reason for a clause takes no more than this share of the preview's height.
_SHARE_OF_REASON = 0.36
_PAGES, _MESSAGE = 1, 2


class PreviewTab(QWidget):
    """Drafts only while it is seen. ``place_wished`` carries a question or a law record."""

    place_wished = Signal(object)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._snapshot: Snapshot | None = None
        self._entry = ""
        self._is_chosen_by_user = False
        self._question = ""
        self._is_following_due = False
        self._is_listing = False
        self._document: Document | None = None
        self.drafts = Drafts(session.services.drafting, self)
        self.chooser = Chooser("Document in the preview")
        self.copy_label = text_label("", TextLook.SMALL)
        self.message = text_label("", TextLook.SECONDARY)
        self.reading = ReadingView()
        self.pages = PagesView(session.services.previews)
        self.why = WhyBox(session)
        self.views = Tabs(("Reading", "Pages"), TabsLook.SEGMENTS, "How the document is shown")
        self._page_label = text_label("", TextLook.SMALL, wraps=False)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._document

    @property
    def shown_entry(self) -> str:
        """The id in the catalogue of the document that is shown, or is on its way."""
        return self._entry

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow new answers, or another collaborative."""
        if self._snapshot is not None and self._snapshot.collaborative != snapshot.collaborative:
            self._document, self._entry, self._is_chosen_by_user = None, "", False
        self._snapshot = snapshot
        self._look()

    def show_question(self, question_id: str) -> None:
        """Follow the focus to a question; empty for none."""
        if question_id != self._question:
            self._question = question_id
            self._is_chosen_by_user = False
            self._is_following_due = bool(question_id)
            self._look()

    def stop(self) -> None:
        """Stop drafting and drawing for good."""
        self.drafts.stop()
        self.pages.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_reason()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_stack"):
            self._fit_reason()

    # --- what to show -------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Ask for the drafts that are needed, and show what is ready."""
        snapshot = self._snapshot
        if snapshot is None or not self.isVisible():
            return
        resting = self._session.services.drafting.documents_using(self._question) if self._question else ()
        using = [each for each in resting if each in snapshot.documents]
        self._entry = document_to_show(
            self._entry, snapshot.documents, using, is_chosen_by_user=self._is_chosen_by_user
        )
        if not self._entry:
            self._show_nothing()
            return
        wanted = [self._entry, *using, *(snapshot.documents if self._is_listing else ())]
        self.drafts.want(snapshot, wanted)
        self._show_choices()
        state = self.drafts.state(self._entry)
        if state is not None:
            self._show_state(state)

    def _on_drafted(self, state: DocumentState) -> None:
        self._show_choices()
        if state.id == self._entry:
            self._show_state(state)

    def _show_state(self, state: DocumentState) -> None:
        document = state.copies[0] if state.copies else None
        before, self._document = self._document, document
        self.copy_label.setText(_copy_words(state))
        self.copy_label.setVisible(bool(state.members))
        if document is None:
            self._show_empty(f"{state.title}: there is one for each member, and there are no members yet.")
            return
        self._stack.setCurrentIndex(self.views.currentIndex())
        self.reading.show_document(document)
        if self._is_on_pages:
            self.pages.show_document(document)
        self._follow(before, document)

    def _follow(self, before: Document | None, document: Document) -> None:
        drafting = self._session.services.drafting
        about = drafting.anchors_about(document, self._question) if self._question else ()
        changed = changed_anchors(before, document)
        self.reading.mark((*about, *changed))
        if self._question:
            there = anchor_to_show(changed, about)
            if not there and self._is_following_due:
                there = next(iter(about), "")
            self._go_to(there)
        elif before is None or before.id != document.id:
            self.reading.go_to_top()
        self._is_following_due = False
        self._show_reason()

    def _go_to(self, anchor: str) -> None:
        if anchor:
            self.reading.go_to(anchor)
            if self._is_on_pages:
                self.pages.go_to(anchor)

    def _show_choices(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        listing = self._session.services.drafting.listing(snapshot)
        self.chooser.show_choices(
            [
                Choice(each.id, each.title, gaps_in_words(self.drafts.state(each.id)))
                for each in listing
                if each.applies
            ],
            self._entry,
        )

    def _show_nothing(self) -> None:
        self._document = None
        self.chooser.show_choices((), "")
        self.copy_label.hide()
        self._show_empty("No document applies yet. Answer the first questions of step 1 and the drafts appear here.")

    def _show_empty(self, sentence: str) -> None:
        self.reading.show_document(None)
        self.pages.show_document(None)
        self.why.hide()
        self.message.setText(sentence)
        self._stack.setCurrentIndex(_MESSAGE)

    # --- what the user does -------------------------------------------------------------------------------

    @property
    def _is_on_pages(self) -> bool:
        return self.views.currentIndex() == _PAGES

    def _on_chosen(self, document_id: str) -> None:
        self._entry = document_id
        self._is_chosen_by_user = True
        self._is_following_due = bool(self._question)
        self._look()

    def _on_listing(self) -> None:
        """The list is about to open: now every document's gaps are worth counting."""
        self._is_listing = True
        self._look()

    def _on_view_changed(self) -> None:
        self._page_label.setVisible(self._is_on_pages)
        if self._document is None:
            return
        self._stack.setCurrentIndex(self.views.currentIndex())
        if self._is_on_pages:
            self.pages.show_document(self._document)
            block = self.reading.chosen_block
            self.pages.go_to(block.anchor if block is not None else "")

    def _on_page_shown(self, page: int, count: int) -> None:
        self._page_label.setText(f"Page {page} of {count}" if count else "")

    def _on_question_wished(self, question_id: str) -> None:
        questionnaire = self._session.services.content.questionnaire
        if questionnaire.has(question_id):
            self.place_wished.emit(AtSection(questionnaire.question(question_id).section, question_id))

    def _on_failed(self, sentence: str) -> None:
        if self.drafts.state(self._entry) is None:
            self._document = None
            self._show_empty(sentence)

    def _show_reason(self) -> None:
        if self._snapshot is not None:
            self.why.show_block(self._document, self.reading.chosen_block, self._snapshot)
            follow_layout(self)
            self._fit_reason()
            # Letters have their final size only once they are on screen.
            QTimer.singleShot(0, self, self._fit_reason)

    def _fit_reason(self) -> None:
        width = max(self.width() - 2 * DOUBLE_SPACE, 1)
        self.why.fit(width, round(self.height() * _SHARE_OF_REASON))

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE, SPACE)
        top.setSpacing(SPACE)
        for part in (self.chooser, self.copy_label):
            top.addWidget(part)
        foot = QVBoxLayout()
        foot.setContentsMargins(DOUBLE_SPACE, SPACE, DOUBLE_SPACE, SPACE + SPACE // 2)
        foot.setSpacing(SPACE + SPACE // 2)
        foot.addWidget(self.why)
        row = QHBoxLayout()
        row.addWidget(self.views)
        row.addStretch(1)
        row.addWidget(self._page_label, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addLayout(row)
        self._stack.addWidget(self.reading)
        self._stack.addWidget(self.pages)
        self.message.setContentsMargins(DOUBLE_SPACE, SPACE, DOUBLE_SPACE, SPACE)
        self._stack.addWidget(self.message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self.copy_label.hide()

    def _connect(self) -> None:
        self.drafts.drafted.connect(self._on_drafted)
        self.drafts.failed.connect(self._on_failed)
        self.chooser.chosen.connect(self._on_chosen)
        self.chooser.opening.connect(self._on_listing)
        self.views.currentChanged.connect(self._on_view_changed)
        self.pages.page_shown.connect(self._on_page_shown)
        self.reading.block_chosen.connect(lambda _anchor: self._show_reason())
        self.reading.question_wished.connect(self._on_question_wished)
        self.why.place_wished.connect(self.place_wished)


def _copy_words(state: DocumentState) -> str:
    if not state.members:
        return ""
    return f"The copy for {state.members[0]}, one of {counted(len(state.members), 'copy', 'copies')}."
