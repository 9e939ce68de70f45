"""Works out what each question card shows from a snapshot."""

from collections.abc import Mapping

from app.domain.answers import Answer, State
from app.domain.conditions import holds
from app.domain.pasting import RowOptions
from app.domain.questions import Option, Question
from app.domain.todos import known_people
from app.domain.values import Kind
from app.domain.wording import date_in_words
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
            row_options=self._row_options(question, snapshot),
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

    def _row_options(self, question: Question, snapshot: Snapshot) -> RowOptions:
        tables = {asked.table for asked in question.columns if asked.table is not None}
        if question.table is not None:
            tables.add(question.table)
        found: Mapping[str, tuple[Option, ...]] = {
            table: tuple(Option(row, name) for row, name in self._services.answering.row_choices(snapshot, table))
            for table in tables
        }
        return found


def _hidden_columns(question: Question, snapshot: Snapshot) -> frozenset[str]:
    if question.kind is not Kind.TABLE:
        return frozenset()
    design = snapshot.design
    return frozenset(
        column.id for column in question.columns if not holds(column.show_when, design.answers, design.claim)
    )


def _agreed_words(answer: Answer | None) -> str:
    if answer is None or answer.state is not State.AGREED:
        return ""
    return f"Agreed {date_in_words(answer.changed_at.date())}" if answer.changed_at else "Agreed"
