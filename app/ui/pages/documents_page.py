"""The documents page: what the pack holds and how each document stands, one of them opened, and the export."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import NotFoundError
from app.marks import override
from app.services.drafting import DocumentState
from app.services.snapshots import Snapshot
from app.ui.pages.documents.document_list import WHOLE_PACK, DocumentList, Entry, law_to_confirm
from app.ui.pages.documents.document_viewer import DocumentViewer
from app.ui.pages.documents.export_part import ExportPart
from app.ui.pages.page import Page
from app.ui.parts.buttons import Button
from app.ui.reading.drafts import Drafts
from app.ui.session import ProjectSession
from app.ui.theme.theme import current_theme

_LIST_WIDTH = 304
#: Where what is opened would be narrower than this at 100 % text, the list and it take turns.
_LEAST_OPENED = 560


class DocumentsPage(Page):
    """The list beside what is opened: the export of the whole pack, a document, or the export of that one."""

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._snapshot: Snapshot | None = None
        self._chosen = WHOLE_PACK
        self._is_list_wished = True
        self.drafts = Drafts(session.services.drafting, self)
        self.list = DocumentList()
        self.viewer = DocumentViewer(session)
        self.export = ExportPart(session)
        self._opened = QStackedWidget()
        self._right = QWidget()
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> str:
        """The document that is open; empty for the whole pack."""
        return self._chosen

    @property
    def to_list(self) -> Button:
        """What leads from what is opened to the list, where there is no room for both."""
        return self.export.to_list if self._opened.currentWidget() is self.export else self.viewer.to_list

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._take(snapshot)
        applicable = snapshot.documents
        first = [self._chosen] if self._chosen in applicable else []
        self.drafts.want(snapshot, [*first, *applicable])
        self._show_entries()
        self._show_opened()

    @override
    def enter(self) -> None:
        if self.list.isVisible():
            self.list.focus_chosen()
        else:
            super().enter()

    def show_document(self, document_id: str, anchor: str = "", *, is_export: bool = False) -> None:
        """Open a document or one copy of it, perhaps at an anchor; with an empty id the whole pack."""
        if self._session.is_open:
            self._take(self._session.snapshot)
        entry = ""
        if document_id:
            try:
                entry = self._session.services.drafting.entry_of(document_id)
            except NotFoundError:
                document_id = anchor = ""  # a place kept by another version of the app
        self._choose(entry, document_id if document_id != entry else "", anchor)
        self._is_list_wished = not entry and not is_export
        self._share_room()

    def stop(self) -> None:
        """Stop all work in the background, because the window is closing."""
        self.drafts.stop()
        self.viewer.stop()
        self.export.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.list.isVisible() and self._right.isVisible():
            line = QRect(self.list.width(), 0, 1, self.height())
            QPainter(self).fillRect(line, QColor(current_theme().roles.line))

    # --- what is opened -----------------------------------------------------------------------------------

    def _take(self, snapshot: Snapshot) -> None:
        """Keep a snapshot; of another collaborative nothing that was open stays."""
        if self._snapshot is not None and self._snapshot.collaborative != snapshot.collaborative:
            self._chosen = WHOLE_PACK
            self._opened.setCurrentWidget(self.export)
            self.viewer.forget()
        self._snapshot = snapshot

    def _choose(self, entry: str, copy: str = "", anchor: str = "") -> None:
        self._chosen = entry
        snapshot = self._snapshot
        if entry and snapshot is not None:
            self.viewer.show_waiting(self._listed(snapshot, entry))
        if entry:
            self.viewer.go_to(copy, anchor)
        self._opened.setCurrentWidget(self.viewer if entry else self.export)
        if snapshot is not None:
            if not entry:
                self.export.show_pack(snapshot)
            self.show_snapshot(snapshot)

    def _show_opened(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        if not self._chosen or self._opened.currentWidget() is self.export:
            self.export.show_snapshot(snapshot)
            if not self._chosen:
                return
        listed = self._listed(snapshot, self._chosen)
        state = self.drafts.state(self._chosen) if listed.applies else listed
        if state is not None:
            self.viewer.show_state(snapshot, state)
        else:
            self.viewer.show_waiting(listed)

    def _show_entries(self) -> None:
        if self._snapshot is None:
            return
        listing = self._session.services.drafting.listing(self._snapshot)
        entries = [Entry(listed, self.drafts.state(listed.id) if listed.applies else None) for listed in listing]
        self.list.show_entries(entries, self._chosen)
        chosen = [entry for entry in entries if entry.listed.id == self._chosen]
        points = sum(entry.state.gaps for entry in chosen if entry.state is not None)
        self.export.show_standing(
            (len(law_to_confirm(entries)), self._snapshot.total.left), (len(law_to_confirm(chosen)), points)
        )

    def _listed(self, snapshot: Snapshot, entry: str) -> DocumentState:
        return next(each for each in self._session.services.drafting.listing(snapshot) if each.id == entry)

    def _on_drafted(self, state: DocumentState) -> None:
        self._show_entries()
        if state.id == self._chosen and self._snapshot is not None:
            self.viewer.show_state(self._snapshot, state)

    def _on_draft_failed(self, sentence: str) -> None:
        if self._chosen and self.drafts.state(self._chosen) is None:
            self.viewer.show_problem(sentence)

    # --- what the user does -------------------------------------------------------------------------------

    def _on_chosen(self, entry: str) -> None:
        self._choose(entry)
        self._is_list_wished = False
        self._share_room()

    def _on_export_wished(self) -> None:
        state, document = self.drafts.state(self._chosen), self.viewer.document
        if self._snapshot is not None and state is not None and document is not None:
            self.export.show_document(self._snapshot, state, document.id)
            self._opened.setCurrentWidget(self.export)
            self.export.form.focus_first()

    def _on_back_wished(self) -> None:
        self._opened.setCurrentWidget(self.viewer)
        self.viewer.export.setFocus()

    def _on_list_wished(self) -> None:
        self._is_list_wished = True
        self._share_room()
        self.list.focus_chosen()

    def _share_room(self) -> None:
        """The list and what is opened stand beside each other where both can be read."""
        scale = current_theme().text_scale
        wide = round(_LIST_WIDTH * (1 + (scale - 1) * 0.7))
        is_narrow = self.width() - wide < round(_LEAST_OPENED * (1 + (scale - 1) * 0.6))
        self.list.setVisible(not is_narrow or self._is_list_wished)
        self._right.setVisible(not is_narrow or not self._is_list_wished)
        self.list.setMinimumWidth(0 if is_narrow else wide)
        self.list.setMaximumWidth(self.width() if is_narrow else wide)
        for button in (self.viewer.to_list, self.export.to_list):
            button.setVisible(is_narrow)
        self.update()

    def _connect(self) -> None:
        self.drafts.drafted.connect(self._on_drafted)
        self.drafts.failed.connect(self._on_draft_failed)
        self.list.chosen.connect(self._on_chosen)
        self.viewer.export_wished.connect(self._on_export_wished)
        self.viewer.place_wished.connect(self.place_wished)
        self.export.back_wished.connect(self._on_back_wished)
        self.export.place_wished.connect(self.place_wished)
        for button in (self.viewer.to_list, self.export.to_list):
            button.clicked.connect(self._on_list_wished)

    def _lay_out(self) -> None:
        for part in (self.export, self.viewer):
            self._opened.addWidget(part)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(1, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._opened, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._right, 1)
