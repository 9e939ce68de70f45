"""Counts the gaps of a document as they come: one number per question, with where it shows first."""

from app.documents.blocks import Gap, OpenPoint
from app.domain.questions import Questionnaire


class OpenPoints:
    """The open points of one document while it is drafted. ``at`` moves on with the text."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._found: dict[str, OpenPoint] = {}
        self._place = ""
        self._anchor = ""

    def at(self, place: str, anchor: str) -> None:
        """Say where the text that follows stands, such as "clause 9.4"."""
        self._place, self._anchor = place, anchor

    def gap(self, question_id: str) -> Gap:
        """The gap for a question, numbered on its first occurrence."""
        question = self._questionnaire.question(question_id)
        if question_id not in self._found:
            section = self._questionnaire.section(question.section)
            self._found[question_id] = OpenPoint(
                len(self._found) + 1, question_id, question.label, section.title, self._place, self._anchor
            )
        return Gap(question.gap_words, question_id, self._found[question_id].number)

    @property
    def found(self) -> tuple[OpenPoint, ...]:
        """All open points so far, in order."""
        return tuple(self._found.values())
