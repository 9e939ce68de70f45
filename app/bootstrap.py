"""Builds everything once and passes it down: places, log, content, workspace, services, then screen or command line."""

import argparse
import getpass
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path

from app import cli
from app.content.catalogue import Content
from app.content.library import load_content
from app.errors import FivewaysError
from app.logs import describe_failure, writing_log
from app.paths import Places, find_places, shipped_folder
from app.services.content_report import report_on_content, what_can_be_asked
from app.services.services import Services, build_services
from app.storage.workspace import Workspace
from app.ui.display import check_display

logger = logging.getLogger(__name__)


Load = Callable[[Path], Content]


def main(arguments: list[str], load: Load = load_content) -> int:
    """Run the app or one command, and give back the exit status: 0 done, 1 findings or problems, 2 wrong use.

    `load` gives the content below the folder that ships; it is called once.
    """
    chosen = cli.read_arguments(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        # A name may hold letters that the terminal has not; a mark in their place is better than no list at all.
        sys.stdout.reconfigure(errors="replace")
    try:
        return _run(chosen, find_places(os.environ), load)
    except FivewaysError as error:
        return cli.tell(str(error), sys.stderr)
    except BrokenPipeError:
        # Whoever reads the output has seen enough, as `head` has.
        _let_output_go()
        return cli.PROBLEMS


@contextmanager
def opened_services(
    places: Places, database: str | None, load: Load = load_content, *, is_kept: bool = True
) -> Iterator[Services]:
    """The services over the user's workspace, or over an empty one in memory that nothing is kept in.

    Raises ContentError and StorageError.
    """
    content = load(shipped_folder())
    wanted = (database or places.database_url or places.workspace) if is_kept else "sqlite://"
    workspace = Workspace.open(wanted, backups=places.backups, clock=_now, author=_author())
    with workspace:
        yield build_services(content, workspace, date.today)


def _run(chosen: argparse.Namespace, places: Places, load: Load) -> int:
    with writing_log(places.logs) as log:
        try:
            return _carry_out(chosen, places, load)
        except (FivewaysError, BrokenPipeError):
            raise
        except Exception as error:  # the outermost door of the command line: nobody else is left to tell the user
            logger.exception("Unexpected error")
            if isinstance(error, OSError):
                _let_output_go()
            details = f"The file {log} tells where it arose." if log else describe_failure(error)
            return cli.tell(f"Something unexpected happened. What was saved is safe. {details}", sys.stderr)


def _carry_out(chosen: argparse.Namespace, places: Places, load: Load) -> int:
    if chosen.command is None:
        return _open_window(chosen, places, load)
    status = _report(chosen) if chosen.command == "content" else _run_command(chosen, places, load)
    # What cannot be written shows here, where it can still be told, and not when Python closes down.
    sys.stdout.flush()
    return status


def _let_output_go() -> None:
    """Send what is still to be written nowhere: Python would fail at it once more, and complain, at its end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run_command(chosen: argparse.Namespace, places: Places, load: Load) -> int:
    with opened_services(places, chosen.database, load, is_kept=cli.needs_workspace(chosen)) as services:
        return cli.run(chosen, services, sys.stdout)


def _open_window(chosen: argparse.Namespace, places: Places, load: Load) -> int:
    check_display(os.environ)
    # Qt is loaded after the database and only where a window is wanted: together they start slower.
    from app.ui.opening import open_window

    return open_window(lambda: opened_services(places, chosen.database, load), places.resources / "icons", _local_now)


def _report(chosen: argparse.Namespace) -> int:
    lines, is_sound = (what_can_be_asked(), True) if chosen.readings else report_on_content(shipped_folder())
    return cli.show_report(lines, sys.stdout, is_sound=is_sound)


def _now() -> datetime:
    return datetime.now(UTC)


def _local_now() -> datetime:
    return datetime.now().astimezone()


def _author() -> str:
    """The name that the system knows the user by, for the change log."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        # Windows has no list of users to look in, which Python before 3.13 tells as a missing module.
        return "Someone"
