"""Brings a database to the form of the tables that this version of the app uses."""

from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.runtime.migration import MigrationStep
from alembic.script import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import Connection

from app.errors import StorageError
from app.storage.form import REVISIONS
from app.storage.migrations import revision_1, revision_2, revision_3
from app.storage.triggers import create_triggers, remove_triggers

#: Imported like any other module, so that a frozen app contains them.
STEPS = (revision_1, revision_2, revision_3)


def migrate(connection: Connection) -> None:
    """Take every step that is missing, inside the transaction of the connection.

    The connection must not enforce references: SQLite replaces a table that is rebuilt, and would remove the
    rows that refer to it. They are checked afterwards; StorageError, and nothing changed, if one is broken.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        remove_triggers(connection)
    _take_steps(connection)
    if is_sqlite:
        create_triggers(connection)
        # The header tells the form even to a version of SQLite that cannot read the tables.
        connection.exec_driver_sql(f"PRAGMA user_version = {len(REVISIONS)}")
        _check_references(connection)


def _take_steps(connection: Connection) -> None:
    scripts = [Script(step, step.revision, str(step.__file__)) for step in STEPS]
    known = RevisionMap(lambda: scripts)

    def missing(heads: tuple[str, ...], _context: MigrationContext) -> list[Any]:
        steps = [*known.iterate_revisions("head", heads or "base", implicit_base=True)][::-1]
        return [MigrationStep.upgrade_from_script(known, step) for step in steps if isinstance(step, Script)]

    context = MigrationContext.configure(connection, opts={"fn": missing})
    with Operations.context(context):
        context.run_migrations()


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise StorageError(
            f"The workspace was not brought to the form of this version, because {len(broken)} of its"
            " entries belong to nothing. It was left as it is; go on with the earlier version of Fiveways."
        )
