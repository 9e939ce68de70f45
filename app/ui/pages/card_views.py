"""Works out what each question card shows from a snapshot."""

from app.domain.answers import Answer, State
from app.domain.questions import Question
from app.domain.todos import known_people
from app.domain.wording import date_in_words
from app.services.columns import row_options, shown_columns
from app.services.services import Services
from app.services.snapshots import Snapshot
from app.ui.card.card_view import CardView
from app.ui.parts.chips import Link


class CardViews:
    """Makes card views; the places that use an answer are found elsewhere, and only put in."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._known: tuple[Snapshot | None, tuple[str, ...]] = (None, ())

    def view(
        self, question: Question, snapshot: Snapshot, changes: tuple[Link, ...] = (), save_problem: str = ""
    ) -> CardView:
        """What the card of a question shows."""
        answer = snapshot.answers.answer(question.id)
        return CardView(
            answer=answer,
            rows=snapshot.answers.rows(question.id),
            findings=snapshot.findings_of(question.id),
            changes=changes,
            meaning=self._services.snapshots.meaning(question, snapshot),
            row_options=row_options(self._services, snapshot, question),
            hidden_columns=_hidden_columns(question, snapshot),
            is_required=not frozenset(snapshot.documents).isdisjoint(question.required_for),
            save_problem=save_problem,
            agreed_words=_agreed_words(answer),
            todos=tuple(todo for todo in snapshot.todos if todo.question_id == question.id),
            people=self._people(snapshot),
        )

    def _people(self, snapshot: Snapshot) -> tuple[str, ...]:
        """Names to offer for a to-do, looked up once for all the cards of a snapshot."""
        if self._known[0] is not snapshot:
            self._known = (snapshot, known_people(snapshot.design.answers, snapshot.todos))
        return self._known[1]


def _hidden_columns(question: Question, snapshot: Snapshot) -> frozenset[str]:
    return frozenset(each.id for each in question.columns) - {each.id for each in shown_columns(question, snapshot)}


def _agreed_words(answer: Answer | None) -> str:
    if answer is None or answer.state is not State.AGREED:
        return ""
    return f"Agreed {date_in_words(answer.changed_at.date())}" if answer.changed_at else "Agreed"
