"""Which answers a clause rests on: through conditions, placeholders, readings, pointers and defined terms."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from app.analysis.readings import READINGS
from app.content.catalogue import Content
from app.documents.blocks import Block, Document, Gap, Heading, Link, Paragraph, Runs, Status, Table
from app.documents.drafting import Edition, applicable, draft
from app.documents.templates import Templates
from app.documents.uses import (
    SHOWN_IN_EVERY_DOCUMENT,
    questions_of_clause,
    questions_of_condition,
    questions_of_outline,
    questions_of_variant,
    with_what_shows_them,
)
from app.domain.answers import Answers, Origin
from app.domain.conditions import All, Answered, Condition, Is, Not, Reads
from app.domain.readings import Askable
from app.domain.visibility import visible_design
from app.services.answers_files import AnswersFiles
from tests.documents.small import ASKABLE, clause, outline_of, section, term

TODAY = date(2026, 8, 6)


def test_a_condition_rests_on_what_it_asks_directly_and_through_readings() -> None:
    condition = All((Is("group.style", ("plain",)), Not(Answered("group.number")), Reads("rule", at_least=None)))
    assert list(questions_of_condition(condition, ASKABLE)) == [
        "group.style",
        "group.number",
        "group.number",
        "group.share",
    ]
    assert list(questions_of_condition(None, ASKABLE)) == []


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("No answers.", ()),
        ("{group.number} and {group.number} of {rule}.", ("group.number", "group.share")),
        ("{group.host} hosts.", ("group.host", "members.members")),
        ("{flows.flows | count} flows.", ("flows.flows",)),
        ("{flows.flows | names} flow.", ("flows.flows",)),
        ("{flows.flows | names: to} receive.", ("flows.flows", "members.members")),
        ("{flows.flows | table: what, to}", ("flows.flows", "members.members")),
        ("{flows.flows | table: what}", ("flows.flows",)),
        ("See {document:agreement}.", ()),
    ],
)
def test_a_wording_shows_the_answers_that_it_puts_in_and_the_rows_they_point_to(
    text: str, questions: tuple[str, ...]
) -> None:
    assert questions_of_variant(clause("group.aim", text).variants[0], ASKABLE) == questions


def test_a_clause_rests_on_all_its_wordings_and_their_conditions() -> None:
    formal: Condition = Is("group.formal", (True,))
    found = questions_of_clause(
        clause("group.aim", (formal, "{group.budget}"), "{group.start}", when=Answered("group.number")), ASKABLE
    )
    assert found == ("group.number", "group.formal", "group.budget", "group.start")


def test_a_document_rests_on_its_parts_its_cover_and_where_it_defines_terms_on_those() -> None:
    aim = clause("group.aim", "{group.budget}")
    terms = (term("Start", "{group.start}"),)
    for holds_definitions in (False, True):
        part = section("aims", aim, when=Is("group.formal", (True,)), holds_definitions=holds_definitions)
        outline = outline_of(part)
        found = questions_of_outline(outline, Templates({aim.id: aim}, terms, {}), ASKABLE)
        wanted = {*SHOWN_IN_EVERY_DOCUMENT, "group.budget", "group.formal"}
        assert found == wanted | ({"group.start"} if holds_definitions else set())


def test_what_shows_a_question_counts_too() -> None:
    assert with_what_shows_them(["group.styles"], ASKABLE) == ("group.styles", "group.formal")
    assert with_what_shows_them(["group.formal", "no.such"], ASKABLE) == ("group.formal",)


# With the content that ships: take one answer away, and see that everything that changes had named it.


def test_whatever_an_answer_changes_has_named_it(content: Content) -> None:
    askable = Askable(content.questionnaire, READINGS)
    answers = AnswersFiles(content).answers(content.examples["foundation-group"], Origin.EXAMPLE)
    answered = [each.id for each in content.questionnaire.questions if answers.is_answered(each.id)]
    before = _documents(content, answers)
    for question in Random(2026).sample(answered, 25):
        after = _documents(content, _without(answers, question))
        for document_id in {*before, *after}:
            old, new = before.get(document_id), after.get(document_id)
            if old is None or new is None or old.body != new.body:
                outline = content.templates.outlines[document_id]
                named = questions_of_outline(outline, content.templates, askable)
                assert question in with_what_shows_them(named, askable), f"{document_id}: {question}"
            if old is not None and new is not None:
                for block in _changed(old, new):
                    named_by_block = {*block.origin.questions, *_deciding(content, block.origin.clause, askable)}
                    assert question in named_by_block, f"{document_id}, {block.anchor}: {question}"


def _documents(content: Content, answers: Answers) -> dict[str, Document]:
    """Each document that applies, for the first member where it is made for each."""
    design, _ = visible_design(answers, content.questionnaire, READINGS, TODAY)
    found = {}
    for outline in content.templates.outlines.values():
        if applicable(outline, design):
            member = design.answers.rows("members.members")[0].id if outline.is_per_member else None
            seen = design.for_member(member)
            found[outline.id] = draft(outline, content.templates, content.law, seen, Edition(Status.DRAFT, TODAY))
    return found


def _without(answers: Answers, question: str) -> Answers:
    return Answers(
        {each: answer for each, answer in answers.answers.items() if each != question},
        {each: rows for each, rows in answers.tables.items() if each != question},
    )


def _changed(old: Document, new: Document) -> Iterator[Paragraph | Table]:
    """What is drafted from clauses and reads otherwise, or is there in one of the two documents only."""
    before, after = _by_anchor(old), _by_anchor(new)
    for anchor in {*before, *after}:
        block = after.get(anchor) or before[anchor]
        is_of_a_clause = isinstance(block, Paragraph | Table) and not anchor.startswith("term.")
        if is_of_a_clause and _words(before.get(anchor)) != _words(after.get(anchor)):
            assert isinstance(block, Paragraph | Table)
            yield block


def _by_anchor(document: Document) -> dict[str, Block]:
    return {block.anchor: block for block in document.body if not isinstance(block, Heading) and block.anchor}


def _words(block: Block | None) -> object:
    """What a block says but for references, whose numbers follow from what stands before them."""
    match block:
        case Paragraph():
            return _own(block.runs)
        case Table():
            return replace(block, label="", rows=tuple(tuple(_own(cell) for cell in row) for row in block.rows))
        case _:
            return block


def _own(runs: Runs) -> Runs:
    return tuple(replace(run, number=0) if isinstance(run, Gap) else run for run in runs if not isinstance(run, Link))


def _deciding(content: Content, clause_id: str, askable: Askable) -> tuple[str, ...]:
    found = content.templates.clauses.get(clause_id)
    return () if found is None else with_what_shows_them(questions_of_clause(found, askable), askable)
