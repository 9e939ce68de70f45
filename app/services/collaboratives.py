"""What can be done with whole collaboratives: make, list, find, rename, copy, archive, bin and bring back."""

from collections.abc import Mapping
from dataclasses import replace

from app.content.answers_files import AnswersFile
from app.content.values import clean_text
from app.domain.answers import Origin, Row
from app.domain.identities import NewId
from app.domain.values import Value
from app.errors import AnswerError, NotFoundError
from app.services.card_facts import CardFacts, card_facts_from, card_text
from app.services.snapshots import Snapshot
from app.services.start_cards import card_facts
from app.services.start_facts import archived, binned, in_use
from app.storage.changes import UNCHANGED, AddTodo, Change, ReplaceRows, SetAnswer
from app.storage.collaborative import Collaborative
from app.storage.workspace import Workspace

_LONGEST_NAME = 120
_NAME = "collaborative.name"


class Collaboratives:
    """Acts on whole collaboratives of the workspace."""

    def __init__(self, workspace: Workspace, new_id: NewId) -> None:
        self._workspace = workspace
        self._new_id = new_id

    def every_one(self) -> tuple[Collaborative, ...]:
        """Every collaborative, also those put away, the one changed last first."""
        return self._workspace.collaboratives()

    def all(self) -> tuple[Collaborative, ...]:
        """Every collaborative that is neither archived nor in the bin, the latest change first."""
        return in_use(self.every_one())

    def archived(self) -> tuple[Collaborative, ...]:
        """The archived collaboratives."""
        return archived(self.every_one())

    def binned(self) -> tuple[Collaborative, ...]:
        """What is in the bin, where it stays for 30 days."""
        return binned(self.every_one())

    def find(self, name_or_id: str) -> Collaborative | None:
        """The collaborative with this id or, if only one has it, this name; None if there is none.

        Raises NotFoundError where several have the name.
        """
        found = self.all()
        by_id = [each for each in found if each.id == name_or_id]
        if by_id:
            return by_id[0]
        by_name = [each for each in found if each.name.casefold() == name_or_id.casefold()]
        if len(by_name) > 1:
            ids = ", ".join(each.id for each in by_name)
            raise NotFoundError(f"{len(by_name)} collaboratives are called “{name_or_id}”; use an id: {ids}.")
        return by_name[0] if by_name else None

    def create(self, name: str) -> Collaborative:
        """Make an empty collaborative whose name is already its first answer. Raises AnswerError for a bad name."""
        name = checked_name(name)
        return self._workspace.create(name, [SetAnswer(_NAME, name)])

    def create_from(self, file: AnswersFile, name: str | None, origin: Origin) -> Collaborative:
        """Make a collaborative that holds every answer, row, note, state and to-do of an answers file.

        They are of this origin where the file tells of no other.
        """
        return self._workspace.create(checked_name(name or file.name), self._changes(file, origin))

    def create_like(self, file: AnswersFile, name: str, origin: Origin) -> Collaborative:
        """Make one from an answers file under a name of its own, which its documents take as well."""
        name = checked_name(name)
        return self.create_from(replace(file, scalars={**file.scalars, _NAME: name}), name, origin)

    def duplicate_as(self, collaborative: str, name: str) -> Collaborative:
        """Copy under a name of its own, which the documents of the copy take as well."""
        name = checked_name(name)
        return self._workspace.duplicate(collaborative, name, [SetAnswer(_NAME, name)])

    def rename(self, collaborative: str, name: str) -> None:
        """Give another name on the start page. Raises AnswerError for a bad name."""
        self._workspace.rename(collaborative, checked_name(name))

    def duplicate(self, collaborative: str, name: str) -> Collaborative:
        """Copy with every answer and to-do, under another name."""
        return self._workspace.duplicate(collaborative, checked_name(name))

    def archive(self, collaborative: str) -> None:
        """Put away what is finished; it can be brought back."""
        self._workspace.archive(collaborative)

    def bin(self, collaborative: str) -> None:
        """Put in the bin, where it stays for 30 days."""
        self._workspace.put_in_bin(collaborative)

    def restore(self, collaborative: str) -> None:
        """Bring back from the bin, or else from the archive."""
        self._workspace.restore(collaborative)

    def remove_for_good(self, collaborative: str) -> None:
        """Remove one that is in the bin, with everything in it. Raises StorageError for one that is not there."""
        self._workspace.remove_for_good(collaborative)

    def empty_bin(self) -> tuple[str, ...]:
        """Remove for good what has been in the bin for 30 days; gives the names."""
        return self._workspace.empty_bin()

    def remember_place(self, collaborative: str, place: str) -> None:
        """Keep where the user is, to open there again."""
        self._workspace.remember_place(collaborative, place)

    def last_place(self, collaborative: str) -> str:
        """Where the user was; empty if nothing was kept."""
        return self._workspace.collaborative(collaborative).last_place

    def remember_progress(self, snapshot: Snapshot) -> None:
        """Note for the start page how far a collaborative is, so that it need not be opened to tell."""
        found = self._workspace.collaborative(snapshot.collaborative)
        self._workspace.remember_progress(found.id, card_text(card_facts(snapshot)), found.revision)

    def facts(self, collaborative: Collaborative) -> CardFacts | None:
        """What was noted for the start page; None if something has changed since."""
        return None if collaborative.progress is None else card_facts_from(collaborative.progress)

    def _changes(self, file: AnswersFile, origin: Origin) -> list[Change]:
        ids = {row.id: self._new_id() for rows in file.tables.values() for row in rows}
        changes: list[Change] = [
            ReplaceRows(
                question_id,
                tuple(
                    Row(ids[row.id], _pointed(row.cells, ids), file.origin(question_id, number) or origin)
                    for number, row in enumerate(rows)
                ),
            )
            for question_id, rows in file.tables.items()
        ]
        for question_id in dict.fromkeys((*file.scalars, *file.notes, *file.states)):
            value = file.scalars.get(question_id)
            changes.append(
                SetAnswer(
                    question_id,
                    value=UNCHANGED if value is None else _pointed({"": value}, ids)[""],
                    origin=UNCHANGED if value is None else file.origin(question_id) or origin,
                    note=file.notes.get(question_id, UNCHANGED),
                    state=file.states.get(question_id, UNCHANGED),
                )
            )
        changes += [
            AddTodo(self._new_id(), todo.text, todo.person, todo.due, todo.question_id, todo.is_done)
            for todo in file.todos
        ]
        return changes


def _pointed(cells: Mapping[str, Value], ids: Mapping[str, str]) -> dict[str, Value]:
    """Cells whose pointers to rows of the file point to the rows as they are stored."""
    found: dict[str, Value] = {}
    for column, value in cells.items():
        if isinstance(value, tuple):
            found[column] = tuple(ids.get(each, each) for each in value)
        else:
            found[column] = ids.get(value, value) if isinstance(value, str) else value
    return found


def checked_name(name: str) -> str:
    """A name fit for the start page. Raises AnswerError."""
    cleaned = " ".join(clean_text(name).split())
    if not cleaned:
        raise AnswerError("Give the collaborative a name.")
    if len(cleaned) > _LONGEST_NAME:
        raise AnswerError(f"The name has {len(cleaned)} characters; use {_LONGEST_NAME} at most.")
    return cleaned
