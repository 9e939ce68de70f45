"""Acts in a few words: the question, what the answer was and what it became."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.content.catalogue import Content
from app.domain.act_words import RowStep, Surroundings, answer_act, row_words, rows_act, shortened, value_in_brief
from app.domain.answers import Answer, Answers, Origin, Row, State
from app.domain.values import Duration, Organisation, Person, Unit, Value

QUORUM = "decisions.quorum-number"


@pytest.fixture
def around(content: Content) -> Surroundings:
    leeds = Row("1", {"organisation": Organisation("Leeds Teaching Hospitals NHS Trust", "RR8")})
    return Surroundings(content.questionnaire, Answers({}, {"members.members": (leeds,)}))


def act(around: Surroundings, question: str, before: Value | None, after: Value | None) -> str:
    asked = around.questionnaire.question(question)
    old = None if before is None else Answer(question, before)
    new = None if after is None else Answer(question, after)
    return answer_act(asked, old, new, around)


@pytest.mark.parametrize(
    ("question", "before", "after", "words"),
    [
        (QUORUM, 4, 5, "Quorum 4 → 5"),
        (QUORUM, None, 5, "Quorum: set to 5"),
        (QUORUM, 4, None, "Quorum: cleared (was 4)"),
        (
            "money.budget",
            Decimal(900_000),
            Decimal("950000.50"),
            "Budget £900,000 → £950,000.50",
        ),
        (
            "leaving.notice",
            Duration(6, Unit.MONTHS),
            Duration(1, Unit.YEARS),
            "Notice to leave 6 months → 1 year",
        ),
        ("decisions.casting-vote", True, False, "Casting vote yes → no"),
        ("collaborative.short-name", "WYAAT", "NEW", "Short name: WYAAT → NEW"),
        (
            "problem.statement",
            "Waits are long.",
            "Waits are far too long.",
            "Problem: text changed",
        ),
        ("forum.chair-first", None, "1", "First chair: set to Leeds Teaching Hospitals"),
        ("forum.chair-first", "1", "gone", "First chair: changed"),
        (
            "review.document-owner",
            Person("Ada Khan"),
            Person("Jo Hill", "Secretary"),
            "Owner of the documents: Ada Khan → Jo Hill, Secretary",
        ),
    ],
)
def test_an_answer_tells_what_it_was_and_what_it_became(
    around: Surroundings, question: str, before: Value | None, after: Value | None, words: str
) -> None:
    assert act(around, question, before, after) == words


def test_choices_tell_which_came_and_which_went(around: Surroundings) -> None:
    options = around.questionnaire.question("voice.groups").options
    first, second, third = (option.id for option in options[:3])
    words = act(around, "voice.groups", (first, second), (second, third))
    assert words.endswith(f": added {options[2].label} and removed {options[0].label}")
    assert act(around, "voice.groups", (first, second), (second, first)).endswith(": changed the order")


def test_a_suggestion_a_note_and_a_state_are_told_apart(around: Surroundings) -> None:
    asked = around.questionnaire.question(QUORUM)
    typed = Answer(QUORUM, 4)
    taken = replace(typed, origin=Origin.SUGGESTION)
    told = [
        answer_act(asked, before, after, around).removeprefix("Quorum: ")
        for before, after in (
            (None, taken),
            (taken, typed),
            (typed, replace(typed, note="Ask the chairs")),
            (replace(typed, note="Ask"), replace(typed, note="Ask the chairs")),
            (replace(typed, note="Ask"), typed),
            (typed, replace(typed, state=State.AGREED)),
            (replace(typed, state=State.AGREED), typed),
            (typed, replace(typed, state=State.PARKED)),
            (replace(typed, state=State.PARKED), typed),
        )
    ]
    assert told == [
        "took the suggestion, 4",
        "confirmed 4",
        "note written",
        "note changed",
        "note removed",
        "agreed",
        "no longer agreed",
        "parked",
        "no longer parked",
    ]


def test_rows_tell_who_came_who_went_and_the_cell_that_changed(around: Surroundings) -> None:
    members = around.questionnaire.question("members.members")
    (leeds,) = around.answers.rows("members.members")
    bigger = replace(leeds, cells={**leeds.cells, "turnover": Decimal(950)})
    other = replace(leeds, cells={"organisation": Organisation("Bradford NHS Trust")})
    several = replace(bigger, cells={**bigger.cells, "icb": "West Yorkshire", "beds": 9})
    steps = (
        RowStep(None, leeds),
        RowStep(leeds, None),
        RowStep(leeds, bigger),
        RowStep(bigger, replace(bigger, cells={**leeds.cells, "turnover": Decimal(1000)})),
        RowStep(leeds, other),
        RowStep(leeds, leeds, is_moved=True),
        RowStep(leeds, several),
    )
    told = [row_words(members, step, around) for step in steps]
    assert told[0] == "added Leeds Teaching Hospitals"
    assert told[1] == "removed Leeds Teaching Hospitals"
    assert told[2].startswith("Leeds Teaching Hospitals: ")
    assert told[2].endswith(" set to £950")
    assert told[3].endswith(" £950 → £1,000")
    assert told[4] == "Leeds Teaching Hospitals is now Bradford"
    assert told[5] == "moved Leeds Teaching Hospitals"
    assert told[6].endswith(" changed")
    assert rows_act(members, steps[:1], around) == "Members: added Leeds Teaching Hospitals"
    assert rows_act(members, (*steps[:3], steps[5]), around) == (
        "Members: added 1 row, removed 1 row and changed 1 row"
    )
    assert rows_act(members, (steps[5], steps[5]), around) == "Members: changed the order"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Leeds", "Leeds"),
        ("  two\n lines ", "two lines"),
        ("a" * 40, "a" * 40),
        ("a" * 41, f"{'a' * 39}…"),
        ("The trusts of the west and the north of England", "The trusts of the west and the north of…"),
        ("The trusts of the west and the northern England", "The trusts of the west and the northern…"),
        ("The trusts of the west, and the northernmost end", "The trusts of the west, and the…"),
    ],
)
def test_long_text_ends_at_a_word(text: str, short: str) -> None:
    assert shortened(text) == short
    assert len(short) <= 40


def test_no_value_is_long_in_a_line(around: Surroundings) -> None:
    for question in around.questionnaire.questions:
        everything = tuple(option.id for option in question.options)
        if everything:
            assert len(value_in_brief(everything, question, around)) <= 40


def test_a_question_without_a_name_is_told_in_full(around: Surroundings) -> None:
    asked = replace(around.questionnaire.question(QUORUM), name="")
    assert answer_act(asked, Answer(QUORUM, 4), Answer(QUORUM, 5), around) == "How many trusts make a quorum? 4 → 5"
    assert answer_act(asked, None, Answer(QUORUM, 5), around) == "How many trusts make a quorum? Set to 5"
