"""A user who never rests, for as long as is asked: goes through sections, answers, types, adds rows, looks things up.

A timer beats all the while. Where a beat comes late, the window did not listen to the user for so long.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from heapq import nlargest
from itertools import count, cycle
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.values import Organisation
from app.services.answering import Cells
from app.ui.navigation.side_panel import CHECKS, GUIDANCE, HISTORY, PREVIEW
from app.ui.places import (
    AtAnswers,
    AtChecks,
    AtDocuments,
    AtHistory,
    AtOpenPoints,
    AtSection,
    AtSettings,
    UserPlace,
)
from app.ui.projector.displays import connected_displays
from app.ui.window import MainWindow
from tests.benchmarks.whole_app import use_app

#: Milliseconds between two beats, and between two acts of the user.
_BEAT, _PAUSE = 1, 150
_MINUTE = 60.0
#: Milliseconds below which nobody asks for the reason.
_NOTABLE = 10.0

Act = tuple[str, Callable[[], object]]


@dataclass
class Stalls:
    """How long the window did not listen, in milliseconds, with what was being done."""

    act: str = "begin"
    late: list[tuple[float, str]] = field(default_factory=list)

    def note(self, milliseconds: float) -> None:
        """A beat came so late."""
        if milliseconds > _NOTABLE:
            self.late.append((milliseconds, self.act))

    def longest_of_each(self) -> list[tuple[float, str]]:
        """The longest of each act."""
        found: dict[str, float] = {}
        for milliseconds, act in self.late:
            found[act] = max(milliseconds, found.get(act, 0.0))
        return [(milliseconds, act) for act, milliseconds in found.items()]


@dataclass
class Use:
    """What was seen of some minutes of use; memory in megabytes at the end of each minute."""

    acts: int = 0
    rounds: int = 0
    longest: list[tuple[float, str]] = field(default_factory=list)
    longest_of_each: list[tuple[float, str]] = field(default_factory=list)
    over: dict[int, int] = field(default_factory=dict)
    memory: list[float] = field(default_factory=list)
    tidied: list[float] = field(default_factory=list)


def use_for(window: MainWindow, seconds: float) -> Use:
    """Let the user use the window with an open collaborative for so long, and tell what was seen."""
    window.resize(1366, 768)
    stalls, use = Stalls(), Use()
    last = perf_counter()

    def beat() -> None:
        nonlocal last
        now = perf_counter()
        stalls.note((now - last) * 1000 - _BEAT)
        last = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start(_BEAT)
    begun = perf_counter()
    for name, act in _rounds(window, use):
        stalls.act = name
        _in_the_loop(act)
        use.acts += 1
        passed = perf_counter() - begun
        if passed >= (len(use.memory) + 1) * _MINUTE:
            use.memory.append(_megabytes())
            if len(use.memory) == 1:
                use.tidied.append(_megabytes_tidied())
                last = perf_counter()
        if passed >= seconds:
            break
    timer.stop()
    use.tidied.append(_megabytes_tidied())
    use.longest = nlargest(10, stalls.late)
    use.longest_of_each = nlargest(25, stalls.longest_of_each())
    use.over = {limit: sum(each > limit for each, _ in stalls.late) for limit in (16, 50, 100)}
    return use


def _in_the_loop(act: Callable[[], object]) -> None:
    """Do an act as the loop of events would on a key, then let the window work for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(0, act)
    QTimer.singleShot(_PAUSE, loop.quit)
    loop.exec()


def _rounds(window: MainWindow, use: Use) -> Iterator[Act]:
    for use.rounds in count():
        yield from _round(window)


def _round(window: MainWindow) -> Iterator[Act]:
    yield from _walk(window)
    yield from _answer(window)
    yield from _rows(window)
    yield from _look_up(window)
    yield from _project(window)
    yield from _undo(window)


def _walk(window: MainWindow) -> Iterator[Act]:
    tabs = cycle((PREVIEW, GUIDANCE, CHECKS, HISTORY))
    for step in window.session.services.content.questionnaire.steps:
        for section in step.sections:
            yield f"go to the section {section.id}", _going(window, AtSection(section.id))
        yield "change the tab", lambda: window.panel.tabs.setCurrentIndex(next(tabs))
    yield "see the preview", lambda: window.panel.tabs.setCurrentIndex(PREVIEW)


def _answer(window: MainWindow) -> Iterator[Act]:
    session = window.session
    numbers = cycle(range(2, 9))
    yield "choose", partial(session.answer, "decisions.quorum-rule", "share-of-trusts")
    yield "go to a question", _going(window, AtSection("decisions", "decisions.quorum-share"))
    for share in (60, 67, 75):
        yield "type a number", partial(_retype, str(share))
    yield "go to a long text", _going(window, AtSection("problem", "problem.statement"))
    yield "choose all of a text", lambda: QTest.keyClick(_focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for word in ("Waits ", "are ", "too ", "long. "):
        yield "type words", partial(_type, word)
    yield "choose another", partial(session.answer, "decisions.quorum-rule", "every-trust")
    yield "park", lambda: session.park("vision.statement")
    yield "take up again", lambda: session.reopen("vision.statement")
    yield "note", lambda: session.note("vision.statement", f"Ask again in {next(numbers)} weeks")


def _rows(window: MainWindow) -> Iterator[Act]:
    session = window.session
    yield "go to a table", _going(window, AtSection("members", "members.members"))
    for number in range(3):
        cells: Cells = {
            "organisation": Organisation(f"Newcomer number {number} NHS Trust"),
            "legal-form": "nhs-trust",
            "membership": "full",
        }
        yield "add a row", partial(session.put_row, "members.members", None, cells)
    yield "move a row", lambda: session.move_row("members.members", _row(window, -1), 0)
    # The moved one is among those that go: else each round would put a newcomer in the place of a member.
    for place in (0, -1, -1):
        yield "remove a row", partial(_remove_row, window, place)


def _look_up(window: MainWindow) -> Iterator[Act]:
    for document in window.session.snapshot.documents[:4]:
        yield f"open the document {document}", _going(window, AtDocuments(document))
        yield "wait", lambda: None
        yield "wait", lambda: None
    for place in (AtDocuments(), AtChecks(), AtOpenPoints(), AtAnswers(), AtHistory(), AtSettings()):
        yield f"open {type(place).__name__}", _going(window, place)
    yield "go back to a section", _going(window, AtSection("decisions"))
    yield "search", window.finder.begin
    for letter in "quorum":
        yield "type in the search", partial(_type, letter)
    yield "close the search", window.finder.leave


def _undo(window: MainWindow) -> Iterator[Act]:
    """As much is done again as was undone: a collaborative that grew with each round would be slower with each."""
    for _ in range(6):
        yield "undo", window.session.undo
    for _ in range(6):
        yield "redo", window.session.redo


def _going(window: MainWindow, place: UserPlace) -> Callable[[], object]:
    return lambda: window.go(place)


def _retype(text: str) -> None:
    line = _focused()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def _row(window: MainWindow, place: int) -> str:
    return window.session.snapshot.answers.rows("members.members")[place].id


def _remove_row(window: MainWindow, place: int) -> None:
    window.session.remove_row("members.members", _row(window, place))


def _project(window: MainWindow) -> Iterator[Act]:
    yield "go to what is projected", _going(window, AtSection("decisions", "decisions.quorum-rule"))
    yield "open the projector view", lambda: window.projection.open_on(connected_displays()[0], AtSection("decisions"))
    for _ in range(4):
        yield "turn the page of the projector view", lambda: _press(Qt.Key.Key_PageDown)
    yield "close the projector view", window.projection.end


def _press(key: Qt.Key) -> None:
    QTest.keyClick(_focused(), key)


def _type(text: str) -> None:
    QTest.keyClicks(_focused(), text)


def _focused() -> QWidget:
    """What keys go to."""
    found = QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None
    return found


def _megabytes() -> float:
    """The memory that this program holds; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _megabytes_tidied() -> float:
    """The same once Python has taken down everything that is not used."""
    gc.collect()
    return _megabytes()


def _main(window: MainWindow) -> dict[str, Any]:
    return asdict(use_for(window, float(sys.argv[1]) * _MINUTE))


if __name__ == "__main__":
    use_app(_main)
