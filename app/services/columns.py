"""The columns of a table as they are asked at present: those that apply, and the rows that they may point to."""

from app.domain.conditions import holds
from app.domain.pasting import RowOptions
from app.domain.questions import Column, Option, Question
from app.services.services import Services
from app.services.snapshots import Snapshot


def shown_columns(question: Question, snapshot: Snapshot) -> tuple[Column, ...]:
    """The columns that apply; none where the question is no table."""
    design = snapshot.design
    return tuple(each for each in question.columns if holds(each.show_when, design.answers, design.claim))


def row_options(services: Services, snapshot: Snapshot, question: Question) -> RowOptions:
    """The rows that a question or its columns may point to, by table."""
    asking: tuple[Question | Column, ...] = (question, *question.columns)
    tables = {each.table for each in asking if each.table is not None}
    return {
        table: tuple(Option(row, name) for row, name in services.answering.row_choices(snapshot, table))
        for table in tables
    }
