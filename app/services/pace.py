"""How fast long work in another thread goes: it stands back for the screen, unless somebody waits for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock, current_thread, main_thread

#: Waits as long as it likes, but no longer than until what it is given says that the work is wanted now.
StandBack = Callable[[Callable[[], bool]], object]


class Pace:
    """Work that holds a lock asks often to `rest`; the screen, the main thread, hurries it by waiting for the lock."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._is_waited_for = False
        self._stand_back: StandBack | None = None

    def follow(self, stand_back: StandBack | None) -> None:
        """Let long work wait for this when it rests; with None it never waits."""
        self._stand_back = stand_back

    def rest(self) -> None:
        """Stand back if the screen is busy with anything but waiting for this very work."""
        if self._stand_back is not None:
            self._stand_back(lambda: self._is_waited_for)

    @contextmanager
    def one_at_a_time(self) -> Iterator[None]:
        """Hold the lock, from within as well; work that holds it does not rest while the screen waits here."""
        # Only the screen's thread writes the mark: another could put back what it read before the screen came.
        is_screen = current_thread() is main_thread()
        if is_screen:
            self._is_waited_for = True
        with self._lock:
            if is_screen:
                self._is_waited_for = False
            yield
