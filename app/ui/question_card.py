"""The card of one question: its words, its field, and everything that is known about its answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.domain.answers import State
from app.domain.questions import Question
from app.domain.values import Kind, Value
from app.marks import override
from app.ui.card.card_foot import CardFoot
from app.ui.card.card_view import CardView
from app.ui.card.findings_list import FindingsList
from app.ui.card.suggestion_line import SuggestionLine
from app.ui.fields.choice_field import SeveralField
from app.ui.fields.field import Field, field_for
from app.ui.fields.pick_field import PickField
from app.ui.fields.problem_line import ProblemLine
from app.ui.fields.settings import FieldSettings
from app.ui.fields.table.row_mark import row_marks
from app.ui.fields.table.table_field import TableField
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card
from app.ui.parts.chips import ChipsRow
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.work.next_turn import NextTurn

#: The key a card follows to ask that the last change be taken back.
UNDO = "undo"

_NARROW = {Kind.WHOLE_NUMBER, Kind.PERCENTAGE, Kind.MONEY, Kind.DURATION, Kind.DATE}


class QuestionCard(Card):
    """Passes on what the user does, and shows what it is told; it keeps nothing but what is being typed.

    `answered` carries the question's id and a value, or None for no answer (for a table: remove all rows).
    Rows have signals of their own, see `TableField`; `todo_wished` carries a wish of `app.ui.todos.wishes`.
    `link_followed` carries the key of a link from the view, the id of a table to fill in first, or `UNDO`.
    `grown` says that one of the parts below the field has come: they follow a moment after the rest.
    """

    answered = Signal(str, object)
    row_put = Signal(str, str, object, int)
    row_removed = Signal(str, str)
    row_moved = Signal(str, str, int)
    rows_pasted = Signal(str, object)
    suggestion_accepted = Signal(str)
    note_changed = Signal(str, str)
    park_toggled = Signal(str, bool)
    agree_toggled = Signal(str, bool)
    todo_wished = Signal(object)
    link_followed = Signal(str)
    focused = Signal(str)
    grown = Signal()

    def __init__(self, question: Question, settings: FieldSettings) -> None:
        super().__init__()
        speak_as(self, Spoken.HOLDER)
        self.question = question
        self._settings = settings
        self._view = CardView()
        self._field_problem = ""
        self._is_visited = self._is_in_order = False
        self.setAccessibleName(question.label)
        self.setAccessibleDescription(question.hint)
        self._needed = text_label("Needed", TextLook.NEEDED, wraps=False)
        self._optional = text_label("Optional", TextLook.SMALL, wraps=False)
        self.field: Field | TableField = _field_of(question, settings)
        self._meaning = text_label("", TextLook.STRONG)
        self._suggestion = SuggestionLine(question) if question.suggestion is not None else None
        self._to_table = Button("Go to the question that lists them", ButtonLook.LINK) if _points(question) else None
        self._findings = FindingsList()
        # What most cards never need is made when they first do.
        self._problem: ProblemLine | None = None
        self._uses: ChipsRow | None = None
        self._foot: CardFoot | None = None
        self._later = NextTurn(self, self._on_later)
        self._lay_out()
        self._connect()
        self.show_view(self._view)

    @property
    def foot(self) -> CardFoot | None:
        """Its foot, once it is there: it comes with the first visit or with something to show in it."""
        return self._foot

    @property
    def is_complete(self) -> bool:
        """Whether nothing of the card is still to come."""
        return (
            self._findings.findings == self._view.findings
            and (self._uses is not None or not self._view.changes)
            and (self._foot is not None or not self._needs_foot())
        )

    def complete(self) -> None:
        """Make what is still to come."""
        self._later.call_off()
        while not self.is_complete:
            self.make_next()

    def make_next(self) -> None:
        """Make one part of what is still to come, from the top down."""
        if self._findings.findings != self._view.findings:
            self._show_findings()
        elif self._uses is None and self._view.changes:
            self._uses = self._make_uses()
        else:
            self._foot = self._make_foot()
            self._show_foot()

    @property
    def view(self) -> CardView:
        """What the card shows at present."""
        return self._view

    def show_view(self, view: CardView) -> None:
        """Show this. A field in use is only touched where its value has really changed elsewhere."""
        self._view = view
        value = view.answer.value if view.answer else None
        has_answer = value is not None or bool(view.rows)
        self._show_value(value)
        self._needed.setVisible(view.is_required and not has_answer)
        self._optional.setVisible(not view.is_required and not has_answer)
        self._meaning.setText(view.meaning)
        self._meaning.setVisible(bool(view.meaning))
        if self._suggestion is not None:
            self._suggestion.show_value(value)
        self._show_problem()
        if self.isVisible() or not view.findings:
            self._show_findings()
        if self._uses is not None:
            self._uses.show_links(view.changes)
        self._show_foot()
        if not self.is_complete:
            self._later.ask()

    def show_guidance(self) -> None:
        """Unfold what is known about the question: why it matters and where it comes from."""
        self._show_guidance(True)

    def finish(self) -> None:
        """Give what is still being typed; called before the card goes away."""
        self.field.finish()
        if self._foot is not None:
            self._foot.finish()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_in_order:
            # Alone in its window a card is a ring without a beginning; the order counts once it stands among others.
            self._is_in_order = True
            follow_layout(self)
        if not self.is_complete:
            self._later.ask()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.call_off()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.is_active:
            self.field.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _show_value(self, value: Value | None) -> None:
        options = self._view.row_options.get(self.question.table or "", ())
        if isinstance(self.field, TableField):
            about = [each for each in self._view.findings if each.question == self.question.id]
            self.field.show_rows(self._view.rows, self._view.row_options, self._view.hidden_columns, row_marks(about))
            return
        if self._to_table is not None and isinstance(self.field, PickField | SeveralField):
            self.field.set_choices(options)
            self._to_table.setVisible(not options)
        self.field.show_value(value)

    def _show_problem(self) -> None:
        problem = self._field_problem or self._view.save_problem
        if problem and self._problem is None:
            self._problem = ProblemLine()
            self.body.insertWidget(self.body.indexOf(self._findings), self._problem)
        if self._problem is not None:
            self._problem.show_problem(problem)
        description = " ".join(part for part in (problem, self.question.hint, self._view.meaning) if part)
        self.field.set_names(self.question.label, description)

    def _needs_foot(self) -> bool:
        view = self._view
        has_more = bool(view.todos) or (view.answer is not None and bool(view.answer.note))
        is_marked = view.answer is not None and view.answer.state in {State.AGREED, State.PARKED}
        return self._is_visited or has_more or is_marked

    def _on_later(self) -> None:
        if not self.is_complete:
            self.make_next()
            self.grown.emit()
        if not self.is_complete:
            self._later.ask()

    def _show_findings(self) -> None:
        if self._findings.show_findings(self._view.findings):
            follow_layout(self)

    def _show_foot(self) -> None:
        """The foot comes with the first visit and stays, so that nothing moves under the pointer."""
        view = self._view
        if self._foot is not None:
            has_answer = bool(view.rows) or (view.answer is not None and view.answer.value is not None)
            self._foot.show_answer(view.answer, view.agreed_words, has_answer=has_answer)
            self._foot.show_todos(view.todos, view.people)

    def _make_uses(self) -> ChipsRow:
        uses = ChipsRow("Used in")
        # The foot may be there already: nothing was known to use the answer when it came.
        self.body.insertWidget(self.body.indexOf(self._findings) + 1, _below(uses, DOUBLE_SPACE))
        uses.show_links(self._view.changes)
        uses.link_followed.connect(self.link_followed)
        uses.redrawn.connect(lambda: follow_layout(self))
        follow_layout(self)
        return uses

    def _make_foot(self) -> CardFoot:
        question = self.question.id
        foot = CardFoot(self.question, self._settings)
        foot.note_given.connect(lambda text: self.note_changed.emit(question, text))
        foot.todo_wished.connect(self.todo_wished)
        foot.guidance_wished.connect(self._show_guidance)
        foot.park_toggled.connect(lambda is_on: self.park_toggled.emit(question, is_on))
        foot.agree_toggled.connect(lambda is_on: self.agree_toggled.emit(question, is_on))
        foot.clear_wished.connect(self._on_clear_wished)
        foot.built.connect(lambda: follow_layout(self))
        self.body.addWidget(foot)
        # A layout shows what is added later only when it next gets round to it; the focus cannot wait.
        foot.show()
        follow_layout(self)
        return foot

    def _lay_out(self) -> None:
        is_narrow = self.question.kind in _NARROW
        heading = QHBoxLayout()
        heading.setSpacing(DOUBLE_SPACE)
        heading.addWidget(text_label(self.question.label, TextLook.QUESTION), 1)
        heading.addWidget(self._needed, 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(self._optional, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(heading)
        if self.question.hint:
            self.body.addSpacing(HALF_SPACE)
            self.body.addWidget(text_label(self.question.hint, TextLook.SECONDARY))
        self.body.addSpacing(DOUBLE_SPACE)
        if is_narrow:
            line = QWidget()
            row = ArrangedLayout(Flow(DOUBLE_SPACE), line)
            for part in (self.field, *_there(self._meaning, self._suggestion)):
                row.addWidget(part)
            self.body.addWidget(line)
        else:
            self.body.addWidget(self.field)
            for part in _there(self._to_table, self._meaning, self._suggestion):
                self.body.addWidget(_below(part))
        self.body.addWidget(_below(self._findings, DOUBLE_SPACE))
        if self._to_table is not None:
            self._to_table.hide()
        follow_layout(self)

    def _connect(self) -> None:
        question_id = self.question.id
        if isinstance(self.field, TableField):
            self._connect_table(self.field)
        else:
            self.field.answered.connect(lambda value: self.answered.emit(question_id, value))
            self.field.problem_changed.connect(self._on_problem_changed)
        if self._suggestion is not None:
            self._suggestion.accepted.connect(lambda: self.suggestion_accepted.emit(question_id))
            self._suggestion.reason_wished.connect(self._on_reason_wished)
        if self._to_table is not None:
            self._to_table.clicked.connect(lambda: self.link_followed.emit(self.question.table or ""))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _connect_table(self, table: TableField) -> None:
        question_id = self.question.id
        table.row_put.connect(lambda row_id, cells, position: self.row_put.emit(question_id, row_id, cells, position))
        table.row_removed.connect(lambda row_id: self.row_removed.emit(question_id, row_id))
        table.row_moved.connect(lambda row_id, position: self.row_moved.emit(question_id, row_id, position))
        table.rows_pasted.connect(lambda rows: self.rows_pasted.emit(question_id, rows))
        table.undo_wished.connect(lambda: self.link_followed.emit(UNDO))

    def _on_problem_changed(self, problem: str) -> None:
        self._field_problem = problem
        self._show_problem()

    def _on_reason_wished(self) -> None:
        self._show_guidance(self._foot is None or not self._foot.shows_guidance)

    def _on_clear_wished(self) -> None:
        self.field.setFocus()
        if isinstance(self.field, TableField):
            self.answered.emit(self.question.id, None)
        else:
            self.field.clear()

    def _show_guidance(self, is_wanted: bool) -> None:
        self._is_visited = True
        if not self.is_complete:
            self.complete()
            self.grown.emit()
        if self._foot is not None:
            self._foot.show_guidance(is_wanted)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        is_inside = new is not None and self.isAncestorOf(new)
        if new is None or is_inside == self.is_active:
            return
        self.set_active(is_inside)
        if is_inside:
            self._is_visited = True
            if not self.is_complete:
                self._later.ask()
            self.focused.emit(self.question.id)


def _field_of(question: Question, settings: FieldSettings) -> Field | TableField:
    return TableField(question, settings) if question.kind is Kind.TABLE else field_for(question, settings)


def _points(question: Question) -> bool:
    return question.kind in {Kind.ROW, Kind.ROWS}


def _there(*parts: QWidget | None) -> list[QWidget]:
    return [part for part in parts if part is not None]


def _below(part: QWidget, gap: int = SPACE) -> QWidget:
    """The part with a gap above it, which goes when the part hides."""
    part.setContentsMargins(0, gap, 0, 0)
    return part
