"""The slide on which a text of several lines is written."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.questions import Column, Question
from app.domain.values import Value
from app.services.snapshots import Snapshot
from app.ui.projector.big_text import BigText
from app.ui.projector.paged_column import SlideParts
from app.ui.projector.strips import BigStrip, problem_strip
from app.ui.projector.written_answer import WrittenText


class WritingView(QObject):
    """A text to write, alone on its slide. ``value`` tells what is kept now, ``give`` keeps another one."""

    parts_changed = Signal()

    def __init__(
        self,
        asked: Question | Column,
        value: Callable[[], Value | None],
        give: Callable[[Value | None], object],
        room: Callable[[int], int],
    ) -> None:
        super().__init__()
        self._asked = asked
        self._value = value
        self._label = BigText(asked.label, "body", is_bold=True)
        self._problem: BigStrip | None = None
        self._text = WrittenText(asked, lambda: room(self._height_above))
        self._text.answered.connect(give)
        self._text.show_value(value())

    @property
    def left(self) -> str:
        """What this is."""
        return "Write the text"

    @property
    def right(self) -> str:
        """How it is left."""
        return "Esc when done"

    @property
    def spoken(self) -> str:
        """What a screen reader says when the slide comes."""
        return f"Write the text: {self._asked.label}"

    def parts(self) -> SlideParts:
        """What stands on the slide, from the top down."""
        return SlideParts(self._head, (), (self._text,))

    @property
    def _height_above(self) -> int:
        width = max(self._label.width(), 1)
        return sum(part.height_in(width) for part in self._head)

    @property
    def _head(self) -> tuple[BigText | BigStrip, ...]:
        return (self._label,) if self._problem is None else (self._label, self._problem)

    def stops(self) -> list[QWidget]:
        """What can have the focus."""
        return [self._text]

    def start(self) -> QWidget | None:
        """What has the focus at first."""
        return self._text

    def choose(self, number: int) -> bool:
        """Nothing is chosen here."""
        return False

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the text as it is now."""
        self._problem = None
        self._text.show_value(self._value())

    def show_problem(self, sentence: str) -> None:
        """Say why the text could not be kept: what was written stays, and is given again."""
        self._text.known.refuse()
        self._problem = problem_strip(sentence)

    def finish(self) -> bool:
        """Give what is still being written; whether it could be saved."""
        self._text.finish()
        return not self._text.known.is_refused
