"""The slide of one question: its words, what the room can answer, and what the checks find."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.checks import Finding
from app.domain.needed_cells import missing_columns, missing_in_words
from app.domain.pasting import RowOptions
from app.domain.questions import Option, Question
from app.domain.values import Kind, Value
from app.services.projecting import QuestionSlide
from app.services.room_choices import Choice, options_of
from app.services.snapshots import Snapshot
from app.ui.fields.table.row_mark import row_marks
from app.ui.fields.table.row_words import row_details, row_title
from app.ui.projector.answer_area import AnswerArea
from app.ui.projector.big_text import BigText, quiet_tint
from app.ui.projector.card_grid import CardGrid
from app.ui.projector.choice_card import ChoiceCard
from app.ui.projector.paged_column import Part, SlideParts
from app.ui.projector.reading_views import place_of
from app.ui.projector.registered import register_search, row_options, shown_columns
from app.ui.projector.strips import BigStrip, finding_strip, problem_strip
from app.ui.session import ProjectSession

_ADD = "Add a row"
#: Letters of a cell that a card of a row shows; what is longer is read in the row.
_LONGEST_CELL = 48


class QuestionView(QObject):
    """``row_opened`` carries the id of a row of a table, or an empty text for a new one."""

    row_opened = Signal(str)
    writing_wished = Signal()
    parts_changed = Signal()

    def __init__(self, session: ProjectSession, slide: QuestionSlide) -> None:
        super().__init__()
        self._session = session
        self.slide = slide
        self.question: Question = session.services.content.questionnaire.question(slide.question)
        self._title = BigText(self.question.label, "title", is_bold=True)
        self._hint = BigText(self.question.hint, "body", quiet_tint).kept_whole()
        self._findings: tuple[Finding, ...] = ()
        self._strips: list[BigStrip] = []
        self._problem: BigStrip | None = None
        self._area: AnswerArea | None = None
        self._rows: CardGrid | None = None
        self._row_ids: list[str] = []
        if self.question.kind is Kind.TABLE:
            self._rows = CardGrid(self.question.label, is_list=True)
            self._rows.chosen.connect(self._on_row_chosen)
        else:
            self._area = AnswerArea(self.question, register_search(session.services))
            self._area.answered.connect(self._on_answered)
            self._area.writing_wished.connect(self.writing_wished)
            self._area.parts_changed.connect(self.parts_changed)
        self.show_snapshot(session.snapshot)

    @property
    def left(self) -> str:
        """Where this is."""
        return place_of(self._session, self.slide).section

    @property
    def right(self) -> str:
        """Which question of the section this is."""
        return place_of(self._session, self.slide).question

    @property
    def spoken(self) -> str:
        """What a screen reader says when the slide comes."""
        return f"{self.right}. {self.question.label} {self.question.hint}"

    def parts(self) -> SlideParts:
        """What stands on the slide, from the top down."""
        answers: tuple[Part, ...] = tuple(self._area.parts()) if self._area is not None else ()
        if self._rows is not None:
            answers = (self._rows,)
        if self._problem is not None:
            answers = (*answers, self._problem)
        return SlideParts((self._title,), (self._hint,) if self.question.hint else (), answers, tuple(self._strips))

    def stops(self) -> list[QWidget]:
        """What can have the focus, in order."""
        if self._area is not None:
            return self._area.stops()
        return [*self._rows.cards] if self._rows is not None else []

    def start(self) -> QWidget | None:
        """What has the focus at first: the answer that is chosen, else the first one; never a line to type in.

        Of the rows of a table none has it, as none is to be chosen.
        """
        cards = self._area.cards if self._area is not None else ()
        return next((card for card in cards if card.choice.is_chosen), next(iter(cards), None))

    def choose(self, number: int) -> bool:
        """Choose the answer with a number counted from 1; whether there is one."""
        cards = self._cards()
        if not 1 <= number <= len(cards):
            return False
        cards[number - 1].setFocus()
        cards[number - 1].click()
        return True

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the answer as it is now."""
        self._problem = None
        options = self._options(snapshot)
        if self._area is not None:
            value = snapshot.answers.value(self.question.id)
            self._area.show(value, options, snapshot.design.answers)
        else:
            self._show_rows(snapshot)
        findings = snapshot.findings_of(self.question.id)
        if findings != self._findings:
            self._findings = findings
            self._strips = [finding_strip(each) for each in findings]

    def show_problem(self, sentence: str) -> None:
        """Say why the last act could not be kept."""
        self._problem = problem_strip(sentence)
        if self._area is not None:
            self._area.refuse()

    def remove_row(self, widget: QWidget | None) -> bool:
        """Take away the row whose card this is; whether it is one."""
        cards = list(self._rows.cards) if self._rows is not None else []
        places = [place for place, card in enumerate(cards) if card is widget and place < len(self._row_ids)]
        return any(self._session.remove_row(self.question.id, self._row_ids[place]) for place in places)

    def finish(self) -> bool:
        """Give what is still being typed; whether it could be saved."""
        return self._area is None or self._area.finish()

    def _cards(self) -> Sequence[ChoiceCard]:
        if self._area is not None:
            return self._area.cards
        return self._rows.cards if self._rows is not None else ()

    def _options(self, snapshot: Snapshot) -> Sequence[Option]:
        table = self.question.table
        rows = self._session.services.answering.row_choices(snapshot, table) if table else ()
        return options_of(self.question, rows)

    def _show_rows(self, snapshot: Snapshot) -> None:
        options: RowOptions = row_options(self._session.services, snapshot, self.question)
        columns = shown_columns(self.question, snapshot)
        marks = row_marks([each for each in snapshot.findings if each.question == self.question.id])
        offered = []
        self._row_ids = []
        for row in snapshot.answers.rows(self.question.id):
            title = row_title(row.cells, columns, options)
            details = " · ".join(
                each for each in row_details(row.cells, columns, options) if len(each) <= _LONGEST_CELL
            )
            missing = missing_in_words(missing_columns(row.cells, columns))
            found = marks[row.id].words if row.id in marks else ""
            offered.append(Choice(row.id, title, details, tuple(each for each in (missing, found) if each)))
            self._row_ids.append(row.id)
        offered.append(Choice("", _ADD))
        if self._rows is not None:
            self._rows.show_choices(offered)

    def _on_answered(self, value: Value | None) -> None:
        self._session.answer(self.question.id, value)

    def _on_row_chosen(self, place: int) -> None:
        self.row_opened.emit(self._row_ids[place] if place < len(self._row_ids) else "")
