"""Opens a workspace: makes it if it is missing, refuses what is not one, brings an older one up to date."""

import logging
import os
import secrets
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, false, text, update

from app.storage.backups import back_up_for_migration
from app.storage.engine import build_engine, reading, writing
from app.storage.failures import told_plainly
from app.storage.form import APPLICATION_ID, REVISIONS
from app.storage.inspecting import foreign, inspect_file, newer
from app.storage.location import Location
from app.storage.tables import metadata, settings

logger = logging.getLogger(__name__)


def open_engine(location: Location, today: date) -> Engine:
    """An engine on a workspace that exists, is sound, has today's form and may be written to.

    Raises WorkspaceForeignError, WorkspaceNewerError, WorkspaceDamagedError, WorkspaceReadOnlyError,
    DiskFullError or StorageError; whatever was there is then as it was.
    """
    with told_plainly(location):
        if location.file is not None:
            _prepare_file(location, location.file, today)
        engine = build_engine(location.url)
        with ExitStack() as unless_opened:
            unless_opened.callback(engine.dispose)
            if location.file is None:
                _prepare_server(location, engine)
            with writing(engine) as connection:
                # Better to hear now than after the first answer that nothing can be written. This writes
                # nothing; but without a statement, SQLite begins to write even where it may not.
                connection.execute(update(settings).where(false()).values(value=""))
            unless_opened.pop_all()
        return engine


def _prepare_file(location: Location, file: Path, today: date) -> None:
    if not file.exists():
        _create_file(file)
    revision = inspect_file(location, file)
    if revision != REVISIONS[-1]:
        back_up_for_migration(location, file, today, REVISIONS[-1])
        _migrate_file(location.url)
        logger.info("The workspace was brought from the form %s to %s.", revision, REVISIONS[-1])


def _create_file(file: Path) -> None:
    """Make an empty workspace under another name and move it into place, unless another program was first."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.new-{secrets.token_hex(4)}")
    try:
        _migrate_file(URL.create("sqlite", database=str(unfinished)))
        for ending in ("-wal", "-shm"):
            # The log of a file that is gone would be taken for the log of the new one.
            stray = file.with_name(file.name + ending)
            if stray.exists() and not file.exists():
                stray.rename(file.with_name(f"{file.name} left over{ending} {secrets.token_hex(4)}"))
        _move_into_place(unfinished, file)
    finally:
        for ending in ("", "-wal", "-shm"):
            unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)
    logger.info("A workspace was made.")


def _move_into_place(unfinished: Path, file: Path) -> None:
    try:
        os.link(unfinished, file)
    except FileExistsError:
        return
    except OSError:
        # Memory sticks know no links; there, two programs starting at once are not a worry.
        if not file.exists():
            unfinished.rename(file)


def _migrate_file(url: URL) -> None:
    engine = build_engine(url, enforce_references=False)
    try:
        with writing(engine) as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            _migrate(connection)
    finally:
        engine.dispose()


def _prepare_server(location: Location, engine: Engine) -> None:
    """The same care for a database without a file: its own tables tell whose it is."""
    with reading(engine) as connection:
        revision = _stored_revision(connection)
        if revision is None and _holds_our_names(connection):
            raise foreign(location)
    if revision is not None and revision not in REVISIONS:
        raise newer(location) if revision.startswith("fiveways_") else foreign(location)
    if revision != REVISIONS[-1]:
        with writing(engine) as connection:
            _migrate(connection)


def _migrate(connection: Connection) -> None:
    # Alembic takes a while to load, and is needed only when a workspace is made or altered.
    from app.storage.migrating import migrate

    migrate(connection)


def _stored_revision(connection: Connection) -> str | None:
    """The form that the tables have; None for a database without a table of ours."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _holds_our_names(connection: Connection) -> bool:
    return any(connection.dialect.has_table(connection, name) for name in metadata.tables)
