"""A program of its own that writes to a workspace, for tests in which several do so or one is killed.

    writing_program.py count FILE BACKUPS AUTHOR TIMES   add one to a shared number so often, then end
    writing_program.py killed FILE BACKUPS ROUNDS        begin writers and kill each in the middle of its work

The second prints a line for everything that a writer was told is saved, and one for each writer killed.
"""

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.errors import ChangedElsewhereError
from app.storage.changes import Change, PutRow, SetAnswer
from app.storage.workspace import Workspace

SHARED = "shared"
COUNTER = "a.counter"
WRITERS = 2
BEGINNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def count(file: Path, backups: Path, author: str, times: int) -> None:
    """Add one to the number, never over what another program wrote, and put a row for each time."""
    with Workspace.open(file, backups=backups, clock=lambda: BEGINNING, author=author) as workspace:
        for number in range(times):
            while not _add_one(workspace, PutRow("a.table", f"{author}-{number}", {"n": number})):
                pass


def _add_one(workspace: Workspace, row: PutRow) -> bool:
    found = workspace.answers(SHARED).answer(COUNTER)
    value = found.value if found else 0
    revision = found.revision if found else 0
    assert isinstance(value, int)
    try:
        workspace.record(SHARED, [SetAnswer(COUNTER, value + 1, expected_revision=revision), row], "One more")
    except ChangedElsewhereError:
        return False
    return True


def kill_writers(file: Path, backups: Path, rounds: int) -> None:
    """Begin two writers in each round, let them write for a moment, and kill them one after the other."""
    # Everything is loaded before the first begins: writers are to be killed while they write, not while Python reads.
    with Workspace.open(file.with_name("other.sqlite3"), backups=backups, clock=lambda: BEGINNING, author="Nobody"):
        pass
    chance = random.Random(2026)
    for number in range(rounds):
        writers = [_begin_writer(file, backups, number, which) for which in range(WRITERS)]
        for writer, told in writers:
            # Counted in what was saved and not in time alone, so that a busy machine proves as much as an idle one.
            for _ in range(chance.randint(0, 9)):
                os.read(told, 1)
            time.sleep(chance.uniform(0.0, 0.008))
            os.kill(writer, signal.SIGKILL)
            os.close(told)
            _, status = os.waitpid(writer, 0)
            _say(f"killed {os.WTERMSIG(status)}")


def _begin_writer(file: Path, backups: Path, number: int, which: int) -> tuple[int, int]:
    """Process id of a copy of this program that writes until it is killed, and where a byte comes for each save."""
    told, telling = os.pipe()
    process = os.fork()
    if process:
        os.close(telling)
        return process, told
    name = f"{number}-{which}"
    moment = BEGINNING + timedelta(days=number)
    with Workspace.open(file, backups=backups, clock=lambda: moment, author=name, new_id=lambda: name) as workspace:
        workspace.create(name)
        _say(f"created {name}")
        entry = 0
        while True:
            given: list[Change] = [SetAnswer(f"a.q{entry}", entry), PutRow("a.table", f"r{entry}", {"n": entry})]
            act = workspace.record(name, given, f"Entry {entry}")
            assert act is not None
            _say(f"saved {name} {entry} {act.id}")
            os.write(telling, b".")
            # A person pauses between acts; a program that never does can keep the other one waiting for good.
            time.sleep(0.001)
            entry += 1


def _say(line: str) -> None:
    # At once and whole, so that nothing said is lost with the writer.
    os.write(1, f"{line}\n".encode("ascii"))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["count", file_name, backups_name, author_name, number_of_times]:
            count(Path(file_name), Path(backups_name), author_name, int(number_of_times))
        case ["killed", file_name, backups_name, number_of_rounds]:
            kill_writers(Path(file_name), Path(backups_name), int(number_of_rounds))
        case _:
            sys.exit(2)
