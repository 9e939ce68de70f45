"""What the user asks for before everything is loaded: kept in order, and done as soon as it can be."""

from collections import deque
from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import QObject, Signal


class Soon(QObject):
    """``is_ready`` says whether acts are done at once. ``waits`` carries a line on what is
    being waited for, and whether that leads away from the page.

    ``reached`` comes once everything is there, before what was kept is done; ``finished`` comes after that.
    """

    waits = Signal(str, bool)
    reached = Signal()
    finished = Signal()

    def __init__(self, *, is_ready: bool = False) -> None:
        super().__init__()
        self.is_ready = is_ready
        self._kept: deque[Callable[[], object]] = deque()

    def do(self, act: Callable[[], object], line: str = "", *, leaves: bool = False) -> bool:
        """Do an act now, or keep it and show a line such as “Opening Northern Alliance…”; whether it is done."""
        if self.is_ready:
            act()
            return True
        self._kept.append(act)
        self.waits.emit(line, leaves)
        return False

    def begin(self) -> None:
        """Everything is there: do what was kept, in the order in which it was asked for.

        What nobody thought of in one act keeps back none of the others; it is raised once all are done.
        """
        self.is_ready = True
        self.reached.emit()
        with ExitStack() as to_do:
            to_do.callback(self.finished.emit)
            for _ in range(len(self._kept)):
                to_do.callback(self._do_next)

    def _do_next(self) -> None:
        self._kept.popleft()()
