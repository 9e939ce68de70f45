"""How soon the window can be used, beside one of as many widgets that does nothing, and with 200 collaboratives."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
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
    (tmp_path / "new").mkdir()
    folders["the first time"] = tmp_path / "new"
    widgets = {name: [each.widgets for each in _open(folder, "app")] for name, folder in folders.items()}
    seconds: dict[str, list[float]] = {}
    for _ in range(RUNS):
        for name, folder in folders.items():
            first, loaded = _open(folder, "app")
            seconds.setdefault(name, []).append(first.seconds)
            seconds.setdefault(f"loaded: {name}", []).append(loaded.seconds)
            for look, count in zip(("bare", "bare loaded"), widgets[name], strict=True):
                seconds.setdefault(f"{look}: {name}", []).append(_open(folder, "bare", str(count))[0].seconds)
        seconds.setdefault("only Python", []).append(_open(tmp_path, "nothing")[0].seconds)
    found = {name: statistics.median(each) for name, each in seconds.items()}
    print(f"\nonly Python, started and ended: {found['only Python']:.2f} s")
    for name, (first_count, loaded_count) in widgets.items():
        own, bare = found[name], found[f"bare: {name}"]
        print(f"{name}: {own:.2f} s; {first_count} widgets; bare {bare:.2f} s; ratio {own / bare:.2f}")
        own, bare = found[f"loaded: {name}"], found[f"bare loaded: {name}"]
        print(f"  everything loaded: {own:.2f} s; {loaded_count} widgets; bare {bare:.2f} s; ratio {own / bare:.2f}")
    print(f"200 beside 1: {_growth(folders['start page with 1'], folders['start page with 200']):.2f}")


def _growth(one: Path, many: Path) -> float:
    """How many times as long the second takes: the two take turns, and nothing else comes between them."""
    pairs = [(_open(one, "app")[0].seconds, _open(many, "app")[0].seconds) for _ in range(2 * RUNS)]
    return statistics.median(each for _, each in pairs) / statistics.median(each for each, _ in pairs)


@dataclass(frozen=True)
class Look:
    """What a program says of its window: after how many seconds, and how many widgets it has then."""

    seconds: float
    widgets: int


def _open(folder: Path, *arguments: str) -> list[Look]:
    """What the program says, in its order."""
    command = [sys.executable, "-m", "tests.benchmarks.first_window", *arguments]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(folder)) as program:
        assert program.stdout is not None
        return [Look(time.perf_counter() - start, int(line)) for line in program.stdout]


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
