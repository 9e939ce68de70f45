"""Acts in a few words, told from what they changed."""

from collections.abc import Sequence
from typing import assert_never

from app.domain.act_words import RowStep, Surroundings, answer_act, name_of, rows_act
from app.domain.questions import Question
from app.domain.wording import counted, listed
from app.storage.records import AnswerChange, NameChange, PastChange, RowChange, TodoChange

#: An act on more questions than this tells how many they were, not which.
_MOST_NAMED = 2


def summary_of(changes: Sequence[PastChange], around: Surroundings) -> str:
    """What an act did: to one question what it was and what it became, to several which or how many they are."""
    touched = changed_questions(changes)
    known = [around.questionnaire.question(each) for each in touched if around.questionnaire.has(each)]
    if len(known) == 1:
        return summary_for(known[0], changes, around)
    if known and len(known) <= _MOST_NAMED:
        return f"{listed(name_of(each) for each in known)}: changed"
    return f"{counted(len(touched), 'answer', 'answers')} changed"


def summary_for(question: Question, changes: Sequence[PastChange], around: Surroundings) -> str:
    """What an act did to one question."""
    own = [each for each in changes if isinstance(each, AnswerChange) and each.question_id == question.id]
    rows = row_steps(question.id, changes)
    if rows:
        return rows_act(question, rows, around)
    return answer_act(question, own[0].before if own else None, own[0].after if own else None, around)


def row_steps(table_id: str, changes: Sequence[PastChange]) -> tuple[RowStep, ...]:
    """What an act did to the rows of one table."""
    return tuple(
        RowStep(each.before, each.after, each.is_moved)
        for each in changes
        if isinstance(each, RowChange) and each.question_id == table_id
    )


def changed_questions(changes: Sequence[PastChange]) -> tuple[str, ...]:
    """The questions that an act changed or left a to-do about, each once."""
    found: dict[str, None] = {}
    for change in changes:
        match change:
            case AnswerChange() | RowChange():
                found[change.question_id] = None
            case TodoChange():
                if change.question_id is not None:
                    found[change.question_id] = None
            case NameChange():
                pass
            case _:
                assert_never(change)
    return tuple(found)
