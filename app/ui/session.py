"""The only state of the screen: the open collaborative and its snapshot. Wishes come in as calls, snapshots go out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import FivewaysError
from app.ui.work.soon import Soon
from app.ui.work.turns import take_turn

if TYPE_CHECKING:
    # The first window is there before the services are loaded.
    from app.domain.todos import Todo
    from app.domain.values import Value
    from app.services.answering import Cells
    from app.services.services import Services
    from app.services.snapshots import Snapshot

#: Milliseconds between looks for what another running copy has changed.
LOOK_EVERY = 3_000
#: Milliseconds that the user stays at a place before it is kept: to write to the disk at each step on the way is felt.
_STAY = 400


class ProjectSession(QObject):
    """One collaborative at a time. Every act is saved when its method returns.

    Without services it is one of which everything is still being loaded; ``soon`` takes what cannot wait for that.

    ``state_changed`` carries the fresh snapshot, once for each act; ``problem_raised`` the question (or an
    empty text) and a sentence, after which what was typed is still on the screen and, unless the sentence says
    otherwise, nothing was saved;
    ``retraced`` what undo or redo did, after the snapshot.
    """

    state_changed = Signal(object)
    problem_raised = Signal(str, str)
    changed_elsewhere = Signal()
    retraced = Signal(object)
    closed = Signal()

    def __init__(self, services: Services | None, clock: Callable[[], datetime], look_every: int = LOOK_EVERY) -> None:
        super().__init__()
        self._services = services
        self.soon = Soon(is_ready=services is not None)
        self._clock = clock
        self._snapshot: Snapshot | None = None
        self.saved_at: datetime | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(look_every)
        self._watch.timeout.connect(self.look_for_changes)
        self._place_to_keep = ""
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAY)
        self._stay.timeout.connect(self._keep_place)

    @property
    def services(self) -> Services:
        """What can be done. Raises RuntimeError while it is still being loaded."""
        if self._services is None:
            raise RuntimeError("The services are still being loaded.")
        return self._services

    @property
    def has_services(self) -> bool:
        """Whether the services are there."""
        return self._services is not None

    def take_services(self, services: Services) -> None:
        """The services were loaded."""
        self._services = services

    @property
    def is_open(self) -> bool:
        """Whether a collaborative is open."""
        return self._snapshot is not None

    @property
    def snapshot(self) -> Snapshot:
        """The present snapshot. Raises RuntimeError when nothing is open."""
        if self._snapshot is None:
            raise RuntimeError("No collaborative is open.")
        return self._snapshot

    def now(self) -> datetime:
        """This moment, with the time zone of this computer."""
        return self._clock()

    def today(self) -> date:
        """The day it is, for calendars."""
        return self._clock().date()

    def note_progress(self) -> None:
        """Note for the start page how far the open collaborative is, so that it need not be opened to tell."""
        self._keep_place()
        snapshot = self.snapshot
        try:
            self.services.collaboratives.remember_progress(snapshot)
        except FivewaysError:
            return  # the start page then says less, and the next act tries again

    def last_place(self) -> str:
        """Where the user left the open collaborative; empty if that is not known."""
        try:
            return self.services.collaboratives.last_place(self._id)
        except FivewaysError:
            return ""

    def remember_place(self, place: str) -> None:
        """Keep where the user is, to open there again, once they stay; getting about never fails because of it."""
        self._place_to_keep = place
        self._stay.start()

    def open(self, collaborative: str) -> bool:
        """Open a collaborative; False, with a problem raised, if it cannot be read."""
        self._keep_place()
        return self._act("", lambda: self.services.answering.open(collaborative), is_saved=False)

    def close(self) -> None:
        """Go back to no collaborative."""
        self._keep_place()
        self._watch.stop()
        self._snapshot = None
        self.saved_at = None
        self.closed.emit()

    def answer(self, question: str, value: Value | None) -> bool:
        """Give or clear an answer. One that is so already is no act, unless it was only suggested until now."""
        known = self.snapshot.answers.answer(question)
        if known is not None and value is not None and known.value == value and not known.is_suggested:
            return True
        seen = self.snapshot.answers
        return self._act(question, lambda: self.services.answering.answer(self._id, question, value, seen=seen))

    def accept_suggestion(self, question: str) -> bool:
        """Take the suggested value."""
        return self._act(question, lambda: self.services.answering.accept_suggestion(self._id, question))

    def note(self, question: str, text: str) -> bool:
        """Keep a note."""
        return self._act(question, lambda: self.services.answering.note(self._id, question, text))

    def park(self, question: str) -> bool:
        """Park a question."""
        return self._act(question, lambda: self.services.answering.park(self._id, question))

    def agree(self, question: str) -> bool:
        """Mark an answer as agreed."""
        return self._act(question, lambda: self.services.answering.agree(self._id, question))

    def reopen(self, question: str) -> bool:
        """Take away the mark that a question is parked or agreed."""
        return self._act(question, lambda: self.services.answering.reopen(self._id, question))

    def put_row(self, question: str, row: str | None, cells: Cells, position: int | None = None) -> bool:
        """Add a row, with the id given or a new one, or change one."""
        seen, answering = self.snapshot.answers, self.services.answering
        return self._act(question, lambda: answering.put_row(self._id, question, row, cells, position, seen=seen))

    def add_rows(self, question: str, rows: list[Cells]) -> bool:
        """Add pasted rows."""
        return self._act(question, lambda: self.services.answering.add_rows(self._id, question, rows))

    def move_row(self, question: str, row: str, position: int) -> bool:
        """Move a row."""
        return self._act(question, lambda: self.services.answering.move_row(self._id, question, row, position))

    def remove_row(self, question: str, row: str) -> bool:
        """Remove a row."""
        return self._act(question, lambda: self.services.answering.remove_row(self._id, question, row))

    def clear_rows(self, question: str) -> bool:
        """Remove every row of a table."""
        return self._act(question, lambda: self.services.answering.clear_rows(self._id, question))

    def add_todo(self, text: str, person: str, due: date | None, question: str | None) -> bool:
        """Add a to-do, perhaps about a question."""
        todos = self.services.todos
        return self._act(question or "", lambda: todos.add(self._id, text, person, due, question))

    def change_todo(self, before: Todo, text: str, person: str, due: date | None) -> bool:
        """Say a to-do anew; ``before`` is what was on the screen."""
        todos = self.services.todos
        return self._act(before.question_id or "", lambda: todos.change(self._id, before, text, person, due))

    def tick_todo(self, todo: Todo, *, is_done: bool) -> bool:
        """Tick a to-do off, or open it again."""
        return self._act(todo.question_id or "", lambda: self.services.todos.tick(self._id, todo.id, is_done=is_done))

    def remove_todo(self, todo: Todo) -> bool:
        """Take a to-do away."""
        return self._act(todo.question_id or "", lambda: self.services.todos.remove(self._id, todo.id))

    def use_again(self, question: str, moment: datetime) -> bool:
        """Give a question the answer that it had at a moment."""
        return self._act(question, lambda: self.services.answering.use_again(self._id, question, moment))

    def bring_back(self, moment: datetime) -> bool:
        """Make every answer what it was at a moment, in one act."""
        return self._act("", lambda: self.services.answering.bring_back(self._id, moment))

    def undo(self) -> bool:
        """Take back the latest act."""
        return self._retrace(self.services.answering.undo, is_undo=True)

    def redo(self) -> bool:
        """Do again what was undone last."""
        return self._retrace(self.services.answering.redo, is_undo=False)

    def look_for_changes(self) -> None:
        """Take in what another running copy has changed, and say so; and a new day, which some of it counts by."""
        if self._snapshot is None:
            return
        is_new_day = self._snapshot.design.today != self.today()
        try:
            if not self.services.watching.has_changed() and not is_new_day:
                return
        except FivewaysError:
            return  # the next act will meet the same trouble and say so beside its field
        before = (self._snapshot.answers, self._snapshot.todos)
        try:
            self._take(self.services.answering.open(self._id))
        except FivewaysError as error:
            # Once is enough: the next act looks again.
            self._watch.stop()
            self.problem_raised.emit("", str(error))
            return
        if (self.snapshot.answers, self.snapshot.todos) != before:
            self.changed_elsewhere.emit()

    @property
    def _id(self) -> str:
        return self.snapshot.collaborative

    def _keep_place(self) -> None:
        self._stay.stop()
        place, self._place_to_keep = self._place_to_keep, ""
        if place and self._snapshot is not None:
            with suppress(FivewaysError):
                self.services.collaboratives.remember_place(self._id, place)

    def _retrace(self, act: Callable[[str], Snapshot], *, is_undo: bool) -> bool:
        # Loaded by then: nothing can be undone before the services are there.
        from app.services.retracing import Retrace, changed_first, what_was_retraced

        retrace = Retrace.UNDO if is_undo else Retrace.REDO
        promised = self.snapshot.undo if is_undo else self.snapshot.redo
        self.look_for_changes()
        before = self.snapshot
        offered = before.undo if is_undo else before.redo
        if offered != promised:
            self.problem_raised.emit("", changed_first(retrace, offered))
            return False
        if not self._act("", lambda: act(self._id)):
            return False
        done = what_was_retraced(retrace, before, self.snapshot, self.services.content.questionnaire)
        if done is not None:
            self.retraced.emit(done)
        return True

    def _act(self, question: str, act: Callable[[], Snapshot], *, is_saved: bool = True) -> bool:
        take_turn()
        # What others did until now is told as theirs, and what the user has seen of it is no longer what there is.
        self.look_for_changes()
        try:
            snapshot = act()
        except FivewaysError as error:
            self.look_for_changes()
            self.problem_raised.emit(question, str(error))
            return False
        if is_saved:
            self.saved_at = self._clock()
        self._take(snapshot)
        return True

    def _take(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.services.watching.settle(snapshot.token)
        self._watch.start()
        self.state_changed.emit(snapshot)
