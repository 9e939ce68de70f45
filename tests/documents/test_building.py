"""Clauses as numbered blocks: paragraphs, lists and tables, each with where it came from."""

from app.documents.blocks import Block, Gap, Given, Heading, Link, Paragraph, Run, Table, Words, runs_text
from app.documents.plain_text import plain_text
from app.domain.answers import Row
from app.domain.readings import Design
from tests.documents.small import (
    ASH,
    ELM,
    OAK,
    clause,
    design_of,
    drafted,
    law_record,
    member,
    outline_of,
    schedule,
    section,
)

MEMBERS = (ASH, ELM, OAK)


def body_of(text: str, design: Design | None = None) -> list[Block]:
    """The blocks of one clause, the only one of its document; nobody is there to sign it."""
    only = clause("group.aim", text)
    blocks = drafted(design or design_of(), outline_of(section("aims", only)), only).body
    return [block for block in blocks[1:] if not isinstance(block, Heading) and "execution" not in block.anchor]


def numbers(blocks: list[Block]) -> list[str]:
    return [block.number for block in blocks if isinstance(block, Paragraph)]


def test_paragraphs_items_and_bullets_are_numbered_in_their_own_runs() -> None:
    blocks = body_of("One.\n\nTwo:\n\n1. a:\n   1. i; and\n   2. ii;\n2. b.\n\n- bullet\n\nThree:\n\n1. a.")
    assert numbers(blocks) == ["1.1", "1.2", "(a)", "(i)", "(ii)", "(b)", "•", "1.3", "(a)"]
    assert [block.depth for block in blocks if isinstance(block, Paragraph)] == [0, 0, 1, 2, 2, 1, 1, 0, 1]


def test_a_paragraph_that_ends_in_a_colon_keeps_with_its_list() -> None:
    blocks = body_of("Two:\n\n1. a.")
    assert [block.keeps_with_next for block in blocks if isinstance(block, Paragraph)] == [True, False]


def test_a_list_of_answers_has_bullets_or_letters_with_semicolons() -> None:
    bullets = body_of("{members.members | bullets}", design_of(members=MEMBERS))
    assert [runs_text(each.runs) for each in bullets if isinstance(each, Paragraph)][:3] == [
        "Ash NHS Trust",
        "Elm NHS Trust",
        "Oak NHS Trust",
    ]
    items = [each for each in body_of("{member-names | items}", design_of(members=MEMBERS)) if each.anchor]
    assert numbers(items)[:3] == ["(a)", "(b)", "(c)"]
    assert [runs_text(each.runs) for each in items if isinstance(each, Paragraph)] == [
        "Ash NHS Trust;",
        "Elm NHS Trust; and",
        "Oak NHS Trust.",
    ]


def test_a_list_of_which_one_is_enough_is_joined_by_or() -> None:
    items = [each for each in body_of("{member-names | any-of}", design_of(members=MEMBERS)) if each.anchor]
    assert [runs_text(each.runs) for each in items if isinstance(each, Paragraph)] == [
        "Ash NHS Trust;",
        "Elm NHS Trust; or",
        "Oak NHS Trust.",
    ]


def test_a_list_of_one_ends_in_a_full_stop() -> None:
    (only,) = body_of("{member-names | items}", design_of(members=(member("new", "New NHS Trust"),)))[:1]
    assert isinstance(only, Paragraph)
    assert (only.number, runs_text(only.runs)) == ("(a)", "New NHS Trust.")


def test_tables_are_counted_through_the_document() -> None:
    one = clause("group.one", "{members.members | table: organisation | Members}")
    two = clause("group.two", "{turnover-grid | grid | Turnover}")
    document = drafted(design_of(members=MEMBERS), outline_of(section("a", one), schedule("b", two)), one, two)
    tables = [block for block in document.body if isinstance(block, Table) and block.label]
    assert [(table.label, table.caption, table.has_total) for table in tables] == [
        ("Table 1", "Members", False),
        ("Table 2", "Turnover", True),
    ]


def test_a_table_without_rows_is_a_gap_that_can_be_gone_to() -> None:
    for text in ("{members.members | table: organisation}", "{turnover-grid | grid}", "{members.members | bullets}"):
        only = clause("group.aim", text)
        document = drafted(design_of(), outline_of(section("aims", only)), only)
        (gap,) = (each for each in document.body if isinstance(each, Paragraph) and _gaps(each.runs))
        (point,) = (each for each in document.open_points if each.question == "members.members")
        assert gap.anchor == point.anchor == "group.aim"


def _gaps(runs: tuple[Run, ...]) -> list[Gap]:
    return [run for run in runs if isinstance(run, Gap)]


def test_a_block_knows_its_clause_its_answers_and_its_law() -> None:
    design = design_of({"group.number": 3}, members=MEMBERS, flows=(Row("f", {"what": "W", "to": ("ash",)}),))
    only = clause("group.aim", "{group.number} of {rule}.\n\n{flows.flows | table: what, to}", law="the-act")
    document = drafted(design, outline_of(section("aims", only)), only, law={"the-act": law_record("the-act")})
    origins = {block.origin for block in document.body if isinstance(block, Paragraph | Table) and block.origin.clause}
    (origin,) = origins
    assert origin.clause == "group.aim"
    assert set(origin.questions) == {"group.number", "group.share", "flows.flows", "members.members"}
    assert origin.law == ("the-act",)


def test_sections_and_schedules_are_numbered_apart_and_schedules_by_plain_numbers() -> None:
    one, two = clause("group.one", "One. See {clause:group.two}."), clause("group.two", "Two.\n\nThree.")
    document = drafted(design_of(), outline_of(section("aims", one), schedule("forms", two)), one, two)
    headings = [block for block in document.body if isinstance(block, Heading)]
    assert [(heading.number, heading.text, heading.starts_page) for heading in headings] == [
        ("1", "Aims", False),
        ("Schedule 1", "Forms", True),
    ]
    first, *others = (block for block in document.body if isinstance(block, Paragraph))
    assert first.runs == (Words("One. See "), Link("paragraph 1 of schedule 1", "group.two"), Words("."))
    assert [block.number for block in others] == ["1", "2"]


def test_a_clause_of_a_table_alone_is_referred_to_by_its_section() -> None:
    one = clause("group.one", "See {clause:group.two} and {section:lists}.")
    two = clause("group.two", "{members.members | table: organisation}")
    document = drafted(design_of(), outline_of(section("aims", one), section("lists", two)), one, two)
    assert "See clause 2 and clause 2." in plain_text(document)


def test_every_anchor_of_a_document_is_its_own() -> None:
    lists = "{member-names | items}\n\n{members.members | bullets}"
    tables = "{turnover-grid | grid}\n\n{flows.flows | table: what}"
    text = f"One:\n\n{lists}\n\n{tables}"
    one, two = clause("group.one", text), clause("group.two", text)
    document = drafted(design_of(members=MEMBERS), outline_of(section("aims", one, two)), one, two)
    anchors = [block.anchor for block in document.body if block.anchor]
    assert len(set(anchors)) == len(anchors)
    assert all(block.anchor for block in document.body if isinstance(block, Paragraph | Table) and block.origin.clause)


def test_given_words_and_own_words_stay_apart() -> None:
    (block, *_) = body_of("Known as {collaborative.name}.", design_of({"collaborative.name": "Six Rivers"}))
    assert isinstance(block, Paragraph)
    assert block.runs == (Words("Known as "), Given("Six Rivers", "collaborative.name"), Words("."))
