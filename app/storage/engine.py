"""Connections to the workspace database, and the two ways to use one: to read, or to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from app.errors import StorageError

#: How long a writer waits, in seconds, while another window or program is writing.
PATIENCE = 10


def build_engine(url: URL, *, enforce_references: bool = True) -> Engine:
    """An engine for any database; SQLite is set up to lose nothing when the power fails.

    `enforce_references` is off only while tables are rebuilt, when SQLite would otherwise remove the rows
    that refer to a table as it is replaced. Raises StorageError when the driver is missing.
    """
    options: dict[str, Any] = {}
    if url.get_backend_name() == "sqlite":
        options["connect_args"] = {} if "timeout" in url.query else {"timeout": PATIENCE}
        if url.database in (None, "", ":memory:"):
            options["poolclass"] = StaticPool
            options["connect_args"]["check_same_thread"] = False
    try:
        # An error message that quotes the parameters would quote what a user answered.
        engine = create_engine(url, hide_parameters=True, **options)
    except ValueError as error:
        raise StorageError(
            "The options in the address of the workspace cannot be read. Leave out what follows its question mark."
        ) from error
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise StorageError(
            f"There is no driver here for databases of the kind {url.drivername}. Install one, or use a file."
        ) from error
    if engine.dialect.name == "sqlite":
        _set_up_sqlite(engine, enforce_references)
    return engine


def _set_up_sqlite(engine: Engine, enforce_references: bool) -> None:
    def connected(connection: Any, _record: object) -> None:
        # Python's driver would begin transactions late and on its own; "begun" below does it instead.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if enforce_references else 'OFF'}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    def begun(connection: Connection) -> None:
        # A writer takes its turn at once: two that first read and then write would refuse each other.
        is_writing = connection.get_execution_options().get("is_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one moment of the database throughout the block."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that is the only one to write; all of the block is saved at its end, or nothing."""
    with engine.connect().execution_options(is_writing=True) as connection, connection.begin():
        yield connection
