"""A whole draft: what is chosen, what stands in front of the clauses, what is defined, and what must be confirmed."""

from dataclasses import replace
from datetime import date

import pytest

from app.documents.blocks import Given, LegalNotice, OpenPoint, Paragraph, Status, Words, runs_text
from app.documents.drafting import Edition, applicable, draft
from app.documents.plain_text import plain_text
from app.documents.templates import Clause, Templates, Variant
from app.domain.answers import Answer, Row
from app.domain.conditions import Is, Not, Reads
from app.domain.records import Confidence, LawStatus
from app.domain.values import Duration, Person, Unit
from app.errors import DraftingError
from tests.documents.small import (
    ASH,
    EDITION,
    ELM,
    clause,
    design_of,
    design_with,
    drafted,
    law_record,
    member,
    outline_of,
    section,
    suggested,
    term,
)

AIM = clause("group.aim", "We work together.")
FORMAL = Is("group.formal", (True,))


def words_of(document_clause: Clause, **values: bool) -> list[str]:
    design = design_of({f"group.{name}": value for name, value in values.items()})
    document = drafted(design, outline_of(section("aims", document_clause)), document_clause)
    return [runs_text(block.runs) for block in document.body if isinstance(block, Paragraph)]


def test_the_first_wording_whose_condition_holds_is_drafted() -> None:
    wordings = clause("group.aim", (FORMAL, "Formally."), (Not(FORMAL), "Freely."), "Never.")
    assert words_of(wordings, formal=True) == ["Formally."]
    assert words_of(wordings, formal=False) == ["Freely."]


def test_the_wording_without_a_condition_is_drafted_where_no_other_is() -> None:
    assert words_of(clause("group.aim", (FORMAL, "Formally."), "Otherwise.")) == ["Otherwise."]


def test_a_section_without_a_clause_that_applies_is_left_out_and_not_counted() -> None:
    formal = clause("group.formal", "Formally.", when=Reads("is-formal"))
    outline = outline_of(section("form", formal), section("aims", AIM))
    assert "1  Aims\n1.1  We work together." in plain_text(drafted(design_of(), outline, formal, AIM))
    design = design_of({"group.formal": True})
    assert "2  Aims\n2.1  We work together." in plain_text(drafted(design, outline, formal, AIM))


def test_a_section_is_left_out_where_its_own_condition_does_not_hold() -> None:
    outline = outline_of(section("form", AIM, when=FORMAL))
    assert "We work together." not in plain_text(drafted(design_of(), outline, AIM))


def test_a_document_applies_where_its_condition_holds() -> None:
    outline = replace(outline_of(section("aims", AIM)), applies=FORMAL)
    assert applicable(outline, design_of({"group.formal": True}))
    assert not applicable(outline, design_of())


def test_a_bare_document_says_what_is_not_known_and_invents_nothing() -> None:
    document = drafted(design_of(), outline_of(section("aims", AIM)), AIM)
    assert document.subtitle == "Between the members of which name? (open point 1)"
    assert [(entry.label, runs_text(entry.runs)) for entry in document.control] == [
        ("Version", "0.1"),
        ("Status", "Draft for legal review"),
        ("Owner", "who owns this? (open point 2)"),
        ("Date", "6 August 2026"),
        ("Approved by", "Not yet approved"),
        ("Next review", "Not yet set"),
        ("This pack supersedes", "Nothing"),
        ("Made with", "Fiveways"),
    ]
    assert not any(isinstance(run, Given) for entry in document.control for run in entry.runs)
    assert document.open_points == (
        OpenPoint(1, "collaborative.name", "Name?", "All", "Cover"),
        OpenPoint(2, "review.document-owner", "Document owner?", "All", "Cover"),
    )
    assert (document.collaborative, document.author) == ("The collaborative", "Fiveways")


def test_answers_about_the_document_stand_in_its_control_block() -> None:
    design = design_with(
        [
            Answer("collaborative.name", "Six Rivers"),
            Answer("review.document-owner", Person("Ada Khan", "Secretary")),
            suggested("review.frequency", Duration(12, Unit.MONTHS)),
            Answer("review.version", "2.0"),
            Answer("review.supersedes", "The letter of 2019"),
        ]
    )
    outline = outline_of(section("aims", AIM))
    templates = Templates({AIM.id: AIM}, (), {outline.id: outline})
    document = draft(outline, templates, {}, design, Edition(Status.FINAL, date(2026, 9, 1)))
    runs = {entry.label: entry.runs for entry in document.control}
    assert runs["Version"] == (Given("2.0", "review.version"),)
    assert runs["Status"] == (Words("Final"),)
    assert runs["Owner"] == (Given("Ada Khan, Secretary", "review.document-owner"),)
    assert runs["Date"] == (Words("1 September 2026"),)
    assert runs["Next review"] == (Given("12 months after approval", "review.frequency", is_suggestion=True),)
    assert runs["This pack supersedes"] == (Given("The letter of 2019", "review.supersedes"),)
    assert (document.author, document.version, document.subtitle) == (
        "Ada Khan, Secretary",
        "2.0",
        "Between the members of Six Rivers",
    )
    assert document.open_points == ()


def test_terms_that_the_text_uses_are_defined_after_the_first_clause_of_their_section() -> None:
    terms = (term("Host", "the Member that is {group.host}"), term("Member", "an organisation"), term("Gate", "a gate"))
    opening, aim = clause("group.words", "These words:"), clause("group.aim", "The Host works.")
    outline = outline_of(section("terms", opening, holds_definitions=True), section("aims", aim))
    design = design_of({"group.host": "ash"}, members=(ASH, ELM))
    document = drafted(design, outline, opening, aim, terms=terms)
    lines = plain_text(document).splitlines()
    start = lines.index("1.1  These words:")
    assert [line.strip() for line in lines[start + 1 : start + 3]] == [
        "Host means the Member that is Ash NHS Trust.",
        "Member means an organisation.",
    ]
    (host,) = (block for block in document.body if block.anchor == "term.host")
    assert isinstance(host, Paragraph)
    assert host.origin.questions == ("group.host", "members.members")


def test_a_gap_in_a_meaning_is_an_open_point_of_the_section_that_defines() -> None:
    opening = clause("group.words", "The Host is named here.")
    outline = outline_of(section("terms", opening, holds_definitions=True))
    document = drafted(design_of(), outline, opening, terms=(term("Host", "{group.host}"),))
    (point,) = (each for each in document.open_points if each.question == "group.host")
    assert (point.place, point.anchor) == ("Clause 1", "group.words")


def test_terms_may_follow_a_clause_that_is_a_table() -> None:
    opening = clause("group.words", "{members.members | table: organisation | Every Member}")
    outline = outline_of(section("terms", opening, holds_definitions=True))
    document = drafted(design_of(members=(ASH,)), outline, opening, terms=(term("Member", "an organisation"),))
    assert [block.anchor for block in document.body][1:3] == ["group.words", "term.member"]


def test_law_that_is_not_settled_is_told_once_and_only_where_the_text_rests_on_it() -> None:
    law = {
        each.id: each
        for each in (
            law_record("settled"),
            law_record("bill", LawStatus.BILL, note="Watch it."),
            law_record("gone", LawStatus.SUPERSEDED),
            law_record("unread", confidence=Confidence.TO_BE_CONFIRMED, note="Read the amended text."),
            law_record("elsewhere", LawStatus.BILL),
        )
    }
    clauses = [clause(f"group.{name}", "Words.", law=name) for name in ("settled", "bill", "gone", "unread")]
    clauses.append(clause("group.again", "Words.", law="bill"))
    document = drafted(design_of(), outline_of(section("aims", *clauses)), *clauses, law=law)
    assert document.notices == (
        LegalNotice("bill", "Bill", "This is a bill, not law, as last checked on 2 July 2026. Watch it."),
        LegalNotice("gone", "Gone", "This has been superseded, as last checked on 2 July 2026."),
        LegalNotice("unread", "Unread", "Read the amended text."),
    )


def test_law_of_a_wording_that_is_not_drafted_is_not_told() -> None:
    law = {"bill": law_record("bill", LawStatus.BILL)}
    text = AIM.variants[0].text
    either = Clause("group.aim", "Aim", None, (Variant(FORMAL, text, ("bill",)), Variant(None, text)))
    outline = outline_of(section("aims", either))
    assert drafted(design_of(), outline, either, law=law).notices == ()
    assert len(drafted(design_of({"group.formal": True}), outline, either, law=law).notices) == 1


@pytest.mark.parametrize(
    ("row", "document_id"),
    [
        (member("a", "Ash NHS Trust", "RA1"), "agreement-ra1"),
        (member("a", "St. Ann’s & Łódź NHS Trust"), "agreement-st-ann-s-d-nhs-trust"),
        (member("members.members:1", "日本"), "agreement-members-members-1"),
        (member("members.members:1", None), "agreement-members-members-1"),
    ],
)
def test_a_copy_for_a_member_has_an_id_that_is_safe_in_a_file_name(row: Row, document_id: str) -> None:
    outline = outline_of(section("aims", AIM), is_per_member=True)
    design = design_of(members=(row,)).for_member(row.id)
    document = drafted(design, outline, AIM)
    assert (document.id, document.file_name) == (document_id, document_id)


def test_a_document_for_all_keeps_the_id_of_its_outline() -> None:
    assert drafted(design_of(members=(ASH,)).for_member("ash"), outline_of(section("aims", AIM)), AIM).id == "agreement"


def test_a_reference_that_content_checks_would_refuse_is_an_error_and_not_a_wrong_number() -> None:
    dangling = clause("group.aim", "See {clause:group.nothing}.")
    with pytest.raises(DraftingError, match=r"group\.nothing"):
        drafted(design_of(), outline_of(section("aims", dangling)), dangling)


def test_the_same_answers_give_the_same_document() -> None:
    outline = outline_of(section("aims", AIM))
    first, second = (drafted(design_of(members=(ASH,)), outline, AIM) for _ in range(2))
    assert first == second
    assert first.dated == EDITION.dated
