"""The content that ships: it all resolves, nothing lies unused, and every wording can be reached."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.analysis.readings import READINGS
from app.content.catalogue import Content
from app.content.library import examine_content
from app.documents.blocks import Status
from app.documents.drafting import Edition, applicable, draft
from app.documents.plain_text import plain_text
from app.documents.selecting import applies, choose
from app.domain.answers import Answers
from app.domain.readings import Design
from app.domain.records import Confidence, LawStatus
from app.domain.values import Kind, Value
from app.domain.visibility import visible_design
from app.domain.wording import date_in_words
from app.paths import shipped_folder
from tests.content.random_answers import Chances, random_answers, steered

TODAY = date(2026, 8, 6)
DESIGNS = 700
_LEGAL_FORMS = (
    ("nhs-trust", "nhs-trust"),
    ("foundation-trust", "foundation-trust"),
    ("foundation-trust", "nhs-trust"),
    ("care-trust", "icb"),
    ("foundation-trust", "independent"),
)


@pytest.fixture(scope="module")
def content() -> Content:
    found, problems = examine_content(shipped_folder())
    assert not problems, "\n".join(str(problem) for problem in problems)
    return found


@pytest.fixture(scope="module")
def designs(content: Content) -> list[Design]:
    """Designs at random, from nearly empty to nearly full."""
    chances = Chances()
    found = []
    for number in range(DESIGNS):
        answers = random_answers(content.questionnaire, chances, answered=0.25 + 0.75 * (number % 4) / 3)
        if number % 10 < 5:
            first, others = _LEGAL_FORMS[number % 10]
            status = "nhs-contract" if number % 20 < 10 else "legally-binding"
            answers = _rare(answers, first, others, status)
        found.append(visible_design(answers, content.questionnaire, READINGS, TODAY)[0])
    return found


def _rare(answers: Answers, first: str, others: str, status: str) -> Answers:
    """What chance alone hardly brings together: full members of one or two legal forms, a gain all reinvested."""
    values: dict[str, Value] = {
        "risk-gain.used": True,
        "risk-gain.reinvest-first": Decimal(100),
        "model.legal-status": status,
    }
    cells: dict[tuple[str, str], Value] = {
        ("members.members", "legal-form"): others,
        ("members.members", "membership"): "full",
    }
    found = steered(answers, values, cells)
    rows = found.rows("members.members")
    leading = [replace(row, cells={**row.cells, "legal-form": first}) for row in rows[:1]]
    return Answers(found.answers, {**found.tables, "members.members": (*leading, *rows[1:])})


def test_no_law_record_and_no_source_is_without_use(content: Content) -> None:
    assert content.orphans == ()


def test_there_is_as_much_as_was_promised(content: Content) -> None:
    questions = content.questionnaire.questions
    assert len(questions) >= 130
    assert sum(question.kind is Kind.TABLE for question in questions) >= 25
    assert len(content.checks) >= 25
    assert sum(len(clause.variants) for clause in content.templates.clauses.values()) >= 150
    assert len(content.examples) == 3


def test_every_question_says_why_it_matters_and_how_to_answer(content: Content) -> None:
    for question in content.questionnaire.questions:
        assert question.hint.endswith("."), question.id
        assert question.why.endswith("."), question.id
        assert len(question.label) <= 90, question.id


def test_every_wording_can_be_reached_by_some_answers(content: Content, designs: list[Design]) -> None:
    wanted = {
        (clause.id, place) for clause in content.templates.clauses.values() for place in range(len(clause.variants))
    }
    reached: set[tuple[str, int]] = set()
    for design in designs:
        for outline in content.templates.outlines.values():
            if not applies(outline.applies, design):
                continue
            for seen in _views(design, is_per_member=outline.is_per_member):
                for part in choose(outline, content.templates, seen):
                    for each in part.clauses:
                        reached.add((each.clause.id, each.clause.variants.index(each.variant)))
    assert sorted(wanted - reached) == [], f"None of {DESIGNS} designs comes to these wordings: can they ever hold?"


def test_any_answers_at_all_can_be_drafted(content: Content, designs: list[Design]) -> None:
    edition = Edition(Status.DRAFT, TODAY)
    for design in designs[:40]:
        for outline in content.templates.outlines.values():
            if applicable(outline, design):
                for seen in _views(design, is_per_member=outline.is_per_member)[:1]:
                    text = plain_text(draft(outline, content.templates, content.law, seen, edition))
                    assert " shall " not in text
                    assert not re.search(r" [,.;](\s|$)", text)


def test_a_document_lists_every_gap_once(content: Content, designs: list[Design]) -> None:
    outline = content.templates.outlines["memorandum-of-understanding"]
    document = draft(outline, content.templates, content.law, designs[0], Edition(Status.DRAFT, TODAY))
    numbers = [point.number for point in document.open_points]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len({point.question for point in document.open_points}) == len(numbers)


def _views(design: Design, *, is_per_member: bool) -> list[Design]:
    if not is_per_member:
        return [design]
    return [replace(design, member=row.id, _kept={}) for row in design.answers.rows("members.members")]


def test_every_question_has_a_short_name_of_its_own(content: Content) -> None:
    names = [question.name for question in content.questionnaire.questions]
    assert all(names)
    assert [name for name in names if len(name) > 34 or name.endswith(("?", ".", ":"))] == []
    assert len(set(names)) == len(names), "a line of the history tells one question from every other"


def test_a_clause_that_says_when_a_bill_was_last_checked_says_the_day_of_its_record(content: Content) -> None:
    bill = content.law["health-bill-2026"]
    clause = content.templates.clauses["memorandum.term-change-in-law"]
    texts = [str(statement) for variant in clause.variants for statement in variant.text]
    assert bill.status is LawStatus.BILL
    assert any(f"last checked on {date_in_words(bill.checked_on)}" in text for text in texts)


def test_no_note_of_a_law_record_speaks_of_how_the_record_came_to_be_written(content: Content) -> None:
    for record in content.law.values():
        assert "general knowledge" not in record.note
        if record.confidence is Confidence.TO_BE_CONFIRMED:
            assert record.note, f"{record.id} does not say what is to be confirmed"
