"""The slides of the projector view, what a room can choose from, and what documents say because of it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.content.catalogue import Content
from app.documents.blocks import Paragraph, Table
from app.domain.answers import Answer, Answers, Origin, Row
from app.domain.progress import Stage
from app.domain.questions import Question
from app.domain.values import Duration, Kind, Organisation, Unit, Value
from app.services.answering import Answering
from app.services.drafting import Drafting
from app.services.projecting import (
    QuestionSlide,
    SectionSlide,
    question_place,
    section_facts,
    slide_at,
    slide_beside,
    slides,
)
from app.services.room_choices import choices, meaning, options_of, toggled, usual_ends
from app.services.room_clauses import clause_words
from app.services.services import Services, build_services
from app.services.snapshots import Snapshot
from app.storage.workspace import Workspace
from tests.empty_workspace import lay_empty_workspace

NOW = datetime(2026, 8, 6, 9, 30, tzinfo=UTC)
NOTICE = "meetings.notice"


def membership(count: int, given: dict[str, Value]) -> Answers:
    members = tuple(
        Row(str(number), {"organisation": Organisation(f"Trust {number}"), "membership": "full"})
        for number in range(count)
    )
    answers = {question: Answer(question, value) for question, value in given.items()}
    return Answers(answers, {"members.members": members})


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory, content: Content) -> Iterator[Services]:
    """One workspace for all: a snapshot never changes, and no test asks what another has answered since."""
    folder = tmp_path_factory.mktemp("projecting")
    file = lay_empty_workspace(folder / "workspace.sqlite3")
    with Workspace.open(file, backups=folder / "backups", clock=lambda: NOW, author="Ada") as workspace:
        yield build_services(content, workspace, NOW.date)


@pytest.fixture(scope="module")
def example(services: Services) -> Snapshot:
    made = services.collaboratives.create_from(services.files.example("west-yorkshire-acute"), None, Origin.EXAMPLE)
    return services.answering.open(made.id)


@pytest.fixture
def questions(content: Content) -> dict[str, Question]:
    return {each.id: each for each in content.questionnaire.questions}


def test_every_visible_question_has_one_slide_and_every_section_with_one_opens_with_its_own(
    content: Content, example: Snapshot
) -> None:
    shown = slides(content.questionnaire, example.visible)
    asked = [each.question for each in shown if isinstance(each, QuestionSlide)]
    assert asked == [each.id for each in content.questionnaire.questions if each.id in example.visible]
    opened: list[str] = []
    for each in shown:
        if isinstance(each, SectionSlide):
            opened.append(each.section)
        assert opened[-1] == each.section
    assert len(opened) == len(set(opened))


def test_a_walk_over_the_slides_meets_each_of_them_once_in_both_directions(content: Content, example: Snapshot) -> None:
    shown = slides(content.questionnaire, example.visible)
    walked = [shown[0]]
    while (after := slide_beside(content.questionnaire, example.visible, walked[-1], 1)) is not None:
        walked.append(after)
    assert tuple(walked) == shown
    assert slide_beside(content.questionnaire, example.visible, shown[0], -1) is None
    assert slide_beside(content.questionnaire, example.visible, shown[7], -1) == shown[6]


def test_the_slide_of_a_hidden_question_gives_way_to_the_next_one_that_is_visible(
    content: Content, example: Snapshot
) -> None:
    shown = slides(content.questionnaire, example.visible)
    at = next(place for place, each in enumerate(shown) if each == QuestionSlide("meetings", NOTICE))
    less = example.visible - {NOTICE}
    assert slide_at(content.questionnaire, less, "meetings", NOTICE) == shown[at + 1]
    assert slide_beside(content.questionnaire, less, shown[at], 1) == shown[at + 1]
    assert slide_at(content.questionnaire, example.visible, "meetings") == SectionSlide("meetings")
    assert slide_at(content.questionnaire, frozenset(), "meetings") is None


def test_a_question_knows_its_place_among_the_visible_ones_of_its_section(content: Content, example: Snapshot) -> None:
    slide = QuestionSlide("meetings", NOTICE)
    place, of = question_place(content.questionnaire, example.visible, slide)
    asked = [each.id for each in content.questionnaire.section("meetings").questions if each.id in example.visible]
    assert (place, of) == (asked.index(NOTICE) + 1, len(asked))


def test_the_slide_of_a_section_tells_where_it_stands_in_its_step_and_how_far_it_is(
    content: Content, example: Snapshot
) -> None:
    facts = section_facts(content.questionnaire, example, "decisions")
    assert facts.step == "2 Purpose"
    assert facts.place == f"Section {facts.here + 1} of {len(facts.stages)}"
    assert facts.stages[facts.here] is Stage.DONE
    progress = example.sections["decisions"]
    assert facts.progress == f"{progress.answered} of {progress.asked} answered, none agreed yet"
    assert facts.step_progress == f"All {len(facts.stages)} sections done"
    assert facts.still_open == "", "the numbers say so already"


def test_the_slide_of_a_section_says_what_is_parked(content: Content, services: Services, example: Snapshot) -> None:
    parked = services.answering.park(example.collaborative, "decisions.quorum-mix")
    facts = section_facts(content.questionnaire, parked, "decisions")
    asked = parked.sections["decisions"].asked
    assert facts.progress == f"{asked} of {asked} answered, 1 of them parked, none agreed yet"
    of = len(facts.stages)
    assert facts.step_progress == f"{of - 1} of {of} sections done, 1 with a parked question"
    assert [place for place, is_parked in enumerate(facts.has_parked) if is_parked] == [facts.here]


def test_what_is_parked_without_an_answer_is_not_counted_among_the_answers(
    content: Content, services: Services
) -> None:
    made = services.collaboratives.create_from(services.files.example("west-yorkshire-acute"), None, Origin.EXAMPLE)
    services.answering.answer(made.id, "decisions.quorum-mix", None)
    parked = services.answering.park(made.id, "decisions.quorum-mix")
    asked = parked.sections["decisions"].asked
    facts = section_facts(content.questionnaire, parked, "decisions")
    assert facts.progress == f"{asked - 1} of {asked} answered, 1 parked, none agreed yet"


def test_the_slide_of_a_section_says_in_words_what_its_marks_mean(content: Content, services: Services) -> None:
    made = services.collaboratives.create_from(services.files.example("west-yorkshire-acute"), None, Origin.EXAMPLE)
    facts = section_facts(content.questionnaire, services.answering.answer(made.id, NOTICE, None), "meetings")
    of = len(facts.stages)
    assert facts.stages[facts.here] is Stage.UNDER_WAY
    assert facts.step_progress == f"{of - 1} of {of} sections done, 1 begun"
    empty = services.answering.open(services.collaboratives.create("Northern Acute Alliance").id)
    facts = section_facts(content.questionnaire, empty, "meetings")
    assert facts.step_progress == f"0 of {len(facts.stages)} sections done, {len(facts.stages)} not begun"


def test_the_slide_of_a_section_names_the_first_questions_without_an_answer(
    content: Content, services: Services
) -> None:
    empty = services.answering.open(services.collaboratives.create("Northern Acute Alliance").id)
    facts = section_facts(content.questionnaire, empty, "decisions")
    first = next(each for each in content.questionnaire.section("decisions").questions if each.id in empty.visible)
    assert f" questions have no answer yet: {first.label} " in facts.still_open
    assert facts.still_open.endswith(" more.")


@pytest.mark.parametrize(
    ("question", "value", "lines"),
    [
        ("joining.approval-share", Decimal(75), ("5 of 6 must agree", "Any two can stop it")),
        ("joining.approval-share", Decimal(100), ("All 6 must agree", "Any one can stop it")),
        ("leaving.exclusion-share", Decimal(67), ("4 of 5 must agree", "Any two can stop it")),
        ("joining.approval", "all-but-one", ("5 of 6 must agree", "Any two can stop it")),
        ("meetings.attendance", Decimal(75), ()),
    ],
)
def test_a_figure_is_told_in_whole_members_and_in_who_can_stop_it(
    question: str, value: Value, lines: tuple[str, ...]
) -> None:
    assert meaning(question, value, membership(6, {})) == lines


def test_a_quorum_of_more_members_than_there_are_is_said_to_be_one() -> None:
    answers = membership(6, {"decisions.quorum-rule": "number-of-trusts"})
    assert meaning("decisions.quorum-number", 4, answers) == ("4 of 6 must be there", "Three away: no quorum")
    assert meaning("decisions.quorum-number", 7, answers) == ("More than the 6 there are",)


def test_a_figure_offers_the_suggestion_the_ends_of_the_usual_range_and_what_is_answered(
    questions: dict[str, Question],
) -> None:
    value = Duration(3, Unit.WEEKS)
    offered = choices(questions[NOTICE], value, (), Answers())
    labels = [each.label for each in offered]
    assert set(labels) == {"5 working days", "10 working days", "15 working days", "3 weeks"}
    assert [each.label for each in offered if each.is_suggested] == ["10 working days"]
    assert [each.label for each in offered if each.is_chosen] == ["3 weeks"]


def test_a_share_of_members_offers_the_shares_that_agreements_usually_ask_for(questions: dict[str, Question]) -> None:
    offered = choices(questions["joining.approval-share"], None, (), membership(6, {}))
    assert [(each.label, each.lines[0]) for each in offered] == [
        ("51%", "4 of 6 must agree"),
        ("67%", "4 of 6 must agree"),
        ("75%", "5 of 6 must agree"),
        ("100%", "All 6 must agree"),
    ]


@pytest.mark.parametrize(
    ("question", "words", "ends"),
    [
        (NOTICE, "5 to 15 working days", (Duration(5, Unit.WORKING_DAYS), Duration(15, Unit.WORKING_DAYS))),
        (
            "forum.chair-term",
            "6 to 36 months; some change more often",
            (Duration(6, Unit.MONTHS), Duration(36, Unit.MONTHS)),
        ),
        ("incidents.notify", "the same day to 2 working days", (Duration(2, Unit.WORKING_DAYS),)),
        ("money.contingency", "0% to 10%", (Decimal(0), Decimal(10))),
        ("decisions.quorum-share", "half to all", ()),
        (NOTICE, "as long as it takes", ()),
    ],
)
def test_the_ends_of_a_usual_range_are_read_where_they_are_figures(
    questions: dict[str, Question], question: str, words: str, ends: tuple[Value, ...]
) -> None:
    assert usual_ends(words, questions[question]) == ends


def test_every_question_offers_only_answers_that_can_be_saved(
    content: Content, services: Services, example: Snapshot
) -> None:
    answering: Answering = services.answering
    for question in content.questionnaire.questions:
        rows = answering.row_choices(example, question.table) if question.table else ()
        value = example.answers.value(question.id)
        for each in choices(question, value, options_of(question, rows), example.design.answers):
            assert each.label
            if question.kind in {Kind.ONE_OF, Kind.SOME_OF}:
                assert question.option(str(each.value)) is not None
            if question.kind is Kind.YES_NO:
                assert each.is_chosen == (value is each.value)


def test_ticking_and_unticking_keeps_the_order_of_the_options(questions: dict[str, Question]) -> None:
    options = questions["decisions.quorum-mix"].options
    last, first = options[-1].id, options[0].id
    assert toggled((last,), first, options) == (first, last)
    assert toggled((first, last), last, options) == (first,)
    assert toggled((first,), first, options) is None


def test_the_sentence_that_an_answer_is_in_is_told_and_changes_with_it(services: Services, example: Snapshot) -> None:
    drafting = services.drafting
    changed = services.answering.answer(example.collaborative, NOTICE, Duration(12, Unit.WORKING_DAYS))
    said = [_said(drafting, snapshot, NOTICE) for snapshot in (example, changed)]
    assert "10 working days" in said[0]
    assert said[1] == said[0].replace("10 working days", "12 working days")
    assert said[0].count(". ") == 0, "one sentence"


def test_a_missing_answer_stands_in_brackets_without_the_number_of_its_open_point(
    services: Services, example: Snapshot
) -> None:
    cleared = services.answering.answer(example.collaborative, NOTICE, None)
    said = _said(services.drafting, cleared, NOTICE)
    assert "[" in said
    assert "open point" not in said


def test_a_sentence_that_leads_to_a_list_goes_on_with_what_is_in_it(services: Services, example: Snapshot) -> None:
    said = _said(services.drafting, example, "services.services")
    first = example.answers.rows("services.services")[0].text("service") or ""
    assert first
    assert first in said


def test_every_answer_of_an_example_that_shows_in_a_document_is_told_in_words(
    content: Content, services: Services, example: Snapshot
) -> None:
    told = [each.id for each in content.questionnaire.questions if _said(services.drafting, example, each.id)]
    shown = {
        question
        for document in example.documents
        for block in services.drafting.draft(example, document)[0].body
        if isinstance(block, Paragraph | Table)
        for question in block.origin.questions
    }
    assert len(shown) > 100
    assert shown & {each.id for each in content.questionnaire.questions} <= set(told)


def _said(drafting: Drafting, snapshot: Snapshot, question: str) -> str:
    for document_id in drafting.documents_using(question):
        if document_id in snapshot.documents:
            document = drafting.draft(snapshot, document_id)[0]
            found = clause_words(document, document.title, drafting.anchors_about(document, question), question)
            if found is not None:
                assert found.clause
                return found.sentence
    return ""


def test_what_is_chosen_is_told_apart_from_what_only_equals_it(questions: dict[str, Question]) -> None:
    question = questions["risks.escalation-score"]
    answers = Answers({question.id: Answer(question.id, 1)})
    chosen = [each.value for each in choices(question, 1, (), answers) if each.is_chosen]
    assert chosen == [1]
    assert chosen[0] is not True
