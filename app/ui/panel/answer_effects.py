"""Finds in another thread what the latest answer did to the documents."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.questions import Questionnaire
from app.domain.values import Kind
from app.services.drafting import Drafting
from app.services.effects import AnswerEffect, changed_questions, document_effect, documents_touched
from app.services.retracing import Retrace
from app.services.snapshots import Snapshot
from app.ui.work.background import LatestWork, Report

#: A text is saved at every pause of the hands: until the user moves on, all of that is one answer.
_TYPED_IN_PARTS = {Kind.TEXT, Kind.LONG_TEXT}
#: Milliseconds in which the new draft comes on screen before the comparison takes its share of the interpreter.
_AFTER = 40


class AnswerEffects(QObject):
    """Compares drafts from before the latest answer with those after it. ``found`` carries an AnswerEffect."""

    found = Signal(object)

    def __init__(self, drafting: Drafting, questionnaire: Questionnaire, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._questionnaire = questionnaire
        self._snapshot: Snapshot | None = None
        self._last: Snapshot | None = None
        self._before: Snapshot | None = None
        self._questions: tuple[str, ...] = ()
        self._retrace: Retrace | None = None
        self._is_due = False
        self._is_same_visit = False
        self._work = LatestWork(self)
        self._work.succeeded.connect(self._on_found)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER)
        self._later.timeout.connect(self._begin)

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that the latest act answered anew."""
        return self._questions

    def take(self, snapshot: Snapshot) -> bool:
        """Note a snapshot; whether an answer differs from the one before, and so may change documents."""
        last, self._snapshot = self._snapshot, snapshot
        self._last = None
        if last is None or last.collaborative != snapshot.collaborative:
            self.forget()
            return False
        questions = changed_questions(last.answers, snapshot.answers) if last is not snapshot else ()
        if not questions:
            return False
        if not (self._is_same_visit and questions == self._questions and self._is_typed_in_parts(questions)):
            self._before = last
        self._last = last
        self._questions = questions
        self._retrace = None
        self._is_due = self._is_same_visit = True
        return True

    def retraced(self, retrace: Retrace) -> bool:
        """The latest snapshot came from undo or redo: an act of its own, even amid typing; whether it is compared."""
        if self._last is None:
            return False
        self._before = self._last
        self._retrace = retrace
        self._is_due = True
        self._is_same_visit = False
        return True

    def focus_moved(self) -> None:
        """The user is at another question: what is answered from now on is an answer of its own."""
        self._is_same_visit = False

    def look(self) -> None:
        """Compare in a moment, if an answer has come since the last time."""
        if self._is_due and not self._later.isActive():
            self._later.start()

    def forget(self) -> None:
        """Compare nothing until the next answer: another collaborative is open, or somebody else has answered."""
        self._last = self._before = None
        self._questions = ()
        self._retrace = None
        self._is_due = self._is_same_visit = False
        self._work.drop()

    def stop(self) -> None:
        """Stop for good, because the screen is about to go."""
        self._later.stop()
        self._work.stop()

    def _begin(self) -> None:
        if self._is_due and self._before is not None and self._snapshot is not None:
            self._is_due = False
            self._work.begin(_comparing(self._drafting, self._before, self._snapshot, self._retrace))

    def _is_typed_in_parts(self, questions: tuple[str, ...]) -> bool:
        known = [self._questionnaire.question(each) for each in questions if self._questionnaire.has(each)]
        return len(known) == 1 and known[0].kind in _TYPED_IN_PARTS

    def _on_found(self, effect: object) -> None:
        if isinstance(effect, AnswerEffect) and not self._is_due:
            self.found.emit(effect)


def _comparing(
    drafting: Drafting, before: Snapshot, after: Snapshot, retrace: Retrace | None
) -> Callable[[Report, Callable[[], bool]], AnswerEffect]:
    def work(_: Report, is_cancelled: Callable[[], bool]) -> AnswerEffect:
        questions = changed_questions(before.answers, after.answers)
        found = []
        for document in documents_touched(before, after, questions, drafting):
            if is_cancelled():
                break
            effect = document_effect(before, after, document, drafting)
            if effect is not None:
                found.append(effect)
        return AnswerEffect(questions, tuple(found), retrace)

    return work
