"""Broken content is refused with file, entry and reason, all problems at once, in copies of the real content."""

import shutil
import tomllib
from pathlib import Path

import pytest

from app.analysis.readings import READINGS
from app.content.catalogue import Content
from app.content.condition_checks import check_condition
from app.content.conditions import read_condition
from app.content.entries import Entry, Problems
from app.content.library import examine_content, load_content
from app.content.placeholder_checks import check_text
from app.documents.markup import MarkupError, read_text
from app.domain.readings import Askable
from app.errors import ContentError, Problem
from app.paths import shipped_folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of_content(tmp_path)


def copy_of_content(folder: Path) -> Path:
    for name in ("resources", "templates"):
        shutil.copytree(shipped_folder() / name, folder / name)
    return folder


def problems_of(root: Path) -> tuple[Problem, ...]:
    return examine_content(root)[1]


def add(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{text}", encoding="utf-8")


CLAUSE = '[[clause]]\nid = "extra.clause"\ntitle = "Extra"\ntext = """{text}"""\n'

BROKEN_CLAUSES = [
    ("Hello {no.such-question}.", "no question"),
    ("Hello {no-such-reading}.", "no reading"),
    ("Hello {members.members}.", "cannot be put in as plain"),
    ("Hello {members.members|names: shoe-size}.", "no column"),
    ("{services.services|table: service | In | standing = maybe}", "no option"),
    ("See {members.members|table: organisation} here.", "stand alone"),
    ("Hello {collaborative.name|shout}.", "not a way"),
    ("Hello {collaborative.name", "other half"),
    ("Hello {worked-bands-grid}.", "cannot be put in"),
    ("Hello {any-foundation-trust}.", "cannot be put in"),
    ("", "empty"),
]


@pytest.mark.parametrize(("text", "reason"), BROKEN_CLAUSES)
def test_a_clause_with_a_bad_text_is_refused(content: Content, text: str, reason: str) -> None:
    try:
        reasons = list(check_text(read_text(text), Askable(content.questionnaire, READINGS)))
    except MarkupError as error:
        reasons = [str(error)]
    assert any(reason in each for each in reasons), reasons


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        ('{ question = "no.such", is = "x" }', "no question"),
        ('{ question = "forum.type", is = "parliament" }', "no option"),
        ('{ question = "gates.used", is = "yes" }', "true or false"),
        ('{ question = "collaborative.name", is = "x" }', "cannot be compared"),
        ('{ question = "forum.type", includes = "joint-committee" }', "cannot include"),
        ('{ question = "forum.type", count-at-least = 1 }', "no table"),
        ('{ question = "forum.type", at-least = 1 }', "no number"),
        ('{ reading = "no-such" }', "no reading"),
        ('{ reading = "full-member-names" }', "does not fit"),
        ('{ question = "forum.type" }', "cannot be read"),
        ("{ maybe = [] }", "cannot be read"),
        ("{ all = [] }", "at least one"),
        ('"always"', "cannot be read"),
        ('{ question = "forum.type", is = ["joint-committee"] }', "numbers have at-least"),
        ('{ question = "forum.type", is = 3 }', "numbers have at-least"),
        ('{ question = "forum.type", in = "joint-committee" }', "must be a list"),
        ('{ question = "forum.type", in = [{}] }', "numbers have at-least"),
        ("{ question = 3, is = true }", "an id in quotation marks"),
        ('{ question = "forum.type", answered = "yes" }', "true or false"),
        ('{ question = "members.members", count-at-least = "two" }', "whole number"),
        ('{ question = "members.members", count-at-least = 1, column = "membership" }', "needs both"),
        ('{ question = "money.budget", at-least = "much" }', "must be a number"),
        ('{ question = "money.budget", at-least = nan }', "must be a number"),
        ('{ reading = "voting-members", at-most = inf }', "must be a number"),
        ('{ reading = "voting-members" }', "does not fit"),
        ('{ reading = "any-partner", is = "yes" }', "does not fit"),
        ('{ reading = "any-partner", in = [true, "yes"] }', "does not fit"),
        ('{ reading = "forum-words", at-least = 1 }', "does not fit"),
    ],
)
def test_a_condition_that_cannot_work_is_refused(content: Content, condition: str, reason: str) -> None:
    problems = Problems()
    found = read_condition(Entry(tomllib.loads(f"when = {condition}"), "file.toml", "entry", problems), "when")
    reasons = [each.reason for each in problems.found]
    reasons += check_condition(found, Askable(content.questionnaire, READINGS))
    assert any(reason in each for each in reasons), reasons


def test_a_reference_that_may_dangle_is_refused(root: Path) -> None:
    add(
        root / "templates/clauses/extra.toml",
        CLAUSE.replace("{text}", "See {clause:extra.target}.")
        + '[[clause]]\nid = "extra.target"\ntitle = "Target"\ntext = "Sometimes."\n'
        + 'when = { question = "gates.used", is = true }\n',
    )
    outline = root / "templates/outlines/dispute-resolution.toml"
    section = '[[section]]\nid = "extra"\ntitle = "Extra"\nclauses = ["extra.clause", "extra.target"]\n'
    text = outline.read_text(encoding="utf-8").replace("[[section]]", f"{section}\n[[section]]", 1)
    outline.write_text(text, encoding="utf-8")
    (found,) = (each for each in problems_of(root) if "does not always apply" in each.reason)
    assert (found.file, found.entry) == ("templates/clauses/extra.toml", "extra.clause")


def test_a_clause_that_no_document_has_is_refused(root: Path) -> None:
    add(root / "templates/clauses/extra.toml", CLAUSE.replace("{text}", "Words."))
    (found,) = problems_of(root)
    assert (found.file, found.entry) == ("templates/clauses/extra.toml", "extra.clause")
    assert found.reason.startswith("No document has this clause.")


def test_a_question_that_changes_nothing_is_refused(root: Path) -> None:
    question = (
        '[[question]]\nid = "gates.colour"\nkind = "text"\nlabel = "Which colour?"\nhint = "Any."\nwhy = "None."\n'
        'sources = [ { source = "practice", place = "nowhere" } ]\n'
    )
    add(root / "resources/questions/2-purpose/gates.toml", question)
    (found,) = problems_of(root)
    assert (found.file, found.entry) == ("resources/questions/2-purpose/gates.toml", "gates.colour")
    assert found.reason.startswith("No document and no check uses this question.")


BAD_LINES = [
    ('colour = "blue"', "not known"),
    ('kind = "poem"', "must be one of"),
    ('minimum = "many"', "must be a number"),
    ('required_for = ["no-such-document"]', "no document"),
    ('show_when = { question = "gates.bad-5", is = true }', "back to the question itself"),
    ('suggestion = { value = "perhaps", reason = "Why not." }', "does not fit"),
    ("hint = 3", "must be text"),
]


@pytest.fixture(scope="module")
def problems_of_bad_questions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Problem, ...]:
    """What is said of a copy of one question for each bad line, all of them in one file."""
    root = copy_of_content(tmp_path_factory.mktemp("content"))
    good = {
        "id": '"gates.used"',
        "kind": '"yes-no"',
        "label": '"Are there gates?"',
        "hint": '"Say."',
        "why": '"So."',
        "sources": '[{ source = "practice", place = "gates" }]',
    }
    for number, (line, _) in enumerate(BAD_LINES, start=1):
        key, _, value = line.partition(" = ")
        entry = {**good, "id": f'"gates.bad-{number}"', key: value}
        text = "\n".join(f"{name} = {given}" for name, given in entry.items())
        add(root / "resources/questions/2-purpose/gates.toml", f"[[question]]\n{text}\n")
    return problems_of(root)


@pytest.mark.parametrize("number", range(1, len(BAD_LINES) + 1), ids=[line for line, _ in BAD_LINES])
def test_a_question_with_a_bad_entry_is_refused(problems_of_bad_questions: tuple[Problem, ...], number: int) -> None:
    reasons = [each.reason for each in problems_of_bad_questions if each.entry.startswith(f"gates.bad-{number}")]
    assert any(BAD_LINES[number - 1][1] in reason for reason in reasons), reasons


def test_a_pointer_to_no_table_is_told_although_examples_use_it(root: Path) -> None:
    path = root / "resources/questions/4-delivery/support.toml"
    text = path.read_text(encoding="utf-8").replace('table = "members.members"', 'table = "members.nobody"')
    path.write_text(text, encoding="utf-8")
    assert any(each.reason == "“members.nobody” is no table question." for each in problems_of(root))


def test_a_column_may_only_offer_a_legal_form_of_the_register(root: Path) -> None:
    path = root / "resources/questions/1-scope/the-collaborative.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('offers = "icb"', 'offers = "parliament"'), encoding="utf-8")
    reasons = [each.reason for each in problems_of(root) if each.entry == "collaborative.icbs"]
    assert reasons == ["No organisation of the register has the legal form “parliament”."]
    text = text.replace('label = "Role"', 'label = "Role"\noffers = "icb"')
    path.write_text(text, encoding="utf-8")
    assert any("kind organisation" in each.reason for each in problems_of(root))


def test_every_problem_is_told_at_once_with_its_file(root: Path) -> None:
    add(root / "templates/clauses/extra.toml", CLAUSE.replace("{text}", "Hello {no.such}."))
    add(root / "resources/law/extra.toml", '[[law]]\nid = "x"\n')
    add(root / "resources/checks/extra.toml", "not toml at all [")
    with pytest.raises(ContentError) as refused:
        load_content(root)
    files = {problem.file for problem in refused.value.problems}
    assert {"resources/law/extra.toml", "resources/checks/extra.toml"} <= files
    assert "extra.clause" in str(refused.value)


def test_a_check_needs_words_that_something_gives(root: Path) -> None:
    check = (
        '[[check]]\nid = "extra"\nseverity = "note"\ntitle = "Extra"\nmessage = "Hello {nobody}."\nwhy = "So."\n'
        'remedy = "Do."\nquestion = "gates.used"\nwhen = { question = "gates.used", is = true }\nlaw = ["no-such"]\n'
    )
    add(root / "resources/checks/extra.toml", check)
    reasons = [each.reason for each in problems_of(root) if each.entry == "extra"]
    assert any("neither given" in reason for reason in reasons)
    assert any("no law record" in reason for reason in reasons)


def test_a_check_names_other_questions_that_there_are_and_each_once(root: Path) -> None:
    check = (
        '[[check]]\nid = "extra"\nseverity = "note"\ntitle = "Extra"\nmessage = "Hello."\nwhy = "So."\n'
        'remedy = "Do."\nquestion = "gates.used"\nalso = ["gates.used", "gates.none"]\n'
        'when = { question = "gates.used", is = true }\nsources = [ { source = "practice" } ]\n'
    )
    add(root / "resources/checks/extra.toml", check)
    reasons = [each.reason for each in problems_of(root) if each.entry == "extra"]
    assert sorted(reasons) == ["There is no question “gates.none”.", "“also” names a question that is named already."]


def test_a_meaning_does_not_end_its_sentence(root: Path) -> None:
    term = '[[term]]\nid = "extra"\nterm = "Member"\nmeaning = "{text}"\n'
    add(root / "templates/terms.toml", term.replace("{text}", "one that belongs."))
    (found,) = problems_of(root)
    assert (found.file, found.entry) == ("templates/terms.toml", "extra")
    assert "full stop" in found.reason


def test_an_id_is_used_only_once(root: Path) -> None:
    add(
        root / "resources/sources.toml",
        '[[source]]\nid = "practice"\ntitle = "T"\npublisher = "P"\npublished = "2020"\n',
    )
    (found,) = problems_of(root)
    assert (found.file, found.entry) == ("resources/sources.toml", "practice")
    assert "twice" in found.reason
