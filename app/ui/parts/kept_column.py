"""A column of parts that are kept while what they show stays, and made a few at a time where there are many new."""

from collections.abc import Callable, Hashable, Sequence
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.parts.tab_order import follow_layout
from app.ui.work.next_turn import NextTurn

#: Seconds for which the window may be kept from the user while parts are made.
_MOMENT = 0.006

Shown = TypeVar("Shown", bound=Hashable)


class KeptColumn(QWidget, Generic[Shown]):
    """``make`` gives the part for what is to be shown; ``completed`` says that every part is there."""

    completed = Signal()

    def __init__(self, spacing: int, make: Callable[[Shown], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._wanted: tuple[Shown, ...] = ()
        self._parts: dict[Shown, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self._later = NextTurn(self, self._make_for_a_moment)

    @property
    def parts(self) -> list[QWidget]:
        """The parts that there are so far, in order."""
        return [self._parts[each] for each in self._wanted if each in self._parts]

    def show_all(self, wanted: Sequence[Shown]) -> None:
        """Show this in this order: the first of it at once, the rest once the window has listened to the user."""
        before, self._wanted = self._wanted, tuple(dict.fromkeys(wanted))
        if self._wanted == before:
            return  # it is all there, or on its way
        for gone in [each for each in self._parts if each not in set(self._wanted)]:
            part = self._parts.pop(gone)
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        for part in self.parts:
            # Put back one after the other they stand in the order that is wanted now.
            self._column.removeWidget(part)
            self._column.addWidget(part)
        self._make_for_a_moment()

    def _make_for_a_moment(self) -> None:
        until = perf_counter() + _MOMENT
        for place, each in enumerate(self._wanted):
            if each not in self._parts:
                if perf_counter() > until:
                    self._later.ask()
                    return
                self._parts[each] = self._make(each)
                self._column.insertWidget(place, self._parts[each])
                # A layout shows what is added later only when it next gets round to it; the focus cannot wait.
                self._parts[each].show()
        self._later.call_off()
        follow_layout(self)
        self.completed.emit()
