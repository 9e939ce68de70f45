"""How documents end: who signs, whose board approves, and what is left to fill in by hand."""

from datetime import date

from app.documents.blocks import Block, Document, Heading, Paragraph, SignatureBlock, Table, runs_text
from app.documents.templates import Execution
from app.domain.answers import Row
from tests.documents.small import ASH, ELM, clause, design_of, drafted, member, outline_of, schedule, section

AIM = clause("group.aim", "We work together.")
FORM = clause("group.form", "A form.")
OBSERVER = member("obs", "Oak NHS Trust", membership="observer")


def document_of(*rows: Row, execution: Execution, seen_from: str | None = None, version: str = "") -> Document:
    design = design_of({"review.version": version} if version else {}, members=rows).for_member(seen_from)
    return drafted(design, outline_of(section("aims", AIM), schedule("form", FORM), execution=execution), AIM, FORM)


def ending(*rows: Row, execution: Execution, seen_from: str | None = None, version: str = "") -> list[Block]:
    """The blocks between the clauses and the schedules."""
    body = document_of(*rows, execution=execution, seen_from=seen_from, version=version).body
    clauses = [block.anchor for block in body].index("group.aim")
    return list(body[clauses + 1 : [block.anchor for block in body].index("schedule.form")])


def test_every_full_member_has_a_place_to_sign_before_the_schedules() -> None:
    heading, lead, block = ending(ASH, ELM, OBSERVER, execution=Execution.SIGNATURE)
    assert isinstance(heading, Heading)
    assert (heading.text, heading.number) == ("Signatures", "")
    assert isinstance(lead, Paragraph)
    assert "has approved this agreement" in runs_text(lead.runs)
    assert isinstance(block, SignatureBlock)
    assert [part.party for part in block.parts] == ["Ash NHS Trust", "Elm NHS Trust"]
    assert [field.label for field in block.parts[0].fields] == ["Name", "Role", "Signature", "Date"]
    assert not any(field.value for part in block.parts for field in part.fields)


def test_each_board_has_a_line_to_record_its_approval() -> None:
    later = member("late", "Late NHS Trust", board_date=date(2026, 10, 1), membership="full")
    heading, lead, table = ending(ASH, later, OBSERVER, execution=Execution.APPROVAL, version="1.2")
    assert isinstance(heading, Heading)
    assert heading.text == "Approval"
    assert isinstance(lead, Paragraph)
    assert "This agreement needs the approval of each board named below." in runs_text(lead.runs)
    assert "the version that was approved" in runs_text(lead.runs)
    assert isinstance(table, Table)
    assert [[runs_text(cell) for cell in row] for row in table.rows] == [
        ["Ash NHS Trust", "", "", "", ""],
        ["Late NHS Trust", "Planned for 1 October 2026", "", "", ""],
    ]


def test_a_copy_for_one_trust_ends_with_that_trust_alone() -> None:
    _, lead, table = ending(ASH, ELM, execution=Execution.APPROVAL, seen_from="elm")
    assert isinstance(lead, Paragraph)
    assert "the approval of the board named below" in runs_text(lead.runs)
    assert isinstance(table, Table)
    assert [runs_text(row[0]) for row in table.rows] == ["Elm NHS Trust"]


def test_what_ends_a_document_rests_on_the_members() -> None:
    for execution in Execution:
        block = ending(ASH, execution=execution)[-1]
        assert isinstance(block, Table | SignatureBlock)
        assert "members.members" in block.origin.questions


def test_nobody_signs_before_there_are_members_with_names() -> None:
    assert ending(execution=Execution.SIGNATURE) == []
    assert ending(member("new", None), OBSERVER, execution=Execution.APPROVAL) == []
