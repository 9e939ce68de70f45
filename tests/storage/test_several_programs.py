"""Several programs on one workspace, and programs that are killed: nothing that was saved is ever lost."""

import os
import sqlite3
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from app.storage.changes import SetAnswer
from app.storage.workspace import Workspace
from tests.storage.conftest import Clock

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("writing_program.py")
#: How often two writers are begun and killed.
ROUNDS = 50


def _begin(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", str(PROGRAM), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_two_programs_count_together_and_lose_nothing(file: Path, backups: Path, clock: Clock) -> None:
    with Workspace.open(file, backups=backups, clock=clock, author="Ann Lee", new_id=lambda: "shared") as workspace:
        workspace.create("Shared")
        token = workspace.token()
        programs = [_begin("count", file, backups, author, 60) for author in ("Ann", "Bea")]
        for program in programs:
            _, complaint = program.communicate(timeout=60)
            assert program.returncode == 0, complaint
        assert workspace.token() != token
        answers = workspace.answers("shared")
        assert answers.value("a.counter") == 120
        rows = [row.id for row in answers.rows("a.table")]
        assert sorted(rows) == sorted(f"{author}-{number}" for author in ("Ann", "Bea") for number in range(60))
        authors = [entry.act.author for entry in workspace.history("shared", limit=120)]
        assert (authors.count("Ann"), authors.count("Bea")) == (60, 60)


def test_a_thread_reads_whole_acts_while_another_writes(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern", [SetAnswer("a.one", 0), SetAnswer("a.two", 0)]).id

    def write() -> None:
        for number in range(1, 60):
            workspace.record(collaborative, [SetAnswer("a.one", number), SetAnswer("a.two", number)], "Both")

    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(write)
        seen = set()
        while not writing.done():
            answers = workspace.answers(collaborative)
            seen.add((answers.value("a.one"), answers.value("a.two")))
        writing.result()
    assert len(seen) > 1
    assert all(one == two for one, two in seen)


@pytest.fixture
def killed(file: Path, backups: Path) -> str:
    """What a program said that began two writers in each round, and killed each while it wrote."""
    program = _begin("killed", file, backups, ROUNDS)
    said, complaint = program.communicate(timeout=60)
    assert program.returncode == 0, complaint
    return said


def test_everything_saved_is_there_after_a_hundred_kills(killed: str, file: Path, backups: Path, clock: Clock) -> None:
    lines = [line.split() for line in killed.splitlines()]
    assert [line for line in lines if line[0] == "killed"] == [["killed", "9"]] * (2 * ROUNDS)
    saved: dict[str, dict[int, int]] = defaultdict(dict)
    for line in lines:
        if line[0] == "saved":
            saved[line[1]][int(line[2])] = int(line[3])
    created = {line[1] for line in lines if line[0] == "created"}
    assert sum(len(entries) for entries in saved.values()) > 6 * ROUNDS

    clock.pass_days(100)
    with Workspace.open(file, backups=backups, clock=clock, author="Ann Lee") as workspace:
        present = {one.id for one in workspace.collaboratives()}
        assert created <= present
        for name in present:
            _expect_whole(workspace, name, saved[name])
        assert workspace.record(min(present), [SetAnswer("a.more", 1)], "Life goes on") is not None
    _expect_sound(file)
    finished = list(backups.glob("*.sqlite3"))
    assert finished
    for backup in finished:
        _expect_sound(backup)


def _expect_whole(workspace: Workspace, name: str, saved: dict[int, int]) -> None:
    """All that was saved is there; at most one act more, which was cut off before it could tell; no halves."""
    answers = workspace.answers(name)
    assert len(answers.answers) in (len(saved), len(saved) + 1)
    for entry, act_id in saved.items():
        found = answers.answer(f"a.q{entry}")
        assert found is not None
        assert (found.value, found.revision) == (entry, act_id)
    rows = {row.id: row.cells["n"] for row in answers.rows("a.table")}
    assert rows == {f"r{entry}": entry for entry in range(len(answers.answers))}
    acts = workspace.history(name, limit=10_000)
    assert [len(entry.changes) for entry in acts] == [2] * len(answers.answers) + [0]
    assert workspace.collaborative(name).revision == acts[0].act.id


def _expect_sound(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
