"""One document opened: its true pages or its text, where its open points are, and which copy is shown."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.documents.blocks import Block, Document
from app.domain.wording import counted
from app.marks import override
from app.services.drafting import DocumentState
from app.services.snapshots import Snapshot
from app.ui.announcing import say
from app.ui.icons import Icon
from app.ui.pages.documents.why_box import WhyBox
from app.ui.pages.documents.with_reason import WithReason, card_ground
from app.ui.pages_view.pages_view import PagesView, Zoom
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Hairline
from app.ui.parts.chooser import Choice, Chooser
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.tabs import Tabs, TabsLook
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSection
from app.ui.reading.mark_words import mark_words
from app.ui.reading.reading_view import ReadingView
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, SPACE, TRIPLE_SPACE
from app.ui.theme.theme import current_theme

_READING, _PAGES, _MESSAGE = range(3)
_LOW = 420
_EXPORT_THIS = "Export this document"
#: What the button that exports the document says and shows, the first of them that fits; the bar has another "Export".
_EXPORTS = ((_EXPORT_THIS, Icon.EXPORT), (_EXPORT_THIS, None), ("Export this", Icon.EXPORT), ("Export this", None))


class DocumentViewer(QWidget):
    """``export_wished`` asks for the export of this document, ``place_wished`` carries a question or a law record."""

    place_wished = Signal(object)
    export_wished = Signal()

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._snapshot: Snapshot | None = None
        self._state: DocumentState | None = None
        self._copy = ""
        self._anchor = ""
        self.to_list = Button("All documents", ButtonLook.QUIET, Icon.BACK)
        self.title = text_label("", TextLook.HEADING)
        self.summary = text_label("", TextLook.SMALL)
        self.copies = Chooser("Copy for")
        self.views = Tabs(("Reading", "Pages"), TabsLook.SEGMENTS, "How the document is shown")
        # Here the document is met as it will be printed; its text is one key away.
        self.views.setCurrentIndex(_PAGES)
        self.zooms = Tabs(tuple(zoom.value for zoom in Zoom), TabsLook.SEGMENTS, "Size of the pages")
        self.points = Button("", ButtonLook.QUIET, Icon.WARNING)
        self.export = Button(_EXPORT_THIS, ButtonLook.SECONDARY, Icon.EXPORT, name=_EXPORT_THIS)
        self.page_label = text_label("", TextLook.SMALL, wraps=False)
        self.pages = PagesView(session.services.previews)
        self.reading = ReadingView()
        self.message = text_label("", TextLook.SECONDARY)
        self._menu = QMenu(self)
        self._stack = QStackedWidget()
        self.body = WithReason(session, self._stack)
        self._lay_out()
        self._connect()

    @property
    def document(self) -> Document | None:
        """The copy that is shown."""
        copies = self._state.copies if self._state is not None else ()
        return next((each for each in copies if each.id == self._copy), next(iter(copies), None))

    @property
    def why(self) -> WhyBox:
        """Why the chosen block reads so."""
        return self.body.reason.why

    @property
    def chosen_block(self) -> Block | None:
        """The block that was gone to or clicked last; None where nothing is chosen."""
        document = self.document
        if not self._is_on_pages or document is None:
            return self.reading.chosen_block
        anchor = self.pages.anchor
        return next((block for block in document.body if anchor and block.anchor == anchor), None)

    @property
    def open_point_actions(self) -> list[QAction]:
        """The entries of the list of open points."""
        return self._menu.actions()

    def show_state(self, snapshot: Snapshot, state: DocumentState) -> None:
        """Show a document as it stands in a snapshot."""
        if self._state is not None and self._state.id != state.id:
            self._copy = self._anchor = ""
        self._snapshot, self._state = snapshot, state
        self.title.setText(state.title)
        self.summary.setText(state.summary)
        self._show_copies(state)
        document = self.document
        if document is None:
            sentence = "There is one for each member, and there are no members yet. Name them in step 1."
            self._show_message(sentence if state.applies else state.why_not or "It does not apply here.")
            return
        self._show_points(document)
        self._set_controls_visible(True)
        self._show_document()

    def show_waiting(self, listed: DocumentState) -> None:
        """Say that a document is on its way."""
        if self._state is not None and self._state.id == listed.id:
            return
        if self._state is not None:
            self._copy = self._anchor = ""
        self._state = None
        self.title.setText(listed.title)
        self.summary.setText(listed.summary)
        self._show_message("The document is being drafted.")

    def forget(self) -> None:
        """Show nothing, because another collaborative is open."""
        self._state = self._snapshot = None
        self._copy = self._anchor = ""
        self._show_message("")

    def show_problem(self, sentence: str) -> None:
        """Say why a document cannot be drafted."""
        self._show_message(sentence)

    def go_to(self, copy: str, anchor: str) -> None:
        """Show one copy, or the first one, at an anchor; at once, or when the document is there."""
        self._copy, self._anchor = copy, anchor
        if self.document is not None:
            self._show_document()

    def go_to_mark(self, direction: int) -> None:
        """Go to the next gap or suggestion in the text, or with -1 to the one before, and say what it waits for."""
        document = self.document
        if document is None:
            return
        self.views.setCurrentIndex(_READING)
        found = self.reading.go_to_mark(direction)
        self.reading.setFocus(Qt.FocusReason.ShortcutFocusReason)
        words = mark_words(found, document, self._session.services.content.questionnaire)
        self.body.say_of_mark(words)
        self._show_reason()
        say(self.reading, words)

    def stop(self) -> None:
        """Stop drawing for good."""
        self.pages.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a low view the document itself comes first.
        self.summary.setVisible(self.height() >= _LOW * current_theme().text_scale)
        self._fit_export()

    # --- what is shown ------------------------------------------------------------------------------------

    @property
    def _is_on_pages(self) -> bool:
        return self.views.currentIndex() == _PAGES

    def _show_document(self) -> None:
        document = self.document
        self._stack.setCurrentIndex(self.views.currentIndex())
        self.zooms.setVisible(self._is_on_pages)
        self.page_label.setVisible(self._is_on_pages)
        if self._is_on_pages:
            self.pages.show_document(document)
        else:
            before = self.reading.shown
            self.reading.show_document(document)
            if document is not None and (before is None or before.id != document.id):
                self.reading.go_to_top()
        anchor, self._anchor = self._anchor, ""
        if anchor and self._is_on_pages:
            self.pages.go_to(anchor)
        elif anchor:
            self.reading.go_to(anchor)
        self._show_reason()
        self._fit_export()

    def _show_copies(self, state: DocumentState) -> None:
        self.copies.setVisible(len(state.copies) > 1)
        choices = [Choice(copy.id, member) for copy, member in zip(state.copies, state.members, strict=False)]
        document = self.document
        self.copies.show_choices(choices, document.id if document is not None else "")

    def _show_points(self, document: Document) -> None:
        count = len(document.open_points)
        self.points.setVisible(bool(count))
        self.points.set_text(counted(count, "open point", "open points"), name=f"Go to one of {count} open points")

    def _show_message(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.pages.show_document(None)
        self.reading.show_document(None)
        self.body.show_nothing()
        self._set_controls_visible(False)
        self._stack.setCurrentIndex(_MESSAGE)

    def _set_controls_visible(self, is_visible: bool) -> None:
        for part in (self.views, self.export, self.zooms, self.page_label):
            part.setVisible(is_visible)
        if not is_visible:
            self.points.hide()
            self.copies.hide()

    def _fit_export(self) -> None:
        """Say what is exported in as many words as take no more lines than the fewest would."""
        width = self.width() - 2 * TRIPLE_SPACE
        lines = {}
        for words, icon in reversed(_EXPORTS):
            self._show_export(words, icon)
            lines[words, icon] = self._tools.heightForWidth(width)
        self._show_export(*next(each for each in _EXPORTS if lines[each] == min(lines.values())))

    def _show_export(self, words: str, icon: Icon | None) -> None:
        self.export.set_icon(icon)
        self.export.set_text(words)

    def _show_reason(self) -> None:
        if self._snapshot is not None:
            self.body.show_reason(self.document, self.chosen_block, self._snapshot)
            follow_layout(self)

    # --- what the user does -------------------------------------------------------------------------------

    def _on_view_changed(self) -> None:
        if self.document is None:
            return
        # What was chosen in the one view is gone to in the other.
        block = self.reading.chosen_block
        before = block.anchor if self._is_on_pages and block is not None else self.pages.anchor
        self._anchor = self._anchor or before
        self._show_document()

    def _on_block_chosen(self) -> None:
        self.body.say_of_mark("")
        self._show_reason()

    def _on_copy_chosen(self, copy: str) -> None:
        self._copy = copy
        if self._state is not None:
            self._show_copies(self._state)
        self._show_document()

    def _on_page_shown(self, page: int, count: int) -> None:
        self.page_label.setText(f"Page {page} of {count}" if count else "")
        self._fit_export()

    def _on_points_wished(self) -> None:
        document = self.document
        if document is None:
            return
        self._menu.clear()
        for point in document.open_points:
            words = f"{point.number}  {point.label}\t{point.place}"
            action = self._menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(
                lambda _=False, chosen=point: self._on_point_chosen(chosen.question, chosen.anchor)
            )
        self._menu.popup(self.points.mapToGlobal(QPoint(0, self.points.height())))

    def _on_point_chosen(self, question: str, anchor: str) -> None:
        if anchor:
            self.go_to(self._copy, anchor)
        else:
            self._on_question_wished(question)

    def _on_question_wished(self, question_id: str) -> None:
        questionnaire = self._session.services.content.questionnaire
        if questionnaire.has(question_id):
            self.place_wished.emit(AtSection(questionnaire.question(question_id).section, question_id))

    def _connect(self) -> None:
        self.views.currentChanged.connect(self._on_view_changed)
        self.zooms.currentChanged.connect(lambda place: self.pages.set_zoom(list(Zoom)[place]))
        self.pages.zoom_changed.connect(lambda zoom: self.zooms.setCurrentIndex(list(Zoom).index(zoom)))
        self.pages.page_shown.connect(self._on_page_shown)
        self.copies.chosen.connect(self._on_copy_chosen)
        self.points.clicked.connect(self._on_points_wished)
        self.export.clicked.connect(self.export_wished)
        self.pages.block_pointed.connect(self._on_block_chosen)
        self.reading.block_chosen.connect(self._on_block_chosen)
        self.reading.question_wished.connect(self._on_question_wished)
        self.why.place_wished.connect(self.place_wished)

    def _lay_out(self) -> None:
        top = card_ground()
        head = QVBoxLayout(top)
        head.setContentsMargins(TRIPLE_SPACE, DOUBLE_SPACE, TRIPLE_SPACE, SPACE)
        head.setSpacing(SPACE)
        named = QHBoxLayout()
        named.setSpacing(DOUBLE_SPACE)
        named.addWidget(self.to_list)
        named.addWidget(self.title, 1)
        head.addLayout(named)
        head.addWidget(self.summary)
        head.addWidget(self.copies)
        tools = QWidget()
        self._tools = ArrangedLayout(Flow(SPACE + SPACE // 2), tools)
        for part in (self.views, self.zooms, self.page_label, self.points, self.export):
            self._tools.addWidget(part)
        head.addWidget(tools)
        self.message.setContentsMargins(TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        for view in (self.reading, self.pages, self.message):
            self._stack.addWidget(view)
        self.to_list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Hairline())
        column.addWidget(self.body, 1)
