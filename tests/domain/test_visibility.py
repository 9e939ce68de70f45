"""Which questions apply, and how far a collaborative has come with them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.answers import Answer, Answers, Row, State
from app.domain.conditions import Count, Is, Reads
from app.domain.progress import Progress, Stage, left_to_answer, section_progress, step_progress
from app.domain.questions import Citation, Column, Question, Questionnaire, Section, Step
from app.domain.readings import Design, Reading, Shape
from app.domain.values import Kind, Value
from app.domain.visibility import visible_design

TODAY = date(2026, 7, 10)
SOURCES = (Citation("practice", "anywhere"),)


def _question(question_id: str, kind: Kind = Kind.YES_NO) -> Question:
    return Question(question_id, "one", kind, "Label", "Hint", "Why", SOURCES)


FIRST = replace(_question("a.first"), required_for=("memorandum",))
SECOND = replace(_question("a.second"), show_when=Is("a.first", (True,)), required_for=("memorandum",))
THIRD = replace(_question("a.third"), show_when=Is("a.second", (True,)), required_for=("terms",))
TABLE = replace(
    _question("a.table", Kind.TABLE),
    columns=(Column("name", Kind.TEXT, "Name"),),
    show_when=Reads("told", at_least=Decimal(1)),
)
COUNTED = replace(_question("a.counted"), show_when=Count("a.table", at_least=2))
SECTION = Section("one", "step", "One", "First", (FIRST, SECOND, THIRD, TABLE, COUNTED))
STEP = Step("step", 1, "Step", "Only", (SECTION,))
QUESTIONNAIRE = Questionnaire((STEP,))


def _told(design: Design) -> int:
    return int(design.answers.is_yes("a.second") is True)


READINGS = {"told": Reading("told", "Whether the second is yes.", Shape.NUMBER, ("a.second",), _told)}
ROWS = {"a.table": (Row("1", {"name": "X"}), Row("2", {"name": "Y"}))}


def _answers(**values: Value) -> Answers:
    given = {f"a.{name}": value for name, value in values.items()}
    return Answers({question: Answer(question, value) for question, value in given.items()}, ROWS)


def _visible(answers: Answers) -> frozenset[str]:
    return visible_design(answers, QUESTIONNAIRE, READINGS, TODAY)[1]


def test_a_question_shows_when_its_condition_holds() -> None:
    assert _visible(_answers()) == {"a.first"}
    assert _visible(_answers(first=True)) == {"a.first", "a.second"}


def test_a_hidden_answer_shows_nothing_further() -> None:
    assert _visible(_answers(first=False, second=True, third=True)) == {"a.first"}


def test_conditions_may_ask_readings_and_rows() -> None:
    everything = {"a.first", "a.second", "a.third", "a.table", "a.counted"}
    assert _visible(_answers(first=True, second=True)) == everything


def test_hidden_answers_are_kept_out_of_the_design() -> None:
    answers = _answers(first=False, second=True)
    design, _ = visible_design(answers, QUESTIONNAIRE, READINGS, TODAY)
    assert design.answers.value("a.first") is False
    assert design.answers.value("a.second") is None
    assert design.answers.rows("a.table") == ()
    assert design.read("told") == 0
    assert answers.value("a.second") is True


def test_progress_counts_only_what_is_visible_and_needed() -> None:
    answers = _answers(first=True)
    visible = _visible(answers)
    found = section_progress(SECTION, answers, visible, frozenset({"memorandum"}))
    assert found == Progress(asked=2, answered=1, left=1)
    assert found.stage is Stage.UNDER_WAY
    assert step_progress(STEP, {"one": found}) == found
    assert [question.id for question in left_to_answer(QUESTIONNAIRE, answers, visible, frozenset({"memorandum"}))] == [
        "a.second"
    ]


def test_nothing_is_left_where_no_document_applies() -> None:
    answers = _answers(first=True)
    found = section_progress(SECTION, answers, _visible(answers), frozenset())
    assert found == Progress(asked=2, answered=1)
    assert found.stage is Stage.DONE
    assert Progress(asked=2).stage is Stage.NOT_STARTED


def test_a_parked_question_is_counted_as_parked() -> None:
    parked = Answers({"a.first": Answer("a.first", None, state=State.PARKED)})
    found = section_progress(SECTION, parked, frozenset({"a.first"}), frozenset({"memorandum"}))
    assert found == Progress(asked=1, answered=0, left=1, parked=1)


def test_a_table_is_answered_by_its_first_row() -> None:
    answers = _answers(first=True, second=True)
    found = section_progress(SECTION, answers, frozenset({"a.table"}), frozenset())
    assert found == Progress(asked=1, answered=1)
