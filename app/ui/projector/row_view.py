"""The slides of one row of a table: one column after another, each asked like a question."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Row
from app.domain.identities import random_id
from app.domain.questions import Column
from app.domain.values import Kind, Organisation, Value
from app.services.projecting import QuestionSlide
from app.services.room_choices import options_of
from app.services.snapshots import Snapshot
from app.ui.fields.table.row_words import row_title
from app.ui.projector.answer_area import AnswerArea
from app.ui.projector.big_text import BigText, quiet_tint
from app.ui.projector.paged_column import SlideParts
from app.ui.projector.registered import register_search, row_options, shown_columns
from app.ui.projector.strips import BigStrip, problem_strip
from app.ui.session import ProjectSession

_NEW = "New row"
#: Columns that the register of organisations can fill in, with the part of its entry that does.
_PREFILLED = {"legal-form": "legal_form", "icb": "icb"}


@dataclass(frozen=True, slots=True)
class RowStep:
    """One column of one row of the question of a slide. A row without an id is made with its first cell."""

    slide: QuestionSlide
    row: str
    column: int


class RowView(QObject):
    """``row_made`` carries the step of a row that has just come to be."""

    row_made = Signal(object)
    writing_wished = Signal()
    parts_changed = Signal()

    def __init__(self, session: ProjectSession, step: RowStep) -> None:
        super().__init__()
        self._session = session
        self.slide = step.slide
        self.question = session.services.content.questionnaire.question(step.slide.question)
        self._columns = shown_columns(self.question, session.snapshot)
        self.step = RowStep(step.slide, step.row, min(step.column, len(self._columns) - 1))
        self._id = step.row or random_id()
        self.column: Column = self._columns[self.step.column]
        self._label = BigText(self.column.label, "title", is_bold=True)
        self._hint = BigText(self.column.hint, "body", quiet_tint).kept_whole()
        self._problem: BigStrip | None = None
        self._area = AnswerArea(self.column, register_search(session.services))
        self._area.answered.connect(self._on_answered)
        self._area.writing_wished.connect(self.writing_wished)
        self._area.parts_changed.connect(self.parts_changed)
        self.show_snapshot(session.snapshot)

    @property
    def left(self) -> str:
        """Which row this is."""
        row = self._row(self._session.snapshot)
        options = row_options(self._session.services, self._session.snapshot, self.question)
        name = row_title(row.cells, self.question.columns, options) if row is not None else _NEW
        return name if self.step.column else self.question.label

    @property
    def right(self) -> str:
        """Which of its columns this is."""
        return f"{self.step.column + 1} of {len(self._columns)}"

    @property
    def spoken(self) -> str:
        """What a screen reader says when the slide comes."""
        return f"{self.left}. {self.right}. {self.column.label} {self.column.hint}"

    @property
    def is_settled(self) -> bool:
        """Whether the row is there and what was typed could be read and kept."""
        return bool(self.step.row) and self._problem is None and not self._area.has_problem

    def beside(self, direction: int) -> RowStep | None:
        """The column after (1) or before (-1) this one; None at either end, or while there is no row yet."""
        there = self.step.column + direction
        if not self.step.row or not 0 <= there < len(self._columns):
            return None
        return RowStep(self.slide, self.step.row, there)

    def value(self) -> Value | None:
        """The cell as it is now."""
        row = self._row(self._session.snapshot)
        return None if row is None else row.cells.get(self.column.id)

    def parts(self) -> SlideParts:
        """What stands on the slide, from the top down."""
        after = (self._problem,) if self._problem is not None else ()
        hint = (self._hint,) if self.column.hint else ()
        return SlideParts((self._label,), hint, tuple(self._area.parts()), after)

    def stops(self) -> list[QWidget]:
        """What can have the focus, in order."""
        return self._area.stops()

    def start(self) -> QWidget | None:
        """What has the focus at first: the answer that is chosen, else the first one; a new row begins by typing."""
        if not self.step.row:
            return next(iter(self.stops()), None)
        cards = self._area.cards
        return next((card for card in cards if card.choice.is_chosen), next(iter(cards), None))

    def choose(self, number: int) -> bool:
        """Choose the answer with a number counted from 1; whether there is one."""
        cards: Sequence[QWidget] = self._area.cards
        if not 1 <= number <= len(cards):
            return False
        self._area.cards[number - 1].click()
        return True

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the cell as it is now."""
        self._problem = None
        table = self.column.table
        rows = self._session.services.answering.row_choices(snapshot, table) if table else ()
        row = self._row(snapshot)
        value = None if row is None else row.cells.get(self.column.id)
        self._area.show(value, options_of(self.column, rows), snapshot.design.answers)

    def show_problem(self, sentence: str) -> None:
        """Say why the last act could not be kept."""
        self._problem = problem_strip(sentence)
        self._area.refuse()

    def put(self, value: Value | None) -> None:
        """Give the cell a value, or take it away with None; a row that is not there yet is made."""
        self._on_answered(value)

    def finish(self) -> bool:
        """Give what is still being typed; whether it could be saved."""
        return self._area.finish()

    def _on_answered(self, value: Value | None) -> None:
        row = self._row(self._session.snapshot)
        cells = dict(row.cells) if row is not None else {}
        if value is None:
            cells.pop(self.column.id, None)
        else:
            cells[self.column.id] = value
            self._fill_from_register(cells, value)
        if row is None and not cells:
            return
        if self._session.put_row(self.question.id, self._id, cells) and not self.step.row:
            self.step = RowStep(self.slide, self._id, self.step.column)
            self.row_made.emit(self.step)

    def _fill_from_register(self, cells: dict[str, Value], value: Value) -> None:
        """Fill what the register knows of an organisation into cells that are still empty."""
        if self.column.kind is not Kind.ORGANISATION or not isinstance(value, Organisation) or value.code is None:
            return
        search = register_search(self._session.services)
        entry = next((each for each in search(value.code) if each.code == value.code), None)
        for column_id, part in _PREFILLED.items():
            column = self.question.column(column_id)
            known: str = getattr(entry, part, "")
            if column is None or column_id in cells or not known:
                continue
            if column.kind is not Kind.ONE_OF or column.option(known) is not None:
                cells[column_id] = known

    def _row(self, snapshot: Snapshot) -> Row | None:
        rows = snapshot.answers.rows(self.question.id)
        return next((row for row in rows if row.id == self.step.row), None)
