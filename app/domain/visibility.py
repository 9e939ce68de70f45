"""Which questions apply to these answers. Answers to questions that do not apply are kept but never read."""

from collections.abc import Mapping
from datetime import date

from app.domain.answers import Answers
from app.domain.conditions import holds
from app.domain.questions import Questionnaire
from app.domain.readings import Design, Reading


def visible_design(
    answers: Answers, questionnaire: Questionnaire, readings: Mapping[str, Reading], today: date
) -> tuple[Design, frozenset[str]]:
    """The design of the visible answers, and the ids of the visible questions."""
    visible = frozenset(question.id for question in questionnaire.questions)
    design = Design(answers, questionnaire, readings, today)
    # Conditions cannot lead back to themselves, so each round settles at least one question more.
    for _ in questionnaire.questions:
        now = frozenset(
            question.id
            for question in questionnaire.questions
            if holds(question.show_when, design.answers, design.claim)
        )
        if now == visible:
            break
        visible = now
        design = Design(_only(answers, visible), questionnaire, readings, today)
    return design, visible


def _only(answers: Answers, visible: frozenset[str]) -> Answers:
    return Answers(
        {question: answer for question, answer in answers.answers.items() if question in visible},
        {question: rows for question, rows in answers.tables.items() if question in visible},
    )
