"""The export: the form, what holds back the word final, what to know first, the work, and what was written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import counted
from app.marks import override
from app.services.drafting import DocumentState
from app.services.packs import Obstacle, PackProgress, PackRequest, Packs
from app.services.snapshots import Snapshot
from app.ui.icons import Icon
from app.ui.pages.documents.before_export import BeforeExport, before_export
from app.ui.pages.documents.export_form import ExportForm
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.link_row import LinkRow
from app.ui.parts.message_space import MessageSpace
from app.ui.parts.progress_bar import ProgressBar
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSection
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.work.background import IsCancelled, LatestWork, Report

_NOTHING = "There is nothing to export yet: no document applies. Answer the first questions of step 1."


class ExportPart(QWidget):
    """``place_wished`` carries a question that is left, ``back_wished`` asks for the document again.

    ``written`` carries the files of an export that was finished, ``seen`` whether the export is in sight.
    """

    place_wished = Signal(object)
    back_wished = Signal()
    written = Signal(object)
    seen = Signal(bool)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._snapshot: Snapshot | None = None
        self._asked: tuple[Snapshot, PackRequest] | None = None
        self._obstacles: tuple[Obstacle, ...] | None = ()
        self._standing = ((0, 0), (0, 0))
        self._told = BeforeExport()
        self._folder = Path()
        self._export = LatestWork(self)
        self._look = LatestWork(self)
        self.header = SectionHeader("Export the pack")
        self.to_list = Button("All documents", ButtonLook.QUIET, Icon.BACK)
        self.back = Button("Back to the document", ButtonLook.QUIET, Icon.BACK)
        self.form = ExportForm(session.services.preferences)
        self.nothing = text_label(_NOTHING, TextLook.SECONDARY)
        self.left = Redrawn(HALF_SPACE)
        self.notice = Redrawn(HALF_SPACE)
        self.start = Button("Export now", ButtonLook.PRIMARY, Icon.EXPORT)
        self.cancel = Button("Cancel", ButtonLook.SECONDARY, name="Cancel the export")
        self.progress = ProgressBar()
        self.now = text_label("", TextLook.SMALL)
        self.messages = MessageSpace()
        self.column = ScrollColumn("Export", widest=880)
        self._lay_out()
        self._connect()
        self._show_run()

    @property
    def is_exporting(self) -> bool:
        """Whether files are being written."""
        return self._export.is_busy

    @property
    def obstacles(self) -> tuple[Obstacle, ...] | None:
        """What holds back a final pack; None while it is being looked up."""
        return self._obstacles

    def show_pack(self, snapshot: Snapshot) -> None:
        """Offer to export the whole pack."""
        self._take(snapshot)
        self.header.show_texts("Export the pack", "Write the documents as files to send, to print or to edit.")
        self.back.hide()
        self.form.show_scopes(len(snapshot.documents))
        follow_layout(self)
        self._ask()

    def show_document(self, snapshot: Snapshot, state: DocumentState, copy: str) -> None:
        """Offer to export one document, or the copy of it that is shown."""
        self._take(snapshot)
        self.header.show_texts(f"Export: {state.title}", state.summary)
        self.back.show()
        named = {each.id: member for each, member in zip(state.copies, state.members, strict=False)}
        one = (copy, named[copy]) if copy in named and len(named) > 1 else None
        self.form.show_scopes(len(snapshot.documents), (state.id, state.title), one)
        follow_layout(self)
        self._ask()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take in new answers; what was chosen stays. At first, and for another collaborative, the whole pack."""
        if self._snapshot is None or self._snapshot.collaborative != snapshot.collaborative:
            self.show_pack(snapshot)
        elif snapshot is not self._snapshot:
            self._take(snapshot)
            if not self.form.scopes:
                self.form.show_scopes(len(snapshot.documents))
            self._ask()

    def stop(self) -> None:
        """Stop an export that is under way and wait until no file is half written."""
        self._export.stop()
        self._look.stop()

    def show_standing(self, whole: tuple[int, int], one: tuple[int, int]) -> None:
        """Take in how many rules are to confirm and points open, in all documents and in the one that is chosen."""
        self._standing = (whole, one)
        self._show_notice()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit(False)

    # --- what to know first, and what holds back the word final -------------------------------------------

    def _take(self, snapshot: Snapshot) -> None:
        if self._snapshot is None or self._snapshot.collaborative != snapshot.collaborative:
            self.messages.clear()
        self._snapshot = snapshot

    def _ask(self) -> None:
        """Look up what is left where a final pack is wished."""
        snapshot, request = self._snapshot, self.form.request
        self._show_notice()
        if snapshot is None or self._asked == (snapshot, request):
            return
        self._asked = (snapshot, request)
        if not request.is_final or not snapshot.documents:
            self._look.drop()
            self._show_left(())
            return
        self._obstacles = None
        self._look.begin(_looking(self._session.services.packs, snapshot, request))
        self._show_run()

    def _show_notice(self) -> None:
        """Say right above the button that writes the files what whoever gets them would want to know."""
        if self._snapshot is None:
            return
        law, points = self._standing[1 if self.form.request.documents else 0]
        told = before_export(self._snapshot, law, points)
        self.notice.setVisible(bool(told.words) and bool(self._snapshot.documents))
        if told != self._told:
            self._told = told
            self.notice.redraw(lambda column: column.addWidget(_notice(told)))

    def _on_looked(self, found: object) -> None:
        if isinstance(found, tuple):
            self._show_left(found)

    def _on_look_failed(self, sentence: str) -> None:
        self._show_left((Obstacle(sentence, ""),))

    def _show_left(self, obstacles: tuple[Obstacle, ...]) -> None:
        self._obstacles = obstacles
        self.left.setVisible(bool(obstacles))
        self.left.redraw(lambda column: self._fill_left(column, obstacles))
        follow_layout(self)
        self._show_run()

    def _fill_left(self, column: QVBoxLayout, obstacles: tuple[Obstacle, ...]) -> None:
        if not obstacles:
            return
        count = counted(len(obstacles), "thing is", "things are")
        column.addWidget(MessageStrip(Tone.WARNING, f"This cannot be final yet: {count} left to do."))
        questionnaire = self._session.services.content.questionnaire
        for obstacle in obstacles:
            if questionnaire.has(obstacle.question):
                link = LinkRow(obstacle.words, icon=Icon.NEXT, tint=lambda roles: roles.accent)
                place = AtSection(questionnaire.question(obstacle.question).section, obstacle.question)
                link.clicked.connect(lambda _=False, there=place: self.place_wished.emit(there))
                column.addWidget(link)
            else:
                column.addWidget(text_label(obstacle.words))

    # --- the work -----------------------------------------------------------------------------------------

    def _on_start(self) -> None:
        if self._snapshot is None or self.is_exporting or not self.start.isEnabled():
            return
        self.messages.clear()
        packs, snapshot, request = self._session.services.packs, self._snapshot, self.form.request
        self._folder = packs.folder_of_its_own(snapshot, self.form.folder, self._session.today())
        self._export.begin(_exporting(packs, snapshot, request, self._folder))
        self._on_progressed(PackProgress(0, 0, ""))
        self._show_run()
        self.cancel.setFocus()

    def _on_cancel(self) -> None:
        self._export.cancel()
        self.cancel.setEnabled(False)
        self.now.setText("Stopping")

    def _on_progressed(self, progress: object) -> None:
        if isinstance(progress, PackProgress):
            at = f"File {min(progress.done + 1, progress.total)} of {progress.total}: {progress.now}"
            words = at if progress.now else "Drafting the documents"
            self.now.setText(words)
            self.progress.show_progress((progress.whole,), words)

    def _on_written(self, files: object) -> None:
        paths = files if isinstance(files, tuple) else ()
        folder = self._folder
        self.messages.say(
            Tone.SUCCESS,
            f"{counted(len(paths), 'file was', 'files were')} written to {folder}",
            tuple(path.name for path in paths[:5]) + ((f"and {len(paths) - 5} more",) if len(paths) > 5 else ()),
            link="Open the folder",
            on_link=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        )
        self._bring_message_into_view()
        self.written.emit(paths)

    def _bring_message_into_view(self) -> None:
        # The strip has its place only after the next round of events.
        QTimer.singleShot(0, self, lambda: self.column.ensureWidgetVisible(self.messages, 0, DOUBLE_SPACE))

    def _on_failed(self, sentence: str) -> None:
        first, *rest = sentence.split("\n")
        tone = Tone.NOTE if first.startswith("The export was stopped") else Tone.ERROR
        self.messages.say(tone, first, tuple(rest))
        self._bring_message_into_view()

    def _on_rested(self) -> None:
        if self.cancel.hasFocus():
            # Before the button that has the focus goes, or the focus would first go to whatever stands next.
            self.start.setVisible(True)
            self.start.setEnabled(True)
            self.start.setFocus()
        self._show_run()

    def _show_run(self) -> None:
        is_running = self.is_exporting
        for part in (self.progress, self.now, self.cancel):
            part.setVisible(is_running)
        self.cancel.setEnabled(True)
        has_documents = self._snapshot is not None and bool(self._snapshot.documents)
        self.nothing.setVisible(not has_documents)
        self.form.setVisible(has_documents)
        is_ready = has_documents and self.form.is_complete and self._obstacles == ()
        self.start.setVisible(has_documents and not is_running)
        self.start.setEnabled(is_ready)
        self.form.setEnabled(not is_running)

    def _on_form_changed(self) -> None:
        follow_layout(self)
        self._ask()
        self._show_run()

    def _connect(self) -> None:
        self.form.changed.connect(self._on_form_changed)
        self.start.clicked.connect(self._on_start)
        self.cancel.clicked.connect(self._on_cancel)
        self.back.clicked.connect(self.back_wished)
        self._export.progressed.connect(self._on_progressed)
        self._export.succeeded.connect(self._on_written)
        self._export.failed.connect(self._on_failed)
        self._export.rested.connect(self._on_rested)
        self._look.succeeded.connect(self._on_looked)
        self._look.failed.connect(self._on_look_failed)

    def _lay_out(self) -> None:
        run = QHBoxLayout()
        run.setSpacing(SPACE + HALF_SPACE)
        run.addWidget(self.start)
        run.addWidget(self.cancel)
        run.addStretch(1)
        card = Card()
        card.body.setSpacing(DOUBLE_SPACE)
        for part in (self.nothing, self.form, self.left, self.notice, self.progress, self.now):
            card.body.addWidget(part)
        card.body.addLayout(run)
        self.to_list.hide()
        ways_back = QWidget()
        back = ArrangedLayout(Flow(SPACE), ways_back)
        back.addWidget(self.to_list)
        back.addWidget(self.back)
        self.column.body.addWidget(ways_back)
        for outer in (self.header, card, self.messages):
            self.column.body.addWidget(outer)
        self.column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)


def _notice(told: BeforeExport) -> MessageStrip:
    return MessageStrip(Tone.WARNING, f"Before you export: {told.words}.", told.details)


def _looking(packs: Packs, snapshot: Snapshot, request: PackRequest) -> Callable[[Report, IsCancelled], object]:
    return lambda _report, is_cancelled: packs.obstacles(snapshot, request, is_cancelled)


def _exporting(
    packs: Packs, snapshot: Snapshot, request: PackRequest, folder: Path
) -> Callable[[Report, IsCancelled], object]:
    return lambda report, is_cancelled: packs.export(snapshot, folder, request, report, is_cancelled)
