"""Answers and readings as they stand in a clause: words, gaps, suggestions, lists and tables."""

from datetime import date
from decimal import Decimal

import pytest

from app.documents.blocks import Gap, Given, Link, Runs, Words
from app.documents.markup import read_line
from app.documents.numbering import Label
from app.documents.placeholders import Insert, Target, read_placeholder
from app.domain.answers import Answer, Row, State
from app.domain.values import Duration, Unit, Value
from app.errors import DraftingError
from tests.documents.small import ASH, ELM, OAK, design_of, design_with, filler_of, member, suggested

MEMBERS = (ASH, ELM, OAK)


def run_of(text: str, values: dict[str, Value] | None = None, members: tuple[Row, ...] = MEMBERS) -> Given | Gap:
    """The one run that a placeholder becomes."""
    (run,) = filler_of(design_of(values, members=members)).runs(read_line(text))
    assert isinstance(run, Given | Gap)
    return run


def insert_of(inside: str) -> Insert:
    found = read_placeholder(inside)
    assert isinstance(found, Insert)
    return found


def texts(rows: tuple[tuple[Runs, ...], ...]) -> list[list[str]]:
    return [["".join(run.text for run in cell) for cell in row] for row in rows]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("{collaborative.name}", "Six Rivers", "Six Rivers"),
        ("{group.notice}", Duration(10, Unit.WORKING_DAYS), "10 working days"),
        ("{group.notice | words}", Duration(10, Unit.WORKING_DAYS), "ten working days"),
        ("{group.notice | words | capital}", Duration(10, Unit.WORKING_DAYS), "Ten working days"),
        ("{group.notice | plural: day, days}", Duration(1, Unit.WORKING_DAYS), "day"),
        ("{group.number}", 1200, "1,200"),
        ("{group.number}", 0, "0"),
        ("{group.number | words}", 3, "three"),
        ("{group.number | plural: trust, trusts}", 1, "trust"),
        ("{group.number | plural: trust, trusts}", 2, "trusts"),
        ("{group.share}", Decimal("12.5"), "12.5%"),
        ("{group.budget}", Decimal(1_250_000), "£1,250,000"),
        ("{group.start}", date(2026, 8, 6), "6 August 2026"),
        ("{group.formal}", False, "no"),
        ("{group.style}", "plain", "plain words"),
        ("{group.style | capital}", "plain", "Plain words"),
        ("{group.style | lower}", "legal", "legal style"),
        ("{group.styles}", ("plain", "legal"), "plain words and Legal style"),
        ("{group.styles | count words}", ("plain", "legal"), "two"),
        ("{group.host}", "elm", "Elm NHS Trust"),
    ],
)
def test_an_answer_is_put_in_as_a_document_writes_it(text: str, value: Value, words: str) -> None:
    question = text.strip("{}").split("|")[0].strip()
    assert run_of(text, {question: value}) == Given(words, question)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{members.members | names}", "Ash NHS Trust, Elm NHS Trust and Oak NHS Trust"),
        ("{members.members | names: kind}", "Acute, Mental health and Acute"),
        ("{members.members | count}", "3"),
        ("{members.members | count words}", "three"),
        ("{members.members | plural: trust, trusts}", "trusts"),
        ("{member-names | names}", "Ash NHS Trust, Elm NHS Trust and Oak NHS Trust"),
        ("{member-names | count}", "3"),
        ("{member-names | plural: trust, trusts}", "trusts"),
        ("{member-count}", "3"),
        ("{member-count | words}", "three"),
        ("{member-count | plural: trust, trusts}", "trusts"),
    ],
)
def test_tables_and_readings_are_put_in_by_name_and_number(text: str, words: str) -> None:
    assert run_of(text) == Given(words, "members.members")


def test_what_is_typed_never_becomes_markup_or_a_placeholder() -> None:
    typed = "**bold** {group.number} <b> [x](y)\nsecond line"
    runs = filler_of(design_of({"collaborative.name": typed})).runs(read_line("See {collaborative.name}."))
    assert runs == (Words("See "), Given(typed, "collaborative.name"), Words("."))


def test_bold_marks_reach_what_is_put_in() -> None:
    runs = filler_of(design_of({"group.number": 3})).runs(read_line("**Part {group.number}**"))
    assert runs == (Words("Part ", is_bold=True), Given("3", "group.number", is_bold=True))


def test_a_missing_answer_is_a_gap_in_its_own_words() -> None:
    assert run_of("{collaborative.name}") == Gap("which name?", "collaborative.name", 1)
    assert run_of("{group.number | words}") == Gap("Number?", "group.number", 1)
    assert run_of("{group.styles}", {"group.formal": True}) == Gap("Styles?", "group.styles", 1)
    assert run_of("{members.members | names}", members=()) == Gap("Members?", "members.members", 1)


def test_a_gap_of_a_reading_asks_for_its_first_answer_that_is_missing() -> None:
    assert run_of("{rule}") == Gap("Number?", "group.number", 1)
    assert run_of("{rule}", {"group.number": 3}) == Gap("Share?", "group.share", 1)
    assert run_of("{rule}", {"group.number": 3, "group.share": Decimal(50)}) == Given(
        "3 trusts with 50%", "group.number"
    )


def test_one_question_has_one_number_however_often_it_is_missing() -> None:
    filler = filler_of(design_of())
    runs = filler.runs(read_line("{group.number}, {group.share}, {group.number}"))
    assert [run.number for run in runs if isinstance(run, Gap)] == [1, 2, 1]
    assert [point.question for point in filler.open_points.found] == ["group.number", "group.share"]


def test_a_pointer_to_a_row_that_is_gone_is_a_gap() -> None:
    assert run_of("{group.host}", {"group.host": "gone"}) == Gap("Host?", "group.host", 1)


def test_an_accepted_suggestion_is_marked_until_it_is_agreed() -> None:
    for answer, is_marked in (
        (suggested("group.number", 3), True),
        (suggested("group.number", 3, State.PARKED), True),
        (suggested("group.number", 3, State.AGREED), False),
        (Answer("group.number", 3), False),
    ):
        (run,) = filler_of(design_with([answer])).runs(read_line("{group.number}"))
        assert run == Given("3", "group.number", is_marked)


def test_a_reading_is_marked_where_any_answer_behind_it_is_a_suggestion() -> None:
    typed, accepted = Answer("group.number", 3), suggested("group.share", Decimal(50))
    (run,) = filler_of(design_with([typed, accepted])).runs(read_line("{rule}"))
    assert run == Given("3 trusts with 50%", "group.number", is_suggestion=True)


def test_a_reference_says_the_label_of_its_target_and_leads_there() -> None:
    labels = {(Target.CLAUSE, "group.aim"): Label("clause 9.2", "group.aim")}
    runs = filler_of(design_of(), labels).runs(read_line("See {clause:group.aim} and the {document:dispute}."))
    assert runs == (
        Words("See "),
        Link("clause 9.2", "group.aim"),
        Words(" and the "),
        Words("dispute procedure"),
        Words("."),
    )


def test_a_reference_to_what_is_not_there_is_an_error() -> None:
    with pytest.raises(DraftingError, match=r"clause “group\.aim”"):
        filler_of(design_of()).runs(read_line("See {clause:group.aim}."))


def test_a_list_has_an_item_for_each_row_or_one_gap() -> None:
    filler = filler_of(design_of(members=(*MEMBERS, member("new", None))))
    assert [run.text for run in filler.items(insert_of("members.members | bullets"))] == [
        "Ash NHS Trust",
        "Elm NHS Trust",
        "Oak NHS Trust",
    ]
    assert filler_of(design_of()).items(insert_of("member-names | items")) == (Gap("Members?", "members.members", 1),)


def test_a_table_has_the_columns_and_rows_that_are_asked_for() -> None:
    heads, rows = filler_of(design_of(members=MEMBERS)).table(
        insert_of("members.members | table: organisation, kind, turnover | Acute | kind = acute")
    )
    assert [(head.title, head.is_figure) for head in heads] == [
        ("Organisation", False),
        ("Kind", False),
        ("Turnover", True),
    ]
    assert texts(rows) == [["Ash NHS Trust", "Acute", "£100"], ["Oak NHS Trust", "Acute", "£25"]]


def test_a_cell_that_is_needed_is_a_gap_and_any_other_a_dash() -> None:
    bare = member("bare", "Bare NHS Trust")
    _, rows = filler_of(design_of(members=(ASH, bare))).table(
        insert_of("members.members | table: organisation, kind, turnover")
    )
    assert rows[1] == (
        (Given("Bare NHS Trust", "members.members"),),
        (Words("–"),),
        (Gap("Members?", "members.members", 1),),
    )


def test_a_column_with_nothing_in_it_is_left_out() -> None:
    heads, _ = filler_of(design_of(members=MEMBERS)).table(
        insert_of("members.members | table: organisation, board-date, turnover")
    )
    assert [head.title for head in heads] == ["Organisation", "Turnover"]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (("ash",), "Ash NHS Trust"),
        (("ash", "elm"), "All except Oak NHS Trust"),
        (("ash", "elm", "oak"), "All"),
        (("ash", "gone"), "Ash NHS Trust"),
    ],
)
def test_a_cell_that_names_nearly_every_row_says_so(chosen: tuple[str, ...], words: str) -> None:
    flows = (Row("f", {"what": "Waiting list", "to": chosen}),)
    _, rows = filler_of(design_of(members=MEMBERS, flows=flows)).table(insert_of("flows.flows | table: what, to"))
    assert texts(rows) == [["Waiting list", words]]


def test_a_calculated_table_that_cannot_be_told_is_none() -> None:
    grid = insert_of("turnover-grid | grid")
    assert filler_of(design_of(members=MEMBERS)).grid(grid) is not None
    assert filler_of(design_of(members=(*MEMBERS, member("bare", "Bare")))).grid(grid) is None
    assert filler_of(design_of()).gap(grid) == Gap("Members?", "members.members", 1)


def test_an_empty_cell_of_a_calculated_table_stays_empty() -> None:
    filler, grid = filler_of(design_of(members=MEMBERS)), insert_of("turnover-grid | grid")
    assert filler.given_cell("", grid) == ()
    assert filler.given_cell("100", grid) == (Given("100", "members.members"),)
