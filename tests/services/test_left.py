"""What is left: tasks that say where each stands, the same open points as the documents, and people by name."""

import pytest

from app.domain.answers import Origin
from app.services.left import DocumentTask, TaskStatus
from app.services.services import Services
from app.services.snapshots import Snapshot

MEMORANDUM = "memorandum-of-understanding"


@pytest.fixture
def northern(services: Services) -> str:
    return services.collaboratives.create("Northern").id


def _task(services: Services, snapshot: Snapshot, document: str) -> DocumentTask:
    drafted = services.drafting.state(snapshot, document)
    return next(each for each in services.left.by_document(snapshot, [drafted]) if each.id == document)


def test_a_document_lacks_exactly_what_its_draft_lists_as_open(services: Services, northern: str) -> None:
    snapshot = services.answering.open(northern)
    drafted = services.drafting.state(snapshot, MEMORANDUM)
    task = _task(services, snapshot, MEMORANDUM)
    assert len(task.lacking) == drafted.gaps > 0
    assert task.status is TaskStatus.IN_PROGRESS, "it has its name"


def test_without_a_draft_the_open_points_are_nearly_the_same(services: Services, northern: str) -> None:
    snapshot = services.answering.open(northern)
    told = next(each for each in services.left.by_document(snapshot) if each.id == MEMORANDUM)
    drafted = _task(services, snapshot, MEMORANDUM)
    assert len(set(told.lacking) ^ set(drafted.lacking)) <= 4


def test_a_document_of_an_example_is_done_until_a_suggestion_waits_for_somebody_to_agree(services: Services) -> None:
    file = services.files.example("west-yorkshire-acute")
    made = services.collaboratives.create_from(file, None, Origin.EXAMPLE).id
    snapshot = services.answering.open(made)
    assert _task(services, snapshot, MEMORANDUM).status is TaskStatus.DONE
    question = next(
        each
        for each in snapshot.design.questionnaire.questions
        if each.suggestion is not None
        and each.id in snapshot.visible
        and MEMORANDUM in services.drafting.documents_using(each.id)
    )
    task = _task(services, services.answering.accept_suggestion(made, question.id), MEMORANDUM)
    assert (task.status, task.unconfirmed) == (TaskStatus.IN_PROGRESS, (question,))
    task = _task(services, services.answering.agree(made, question.id), MEMORANDUM)
    assert (task.status, task.unconfirmed) == (TaskStatus.DONE, ())


def test_law_to_confirm_is_counted_beside_a_document_and_keeps_no_task_from_being_done(services: Services) -> None:
    made = services.collaboratives.create_from(services.files.example("west-yorkshire-acute"), None, Origin.EXAMPLE).id
    snapshot = services.answering.open(made)
    drafted = services.drafting.state(snapshot, MEMORANDUM)
    task = _task(services, snapshot, MEMORANDUM)
    assert task.status is TaskStatus.DONE
    assert task.law_to_confirm == len(drafted.copies[0].notices) > 1
    assert {each.law_to_confirm for each in services.left.by_document(snapshot)} == {0}, "nothing is drafted here"


def test_documents_that_do_not_apply_come_last_and_say_why(services: Services, northern: str) -> None:
    tasks = services.left.by_document(services.answering.open(northern))
    applying = [task.status is not TaskStatus.DOES_NOT_APPLY for task in tasks]
    assert applying == sorted(applying, reverse=True)
    assert all(task.why_not for task in tasks if task.status is TaskStatus.DOES_NOT_APPLY)


def test_a_section_that_waits_for_a_table_starts_once_the_table_has_a_row(services: Services, northern: str) -> None:
    def status(snapshot: Snapshot) -> tuple[TaskStatus, str]:
        tasks = (task for step in services.left.by_step(snapshot) for task in step.sections)
        task = next(each for each in tasks if each.section.title == "Checks on each other")
        return task.status, task.first.id if task.first is not None else ""

    assert status(services.answering.open(northern)) == (TaskStatus.CANNOT_START, "members.members")
    snapshot = services.answering.put_row(northern, "members.members", None, {})
    assert status(snapshot) == (TaskStatus.NOT_STARTED, "")


def test_people_are_one_whatever_their_capitals_and_nobody_comes_last(services: Services, northern: str) -> None:
    services.todos.add(northern, "Write", "zoe")
    services.todos.add(northern, "Ask", "Ada")
    services.todos.add(northern, "Call", "ADA")
    services.todos.add(northern, "Book")
    snapshot = services.answering.park(northern, "collaborative.short-name")
    people = services.left.by_person(snapshot)
    assert [(each.name.casefold(), each.open) for each in people] == [("ada", 2), ("zoe", 1), ("", 2)]
    assert [each.id for each in people[-1].parked] == ["collaborative.short-name"]


def test_open_points_that_no_to_do_is_about_are_in_nobodys_hands(services: Services, northern: str) -> None:
    left = [each.id for each in services.answering.open(northern).left]
    services.todos.add(northern, "Ask", "Ada", None, left[0])
    snapshot = services.answering.park(northern, left[1])
    nobody = services.left.by_person(snapshot)[-1]
    assert nobody.name == ""
    assert [each.id for each in nobody.lacking] == [each.id for each in snapshot.left if each.id not in left[:2]]


def test_without_to_dos_and_open_points_there_is_nobody(services: Services) -> None:
    file = services.files.example("west-yorkshire-acute")
    west = services.collaboratives.create_from(file, None, Origin.EXAMPLE).id
    open_now = services.answering.open(west)
    for todo in open_now.todos:
        open_now = services.todos.remove(west, todo.id)
    assert not open_now.left
    assert services.left.by_person(open_now) == ()
