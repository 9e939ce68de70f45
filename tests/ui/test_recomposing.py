"""A text that was changed in places is the same, to the letter and mark, as one composed from the beginning."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from app.documents.blocks import Block, Document, Heading, Paragraph, Table, Words
from app.domain.values import Value
from app.ui.reading.composing import compose
from app.ui.reading.reading_style import ReadingStyle
from app.ui.reading.recomposing import recompose
from app.ui.reading.tables import letters_needed
from app.ui.session import ProjectSession
from app.ui.theme.theme import current_theme
from tests.ui.desk import MEMORANDUM, open_session

LETTERS, WIDE, NARROW = 60.0, 200.0, 45.0


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    with open_session(tmp_path_factory.mktemp("desk"), "south-london-mental-health") as opened:
        yield opened


def drafted(session: ProjectSession) -> Document:
    return session.services.drafting.draft(session.snapshot, MEMORANDUM)[0]


def is_the_same(before: Document, after: Document, letters: float = LETTERS) -> bool:
    """Whether the text was changed in places; where it was, hold it against one that was composed anew."""
    style = ReadingStyle(current_theme())
    found = recompose(compose(before, style, letters), before, after, style, letters)
    if found is None:
        return False
    wanted = compose(after, style, letters)
    assert found.text.toPlainText() == wanted.text.toPlainText()
    assert found.text.toHtml() == wanted.text.toHtml()
    assert (found.starts, found.ends, found.marks) == (wanted.starts, wanted.ends, wanted.marks)
    return True


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("collaborative.short-name", ("Humber", None, "A\nB <b>", "SLP")),
        ("collaborative.name", ("Humber & Ridge",)),
        ("mutual-aid.urgent-response", (None,)),
        ("decisions.casting-vote", (None, True, False)),
        ("review.version", ("0.9",)),
        ("collaborative.start-date", (date(2027, 4, 1), None)),
        ("money.contingency", (Decimal(3), None)),
    ],
)
def test_answer_after_answer_the_text_is_as_if_composed_anew(
    session: ProjectSession, question: str, values: tuple[Value | None, ...]
) -> None:
    changed = 0
    for value in values:
        before = drafted(session)
        session.answer(question, value)
        after = drafted(session)
        changed += is_the_same(before, after)
    assert changed


def sample(session: ProjectSession, *texts: str, first: int = 0) -> Document:
    """A short document of a heading and paragraphs."""
    body: tuple[Block, ...] = (
        Heading(1, "1", "Beginning", "start"),
        *(Paragraph(f"1.{first + at}", 0, (Words(text),), f"p{text}") for at, text in enumerate(texts, 1)),
    )
    return replace(drafted(session), body=body)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("a", "b", "c"), ("a", "c")),
        (("a", "c"), ("a", "b", "c")),
        (("a", "b"), ("a", "b", "c")),
        (("a", "b", "c"), ("a", "b")),
        (("a",), ("x", "y", "z")),
        (("a", "b"), ("b", "a")),
        (("a", "a", "a"), ("a", "a")),
        (("a",), ("a",)),
    ],
)
def test_paragraphs_may_come_go_and_change_places(
    session: ProjectSession, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert is_the_same(sample(session, *before), sample(session, *after))


def test_paragraphs_after_a_table_are_changed_and_the_table_is_left_alone(session: ProjectSession) -> None:
    table = next(block for block in drafted(session).body if isinstance(block, Table))
    body = sample(session, "a", "b").body
    before = replace(drafted(session), body=(*body[:2], table, *body[2:]))
    other = Paragraph("1.2", 0, (Words("Quite another."),), "pb")
    after = replace(before, body=(*before.body[:3], other))
    assert is_the_same(before, after)


def test_a_changed_grid_is_composed_anew(session: ProjectSession) -> None:
    first = drafted(session)
    session.answer("decisions.quorum-rule", "number-of-trusts")
    assert not is_the_same(first, drafted(session), WIDE)
    table = next(block for block in drafted(session).body if isinstance(block, Table))
    before = replace(drafted(session), body=(*sample(session, "a").body, table))
    assert not is_the_same(before, replace(before, body=(*before.body[:2], replace(table, caption="Other"))), WIDE)
    assert not is_the_same(before, replace(before, body=before.body[:2]), WIDE)


def test_a_changed_table_that_stands_as_a_list_is_changed_in_its_place(session: ProjectSession) -> None:
    whole = drafted(session)
    lists = [block for block in whole.body if isinstance(block, Table) and letters_needed(block) > NARROW]
    grid = next(block for block in whole.body if isinstance(block, Table) and letters_needed(block) <= NARROW)
    assert len(lists) > 5
    for table in lists:
        before = replace(whole, body=(*sample(session, "a").body, table, *sample(session, "b").body[1:], grid))
        for changed in (
            replace(table, rows=(*table.rows, *table.rows)),
            replace(table, rows=table.rows[1:]),
            replace(table, caption="Other"),
        ):
            after = replace(before, body=tuple(changed if block is table else block for block in before.body))
            assert is_the_same(before, after, NARROW)
            assert is_the_same(after, before, NARROW)
            beside = replace(before, body=(*before.body[:2], grid, changed))
            assert is_the_same(replace(beside, body=(*beside.body[:3], table)), beside, NARROW)


def test_a_row_that_goes_is_taken_out_of_its_list(session: ProjectSession) -> None:
    questions = [each for each in session.services.content.questionnaire.questions if each.columns]
    changed = []
    for question in questions:
        before, rows = drafted(session), session.snapshot.answers.rows(question.id)
        if len(rows) > 1 and session.remove_row(question.id, rows[-1].id):
            after = drafted(session)
            changed += [question.id] * (after.body != before.body and is_the_same(before, after, NARROW))
    assert len(changed) > 5, changed
