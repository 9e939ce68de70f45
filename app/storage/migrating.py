"""Brings a database to the form of the tables that this version of the app uses."""

from typing import Any

from sqlalchemy import Connection, text

from app.errors import StorageError
from app.storage.tables import REVISIONS
from app.storage.triggers import create_triggers, remove_triggers


def stored_revision(connection: Connection) -> str | None:
    """The form that the tables have; None for a database without a table of ours."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(connection: Connection) -> None:
    """Take every step that is missing, inside the transaction of the connection.

    The connection must not enforce references: SQLite replaces a table that is rebuilt, and would remove the
    rows that refer to it. They are checked afterwards; StorageError, and nothing changed, if one is broken.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        remove_triggers(connection)
    _run_steps(connection)
    if is_sqlite:
        create_triggers(connection)
        # The header tells the form even to a version of SQLite that cannot read the tables.
        connection.exec_driver_sql(f"PRAGMA user_version = {len(REVISIONS)}")
        _check_references(connection)


def _run_steps(connection: Connection) -> None:
    # Alembic is needed once in the life of a workspace, not each time one is opened.
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationStep
    from alembic.script import Script
    from alembic.script.revision import RevisionMap

    # The steps are imported like any other module, so that a frozen app contains them.
    from app.storage.migrations import revision_1, revision_2

    scripts = [Script(module, module.revision, str(module.__file__)) for module in (revision_1, revision_2)]
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
