"""What slides look up: the register of organisations, and the rows that a pointer may choose from."""

from collections.abc import Callable, Sequence

from app.domain.conditions import holds
from app.domain.pasting import RowOptions
from app.domain.questions import Column, Option, Question
from app.services.services import Services
from app.services.snapshots import Snapshot
from app.ui.fields.settings import OrganisationChoice

Search = Callable[[str], Sequence[OrganisationChoice]]


def register_search(services: Services) -> Search:
    """Finds organisations of the register by part of a name or by a code, the best first."""
    return lambda text: [
        OrganisationChoice(each.name, each.code, each.legal_form, each.icb, each.region)
        for each in services.organisations.search(text)
    ]


def row_options(services: Services, snapshot: Snapshot, question: Question) -> RowOptions:
    """The rows that the columns of a table point to, by table."""
    tables = {column.table for column in question.columns if column.table is not None}
    return {
        table: tuple(Option(row, name) for row, name in services.answering.row_choices(snapshot, table))
        for table in tables
    }


def shown_columns(question: Question, snapshot: Snapshot) -> tuple[Column, ...]:
    """The columns of a table that apply at present."""
    design = snapshot.design
    return tuple(each for each in question.columns if holds(each.show_when, design.answers, design.claim))
