"""The text of every document of every example, held as it was last read and found right."""

from datetime import date
from pathlib import Path

import pytest

from app.analysis.readings import READINGS
from app.content.catalogue import Content
from app.documents.blocks import Document, Gap, Paragraph, Status, Table
from app.documents.drafting import Edition, applicable, draft
from app.documents.plain_text import plain_text
from app.domain.answers import Origin
from app.domain.readings import Design
from app.domain.visibility import visible_design
from app.services.answers_files import AnswersFiles

HERE = Path(__file__).parent
EDITION = Edition(Status.DRAFT, date(2026, 8, 6))
EXAMPLES = ("west-yorkshire-acute", "south-london-mental-health", "foundation-group")


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_text_is_as_it_was_last_read(content: Content, example: str, request: pytest.FixtureRequest) -> None:
    folder = HERE / example
    texts = {f"{document.id}.txt": plain_text(document) for document in documents_of(content, example)}
    if request.config.getoption("--renew"):
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.txt"):
            old.unlink()
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    held = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    assert sorted(texts) == sorted(held)
    for name, text in texts.items():
        assert text == held[name], f"{example}/{name} reads otherwise; look, and renew with --renew if it is right"


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_gap_of_an_example_has_a_note_that_says_why(content: Content, example: str) -> None:
    notes = content.examples[example].notes
    for document in documents_of(content, example):
        for point in document.open_points:
            assert notes.get(point.question), f"{document.id}: {point.question}"


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_paragraph_is_said_twice(content: Content, example: str) -> None:
    for document in documents_of(content, example):
        seen: dict[str, str] = {}
        for block in document.body:
            if isinstance(block, Paragraph) and not any(isinstance(run, Gap) for run in block.runs):
                text = "".join(run.text for run in block.runs)
                if len(text) > 60:
                    assert text not in seen, f"{document.id}: {block.anchor} says the same as {seen[text]}"
                    seen[text] = block.anchor


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_table_has_rows_of_one_width(content: Content, example: str) -> None:
    for document in documents_of(content, example):
        for block in document.body:
            if isinstance(block, Table):
                assert block.rows
                assert {len(row) for row in block.rows} == {len(block.columns)}


def documents_of(content: Content, example: str) -> list[Document]:
    """Every document of an example, one copy for each member where it is made per member."""
    design = design_of(content, example)
    found = []
    for outline in content.templates.outlines.values():
        if applicable(outline, design):
            members = [row.id for row in design.answers.rows("members.members")] if outline.is_per_member else [None]
            found += [
                draft(outline, content.templates, content.law, design.for_member(member), EDITION) for member in members
            ]
    return found


def design_of(content: Content, example: str) -> Design:
    """The visible answers of an example."""
    answers = AnswersFiles(content).answers(content.examples[example], Origin.EXAMPLE)
    return visible_design(answers, content.questionnaire, READINGS, EDITION.dated)[0]
