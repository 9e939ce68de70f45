"""Answers files: what is written reads back the same, and what is wrong is refused whole with every problem."""

import json
import re
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from app.content.answers_files import read_answers_text
from app.domain.answers import Answer, Answers, Origin, Row
from app.domain.illustrations import has_illustrations
from app.domain.values import Organisation
from app.errors import AnswersFileError
from app.services.answers_files import AnswersFiles
from app.services.services import Services

SUGGESTED = "decisions.call-in-period"


def test_the_examples_come_in_the_order_of_the_models(services: Services) -> None:
    assert list(services.files.examples()) == ["west-yorkshire-acute", "south-london-mental-health", "foundation-group"]


@pytest.mark.parametrize("example", ["west-yorkshire-acute", "south-london-mental-health", "foundation-group"])
def test_a_collaborative_written_and_read_again_has_the_same_answers(
    services: Services, tmp_path: Path, example: str
) -> None:
    made = services.collaboratives.create_from(services.files.example(example), None, Origin.EXAMPLE)
    stored = services.answering.open(made.id).answers
    path = services.files.write(tmp_path / "answers.json", made.name, stored)
    read = services.files.read(path)
    again = services.answering.open(services.collaboratives.create_from(read, "Again", Origin.IMPORT).id).answers
    assert _without_ids(services.files, stored) == _without_ids(services.files, again)
    assert {k: a.note for k, a in stored.answers.items() if a.note} == dict(read.notes)


def _without_ids(files: AnswersFiles, answers: Answers) -> object:
    """The plain data of answers, where pointers are names and not ids."""
    return files.data("", answers)["answers"]


def test_every_example_fits_the_schema(services: Services) -> None:
    schema = services.files.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    folder = Path(__file__).parents[2] / "resources" / "examples"
    paths = sorted(folder.glob("*.json"))
    assert len(paths) == 3
    for path in paths:
        jsonschema.validate(json.loads(path.read_text(encoding="utf-8")), schema)


def test_every_problem_is_named_with_its_path_at_once(services: Services) -> None:
    text = json.dumps(
        {
            "format": "fiveways-answers/1",
            "name": "X",
            "extra": 1,
            "answers": {
                "no.such": 1,
                "gates.used": "yes",
                "decisions.quorum-share": 170,
                "collaborative.start-date": "6 August",
                "members.members": [{"organisation": {"name": "A"}}, {"shoe-size": 4}],
                "support.host": "Nobody",
                "decisions.call-in-period": {"amount": 5, "unit": "moons"},
            },
        }
    )
    with pytest.raises(AnswersFileError) as refused:
        read_answers_text(text, services.content.questionnaire)
    paths = {problem.path for problem in refused.value.problems}
    assert paths >= {
        "extra",
        "answers.no.such",
        "answers.gates.used",
        "answers.decisions.quorum-share",
        "answers.collaborative.start-date",
        "answers.members.members[0].legal-form",
        "answers.members.members[1].shoe-size",
        "answers.members.members[1].organisation",
        "answers.support.host",
        "answers.decisions.call-in-period",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '"text"',
        '{"format": "something-else/9"}',
        '{"format": "fiveways-answers/1", "name": "A", "name": "B", "answers": {}}',
        '{"format": "fiveways-answers/1", "name": "A", "answers": {"decisions.quorum-number": 1e999}}',
        '{"format": "fiveways-answers/1", "name": "A", "answers": {"money.budget": 1e999999999}}',
        '{"format": "fiveways-answers/1", "name": "A", "answers": {"money.budget": 1e99999999999999999999}}',
        '{"format": "fiveways-answers/1", "name": "A", "answers": {"money.budget": ' + "9" * 5000 + "}}",
        '{"format": "fiveways-answers/1", "name": "A", "answers": {"forum.type": "\\ud800"}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_answers_file_is_refused_with_a_sentence(services: Services, text: str) -> None:
    with pytest.raises(AnswersFileError) as refused:
        read_answers_text(text, services.content.questionnaire)
    reason = refused.value.problems[0].reason
    assert reason.endswith(".")
    assert not re.search(r"char \d|recursion|sys\.", reason), "These are words of Python, not of the user."


def test_a_pointer_that_fits_two_rows_is_refused(services: Services) -> None:
    member = {"organisation": {"name": "Twin"}, "legal-form": "nhs-trust"}
    answers = {"members.members": [member, member], "support.host": "Twin"}
    text = json.dumps({"format": "fiveways-answers/1", "name": "X", "answers": answers})
    with pytest.raises(AnswersFileError, match="More than one row"):
        read_answers_text(text, services.content.questionnaire)


def test_a_refused_file_leaves_nothing_behind(services: Services, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "fiveways-answers/1", "name": "X", "answers": {"no.such": 1}}', encoding="utf-8")
    with pytest.raises(AnswersFileError):
        services.files.read(bad)
    assert services.collaboratives.all() == ()


@pytest.mark.parametrize("pounds", ["0", "0.01", "1250000", "12.5", "999999999999999.99", "123456789012345.67"])
def test_an_amount_is_written_to_the_penny(services: Services, pounds: str) -> None:
    answers = Answers({"money.budget": Answer("money.budget", Decimal(pounds))}, {})
    read = read_answers_text(json.dumps(services.files.data("X", answers)), services.content.questionnaire)
    assert read.scalars["money.budget"] == Decimal(pounds)
    jsonschema.validate(services.files.data("X", answers), services.files.schema())


def test_a_member_is_named_by_its_code_in_a_file(services: Services) -> None:
    row = Row("r1", {"organisation": Organisation("Airedale NHS Foundation Trust", "RCF"), "legal-form": "nhs-trust"})
    load = Row("r2", {"member": "r1", "others": "Another"})
    data = services.files.data("X", Answers({}, {"members.members": (row,), "leaders.load": (load,)}))
    assert data["answers"]["leaders.load"] == [{"member": "RCF", "others": "Another"}]


def written(**entries: object) -> str:
    """A file with two trusts and a start date, and these entries besides."""
    trusts = [
        {"organisation": {"name": name}, "legal-form": "nhs-trust", "membership": "full"} for name in ("One", "Two")
    ]
    answers = {"collaborative.start-date": "2027-04-01", "members.members": trusts}
    return json.dumps({"format": "fiveways-answers/1", "name": "X", "answers": answers, **entries})


def answers_of(services: Services, text: str) -> Answers:
    jsonschema.validate(json.loads(text), services.files.schema())
    file = read_answers_text(text, services.content.questionnaire)
    return services.files.answers(file, Origin.IMPORT)


def test_what_is_still_an_examples_says_so_after_it_was_sent_as_a_file(services: Services, tmp_path: Path) -> None:
    example = services.files.example("west-yorkshire-acute")
    made = services.collaboratives.create_from(example, None, Origin.EXAMPLE)
    services.answering.answer(made.id, "collaborative.short-name", "Ours")
    services.answering.accept_suggestion(made.id, SUGGESTED)
    first = services.answering.open(made.id).answers
    own = first.rows("members.members")[1]
    services.answering.put_row(made.id, "members.members", own.id, {**own.cells, "constraint": "Ours"})
    stored = services.answering.open(made.id).answers
    file = services.files.read(services.files.write(tmp_path / "answers.json", made.name, stored))
    for answers in (
        services.answering.open(services.collaboratives.create_from(file, "Again", Origin.IMPORT).id).answers,
        services.files.answers(file, Origin.IMPORT),
    ):
        assert has_illustrations(answers)
        assert answers.answers["collaborative.start-date"].origin is Origin.EXAMPLE
        assert answers.answers["collaborative.short-name"].origin is Origin.IMPORT
        assert answers.answers[SUGGESTED].origin is Origin.SUGGESTION
        origins = [row.origin for row in answers.rows("members.members")]
        assert origins[1] is Origin.IMPORT
        assert {*origins[:1], *origins[2:]} == {Origin.EXAMPLE}


def test_a_file_that_tells_of_no_origins_is_read_as_ever(services: Services) -> None:
    answers = answers_of(services, written())
    assert {each.origin for each in answers.answers.values()} == {Origin.IMPORT}
    assert {row.origin for row in answers.rows("members.members")} == {Origin.IMPORT}
    assert "origins" not in services.files.data("X", answers)


def test_origins_in_a_file_are_of_answers_and_of_rows(services: Services) -> None:
    told = {"collaborative.start-date": "suggestion", "members.members": ["", "example"]}
    answers = answers_of(services, written(origins=told))
    assert answers.answers["collaborative.start-date"].origin is Origin.SUGGESTION
    assert [row.origin for row in answers.rows("members.members")] == [Origin.IMPORT, Origin.EXAMPLE]
    assert services.files.data("X", answers)["origins"] == told


@pytest.mark.parametrize(
    ("origins", "path"),
    [
        ([], "origins"),
        ({"no.such": "example"}, "origins.no.such"),
        ({"collaborative.start-date": "workshop"}, "origins.collaborative.start-date"),
        ({"collaborative.start-date": ""}, "origins.collaborative.start-date"),
        ({"collaborative.start-date": ["example"]}, "origins.collaborative.start-date"),
        ({"members.members": "example"}, "origins.members.members"),
        ({"members.members": ["example"]}, "origins.members.members"),
        ({"members.members": ["example", 7]}, "origins.members.members"),
        ({"services.services": ["example"]}, "origins.services.services"),
    ],
)
def test_origins_that_fit_nothing_are_named(services: Services, origins: object, path: str) -> None:
    text = written(origins=origins)
    with pytest.raises(AnswersFileError) as refused:
        read_answers_text(text, services.content.questionnaire)
    assert [problem.path for problem in refused.value.problems] == [path]
    assert refused.value.problems[0].reason.endswith(".")
