"""The preview: a document that follows the question in focus, and a strip on what the latest answer changed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.documents.blocks import Document
from app.domain.wording import counted, lower
from app.marks import override
from app.services.drafting import DocumentState
from app.services.effects import AnswerEffect
from app.services.retracing import Retraced
from app.services.snapshots import Snapshot
from app.ui.panel.answer_effects import AnswerEffects
from app.ui.panel.changes_strip import ChangesStrip
from app.ui.panel.following import anchor_to_show, changed_anchors, document_to_show
from app.ui.panel.preview_view import PreviewView
from app.ui.parts.chooser import Choice, Chooser
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.reading.drafts import Drafts
from app.ui.reading.standing import open_points_in_words
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, SPACE
from app.ui.theme.theme import current_theme
from app.ui.work.next_turn import NextTurn

#: The document keeps at least this share of the preview's height, whatever is said of what an answer changed.
_SHARE_OF_DOCUMENT = 0.45
#: Below so many pixels at 100 % text that takes half instead, and the reason for a clause waits until it is put away.
_LOW, _SHARE_WHERE_LOW = 420, 0.5


class PreviewTab(QWidget):
    """Drafts only while it is seen. ``place_wished`` carries a question, a law record or a document."""

    place_wished = Signal(object)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._snapshot: Snapshot | None = None
        self._entry = ""
        self._is_chosen_by_user = False
        self._question = ""
        self._is_elsewhere = False
        self._is_following_due = False
        self._is_listing = False
        self._copy = ""
        self._due_anchor: str | None = None
        self._changed: tuple[str, ...] = ()
        services = session.services
        self.drafts = Drafts(services.drafting, self)
        self.effects = AnswerEffects(services.drafting, services.content.questionnaire, self)
        self.chooser = Chooser("Document in the preview")
        self.copy_label = text_label("", TextLook.SMALL)
        self.strip = ChangesStrip()
        self.view = PreviewView(session)
        self.reading, self.pages, self.why = self.view.reading, self.view.pages, self.view.why
        self.views, self.message = self.view.views, self.view.message
        # The question itself comes first: that is what the user waits for.
        self._next_look = NextTurn(self, self._look)
        self._next_fold = NextTurn(self, lambda: self.strip.fold(self._is_elsewhere))
        self._lay_out()
        self._connect()

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self.view.document

    @property
    def shown_entry(self) -> str:
        """The id in the catalogue of the document that is shown, or is on its way."""
        return self._entry

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow new answers, or another collaborative."""
        if self._snapshot is not None and self._snapshot.collaborative != snapshot.collaborative:
            self._entry, self._is_chosen_by_user = "", False
            self.view.show_message("")
            self.strip.put_away()
        self._snapshot = snapshot
        if self.effects.take(snapshot):
            self._changed = ()
            self._is_elsewhere = False
        self._next_look.ask()

    def show_question(self, question_id: str) -> None:
        """Follow the focus to a question; empty for none."""
        if question_id != self._question:
            self._question = question_id
            self._is_chosen_by_user = False
            self._is_following_due = True
            self._copy = ""
            self._changed = ()
            self.effects.focus_moved()
            self._is_elsewhere = question_id not in self.effects.questions
            self._next_fold.ask()
            self._next_look.ask()

    def show_at(self, document_id: str, anchor: str) -> None:
        """Show a document, or one copy of it, at an anchor, until the focus moves on to another question."""
        self._entry = self._session.services.drafting.entry_of(document_id)
        self._copy = document_id
        self._is_chosen_by_user = True
        self._due_anchor = anchor
        self._look()

    def step_through_changes(self, direction: int) -> None:
        """Go to the next place that the latest answer changed, or with -1 to the one before."""
        self.strip.step(direction)

    def go_to_mark(self, direction: int) -> None:
        """Go to the next gap or suggestion, or with -1 to the one before: then the reason is what is wished."""
        self._is_elsewhere = True
        self.strip.fold(True)
        self.view.go_to_mark(direction)

    def forget_changes(self) -> None:
        """Say nothing more of the latest change: it was somebody else's."""
        self.effects.forget()
        self.strip.put_away()

    def stop(self) -> None:
        """Stop drafting and drawing for good."""
        self.drafts.stop()
        self.effects.stop()
        self.view.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What it stands beside is shown first.
        self._next_look.ask()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_strip()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "strip"):
            QTimer.singleShot(0, self, self._fit_strip)

    # --- what to show -------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Ask for the drafts that are needed, and show what is ready."""
        self._next_look.call_off()
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
            self.effects.look()
            return
        self.drafts.want(snapshot, [self._entry, *using, *(snapshot.documents if self._is_listing else ())])
        self._show_choices()
        state = self.drafts.state(self._entry)
        if state is not None:
            self._show_state(state)
        elif self.document is None:
            self.view.show_message("Drafting the document.")

    def _on_drafted(self, state: DocumentState) -> None:
        self._show_choices()
        if state.id == self._entry:
            self._show_state(state)

    def _show_state(self, state: DocumentState) -> None:
        # What is read comes first; only then is it compared with what was there.
        self.effects.look()
        chosen = next((place for place, copy in enumerate(state.copies) if copy.id == self._copy), 0)
        document = state.copies[chosen] if state.copies else None
        self.copy_label.setText(_copy_words(state, chosen))
        self.copy_label.setVisible(bool(state.members))
        if document is None or self._snapshot is None:
            self.view.show_message(f"{state.title}: there is one for each member, and there are no members yet.")
            return
        before = self.document
        self.view.show_document(document, self._snapshot)
        self._follow(before, document)

    def _follow(self, before: Document | None, document: Document) -> None:
        drafting = self._session.services.drafting
        about = drafting.anchors_about(document, self._question) if self._question else ()
        now_changed = changed_anchors(before, document)
        self._changed = now_changed or self._changed
        self.reading.mark(about, self._changed)
        there = anchor_to_show(now_changed, about) if self._question else ""
        if self._due_anchor is not None:
            self.view.go_to(self._due_anchor)
        elif there:
            self.view.go_to(there)
        elif self._is_following_due and about:
            self.view.go_to(about[0])
        elif self._is_following_due and not now_changed:
            self._rest(before, document)
        else:
            self.view.show_reason_soon()
        self._due_anchor = None
        self._is_following_due = False

    def _rest(self, before: Document | None, document: Document) -> None:
        """The question shows nowhere in the document: what the one before it was about is marked no longer."""
        if before is None or before.id != document.id:
            self.view.go_to("")
        else:
            self.view.choose_nothing()

    def _show_choices(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        listing = self._session.services.drafting.listing(snapshot)
        self.chooser.show_choices(
            [
                Choice(each.id, each.title, open_points_in_words(self.drafts.state(each.id)))
                for each in listing
                if each.applies
            ],
            self._entry,
        )

    def _show_nothing(self) -> None:
        self.chooser.show_choices((), "")
        self.copy_label.hide()
        self.view.show_message(
            "No document applies yet. Answer the first questions of step 1 and the drafts appear here."
        )

    def _on_retraced(self, done: Retraced) -> None:
        if self.effects.retraced(done.retrace) and self.isVisible():
            self.effects.look()

    def _on_effect_found(self, effect: AnswerEffect) -> None:
        known = [each for each in effect.questions if self._session.services.content.questionnaire.has(each)]
        asked = self._session.services.content.questionnaire.question(known[0]) if len(known) == 1 else None
        about = lower(asked.name or asked.label) if asked is not None else ""
        uses = self._session.services.uses
        used = uses.places(asked.id, self._snapshot) if asked is not None and self._snapshot is not None else ()
        self.strip.show_effect(effect, self._entry, about, used, is_folded=self._is_elsewhere)
        changed = _anchors_in(effect, self.document.id if self.document is not None else "")
        if changed:
            self._changed = changed
            self.reading.mark(self.reading.about, changed)

    def _fit_strip(self) -> None:
        is_low = self.height() < _LOW * current_theme().text_scale
        self.view.give_way(self.strip.is_open, names_reason=not is_low)
        if is_low:
            most = round(self.height() * _SHARE_WHERE_LOW)
        else:
            above = (each.sizeHint().height() + SPACE for each in (self.chooser, self.copy_label) if each.isVisible())
            others = DOUBLE_SPACE + SPACE + sum(above) + self.view.height_below
            most = round(self.height() * (1 - _SHARE_OF_DOCUMENT)) - others
        self.strip.fit(self.width() - 2 * DOUBLE_SPACE, most)

    # --- what the user does -------------------------------------------------------------------------------

    def _on_chosen(self, document_id: str) -> None:
        self._entry = document_id
        self._copy = ""
        self._is_chosen_by_user = True
        self._is_following_due = True
        self._look()

    def _on_listing(self) -> None:
        """The list is about to open: now the open points of every document are worth counting."""
        self._is_listing = True
        self._look()

    def _on_change_wished(self, document_id: str, anchor: str) -> None:
        self.show_at(document_id, anchor)
        (self.pages if self.view.is_on_pages else self.reading).setFocus()

    def _on_stepped(self, document_id: str, anchor: str) -> None:
        """The document comes along to the place that is told of; the focus stays where it is."""
        effect = self.strip.effect
        self.show_at(document_id, anchor)
        if effect is not None:
            self._changed = _anchors_in(effect, document_id)
            self.reading.mark(self.reading.about, self._changed)

    def _on_reason_wished(self) -> None:
        self.strip.fold(True)
        (self.pages if self.view.is_on_pages else self.reading).setFocus()

    def _on_failed(self, sentence: str) -> None:
        if self.drafts.state(self._entry) is None:
            self.view.show_message(sentence)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE, SPACE)
        top.setSpacing(SPACE)
        parts: tuple[QWidget, ...] = (self.chooser, self.copy_label, self.strip)
        for part in parts:
            top.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        self.copy_label.hide()

    def _connect(self) -> None:
        self.drafts.drafted.connect(self._on_drafted)
        self.drafts.failed.connect(self._on_failed)
        self.effects.found.connect(self._on_effect_found)
        self.chooser.chosen.connect(self._on_chosen)
        self.chooser.opening.connect(self._on_listing)
        self.strip.place_wished.connect(self._on_change_wished)
        self.strip.stepped.connect(self._on_stepped)
        self.strip.redrawn.connect(self._on_strip_redrawn)
        self.strip.closed.connect(self._fit_strip)
        self.view.reason_wished.connect(self._on_reason_wished)
        self.view.place_wished.connect(self.place_wished)
        self._session.retraced.connect(self._on_retraced)
        self._session.changed_elsewhere.connect(self.forget_changes)

    def _on_strip_redrawn(self) -> None:
        follow_layout(self)
        self._fit_strip()
        # Letters have their final size only once they are on screen.
        QTimer.singleShot(0, self, self._fit_strip)


def _anchors_in(effect: AnswerEffect, document_id: str) -> tuple[str, ...]:
    """The anchors of what changed in one draft."""
    found: Sequence[str] = [
        place.anchor for changed, place in effect.places if changed.copy == document_id and place.pieces
    ]
    return tuple(dict.fromkeys(anchor for anchor in found if anchor))


def _copy_words(state: DocumentState, chosen: int) -> str:
    if not state.members:
        return ""
    return f"The copy for {state.members[chosen]}, one of {counted(len(state.members), 'copy', 'copies')}."
