"""Workspaces of earlier versions open today, with every row, after a backup; today's form is one form."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, Engine

from app.domain.answers import Origin, State
from app.domain.values import Duration, Organisation, Unit
from app.errors import StorageError
from app.storage.changes import AddTodo, SetAnswer
from app.storage.engine import build_engine, writing
from app.storage.form import REVISIONS
from app.storage.migrating import STEPS
from app.storage.records import ActKind
from app.storage.tables import metadata
from app.storage.triggers import TRIGGERS, create_triggers
from app.storage.workspace import Workspace
from tests.storage.conftest import Clock, OpenWorkspace

FIRST_FORM = Path(__file__).with_name("first_form.sql")
SECOND_FORM = Path(__file__).with_name("second_form.sql")
#: What parts one column or rule of a table from the next.
_PARTS = re.compile(r"\n|, (?=\w+ [A-Z])")
TABLES = ("collaboratives", "answers", "table_rows", "acts", "changes", "settings")


@pytest.fixture
def first_form(file: Path) -> Path:
    """A workspace file as the first version of the tables left it."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(FIRST_FORM.read_text(encoding="utf-8"))
    return file


@pytest.fixture
def second_form(file: Path) -> Path:
    """A workspace file as the second version of the tables left it."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(SECOND_FORM.read_text(encoding="utf-8"))
    return file


def _rows(file: Path) -> dict[str, list[dict[str, object]]]:
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")] for table in TABLES
        }


def _triggers(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return {name for (name,) in found}


def _parts(rows: list[dict[str, object]], names: Iterator[str]) -> list[dict[str, object]]:
    kept = set(names)
    return [{name: part for name, part in row.items() if name in kept} for row in rows]


def test_a_workspace_of_the_first_form_is_read_with_all_its_answers(
    first_form: Path, open_workspace: OpenWorkspace
) -> None:
    workspace = open_workspace()
    north, south = sorted(workspace.collaboratives(), key=lambda one: one.id)
    assert (north.name, south.name) == ("Northern Alliance", "Southern Alliance")
    assert south.deleted_at == datetime(2026, 3, 2, 9, 19, tzinfo=UTC)
    answers = workspace.answers("northern")
    quorum, notice = answers.answer("decisions.quorum-share"), answers.answer("exit.notice")
    assert quorum is not None
    assert notice is not None
    assert (quorum.value, quorum.origin) == (Decimal("66.7"), Origin.SUGGESTION)
    assert (notice.value, notice.state) == (Duration(6, Unit.MONTHS), State.AGREED)
    assert notice.note == "Agreed at the second workshop – Llŷr to confirm"
    assert [row.organisation("organisation") for row in answers.rows("members.members")] == [
        Organisation("Airedale NHS Foundation Trust", "RCF"),
        Organisation("Leeds Teaching Hospitals NHS Trust", "RR8"),
    ]


def test_a_workspace_of_the_second_form_is_read_and_takes_to_dos(
    second_form: Path, open_workspace: OpenWorkspace, clock: Clock
) -> None:
    clock.pass_days(300)
    before = _rows(second_form)
    workspace = open_workspace()
    assert [one.name for one in workspace.collaboratives()] == ["Western Alliance", "Eastern Partnership"]
    notice = workspace.answers("eastern").answer("exit.notice")
    assert notice is not None
    assert (notice.value, notice.state) == (Duration(6, Unit.MONTHS), State.AGREED)
    assert workspace.settings() == {"screen.text-percent": "125"}
    assert [one.code for one in workspace.organisations()] == ["RX1"]
    assert (workspace.todos("eastern"), len(workspace.history("eastern"))) == ((), 6)
    workspace.record("eastern", [AddTodo("t1", "Ask Llŷr", question_id="exit.notice")], "Add a to-do")
    undone = workspace.undo("eastern")
    assert undone is not None
    assert workspace.todos("eastern") == ()
    undone = workspace.undo("eastern")
    assert undone is not None
    assert undone.summary == "Collaborative renamed"
    assert workspace.collaborative("eastern").name == "Eastern Alliance"
    workspace.close()
    after = _rows(second_form)
    for table in ("answers", "table_rows", "settings"):
        assert _parts(after[table], iter(before[table][0])) == before[table]
    log = _parts(after["changes"], iter(before["changes"][0]))
    assert log[: len(before["changes"])] == before["changes"]


def test_a_copy_of_the_second_form_is_made_first_and_opens_again(
    second_form: Path, open_workspace: OpenWorkspace, tmp_path: Path
) -> None:
    before = _rows(second_form)
    [backup] = open_workspace().backups()
    assert _rows(backup.path) == before
    again = tmp_path / "again.sqlite3"
    again.write_bytes(backup.path.read_bytes())
    with Workspace.open(
        again, backups=tmp_path / "b", clock=lambda: datetime(2026, 11, 3, tzinfo=UTC), author="Ann Lee"
    ) as restored:
        assert restored.answers("eastern").value("collaborative.name") == "Eastern Alliance"


def test_undo_and_history_go_on_where_the_first_form_left_them(
    first_form: Path, open_workspace: OpenWorkspace, clock: Clock
) -> None:
    clock.pass_days(1)
    workspace = open_workspace()
    assert len(workspace.history("northern")) == 6
    redo = workspace.redo("northern")
    assert redo is not None
    assert (redo.kind, redo.summary) == (ActKind.REDO, "Leeds first")
    assert [row.id for row in workspace.answers("northern").rows("members.members")] == ["row-b", "row-a"]
    past = workspace.answers_at("northern", datetime(2026, 3, 2, 9, 6, tzinfo=UTC))
    assert set(past.answers) == {"collaborative.name", "decisions.quorum-share"}


def test_no_row_is_lost_or_altered_when_tables_are_rebuilt(first_form: Path, open_workspace: OpenWorkspace) -> None:
    before = _rows(first_form)
    open_workspace().close()
    after = _rows(first_form)
    for table in TABLES:
        assert before[table], table
        assert _parts(after[table], iter(before[table][0])) == before[table]
    with closing(sqlite3.connect(first_form)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(REVISIONS[-1],)]


def test_triggers_and_references_still_hold_after_tables_were_rebuilt(
    first_form: Path, open_workspace: OpenWorkspace, clock: Clock
) -> None:
    with open_workspace() as workspace:
        assert workspace.empty_bin() == ()
        clock.pass_days(31)
        assert workspace.empty_bin() == ("Southern Alliance",)
    assert _triggers(first_form) == set(TRIGGERS)
    with closing(sqlite3.connect(first_form)) as connection:
        assert connection.execute("SELECT count(*) FROM changes WHERE collaborative_id = 'southern'").fetchone() == (0,)
        with pytest.raises(sqlite3.IntegrityError, match="only added to"):
            connection.execute("DELETE FROM changes")
        with pytest.raises(sqlite3.IntegrityError, match="kind_is_known"):
            connection.execute("INSERT INTO acts VALUES (99, 'northern', '', '', 'forget', NULL, '')")
        with pytest.raises(sqlite3.IntegrityError, match="name_is_given"):
            connection.execute("UPDATE collaboratives SET name = ''")


def test_a_new_act_never_has_the_id_of_an_old_one(first_form: Path, open_workspace: OpenWorkspace) -> None:
    act = open_workspace().record("northern", [SetAnswer("a.b", 1)], "Act")
    assert act is not None
    assert act.id == 10


def test_a_copy_is_made_before_anything_is_changed(
    first_form: Path, open_workspace: OpenWorkspace, tmp_path: Path
) -> None:
    before = _rows(first_form)
    workspace = open_workspace()
    [backup] = workspace.backups()
    assert (backup.is_daily, backup.day) == (False, date(2026, 3, 2))
    assert _rows(backup.path) == before
    again = tmp_path / "again.sqlite3"
    again.write_bytes(backup.path.read_bytes())
    with Workspace.open(
        again, backups=tmp_path / "b", clock=lambda: datetime(2026, 3, 3, tzinfo=UTC), author="Ann Lee"
    ) as restored:
        assert restored.answers("northern").value("collaborative.name") == "Northern Alliance"


def test_without_a_copy_nothing_is_migrated(first_form: Path, open_workspace: OpenWorkspace, backups: Path) -> None:
    backups.write_text("A file where the folder should be", encoding="utf-8")
    before = first_form.read_bytes()
    with pytest.raises(StorageError):
        open_workspace()
    assert first_form.read_bytes() == before


def test_a_workspace_with_an_entry_that_belongs_to_nothing_stays_in_its_form(
    first_form: Path, open_workspace: OpenWorkspace
) -> None:
    with closing(sqlite3.connect(first_form)) as connection, connection:
        connection.execute("INSERT INTO answers VALUES ('lost', 'a.b', NULL, 'open', 'typed', '', '', '', 1)")
    before = _rows(first_form)
    with pytest.raises(StorageError, match="1 of its entries belong"):
        open_workspace()
    assert _rows(first_form) == before
    assert _triggers(first_form) == set(TRIGGERS)


def test_a_workspace_is_migrated_once_when_two_windows_open_it(first_form: Path, open_workspace: OpenWorkspace) -> None:
    first, second = open_workspace(), open_workspace()
    assert len(first.backups()) == 1
    first.record("northern", [SetAnswer("a.b", 1)], "Act")
    assert second.answers("northern").value("a.b") == 1


def test_the_steps_lead_to_the_tables_that_the_app_uses(
    workspace: Workspace, older_elsewhere: tuple[Workspace, ...], tmp_path: Path
) -> None:
    described = build_engine(URL.create("sqlite", database=str(tmp_path / "described.sqlite3")))
    with writing(described) as connection:
        metadata.create_all(connection)
        create_triggers(connection)
    expected = _schema(described)
    described.dispose()
    for opened in (workspace, *older_elsewhere):
        with opened._engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        found = _schema(opened._engine)
        assert found.pop("alembic_version")
        assert found == expected


def test_every_form_is_in_the_list_and_was_taken_in_order() -> None:
    assert tuple(step.revision for step in STEPS) == REVISIONS
    assert [step.down_revision for step in STEPS] == [None, *REVISIONS[:-1]]


@pytest.fixture
def older_elsewhere(tmp_path: Path, clock: Clock) -> Iterator[tuple[Workspace, ...]]:
    """A workspace that began in each of the earlier forms."""
    with ExitStack() as opened:
        workspaces = []
        for form in (FIRST_FORM, SECOND_FORM):
            file = tmp_path / f"{form.stem}.sqlite3"
            with closing(sqlite3.connect(file)) as connection:
                connection.executescript(form.read_text(encoding="utf-8"))
            workspace = Workspace.open(file, backups=tmp_path / form.stem, clock=clock, author="Ann Lee")
            workspaces.append(opened.enter_context(workspace))
        yield tuple(workspaces)


def _schema(engine: Engine) -> dict[str, list[str]]:
    """The parts of each table, index and trigger, whatever their order, their quotation marks and their brackets."""
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {
            # SQLite puts a column that came later behind the last one, on the same line.
            name: sorted(filter(None, (part.strip(" \t,)") for part in _PARTS.split(str(sql).replace('"', "")))))
            for name, sql in found
        }
