"""Triggers that keep the change log append-only, whatever writes to the file."""

from sqlalchemy import Connection

#: Part of the log goes only with the whole collaborative, whose own row is removed first.
TRIGGERS = {
    "acts_are_never_altered": (
        "BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END"
    ),
    "acts_are_never_removed": (
        "BEFORE DELETE ON acts WHEN EXISTS (SELECT 1 FROM collaboratives WHERE id = OLD.collaborative_id)"
        " BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END"
    ),
    "changes_are_never_altered": (
        "BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END"
    ),
    "changes_are_never_removed": (
        "BEFORE DELETE ON changes WHEN EXISTS (SELECT 1 FROM acts WHERE id = OLD.act_id)"
        " BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END"
    ),
}


def remove_triggers(connection: Connection) -> None:
    """Take the triggers away while tables are rebuilt, which would lose or break them. SQLite only."""
    for name in TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")


def create_triggers(connection: Connection) -> None:
    """Put the triggers in place. SQLite only; other databases rely on the app alone."""
    for name, body in TRIGGERS.items():
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")
