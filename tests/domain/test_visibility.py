"""Which questions apply, and how far a collaborative is."""

from dataclasses import replace
from datetime import date

from app.domain.answers import Answer, Answers, Row, State
from app.domain.conditions import Is
from app.domain.progress import Progress, Stage, left_to_answer, questions_progress, section_progress, step_progress
from app.domain.questions import Citation, Column, Question, Questionnaire, Section, Step
from app.domain.values import Kind, Value
from app.domain.visibility import visible_design

TODAY = date(2026, 8, 6)


def _question(question_id: str, shown_by: str | None = None, document: str = "paper") -> Question:
    return Question(
        id=question_id,
        section="s",
        kind=Kind.YES_NO,
        label=question_id,
        hint="",
        why="",
        sources=(Citation("practice", "here"),),
        show_when=None if shown_by is None else Is(shown_by, (True,)),
        required_for=(document,),
    )


#: d is shown by c, which is shown by b, which is shown by a; they stand in the opposite order.
SECTION = Section("s", "t", "S", "", (_question("d", "c"), _question("c", "b"), _question("b", "a"), _question("a")))
QUESTIONNAIRE = Questionnaire((Step("t", 1, "T", "", (SECTION,)),))


def _answers(**values: Value | None) -> Answers:
    return Answers({name: Answer(name, value) for name, value in values.items()})


def _visible(answers: Answers) -> frozenset[str]:
    return visible_design(answers, QUESTIONNAIRE, {}, TODAY)[1]


def _progress(section: Section, answers: Answers, visible: frozenset[str], documents: frozenset[str]) -> Progress:
    asked = Questionnaire((Step("t", 1, "T", "", (section,)),))
    return section_progress(section, questions_progress(asked, answers, visible, documents))


def _left(answers: Answers, visible: frozenset[str], document: str) -> list[str]:
    questions = questions_progress(QUESTIONNAIRE, answers, visible, frozenset({document}))
    return [question.id for question in left_to_answer(QUESTIONNAIRE, questions)]


def test_a_chain_of_questions_opens_one_by_one() -> None:
    assert _visible(_answers()) == {"a"}
    assert _visible(_answers(a=True)) == {"a", "b"}
    assert _visible(_answers(a=True, b=True, c=True)) == {"a", "b", "c", "d"}


def test_a_chain_of_any_length_settles() -> None:
    names = [f"q{place}" for place in range(30)]
    chain = tuple(_question(name, shown_by) for name, shown_by in zip(names[1:], names, strict=False))
    section = Section("s", "t", "S", "", (*reversed(chain), _question(names[0])))
    questionnaire = Questionnaire((Step("t", 1, "T", "", (section,)),))
    answers = _answers(**{name: name != "q5" for name in names})
    assert visible_design(answers, questionnaire, {}, TODAY)[1] == set(names[:6])


def test_a_hidden_answer_shows_nothing_further() -> None:
    design, visible = visible_design(_answers(a=False, b=True, c=True, d=True), QUESTIONNAIRE, {}, TODAY)
    assert visible == {"a"}
    assert not design.answers.is_answered("d")


def test_a_hidden_question_is_not_required() -> None:
    assert _left(_answers(a=False), frozenset({"a"}), "paper") == []


def test_a_question_is_left_only_where_its_document_applies() -> None:
    visible = frozenset({"a"})
    assert _left(_answers(), visible, "paper") == ["a"]
    assert _left(_answers(), visible, "another") == []


def test_a_section_is_done_when_nothing_that_a_document_needs_is_left() -> None:
    visible = frozenset({"a", "b"})
    documents = frozenset({"paper"})
    assert _progress(SECTION, _answers(), visible, documents).stage is Stage.NOT_STARTED
    assert _progress(SECTION, _answers(a=True), visible, documents).stage is Stage.UNDER_WAY
    assert _progress(SECTION, _answers(a=True, b=False), visible, documents).stage is Stage.DONE


def test_a_table_is_left_until_every_row_has_what_it_needs() -> None:
    columns = (
        Column("name", Kind.TEXT, "Name", is_required=True),
        Column("role", Kind.TEXT, "Role", is_required=True),
        Column("note", Kind.TEXT, "Note"),
        Column("rank", Kind.TEXT, "Rank", is_required=True, show_when=Is("a", (True,))),
    )
    table = replace(_question("people"), kind=Kind.TABLE, columns=columns)
    section = Section("s", "t", "S", "", (table,))
    whole: dict[str, Value] = {"name": "Ann", "role": "Chair"}
    partial: dict[str, Value] = {"name": "Ben", "note": "New"}
    expected: list[tuple[list[dict[str, Value]], Progress]] = [
        ([], Progress(1, 0, 1)),
        ([whole, partial], Progress(1, 0, 1, begun=1)),
        ([whole, whole], Progress(1, 1, 0)),
    ]
    stages = [Stage.NOT_STARTED, Stage.UNDER_WAY, Stage.DONE]
    visible, documents = frozenset({"people"}), frozenset({"paper"})
    for stage, (cells, progress) in zip(stages, expected, strict=True):
        answers = Answers(tables={"people": tuple(Row(str(place), each) for place, each in enumerate(cells))})
        assert _progress(section, answers, visible, documents) == progress
        assert progress.stage is stage
        assert _progress(section, answers, visible, frozenset()).left == 0


def test_a_part_is_done_and_its_bar_full_only_while_nothing_of_it_is_parked() -> None:
    visible, documents = frozenset({"a", "b"}), frozenset({"paper"})
    answered = _answers(a=True, b=False)
    done = _progress(SECTION, answered, visible, documents)
    assert (done.stage, done.share) == (Stage.DONE, 1.0)
    parked = Answers({**answered.answers, "b": Answer("b", False, state=State.PARKED)})
    put_off = _progress(SECTION, parked, visible, documents)
    assert (put_off.answered, put_off.left, put_off.stage) == (2, 0, Stage.UNDER_WAY)
    assert 0 < put_off.share < 1


def test_a_step_is_done_once_every_section_that_asks_anything_is() -> None:
    step = Step("t", 1, "T", "", (replace(SECTION, id="one"), replace(SECTION, id="two")))
    whole, nothing = Progress(asked=2, answered=2), Progress(asked=2)
    assert step_progress(step, {"one": whole, "two": whole}).stage is Stage.DONE
    assert step_progress(step, {"one": whole, "two": Progress()}).stage is Stage.DONE, (
        "what asks nothing does not count"
    )
    begun = step_progress(step, {"one": whole, "two": nothing})
    assert begun.stage is Stage.UNDER_WAY, "nobody has looked at the second section"
    assert begun.share < 1
    assert step_progress(step, {"one": nothing, "two": nothing}).stage is Stage.NOT_STARTED


def test_a_parked_question_is_counted() -> None:
    answers = Answers({"a": Answer("a", None, state=State.PARKED)})
    assert _progress(SECTION, answers, frozenset({"a"}), frozenset()).parked == 1


def test_what_is_left_and_parked_is_one_thing_to_come_back_to() -> None:
    both = Progress(asked=4, answered=3, left=1, parked=1, left_parked=1)
    assert both.share == Progress(asked=4, answered=3, left=1).share
    assert both.stage is Stage.UNDER_WAY
    assert (both + both).left_parked == 2


def test_how_far_a_part_is_never_sounds_as_if_what_is_parked_came_on_top() -> None:
    answers = Answers({"a": Answer("a", True), "b": Answer("b", False, state=State.PARKED)})
    visible = frozenset({"a", "b"})
    assert _progress(SECTION, answers, visible, frozenset()).in_words == "2 of 2 answered, 1 of them parked"
    unanswered = Answers({"a": Answer("a", True), "b": Answer("b", None, state=State.PARKED)})
    assert _progress(SECTION, unanswered, visible, frozenset()).in_words == "1 of 2 answered, 1 parked"
    assert _progress(SECTION, _answers(a=True), visible, frozenset()).in_words == "1 of 2 answered"
