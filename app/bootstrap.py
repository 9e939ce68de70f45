"""Builds everything once and passes it down: places, log, content, workspace, services, then screen or command line."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from app.errors import FivewaysError
from app.logs import describe_failure, writing_log
from app.paths import Places, find_places, shipped_folder
from app.ui.display import check_display

if TYPE_CHECKING:
    # The first window is shown before any of this is loaded.
    import argparse

    from app.content.catalogue import Content
    from app.services.services import Services

logger = logging.getLogger(__name__)

Load: TypeAlias = Callable[[Path], "Content"]

#: How a run ends that told of problems, as the command line has it.
_PROBLEMS = 1


def main(arguments: list[str], load: Load | None = None) -> int:
    """Run the app or one command, and give back the exit status: 0 done, 1 findings or problems, 2 wrong use.

    `load` gives the content below the folder that ships, if it is not to be read from there; it is called once.
    """
    chosen = _read_arguments(arguments) if arguments else None
    if isinstance(sys.stdout, TextIOWrapper):
        # A name may hold letters that the terminal has not; a mark in their place is better than no list at all.
        sys.stdout.reconfigure(errors="replace")
    try:
        return _run(chosen, find_places(os.environ), load)
    except FivewaysError as error:
        return _tell(str(error))
    except BrokenPipeError:
        # Whoever reads the output has seen enough, as `head` has.
        _let_output_go()
        return _PROBLEMS


@contextmanager
def opened_services(
    places: Places, database: str | None, load: Load | None = None, *, is_kept: bool = True
) -> Iterator[Services]:
    """The services over the user's workspace, or over an empty one in memory that nothing is kept in.

    Raises ContentError and StorageError.
    """
    # All three are loaded behind the first window, in another thread.
    from app.content.library import load_content
    from app.services.services import build_services  # as above
    from app.storage.workspace import Workspace  # as above

    content = (load or load_content)(shipped_folder())
    wanted = (database or places.database_url or places.workspace) if is_kept else "sqlite://"
    workspace = Workspace.open(wanted, backups=places.backups, clock=_now, author=_author())
    with workspace:
        yield build_services(content, workspace, date.today)


def _run(chosen: argparse.Namespace | None, places: Places, load: Load | None) -> int:
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
            return _tell(f"Something unexpected happened. What was saved is safe. {details}")


def _carry_out(chosen: argparse.Namespace | None, places: Places, load: Load | None) -> int:
    if chosen is None or chosen.command is None:
        return _open_window(chosen.database if chosen is not None else None, places, load)
    status = _report(chosen) if chosen.command == "content" else _run_command(chosen, places, load)
    # What cannot be written shows here, where it can still be told, and not when Python closes down.
    sys.stdout.flush()
    return status


def _read_arguments(arguments: list[str]) -> argparse.Namespace:
    # The commands stand on all services, and the window opens without them.
    from app import cli

    return cli.read_arguments(arguments)


def _tell(sentence: str) -> int:
    # As above; and what is told here has mostly loaded it already.
    from app import cli

    return cli.tell(sentence, sys.stderr)


def _let_output_go() -> None:
    """Send what is still to be written nowhere: Python would fail at it once more, and complain, at its end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run_command(chosen: argparse.Namespace, places: Places, load: Load | None) -> int:
    # As above.
    from app import cli

    with opened_services(places, chosen.database, load, is_kept=cli.needs_workspace(chosen)) as services:
        return cli.run(chosen, services, sys.stdout)


def _open_window(database: str | None, places: Places, load: Load | None) -> int:
    check_display(os.environ)
    # Nearly all that is loaded and made until the window is there stays: to look through it for what does not is time
    # lost.
    was_collecting = gc.isenabled()
    gc.disable()
    # Qt is loaded only where a window is wanted.
    from app.services.first_sight import first_sight
    from app.ui.opening import open_window  # with Qt

    first = first_sight(_workspace_file(database, places), places.resources / "examples")
    try:
        return open_window(
            lambda: opened_services(places, database, load), places.resources / "icons", _local_now, first
        )
    finally:
        if was_collecting:
            gc.enable()


def _workspace_file(database: str | None, places: Places) -> Path | None:
    """The file of the workspace; None where another database was asked for by its address."""
    wanted = database or places.database_url
    if wanted is None:
        return places.workspace
    with suppress(RuntimeError):  # a folder of nobody known here, which opening it tells
        return None if "://" in wanted else Path(wanted).expanduser().absolute()
    return None


def _report(chosen: argparse.Namespace) -> int:
    # As above.
    from app import cli
    from app.services.content_report import report_on_content, what_can_be_asked  # needed for this one command

    lines, is_sound = (what_can_be_asked(), True) if chosen.readings else report_on_content(shipped_folder())
    return cli.show_report(lines, sys.stdout, is_sound=is_sound)


def _now() -> datetime:
    return datetime.now(UTC)


def _local_now() -> datetime:
    return datetime.now().astimezone()


def _author() -> str:
    """The name that the system knows the user by, for the change log."""
    # Asked for behind the first window.
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        # Windows has no list of users to look in, which Python before 3.13 tells as a missing module.
        return "Someone"
