"""How long an answer takes to become fresh findings and progress, and how a full workspace opens beside a small one."""

import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from app.content.library import load_content
from app.domain.answers import Origin
from app.domain.values import Organisation
from app.paths import shipped_folder
from app.services.services import Services, build_services
from app.storage.workspace import Workspace

RUNS = 15
NOW = datetime(2026, 8, 6, 9, 30, tzinfo=UTC)


def test_an_answer_becomes_findings_and_progress(tmp_path: Path) -> None:
    """The whole act with 30 members beside a bare one-row commit in the same database file."""
    with _workspace(tmp_path / "members.sqlite3") as workspace:
        services = _services(workspace)
        made = services.collaboratives.create_from(services.files.example("west-yorkshire-acute"), None, Origin.EXAMPLE)
        for number in range(24):
            cells = {
                "organisation": Organisation(f"Trust number {number}"),
                "legal-form": "nhs-trust" if number % 2 else "foundation-trust",
                "membership": "full",
            }
            services.answering.put_row(made.id, "members.members", None, cells)
        assert len(services.answering.open(made.id).answers.rows("members.members")) == 30
        words = iter(range(1_000))
        act = _median(lambda: services.answering.answer(made.id, "problem.statement", f"Problem {next(words)}"))
        answers = workspace.answers(made.id)
        compute = _median(lambda: services.snapshots.take(made.id, "X", answers))
        bare = _median(lambda: workspace.set_setting("bare", str(next(words))))
    print(f"\nanswer saved and shown {act * 1000:.1f} ms; findings and progress alone {compute * 1000:.1f} ms")
    print(f"bare commit {bare * 1000:.2f} ms; ratio {act / bare:.1f}")


def test_a_full_workspace_opens_as_fast_as_a_small_one(tmp_path: Path) -> None:
    """Open and list 200 collaboratives beside 1, in turns."""
    for count in (1, 200):
        with _workspace(tmp_path / f"{count}.sqlite3") as workspace:
            services = _services(workspace)
            for number in range(count):
                file = services.files.example("foundation-group")
                services.collaboratives.create_from(file, f"Group {number}", Origin.EXAMPLE)
    seconds: dict[int, list[float]] = {1: [], 200: []}
    for _ in range(RUNS):
        for count, found in seconds.items():
            start = time.perf_counter()
            with _workspace(tmp_path / f"{count}.sqlite3") as workspace:
                assert len(workspace.collaboratives()) == count
                found.append(time.perf_counter() - start)
    one, many = statistics.median(seconds[1]), statistics.median(seconds[200])
    print(f"\nopened and listed: 1 in {one * 1000:.1f} ms, 200 in {many * 1000:.1f} ms; ratio {many / one:.2f}")


def _median(act: Callable[[], object]) -> float:
    found = []
    for _ in range(RUNS):
        start = time.perf_counter()
        act()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def _workspace(path: Path) -> Workspace:
    return Workspace.open(path, backups=path.parent / "backups", clock=lambda: NOW, author="Ada")


def _services(workspace: Workspace) -> Services:
    return build_services(load_content(shipped_folder()), workspace, lambda: date(2026, 8, 6))
