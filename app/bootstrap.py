"""Builds everything once and passes it down: places, log, content, workspace, services, then screen or command line."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from app import cli
from app.content.library import load_content
from app.errors import FivewaysError
from app.logs import writing_log
from app.paths import Places, find_places, shipped_folder
from app.services.content_report import report_on_content
from app.services.services import Services, build_services
from app.storage.workspace import Workspace
from app.ui.display import check_display

#: Commands that read and draft, but keep nothing, and so need no workspace of the user's.
_WITHOUT_WORKSPACE = frozenset({"examples", "schema"})


def main(arguments: list[str]) -> int:
    """Run the app or one command, and give back the exit status: 0 done, 1 findings or problems, 2 wrong use."""
    chosen = cli.read_arguments(arguments)
    places = find_places(os.environ)
    if chosen.command == "content":
        return _report()
    try:
        with writing_log(places.logs):
            if chosen.command is None:
                return _open_window(chosen, places)
            with opened_services(places, chosen.database, is_kept=chosen.command not in _WITHOUT_WORKSPACE) as services:
                return cli.run(chosen, services, sys.stdout, sys.stderr)
    except FivewaysError as error:
        return cli.tell(str(error), sys.stderr)


@contextmanager
def opened_services(places: Places, database: str | None, *, is_kept: bool = True) -> Iterator[Services]:
    """The services over the user's workspace, or over an empty one in memory that nothing is kept in.

    Raises ContentError and StorageError.
    """
    content = load_content(shipped_folder())
    wanted = (database or places.database_url or places.workspace) if is_kept else "sqlite://"
    workspace = Workspace.open(wanted, backups=places.backups, clock=_now, author=_author())
    with workspace:
        yield build_services(content, workspace, date.today)


def _open_window(chosen: argparse.Namespace, places: Places) -> int:
    check_display(os.environ)
    # Qt is loaded after the database and only where a window is wanted: together they start slower.
    from app.ui.opening import open_window

    return open_window(lambda: opened_services(places, chosen.database), places.resources / "icons", _local_now)


def _report() -> int:
    lines, is_sound = report_on_content(shipped_folder())
    return cli.show_report(lines, sys.stdout, is_sound=is_sound)


def _now() -> datetime:
    return datetime.now(UTC)


def _local_now() -> datetime:
    return datetime.now().astimezone()


def _author() -> str:
    """The name that the system knows the user by, for the change log."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "Someone"
