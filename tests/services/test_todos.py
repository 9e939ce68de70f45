"""To-dos as a user deals with them: added, changed, ticked off, undone, and carried in an answers file."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from app.content.todos import LONGEST_PERSON, LONGEST_TODO
from app.domain.answers import Answers, Origin, Row
from app.domain.todos import Todo, known_people, open_todos
from app.domain.values import Person
from app.errors import AnswerError, AnswersFileError, NotFoundError
from app.services.services import Services
from app.services.todos import in_short

QUORUM = "decisions.quorum-rule"
DUE = date(2026, 9, 1)


@pytest.fixture
def northern(services: Services) -> str:
    return services.collaboratives.create("Northern").id


def test_a_to_do_is_in_the_snapshot_and_undo_takes_it_back_in_words(services: Services, northern: str) -> None:
    snapshot = services.todos.add(northern, "  Ask the\nchairs ", " Ada  Khan ", DUE, QUORUM)
    [todo] = snapshot.todos
    assert (todo.text, todo.person, todo.due, todo.question_id) == ("Ask the chairs", "Ada Khan", DUE, QUORUM)
    assert snapshot.undo == "To-do added: Ask the chairs"
    assert services.answering.undo(northern).todos == ()
    assert [each.text for each in services.answering.redo(northern).todos] == ["Ask the chairs"]


def test_every_act_on_a_to_do_is_undone_on_its_own(services: Services, northern: str) -> None:
    [todo] = services.todos.add(northern, "Ask").todos
    [changed] = services.todos.change(northern, todo, "Ask twice", "Bo", None).todos
    assert (changed.text, changed.person) == ("Ask twice", "Bo")
    ticked = services.todos.tick(northern, todo.id, is_done=True)
    assert ([each.is_done for each in ticked.todos], ticked.undo) == ([True], "To-do ticked off: Ask twice")
    opened = services.todos.tick(northern, todo.id, is_done=False)
    assert ([each.is_done for each in opened.todos], opened.undo) == ([False], "To-do opened again: Ask twice")
    assert [each.is_done for each in services.answering.undo(northern).todos] == [True]
    snapshot = services.todos.remove(northern, todo.id)
    assert (snapshot.todos, snapshot.undo) == ((), "To-do removed: Ask twice")
    assert [each.is_done for each in services.answering.undo(northern).todos] == [True]
    snapshot = services.answering.undo(northern)
    assert ([each.is_done for each in snapshot.todos], snapshot.undo) == ([False], "To-do changed: Ask twice")
    assert [each.text for each in services.answering.undo(northern).todos] == ["Ask"]


def test_what_was_left_as_it_was_does_not_overwrite_what_another_wrote(services: Services, northern: str) -> None:
    [seen] = services.todos.add(northern, "Ask").todos
    services.todos.change(northern, seen, "Ask", "Bo", DUE)
    [todo] = services.todos.change(northern, seen, "Ask twice", "", None).todos
    assert (todo.text, todo.person, todo.due) == ("Ask twice", "Bo", DUE)


@pytest.mark.parametrize(
    ("text", "person", "words"),
    [
        (" \n", "", "Say what is to be done"),
        ("x" * (LONGEST_TODO + 1), "", f"use {LONGEST_TODO} at most"),
        ("Ask", "x" * (LONGEST_PERSON + 1), f"use {LONGEST_PERSON} at most"),
    ],
)
def test_a_to_do_that_cannot_be_kept_is_refused(
    services: Services, northern: str, text: str, person: str, words: str
) -> None:
    with pytest.raises(AnswerError, match=words):
        services.todos.add(northern, text, person)
    assert services.answering.open(northern).todos == ()


def test_a_to_do_that_is_gone_is_told(services: Services, northern: str) -> None:
    gone = Todo("gone", "Ask")
    acts: tuple[Callable[[], object], ...] = (
        lambda: services.todos.tick(northern, gone.id, is_done=True),
        lambda: services.todos.remove(northern, gone.id),
        lambda: services.todos.change(northern, gone, "Ask twice", "", None),
        lambda: services.todos.add(northern, "Ask", question_id="no.such"),
    )
    for act in acts:
        with pytest.raises(NotFoundError):
            act()


def test_the_day_itself_is_not_late_and_what_is_done_never_is() -> None:
    todo = Todo("t", "Ask", due=DUE)
    assert not todo.is_overdue(DUE)
    assert todo.is_overdue(date(2026, 9, 2))
    assert not Todo("t", "Ask").is_overdue(date(2030, 1, 1))


def test_to_dos_stand_by_need(services: Services, northern: str) -> None:
    for text, due in (("whenever", None), ("later", date(2026, 12, 1)), ("soon", DUE), ("done", None)):
        snapshot = services.todos.add(northern, text, due=due)
    done = next(each for each in snapshot.todos if each.text == "done")
    snapshot = services.todos.tick(northern, done.id, is_done=True)
    assert [each.text for each in snapshot.todos] == ["soon", "later", "whenever", "done"]
    assert [each.text for each in open_todos(snapshot.todos)] == ["soon", "later", "whenever"]


def test_people_are_known_from_answers_tables_and_to_dos_each_once(services: Services, northern: str) -> None:
    services.answering.answer(northern, "review.document-owner", Person("Zoe", "Chair"))
    services.answering.answer(northern, "support.director", Person("", "Programme director"))
    snapshot = services.todos.add(northern, "Ask", "ZOE")
    table = {"leaders.people": (Row("r", {"person": Person("Ada", "Nurse")}),)}
    answers = Answers(snapshot.answers.answers, table)
    people = known_people(answers, (*snapshot.todos, Todo("t", "x", "Bo")))
    assert people == ("Ada", "Bo", "Programme director", "Zoe")


def test_an_answers_file_carries_to_dos_and_restores_them(services: Services, northern: str, tmp_path: Path) -> None:
    services.todos.add(northern, "Ask", "Ada", DUE, QUORUM)
    [todo, _] = services.todos.add(northern, "Write").todos
    snapshot = services.todos.tick(northern, todo.id, is_done=True)
    path = services.files.write(tmp_path / "a.json", "Northern", snapshot.answers, snapshot.todos)
    data = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.validate(data, services.files.schema())
    assert data["todos"] == [
        {"text": "Write"},
        {"text": "Ask", "person": "Ada", "due": "2026-09-01", "question": QUORUM, "done": True},
    ]
    made = services.collaboratives.create_from(services.files.read(path), "Copy", Origin.IMPORT)
    restored = services.answering.open(made.id).todos
    assert [(each.text, each.person, each.due, each.question_id, each.is_done) for each in restored] == [
        ("Write", "", None, None, False),
        ("Ask", "Ada", DUE, QUORUM, True),
    ]


def test_a_file_without_to_dos_is_as_it_was_before_there_were_any(services: Services, northern: str) -> None:
    answers = services.answering.open(northern).answers
    assert "todos" not in services.files.data("Northern", answers)


def test_bad_to_dos_of_a_file_are_refused_all_at_once_with_their_paths(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    todos = [
        {"text": "Ask", "due": "tomorrow"},
        {"text": "", "who": "Ada"},
        {"text": "Ask", "question": "no.such", "done": "yes"},
        {"text": 3},
        "Ask",
    ]
    path.write_text(json.dumps({"format": "fiveways-answers/1", "name": "X", "answers": {}, "todos": todos}))
    with pytest.raises(AnswersFileError) as refused:
        services.files.read(path)
    assert [problem.path for problem in refused.value.problems] == [
        "todos[0]",
        "todos[1].who",
        "todos[1]",
        "todos[2].question",
        "todos[2].done",
        "todos[3]",
        "todos[4]",
    ]
    path.write_text(json.dumps({"format": "fiveways-answers/1", "name": "X", "answers": {}, "todos": {}}))
    with pytest.raises(AnswersFileError, match="list"):
        services.files.read(path)


def test_as_it_was_shows_the_to_dos_of_that_moment(services: Services, northern: str) -> None:
    snapshot = services.todos.add(northern, "Ask")
    made_at = snapshot.todos[0].made_at
    assert made_at is not None
    assert [each.text for each in services.history.as_it_was(northern, made_at).todos] == ["Ask"]


def test_the_history_of_a_to_do_leads_to_its_question(services: Services, northern: str) -> None:
    services.todos.add(northern, "Ask", question_id=QUORUM)
    latest = services.history.acts(northern)[0]
    assert (latest.summary, latest.questions) == ("To-do added: Ask", (QUORUM,))


def test_a_long_to_do_is_short_where_undo_names_it() -> None:
    assert in_short("word " * 20) == f"{'word ' * 11}word …"
    assert in_short("x" * 70) == f"{'x' * 60} …"
