"""What the answers of a collaborative give to find: members, rows of tables, answers, notes, findings, to-dos."""

from collections.abc import Iterator

from app.domain.answers import Row
from app.domain.conditions import holds
from app.domain.questions import Column, Question, Questionnaire
from app.domain.values import Kind, Organisation, Value
from app.domain.wording import date_in_words, listed, lower, value_in_words
from app.services.search.entries import Entry, Group, ToCheck, ToQuestion, ToWhatIsLeft
from app.services.snapshots import Snapshot

_MEMBERS = "members.members"
_LONGEST_TITLE = 90


def answer_entries(snapshot: Snapshot, questionnaire: Questionnaire) -> Iterator[Entry]:
    """Every visible answer, row and note, what the checks found, and the to-dos."""
    yield from _finding_entries(snapshot, questionnaire)
    yield from _todo_entries(snapshot, questionnaire)
    for question in questionnaire.questions:
        if question.id not in snapshot.visible:
            continue
        answer = snapshot.answers.answer(question.id)
        if answer is not None and answer.value is not None:
            yield _answer_entry(question, answer.value, snapshot, questionnaire)
        yield from _row_entries(question, snapshot, questionnaire)
        if answer is not None and answer.note:
            yield Entry(
                Group.ANSWER, f"Note on: {question.label}", ToQuestion(question.id), "Go to the question of this note",
                text=answer.note, also="note", is_shared=True,
            )  # fmt: skip


def shown(value: Value, asked: Question | Column, snapshot: Snapshot, questionnaire: Questionnaire) -> str:
    """An answer or cell in the words of the screen."""
    if asked.kind in {Kind.ONE_OF, Kind.SOME_OF}:
        chosen = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
        labels = [option.label for option in asked.options if option.id in chosen]
        return listed([*labels[:1], *map(lower, labels[1:])])
    words = value_in_words(value, asked, snapshot.answers, questionnaire)
    return f"{words} ({value.code})" if isinstance(value, Organisation) and value.code else words


def _answer_entry(question: Question, value: Value, snapshot: Snapshot, questionnaire: Questionnaire) -> Entry:
    words = " ".join(shown(value, question, snapshot, questionnaire).split())
    does = "Go to this answer"
    if len(words) > _LONGEST_TITLE:
        return Entry(Group.ANSWER, question.label, ToQuestion(question.id), does, text=words, is_shared=True)
    title = words[:1].upper() + words[1:]
    return Entry(Group.ANSWER, title, ToQuestion(question.id), does, where=question.label)


def _finding_entries(snapshot: Snapshot, questionnaire: Questionnaire) -> Iterator[Entry]:
    for finding in snapshot.findings:
        label = questionnaire.question(finding.question).label
        yield Entry(
            Group.CHECK, finding.title, ToCheck(finding.question, finding.check_id, finding.row or ""),
            "Go to the question that it is about",
            text=" ".join(part for part in (finding.message, finding.why, finding.remedy) if part),
            where=f"Found now, {finding.severity.value}: {label}",
        )  # fmt: skip


def _todo_entries(snapshot: Snapshot, questionnaire: Questionnaire) -> Iterator[Entry]:
    for todo in snapshot.todos:
        is_in_sight = todo.question_id in snapshot.visible
        label = questionnaire.question(todo.question_id).label if todo.question_id and is_in_sight else ""
        parts = [
            "Done" if todo.is_done else "",
            f"For {todo.person}" if todo.person else "",
            f"Due {date_in_words(todo.due)}" if todo.due else "",
            label,
        ]
        yield Entry(
            Group.TODO, " ".join(todo.text.split()),
            ToQuestion(todo.question_id) if todo.question_id and is_in_sight else ToWhatIsLeft(),
            "Go to the question of this to-do" if label else "Go to what is left",
            text=" · ".join(part for part in parts if part),
        )  # fmt: skip


def _row_entries(question: Question, snapshot: Snapshot, questionnaire: Questionnaire) -> Iterator[Entry]:
    rows = snapshot.answers.rows(question.id)
    if not rows:
        return
    design = snapshot.design
    columns = [column for column in question.columns if holds(column.show_when, design.answers, design.claim)]
    for row in rows:
        cells = _cells(row, columns, snapshot, questionnaire)
        first = question.columns[0].id
        title = cells.pop(first, ("", "Row without a name"))[1]
        text = " · ".join(f"{label}: {words}" for label, words in cells.values())
        if question.id == _MEMBERS:
            group, does = Group.MEMBER, "Open this member"
        else:
            group, does = Group.ANSWER, "Open this row of the table"
        yield Entry(group, title, ToQuestion(question.id, row.id), does, text=text, where=question.label)


def _cells(
    row: Row, columns: list[Column], snapshot: Snapshot, questionnaire: Questionnaire
) -> dict[str, tuple[str, str]]:
    """The filled cells of a row: label and words, by column id."""
    found = {}
    for column in columns:
        value = row.cells.get(column.id)
        words = "" if value is None else " ".join(shown(value, column, snapshot, questionnaire).split())
        if words:
            found[column.id] = (column.label, words)
    return found
