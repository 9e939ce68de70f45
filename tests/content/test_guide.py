"""The guide to writing content: what it shows can be read, and it names every kind and key there is."""

import re
from pathlib import Path

from app.analysis.readings import READINGS
from app.content.catalogue import Content
from app.content.checks import read_checks
from app.content.condition_checks import check_condition
from app.content.conditions import read_condition
from app.content.entries import Problems, read_file
from app.content.placeholder_checks import check_pieces
from app.content.questions import read_questionnaire
from app.content.records import read_law, read_sources
from app.content.templates import read_clauses, read_outlines, read_terms
from app.documents.markup import Slot, read_text
from app.documents.placeholders import Form, Insert, Target
from app.domain.readings import Askable
from app.domain.values import Kind, Unit

GUIDE = (Path(__file__).parents[2] / "docs" / "writing-content.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
SECTION = 'id = "meetings"\ntitle = "Meetings"\nintroduction = "So."\n\n'
STEPS = '[[step]]\nid = "delivery"\ntitle = "Delivery"\nintroduction = "So."\nsections = ["meetings"]\n'


def block_with(mark: str) -> str:
    (found,) = (block for block in BLOCKS if mark in block)
    return str(found).replace("{ ... }", '{ question = "gates.used", is = true }')


def write(root: Path, path: str, text: str) -> Path:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    return root / path


def test_every_block_of_the_guide_is_read_by_one_of_these_tests() -> None:
    marks = ("[[question]]", "{ any = [ ... ] }", "[[check]]", "[[law]]", "[[clause]]", "[[term]]", "execution =")
    assert [sum(mark in block for mark in marks) for block in BLOCKS] == [1] * len(marks)


def test_the_question_can_be_read(tmp_path: Path) -> None:
    problems = Problems()
    write(tmp_path, "questions/steps.toml", STEPS)
    write(tmp_path, "questions/4-delivery/meetings.toml", SECTION + block_with("[[question]]"))
    found = read_questionnaire(tmp_path / "questions", tmp_path, problems)
    assert not problems.found
    (question,) = found.questions
    assert question.suggestion is not None


def test_the_check_the_law_the_source_the_clause_the_term_and_the_document_can_be_read(tmp_path: Path) -> None:
    problems = Problems()
    for folder, mark in (("checks", "[[check]]"), ("clauses", "[[clause]]"), ("outlines", "execution =")):
        write(tmp_path, f"{folder}/new.toml", block_with(mark))
    law, source = block_with("[[law]]").split("\n[[source]]")
    write(tmp_path, "law/new.toml", law)
    assert len(read_checks(tmp_path / "checks", tmp_path, problems)) == 1
    assert len(read_clauses(tmp_path / "clauses", tmp_path, problems)) == 1
    assert len(read_outlines(tmp_path / "outlines", tmp_path, problems)) == 1
    assert len(read_law(tmp_path / "law", tmp_path, problems)) == 1
    assert len(read_sources(write(tmp_path, "sources.toml", "[[source]]" + source), tmp_path, problems)) == 1
    assert len(read_terms(write(tmp_path, "terms.toml", block_with("[[term]]")), tmp_path, problems)) == 1
    assert not problems.found


def test_the_conditions_can_be_asked(content: Content, tmp_path: Path) -> None:
    askable = Askable(content.questionnaire, READINGS)
    conditions = [
        line for line in block_with("{ any = [ ... ] }").splitlines() if line.startswith("{") and "[ ... ]" not in line
    ]
    assert len(conditions) >= 10
    for line in conditions:
        problems = Problems()
        entry = read_file(write(tmp_path, "one.toml", f"when = {line}"), tmp_path, problems)
        assert entry is not None
        condition = read_condition(entry, "when")
        assert [*problems.found, *check_condition(condition, askable)] == [], line


def test_the_placeholders_can_be_put_in(content: Content) -> None:
    askable = Askable(content.questionnaire, READINGS)
    table = GUIDE.partition("| you write | you get |")[2].partition("\n\n")[0]
    shown = [text.replace("\\|", "|") for text in re.findall(r"`(\{[^`]*\})`", table)]
    assert len(shown) >= 15
    forms: set[Form] = set()
    for text in shown:
        (statement,) = read_text(text)
        (piece,) = statement.pieces
        assert isinstance(piece, Slot), text
        if isinstance(piece.placeholder, Insert):
            assert list(check_pieces((piece,), askable)) == [], text
            forms.add(piece.placeholder.form)
        elif piece.placeholder.target is Target.DOCUMENT:
            assert piece.placeholder.id in content.templates.outlines
    assert forms == set(Form) - {Form.ITEMS}


def test_the_guide_names_every_kind_every_unit_and_every_key_of_a_question() -> None:
    for word in (*(kind.value for kind in Kind), *(unit.value for unit in Unit)):
        assert re.search(rf"[ `]{word}[,`; ]", GUIDE), word
    for key in ("name", "show_when", "required_for", "gap", "minimum", "maximum", "units", "table", "option", "column"):
        assert f"`{key}`" in GUIDE, key
