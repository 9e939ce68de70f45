"""How soon the window can be used, beside one of as many widgets that does nothing, and with 200 collaboratives."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from app.domain.answers import Origin
from app.services.services import Services
from tests.benchmarks.whole_app import environment, prepare

RUNS = 9


def test_the_first_window_beside_a_bare_one(tmp_path: Path) -> None:
    """From the start of a program to a window that listens; runs take turns, each in a program of its own."""
    folders = {}
    for count in (1, 200):
        prepare(tmp_path / str(count), _collaboratives(count))
        folders[f"start page with {count}"] = tmp_path / str(count)
    prepare(tmp_path / "section", _left_in_a_section)
    folders["section where left"] = tmp_path / "section"
    widgets = {name: _open(folder, "app")[1] for name, folder in folders.items()}
    seconds: dict[str, list[float]] = {}
    for _ in range(RUNS):
        for name, folder in folders.items():
            seconds.setdefault(name, []).append(_open(folder, "app")[0])
            seconds.setdefault(f"bare: {name}", []).append(_open(folder, "bare", str(widgets[name]))[0])
        seconds.setdefault("only Python", []).append(_open(tmp_path, "nothing")[0])
    found = {name: statistics.median(each) for name, each in seconds.items()}
    print(f"\nonly Python, started and ended: {found['only Python']:.2f} s")
    for name, count in widgets.items():
        own, bare = found[name], found[f"bare: {name}"]
        print(f"{name}: {own:.2f} s; {count} widgets; bare {bare:.2f} s; ratio {own / bare:.2f}")
    print(f"200 beside 1: {found['start page with 200'] / found['start page with 1']:.2f}")


def _open(folder: Path, *arguments: str) -> tuple[float, int]:
    """Seconds until the program says that its window can be used, and how many widgets it says that it has."""
    command = [sys.executable, "-m", "tests.benchmarks.first_window", *arguments]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(folder)) as program:
        assert program.stdout is not None
        line = program.stdout.readline()
        return time.perf_counter() - start, int(line)


def _collaboratives(count: int) -> Callable[[Services], object]:
    def fill(services: Services) -> None:
        file = services.files.example("foundation-group")
        for number in range(count):
            services.collaboratives.create_from(file, f"Group {number}", Origin.EXAMPLE)

    return fill


def _left_in_a_section(services: Services) -> None:
    made = services.collaboratives.create_from(services.files.example("west-yorkshire-acute"), None, Origin.EXAMPLE)
    services.collaboratives.remember_place(made.id, "section decisions")
    services.preferences.put("screen.left-open", made.id)
