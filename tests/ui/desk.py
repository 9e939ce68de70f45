"""A session on real content and a real workspace on disk, for tests of pages and panels."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from app.domain.answers import Origin
from app.services.services import build_services
from app.services.snapshots import Snapshot
from app.storage.workspace import Workspace
from app.ui.session import ProjectSession
from tests.empty_workspace import lay_empty_workspace
from tests.shipped import shipped_content

TODAY = date(2026, 8, 6)
NOW = datetime(2026, 8, 6, 9, 30, tzinfo=UTC)
MEMORANDUM = "memorandum-of-understanding"
FOR_EACH_MEMBER = "terms-of-reference-committee"
_AN_HOUR = 3_600_000


@contextmanager
def open_session(folder: Path, example: str | None = "west-yorkshire-acute") -> Iterator[ProjectSession]:
    """A session with an example open, or with an empty collaborative."""
    backups, file = folder / "backups", lay_empty_workspace(folder / "workspace.sqlite3")
    with Workspace.open(file, backups=backups, clock=lambda: NOW, author="Ada") as workspace:
        services = build_services(shipped_content(), workspace, lambda: TODAY)
        if example is None:
            made = services.collaboratives.create("An empty one")
        else:
            made = services.collaboratives.create_from(services.files.example(example), None, Origin.EXAMPLE)
        # A look at what other copies did comes when a test asks for it, and not by the clock in the middle of another.
        session = ProjectSession(services, lambda: NOW, look_every=_AN_HOUR)
        assert session.open(made.id)
        yield session
        session.close()


@contextmanager
def borrowed(session: ProjectSession) -> Iterator[ProjectSession]:
    """The session for one test, which finds and leaves it as it was: drafts and pages need not be made again."""
    before = session.snapshot
    yield session
    if session.snapshot.collaborative != before.collaborative:
        assert session.open(before.collaborative)
    while session.snapshot.undo and _told(session.snapshot) != _told(before):
        session.undo()
    assert _told(session.snapshot) == _told(before), "the next test would find something else"


def _told(snapshot: Snapshot) -> tuple[object, ...]:
    """All that the user has told, but not when and in which act: to undo is an act as well."""
    answers = snapshot.answers
    given = {each: (it.value, it.state, it.origin, it.note) for each, it in answers.answers.items()}
    rows = {table: [(row.id, row.cells, row.origin) for row in rows] for table, rows in answers.tables.items() if rows}
    todos = [(it.id, it.text, it.person, it.due, it.question_id, it.is_done) for it in snapshot.todos]
    return given, rows, todos, snapshot.undo
