"""Reads collaboratives, answers and history: the present state, and any past one from the change log."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select
from sqlalchemy import Row as Found

from app.domain.answers import Answer, Answers, Row
from app.domain.todos import Todo
from app.storage.collaborative import Collaborative, collaborative_from
from app.storage.entries import Stored, load_entries, load_name, no_such
from app.storage.images import (
    AnswerImage,
    Image,
    Key,
    NameImage,
    RowImage,
    TodoImage,
    answer_from,
    image_from_log,
    row_from,
)
from app.storage.moments import moment_from, moment_text
from app.storage.records import (
    Act,
    ActFilter,
    ActKind,
    ActSpan,
    AnswerChange,
    HistoryEntry,
    NameChange,
    PastChange,
    RowChange,
    TodoChange,
)
from app.storage.tables import acts, changes, collaboratives
from app.storage.todos import load_todos_at, todo_from, todos_from

Entry = TypeVar("Entry")


class AnswersRead(NamedTuple):
    """The answers of a collaborative as they were read, and the revision that they are of."""

    collaborative_id: str
    revision: int
    answers: Answers


def read_collaboratives(connection: Connection) -> tuple[Collaborative, ...]:
    """Every collaborative, also those in the archive and the bin, the one changed last first. One query."""
    query = select(collaboratives).order_by(collaboratives.c.changed_at.desc(), collaboratives.c.id)
    return tuple(collaborative_from(row) for row in connection.execute(query).mappings())


def read_collaborative(connection: Connection, collaborative_id: str) -> Collaborative:
    """One collaborative. Raises NotFoundError if nothing has the id."""
    query = select(collaboratives).where(collaboratives.c.id == collaborative_id)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise no_such(collaborative_id)
    return collaborative_from(row)


def read_answers(connection: Connection, collaborative_id: str, before: AnswersRead | None = None) -> AnswersRead:
    """The present answers. Raises NotFoundError if nothing has the id.

    With what was read before of the same collaborative, only the questions that acts have changed since are read.
    """
    revision = read_collaborative(connection, collaborative_id).revision
    if before is None or before.collaborative_id != collaborative_id or before.revision > revision:
        return AnswersRead(collaborative_id, revision, answers_from(load_entries(connection, collaborative_id)))
    if before.revision == revision:
        return before
    since = select(changes.c.question_id).where(
        changes.c.collaborative_id == collaborative_id,
        changes.c.act_id > before.revision,
        changes.c.question_id.is_not(None),
    )
    touched = frozenset(connection.execute(since.distinct()).scalars())
    fresh = answers_from(load_entries(connection, collaborative_id, touched))
    return AnswersRead(
        collaborative_id,
        revision,
        Answers(
            MappingProxyType(_renewed(before.answers.answers, fresh.answers, touched)),
            MappingProxyType(_renewed(before.answers.tables, fresh.tables, touched)),
        ),
    )


def _renewed(before: Mapping[str, Entry], fresh: Mapping[str, Entry], touched: frozenset[str]) -> dict[str, Entry]:
    """What is known by question, with that of the touched ones in the place of what was known of them."""
    return {**{question: known for question, known in before.items() if question not in touched}, **fresh}


def read_answers_at(
    connection: Connection, collaborative_id: str, act_id: int, questions: Collection[str] | None = None
) -> Answers:
    """The answers as they were just after an act, or some of them. Raises NotFoundError for an unknown id."""
    load_name(connection, collaborative_id)
    return answers_from(images_at(connection, collaborative_id, act_id, questions))


def read_todos_at(connection: Connection, collaborative_id: str, act_id: int) -> tuple[Todo, ...]:
    """The to-dos as they were just after an act. Raises NotFoundError if no collaborative has the id."""
    load_name(connection, collaborative_id)
    return todos_from(load_todos_at(connection, collaborative_id, act_id))


def last_act_until(connection: Connection, collaborative_id: str, moment: datetime) -> int:
    """Id of the act at just this moment, else of the last one before it; 0 if the collaborative was made later.

    Acts follow each other by their ids. By the clock alone, the moment of an act would also lead to later ones that
    were done after the clock was put back.
    """
    last = select(func.max(acts.c.id)).where(acts.c.collaborative_id == collaborative_id)
    at = moment_text(moment)
    found: int | None = connection.execute(last.where(acts.c.at == at)).scalar()
    return found or connection.execute(last.where(acts.c.at <= at)).scalar() or 0


def images_at(
    connection: Connection, collaborative_id: str, act_id: int, questions: Collection[str] | None = None
) -> dict[Key, Stored]:
    """Every answer and row as it was just after an act: the present, with all later changes taken back.

    Only those of some questions, if they are given.
    """
    found = load_entries(connection, collaborative_id, questions)
    later = [
        changes.c.collaborative_id == collaborative_id,
        changes.c.act_id > act_id,
        changes.c.question_id.is_not(None),
    ]
    if questions is not None:
        later.append(changes.c.question_id.in_(sorted(questions)))
    # What an entry was before the first later change is what it was then; the changes after that do not matter.
    first = select(func.min(changes.c.id)).where(*later).group_by(changes.c.question_id, changes.c.row_id)
    earliest: dict[Key, Image | None] = {}
    for row in connection.execute(select(changes).where(changes.c.id.in_(first))):
        key = Key(row.question_id, row.row_id)
        earliest[key] = image_from_log(key, row.before)
    for key, image in earliest.items():
        found.pop(key, None)
        if image is not None:
            # What the revision was is not asked of the past: nobody can change an entry there.
            found[key] = Stored(image, act_id)
    return found


def answers_from(stored: Mapping[Key, Stored]) -> Answers:
    """Answers as the domain knows them."""
    single: dict[str, Answer] = {}
    rows: list[tuple[str, int, Row]] = []
    for key, one in stored.items():
        match one.image:
            case AnswerImage() as image:
                question_id = str(key.question_id)
                single[question_id] = answer_from(question_id, image, one.revision)
            case RowImage() as image:
                row = row_from(str(key.row_id), image, one.revision)
                rows.append((str(key.question_id), image.position, row))
            case NameImage() | TodoImage():
                pass
    rows.sort(key=lambda entry: (entry[0], entry[1], entry[2].id))
    tables = {
        question_id: tuple(row for _, _, row in entries)
        for question_id, entries in groupby(rows, key=lambda entry: entry[0])
    }
    return Answers(MappingProxyType(single), MappingProxyType(tables))


def read_history(
    connection: Connection,
    collaborative_id: str,
    question_id: str | None,
    span: ActSpan,
    wanted: ActFilter,
) -> tuple[HistoryEntry, ...]:
    """The latest wanted acts with their changes, latest first; of one question only, if one is given."""
    load_name(connection, collaborative_id)
    chosen = select(acts).where(acts.c.collaborative_id == collaborative_id, *_conditions(collaborative_id, wanted))
    if span.after:
        chosen = chosen.where(acts.c.id > span.after)
    if span.before is not None:
        chosen = chosen.where(acts.c.id < span.before)
    if question_id is not None:
        chosen = chosen.where(acts.c.id.in_(_acts_on(collaborative_id, [question_id])))
    found = [act_from(row) for row in connection.execute(chosen.order_by(acts.c.id.desc()).limit(span.most))]
    query = select(changes).where(changes.c.act_id.in_([act.id for act in found])).order_by(changes.c.id)
    if question_id is not None:
        query = query.where(changes.c.question_id == question_id)
    made: dict[int, list[PastChange]] = {act.id: [] for act in found}
    for row in connection.execute(query):
        key = Key(row.question_id, row.row_id, row.todo_id)
        before, after = image_from_log(key, row.before), image_from_log(key, row.after)
        made[row.act_id].append(past_change(key, before, after, row.act_id))
    return tuple(HistoryEntry(act, tuple(made[act.id])) for act in found)


def _conditions(collaborative_id: str, wanted: ActFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.author is not None:
        yield acts.c.author == wanted.author
    if wanted.questions is not None:
        yield acts.c.id.in_(_acts_on(collaborative_id, wanted.questions))
    for word in wanted.words:
        # A typed % or _ stands for itself.
        in_act = or_(*(part.icontains(word.text, autoescape=True) for part in (acts.c.summary, acts.c.author)))
        yield or_(in_act, acts.c.id.in_(_acts_on(collaborative_id, word.questions)))


def _acts_on(collaborative_id: str, questions: Iterable[str]) -> Select[Any]:
    return select(changes.c.act_id).where(
        changes.c.collaborative_id == collaborative_id, changes.c.question_id.in_(sorted(questions))
    )


def read_authors(connection: Connection, collaborative_id: str) -> tuple[str, ...]:
    """Everyone who ever acted in a collaborative, in the order of the alphabet."""
    query = select(acts.c.author).where(acts.c.collaborative_id == collaborative_id).distinct()
    return tuple(sorted(connection.execute(query).scalars(), key=str.casefold))


def read_token(connection: Connection) -> str:
    """Something that is different after every act, and after a collaborative is removed for good."""
    count = select(func.count()).select_from(collaboratives).scalar_subquery()
    latest, number = connection.execute(select(func.max(acts.c.id), count)).one()
    return f"{latest or 0}-{number}"


def act_from(row: Found[Any]) -> Act:
    """The act in a row of its table."""
    return Act(row.id, moment_from(row.at), row.author, ActKind(row.kind), row.target_id, row.summary)


def past_change(key: Key, before: Image | None, after: Image | None, act_id: int) -> PastChange:
    """What an act did to one entry, as the domain knows it; an act that is still to be written has the id 0."""
    if key.todo_id is not None:
        return TodoChange(
            key.todo_id,
            todo_from(key.todo_id, before, 0) if isinstance(before, TodoImage) else None,
            todo_from(key.todo_id, after, act_id) if isinstance(after, TodoImage) else None,
        )
    if key.question_id is None:
        return NameChange(
            before.name if isinstance(before, NameImage) else "", after.name if isinstance(after, NameImage) else ""
        )
    if key.row_id is None:
        return AnswerChange(
            key.question_id,
            answer_from(key.question_id, before, 0) if isinstance(before, AnswerImage) else None,
            answer_from(key.question_id, after, act_id) if isinstance(after, AnswerImage) else None,
        )
    was = before if isinstance(before, RowImage) else None
    now = after if isinstance(after, RowImage) else None
    return RowChange(
        key.question_id,
        key.row_id,
        None if was is None else row_from(key.row_id, was, 0),
        None if now is None else row_from(key.row_id, now, act_id),
        is_moved=was is not None and now is not None and was.position != now.position,
    )
