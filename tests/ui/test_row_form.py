"""The form of a row has room for what stands in it."""

from app.domain.questions import Question
from app.ui.fields.line_field import LineField
from app.ui.fields.table.labelled_field import LabelledField
from app.ui.fields.table.row_form import RowForm
from tests.shipped import shipped_content
from tests.ui.conftest import Stage
from tests.ui.samples import SETTINGS

BOARD = "NHS Humber and North Yorkshire Integrated Care Board"


def members() -> Question:
    return shipped_content().questionnaire.question("members.members")


def test_the_full_name_of_a_board_is_seen_whole_in_the_form_of_a_member(stage: Stage) -> None:
    form = RowForm(members().columns, SETTINGS)
    stage.show(form, 480, 1600)
    form.show_cells({"icb": BOARD}, {}, frozenset())
    stage.show(form, 480, 1600)
    (labelled,) = (each for each in form.findChildren(LabelledField) if each.column.id == "icb")
    assert isinstance(labelled.field, LineField)
    line = labelled.field.line
    assert line.text() == BOARD
    assert line.fontMetrics().horizontalAdvance(BOARD) < line.contentsRect().width()
