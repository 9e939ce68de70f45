"""The workspace: one database with many collaboratives, their answers, and everything that ever changed."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine

from app.domain.answers import Answers
from app.domain.identities import NewId, random_id
from app.domain.organisations import RegisteredOrganisation
from app.domain.todos import Todo
from app.errors import StorageError, WorkspaceDamagedError
from app.storage import filing, reading, recording, reference, undoing
from app.storage.backup_files import Backup, backups_of
from app.storage.backups import back_up_for_day
from app.storage.changes import Change
from app.storage.collaborative import Collaborative
from app.storage.engine import reading as reading_connection
from app.storage.engine import writing as writing_connection
from app.storage.entries import Stamp
from app.storage.failures import told_plainly
from app.storage.location import Location, locate
from app.storage.opening import open_engine
from app.storage.present import Present, read_present
from app.storage.records import EVERY_ACT, Act, ActFilter, ActSpan, HistoryEntry, Summary
from app.storage.soundness import note_sound
from app.storage.todos import load_todos, todos_from

logger = logging.getLogger(__name__)

#: How long a collaborative stays in the bin.
KEPT_IN_BIN = timedelta(days=30)


class Workspace:
    """An open workspace. Several windows, programs and threads may have the same one open.

    Every method raises errors of storage with a sentence for the user: DiskFullError,
    WorkspaceReadOnlyError, WorkspaceDamagedError or StorageError; NotFoundError for an id that no
    collaborative has. A method that writes has saved everything when it returns, and nothing if it raises.
    """

    def __init__(
        self,
        engine: Engine,
        location: Location,
        clock: Callable[[], datetime],
        author: str,
        new_id: NewId,
    ) -> None:
        self.author = author
        """Who acts from here on; may be changed at any time."""
        self.backup_failure: StorageError | None = None
        """Why the backup of today could not be made, to be shown to the user; None if all is well."""
        self._engine = engine
        self._location = location
        self._clock = clock
        self._new_id = new_id
        self._backed_up_on: date | None = None
        # Every act is followed by a reading of all answers, of which it has changed a few.
        self._answers_read: reading.AnswersRead | None = None

    @staticmethod
    def open(
        url_or_path: str | Path,
        *,
        backups: Path,
        clock: Callable[[], datetime],
        author: str,
        new_id: NewId = random_id,
    ) -> "Workspace":
        """Open a workspace file or a database by its address; a file that is missing is made.

        `backups` is the folder for copies of a file; it is made when the first is. `clock` gives moments
        with a time zone. Raises WorkspaceForeignError, WorkspaceNewerError, WorkspaceDamagedError,
        WorkspaceReadOnlyError, DiskFullError or StorageError, and leaves what it refuses untouched.
        """
        location = locate(url_or_path, backups.expanduser().absolute())
        engine = open_engine(location, clock().date())
        return Workspace(engine, location, clock, author, new_id)

    def close(self) -> None:
        """Let go of the database. Closing twice is the same as closing once."""
        self._engine.dispose()
        note_sound(self._location)

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def shown_location(self) -> str:
        """The file or address of the workspace as a user may see it, without a password."""
        return self._location.shown

    @property
    def backups_folder(self) -> Path | None:
        """The folder for copies of the workspace file; None for a workspace that is no file."""
        return self._location.backups if self._location.file is not None else None

    # Reading

    def collaboratives(self) -> tuple[Collaborative, ...]:
        """Every collaborative, with those in the archive and the bin, the one changed last first."""
        with self._reading() as connection:
            return reading.read_collaboratives(connection)

    def collaborative(self, collaborative_id: str) -> Collaborative:
        """One collaborative without its answers."""
        with self._reading() as connection:
            return reading.read_collaborative(connection, collaborative_id)

    def answers(self, collaborative_id: str) -> Answers:
        """The present answers of a collaborative."""
        with self._reading() as connection:
            read = reading.read_answers(connection, collaborative_id, self._answers_read)
        self._answers_read = read
        return read.answers

    def present(self, collaborative_id: str) -> Present:
        """All that a screen shows of a collaborative as it is now, of one moment."""
        with self._reading() as connection:
            present = read_present(connection, collaborative_id, self._answers_read)
        self._answers_read = present.read
        return present

    def todos(self, collaborative_id: str) -> tuple[Todo, ...]:
        """The present to-dos of a collaborative, done ones too, what is needed first at the front."""
        with self._reading() as connection:
            return todos_from(load_todos(connection, collaborative_id))

    def todos_at(self, collaborative_id: str, moment: datetime) -> tuple[Todo, ...]:
        """The to-dos as they were at a moment with a time zone."""
        with self._reading() as connection:
            act_id = reading.last_act_until(connection, collaborative_id, moment)
            return reading.read_todos_at(connection, collaborative_id, act_id)

    def answers_at(self, collaborative_id: str, moment: datetime, questions: Collection[str] | None = None) -> Answers:
        """The answers, or those to some questions, as they were at a moment with a time zone.

        There are none before the collaborative was made.
        """
        with self._reading() as connection:
            act_id = reading.last_act_until(connection, collaborative_id, moment)
            return reading.read_answers_at(connection, collaborative_id, act_id, questions)

    def history(
        self,
        collaborative_id: str,
        question_id: str | None = None,
        *,
        limit: int = 100,
        before_act: int | None = None,
        after_act: int = 0,
        wanted: ActFilter = EVERY_ACT,
    ) -> tuple[HistoryEntry, ...]:
        """Acts and what they changed, latest first; of one question if given; those between two others, or all."""
        with self._reading() as connection:
            span = ActSpan(before_act, after_act, limit)
            return reading.read_history(connection, collaborative_id, question_id, span, wanted)

    def authors(self, collaborative_id: str) -> tuple[str, ...]:
        """Everyone who ever acted in a collaborative."""
        with self._reading() as connection:
            return reading.read_authors(connection, collaborative_id)

    def undoable(self, collaborative_id: str) -> Act | None:
        """What `undo` would undo; None if nothing."""
        with self._reading() as connection:
            return undoing.undoable(connection, collaborative_id)

    def redoable(self, collaborative_id: str) -> Act | None:
        """What `redo` would redo; None if nothing."""
        with self._reading() as connection:
            return undoing.redoable(connection, collaborative_id)

    def token(self) -> str:
        """A mark of the present state: another one after anyone, also this program, changed a collaborative."""
        with self._reading() as connection:
            return reading.read_token(connection)

    # Answers

    def record(self, collaborative_id: str, changes: Sequence[Change], summary: Summary) -> Act | None:
        """Save changes as one act, all or none; None if everything was so already.

        Raises ChangedElsewhereError if an entry has not the revision that a change expects.
        """
        with self._writing() as connection:
            return recording.record(connection, collaborative_id, changes, self._stamp(), summary)

    def undo(self, collaborative_id: str) -> Act | None:
        """Take back the latest act that stands, whoever made it; None if there is none."""
        with self._writing() as connection:
            return undoing.undo(connection, collaborative_id, self._stamp())

    def redo(self, collaborative_id: str) -> Act | None:
        """Do again what was undone last; None if there is nothing, or something new was done since."""
        with self._writing() as connection:
            return undoing.redo(connection, collaborative_id, self._stamp())

    def bring_back(self, collaborative_id: str, moment: datetime, summary: str) -> Act | None:
        """Make all answers what they were at a moment, as one act that can be undone; to-dos stay as they are."""
        with self._writing() as connection:
            return undoing.bring_back(connection, collaborative_id, moment, self._stamp(summary))

    # Collaboratives

    def create(
        self, name: str, changes: Sequence[Change] = (), *, summary: str = "Collaborative created"
    ) -> Collaborative:
        """Make a collaborative, with the answers it begins with, all or nothing."""
        with self._writing() as connection:
            return filing.create(connection, self._new_id(), name, changes, self._stamp(summary))

    def duplicate(
        self,
        collaborative_id: str,
        name: str,
        changes: Sequence[Change] = (),
        *,
        summary: str = "Collaborative copied",
    ) -> Collaborative:
        """Make a copy under a name, with all answers and to-dos, changed as given, and without the history."""
        with self._writing() as connection:
            new_id, stamp = self._new_id(), self._stamp(summary)
            return filing.duplicate(connection, collaborative_id, new_id, name, stamp, changes=changes)

    def rename(self, collaborative_id: str, name: str, *, summary: str = "Collaborative renamed") -> Collaborative:
        """Give a collaborative another name; can be undone."""
        with self._writing() as connection:
            return filing.rename(connection, collaborative_id, name, self._stamp(summary))

    def archive(self, collaborative_id: str, *, summary: str = "Put in the archive") -> Collaborative:
        """Put a collaborative in the archive."""
        with self._writing() as connection:
            return filing.archive(connection, collaborative_id, self._stamp(summary))

    def put_in_bin(self, collaborative_id: str, *, summary: str = "Put in the bin") -> Collaborative:
        """Put a collaborative in the bin; nothing of it is lost yet."""
        with self._writing() as connection:
            return filing.put_in_bin(connection, collaborative_id, self._stamp(summary))

    def restore(self, collaborative_id: str, *, summary: str = "Taken out again") -> Collaborative:
        """Take a collaborative out of the bin, or else out of the archive."""
        with self._writing() as connection:
            return filing.take_out(connection, collaborative_id, self._stamp(summary))

    def remove_for_good(self, collaborative_id: str) -> None:
        """Remove what is in the bin, with its history. Raises StorageError for what is not there."""
        with self._writing() as connection:
            filing.remove_for_good(connection, collaborative_id)

    def empty_bin(self, kept_for: timedelta = KEPT_IN_BIN) -> tuple[str, ...]:
        """Remove for good what has been in the bin for so long or longer; gives the names."""
        with self._writing() as connection:
            return filing.empty_bin(connection, kept_for, self._stamp())

    def remember_place(self, collaborative_id: str, place: str) -> None:
        """Note where the user is in a collaborative, to begin there next time."""
        with self._writing() as connection:
            filing.remember_place(connection, collaborative_id, place)

    def remember_progress(self, collaborative_id: str, progress: str, revision: int) -> None:
        """Note for the start page how far a collaborative was at a revision; forgotten at the next act."""
        with self._writing() as connection:
            filing.remember_progress(connection, collaborative_id, progress, revision)

    # Settings and the register

    def settings(self) -> dict[str, str]:
        """Every setting by its key."""
        with self._reading() as connection:
            return reference.read_settings(connection)

    def set_setting(self, key: str, value: str | None) -> None:
        """Keep a setting; None takes it away."""
        with self._writing() as connection:
            reference.write_setting(connection, key, value)

    def organisations(self) -> tuple[RegisteredOrganisation, ...]:
        """The imported register by name; empty if none was imported."""
        with self._reading() as connection:
            return reference.read_organisations(connection)

    def organisations_imported_on(self) -> date | None:
        """The day of the import; None if there was none."""
        with self._reading() as connection:
            return reference.read_import_day(connection)

    def replace_organisations(self, register: Iterable[RegisteredOrganisation], imported_on: date) -> None:
        """Put a register in the place of the one imported before."""
        with self._writing() as connection:
            reference.replace_organisations(connection, register, imported_on)

    # Backups

    def backups(self) -> tuple[Backup, ...]:
        """Every backup of this workspace, newest first."""
        return backups_of(self._location)

    def back_up_today(self) -> None:
        """Make the backup of today unless there is one. The first act of a day does so by itself.

        Raises WorkspaceDamagedError if the copy is not sound; any other reason goes to `backup_failure`, as
        it must not keep anyone from their answers.
        """
        today = self._clock().date()
        file = self._location.file
        if file is None or self._backed_up_on == today or not self.collaboratives():
            return
        try:
            back_up_for_day(self._location, file, today)
            self.backup_failure = None
        except WorkspaceDamagedError:
            raise
        except StorageError as failure:
            logger.warning("The backup of today could not be made: %s", type(failure).__name__)
            self.backup_failure = StorageError(
                f"The backup of today could not be made in {self._location.backups}. Your answers are saved"
                " all the same. Check that there is room on the disk and that the folder may be changed."
            )
            self.backup_failure.__cause__ = failure
        self._backed_up_on = today

    def _stamp(self, summary: str = "") -> Stamp:
        return Stamp(self._clock(), self.author, summary)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told_plainly(self._location), reading_connection(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self.back_up_today()
        with told_plainly(self._location), writing_connection(self._engine) as connection:
            yield connection
