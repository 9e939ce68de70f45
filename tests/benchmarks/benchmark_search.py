"""How long one more letter in the search takes, beside a bare scan of the same texts, and how long shelves take."""

import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from app.content.library import load_content
from app.domain.answers import Origin
from app.domain.values import Organisation
from app.paths import shipped_folder
from app.services.search.finding import find
from app.services.searching import Shelves
from app.services.services import Services, build_services
from app.services.snapshots import Snapshot
from app.storage.workspace import Workspace

NOW = datetime(2026, 8, 6, 9, 30, tzinfo=UTC)
RUNS = 5
#: What is typed letter by letter: plain, half, in another order, with slips of the keys, and found nowhere.
TYPED = (
    "quorum",
    "members vote",
    "notice leaving",
    "the trust board",
    "comittee qourum",
    "south london",
    "9.2",
    "xyzzyplugh",
)


def test_each_letter_beside_a_bare_scan(tmp_path: Path) -> None:
    """The largest example, and one made of it with 30 members."""
    for name, more_members in (("South London", 0), ("30 members", 27)):
        with _workspace(tmp_path / f"{more_members}.sqlite3") as workspace:
            services = build_services(load_content(shipped_folder()), workspace, lambda: date(2026, 8, 6))
            snapshot = _snapshot(services, more_members)
            shelves, making = _shelves(services, snapshot)
            again = sum(_shelves(services, snapshot)[1])
        print(f"\n{name}: {sum(len(shelf.entries) for shelf in shelves):,} entries")
        _tell_letters(shelves)
        print(f"shelves and drafts {_ms(sum(making))}, the longest step {_ms(max(making))}; again {_ms(again)}")


def _tell_letters(shelves: Shelves) -> None:
    texts = [f"{each.title} {each.text}".casefold() for shelf in shelves for each in shelf.entries]
    letters = [text[:length] for text in TYPED for length in range(1, len(text) + 1)]
    find("warmup qourum", shelves)
    found = [_seconds(lambda typed: find(typed, shelves), typed) for typed in letters]
    bare = [_seconds(lambda typed: _scan(typed, texts), typed) for typed in letters]
    middle = statistics.median(found)
    print(f"one letter: median {_ms(middle)}, longest {_ms(max(found))}; {sum(map(len, texts)):,} characters")
    print(f"bare scan: median {_ms(statistics.median(bare))}; ratio {middle / statistics.median(bare):.2f}")


def _snapshot(services: Services, more_members: int) -> Snapshot:
    file = services.files.example("south-london-mental-health")
    made = services.collaboratives.create_from(file, None, Origin.EXAMPLE)
    for number in range(more_members):
        cells = {
            "organisation": Organisation(f"Trust number {number}"),
            "legal-form": "nhs-trust" if number % 2 else "foundation-trust",
            "membership": "full",
        }
        services.answering.put_row(made.id, "members.members", None, cells)
    return services.answering.open(made.id)


def _shelves(services: Services, snapshot: Snapshot) -> tuple[Shelves, list[float]]:
    """The shelves once they are whole, and the seconds that each step took."""
    shelves: Shelves = ()
    seconds = []
    start = time.perf_counter()
    for grown in services.searching.shelves(snapshot):
        seconds.append(time.perf_counter() - start)
        shelves, start = grown, time.perf_counter()
    return shelves, seconds


def _scan(typed: str, texts: Sequence[str]) -> int:
    """The least that any search has to do: look whether every word stands somewhere in each text."""
    words = typed.casefold().split()
    return sum(all(word in text for word in words) for text in texts)


def _seconds(act: Callable[[str], object], typed: str) -> float:
    found = []
    for _ in range(RUNS):
        start = time.perf_counter()
        act(typed)
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def _workspace(path: Path) -> Workspace:
    return Workspace.open(path, backups=path.parent / "backups", clock=lambda: NOW, author="Ada")
