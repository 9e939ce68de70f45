"""The projector view: goes from slide to slide, takes the room's answers, and listens to keys and clickers."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.domain.answers import State
from app.marks import override
from app.services.projecting import QuestionSlide, SectionSlide, Slide, slide_at, slide_beside
from app.services.snapshots import Snapshot
from app.ui.announcing import say
from app.ui.leaving import Leaving
from app.ui.places import AtSection
from app.ui.projector.frame import Frame, View
from app.ui.projector.projector_keys import Wish, number_of, wish_of
from app.ui.projector.question_view import QuestionView
from app.ui.projector.resting_pointer import RestingPointer
from app.ui.projector.room_clauses import RoomClauses
from app.ui.projector.row_view import RowStep, RowView
from app.ui.projector.slide_views import Layer, Standing, foot_words, view_of
from app.ui.projector.text_size import change_percent, kept_percent
from app.ui.session import ProjectSession


class Projector(QWidget):
    """A window of its own. ``view`` is what is shown; ``left_at`` carries the place of it, when it has closed."""

    left_at = Signal(object)
    display_wished = Signal()

    def __init__(self, session: ProjectSession, display_count: Callable[[], int] = lambda: 1) -> None:
        super().__init__()
        self._session = session
        self._display_count = display_count
        self._questionnaire = session.services.content.questionnaire
        self._standing = Standing(SectionSlide(self._questionnaire.sections[0].id))
        self.view: View | None = None
        self.frame = Frame()
        self.frame.setParent(self)
        self.clauses = RoomClauses(session, self)
        self._pointer = RestingPointer(self)
        self._leaving = Leaving(lambda sentence: say(self, sentence, assertive=True))
        self.setWindowTitle("Projector view - Fiveways")
        self.setAccessibleName("Projector view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.frame.set_percent(kept_percent(session.services.preferences))
        self._connect()

    @property
    def slide(self) -> Slide:
        """The slide that is shown, or that lies below a layer."""
        return self._standing.slide

    @property
    def place(self) -> AtSection:
        """Where the window shows the same question."""
        return AtSection(self.slide.section, self._standing.question)

    def show_place(self, section: str, question: str = "") -> None:
        """Show the slide of a question, or of a section; the next one where it does not apply."""
        slide = slide_at(self._questionnaire, self._session.snapshot.visible, section, question)
        if slide is not None:
            self._go(slide)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.frame.is_black:
            self.frame.set_black(False)
        elif not (self.view is not None and (number := number_of(event)) and self.view.choose(number)):
            wish = wish_of(event)
            if wish is None:
                event.ignore()
            else:
                self.acts[wish]()

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        stops: list[QWidget] = [*(self.view.stops() if self.view else []), *self.frame.foot.buttons]
        focused = self.focusWidget()
        here = stops.index(focused) if focused in stops else (-1 if is_next else 0)
        if not self.frame.is_black:
            stops[(here + (1 if is_next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pointer.begin()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.resize(self.size())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(not self._session.is_open or self._may_leave())
        if event.isAccepted():
            self.clauses.stop()
            self.left_at.emit(self.place)

    # --- slides -------------------------------------------------------------------------------------------

    def _go(self, slide: Slide) -> None:
        if self._may_leave():
            self.clauses.begin(Standing(slide).question)
            self._show(Standing(slide))

    def _go_along(self, direction: int) -> None:
        if isinstance(self.view, RowView):
            if self._may_leave():
                # Giving the cell may have made the row.
                self._show(Standing(self.slide, self.view.beside(direction)))
            return
        if self._standing.layer is not None:
            self._leave_layer()
            return
        slide = slide_beside(self._questionnaire, self._session.snapshot.visible, self.slide, direction)
        if slide is not None:
            self._go(slide)

    def _show(self, standing: Standing) -> None:
        """Show what this calls for, from its first page."""
        self._standing = standing
        displays = self._display_count()
        view = self.view = view_of(standing, self._session, self.clauses, self.frame.room_below, displays)
        if isinstance(view, QuestionView | RowView):
            # Methods, which Qt holds loosely: a function that knows the view would keep it, and be kept by it.
            view.writing_wished.connect(self._on_writing_wished)
            view.parts_changed.connect(self._on_parts_changed)
        if isinstance(view, QuestionView):
            view.row_opened.connect(self._on_row_opened)
        if isinstance(view, RowView):
            view.row_made.connect(self._on_row_made)
        self._show_effect()
        self._show_state()
        self.frame.show_view(view, is_new=True)
        self._focus_start()
        say(self, view.spoken)

    def _focus_start(self) -> None:
        """Put the focus where the view begins, but never beyond the page in sight; where it has none, on the way on."""
        view, column = self.view, self.frame.column
        start = view.start() if view is not None else None
        if view is not None and start is not None and not column.is_on_page(start):
            start = column.first_on_page(view.stops())
        # A black screen keeps the focus: else Enter would do what nobody sees.
        if not self.frame.is_black:
            (start or self.frame.foot.way_on).setFocus()

    def _keep_focus_in_sight(self) -> None:
        """Let nothing that a key would do be out of sight: the page of what has the focus comes into sight."""
        focused = self.focusWidget()
        if self.frame.column.is_out_of_sight(focused):
            self.frame.column.go_to_part(focused)

    def _lay(self, layer: Layer) -> None:
        """Lay this over the slide, or take it away where it lies there already."""
        if self._standing.layer is layer:
            self._leave_layer()
        elif (self._standing.question or layer is Layer.KEYS) and self._may_leave():
            self._show(replace(self._standing, layer=layer))

    def _leave_layer(self) -> None:
        if self._may_leave():
            self._show(replace(self._standing, layer=None))

    def _on_writing_wished(self) -> None:
        self._lay(Layer.WRITING)

    def _on_parts_changed(self) -> None:
        if self.view is not None:
            self.frame.show_view(self.view, is_new=False)

    def _show_effect(self) -> None:
        is_question = self._standing == Standing(self.slide) and bool(self._standing.question)
        self.frame.show_effect(*(self.clauses.effect if is_question else ("", "", "")))

    def _show_state(self) -> None:
        if self.view is not None:
            self.frame.foot.show_words(foot_words(self._standing, self.view, self._session))

    def _may_leave(self) -> bool:
        """Whether the slide can be left: what could not be saved stays until somebody insists."""
        return self._leaving.may_leave(self.view.finish if self.view is not None else None)

    # --- keys ---------------------------------------------------------------------------------------------

    @cached_property
    def acts(self) -> dict[Wish, Callable[[], object]]:
        """What each key does."""
        return {
            Wish.NEXT: partial(self._go_along, 1),
            Wish.PREVIOUS: partial(self._go_along, -1),
            Wish.NEXT_PAGE: partial(self._turn, 1),
            Wish.PREVIOUS_PAGE: partial(self._turn, -1),
            Wish.ENTER: self._enter,
            Wish.DOWN: partial(self._step, 1),
            Wish.UP: partial(self._step, -1),
            Wish.FIRST: lambda: self.show_place(self.slide.section),
            Wish.CLAUSE: partial(self._lay, Layer.CLAUSE),
            Wish.GUIDANCE: partial(self._lay, Layer.GUIDANCE),
            Wish.KEYS: partial(self._lay, Layer.KEYS),
            Wish.BLACK: partial(self.frame.set_black, True),
            Wish.PARK: partial(self._mark, State.PARKED, self._session.park),
            Wish.AGREE: partial(self._mark, State.AGREED, self._session.agree),
            Wish.LARGER: partial(self._change_size, 1),
            Wish.SMALLER: partial(self._change_size, -1),
            Wish.DISPLAY: self.display_wished.emit,
            Wish.REMOVE: self._remove_row,
            Wish.UNDO: self._session.undo,
            Wish.REDO: self._session.redo,
            Wish.BACK: self._back,
        }

    def _turn(self, direction: int) -> None:
        """Show the next page of the slide; after the last one, the next slide."""
        column = self.frame.column
        if not 0 <= column.page + direction < column.pages:
            self._go_along(direction)
            return
        column.go_to(column.page + direction)
        # What has the focus must be in sight: else Enter would choose what nobody sees.
        self._focus_start()

    def _step(self, direction: int) -> None:
        """Move to the answer beside the one in focus; without answers, turn the page."""
        stops = self.view.stops() if self.view is not None else []
        focused = self.focusWidget()
        first = self.frame.column.first_on_page(stops)
        begin = stops.index(first) if first is not None and direction > 0 else len(stops) - 1
        there = stops.index(focused) + direction if focused in stops else begin
        if 0 <= there < len(stops):
            stops[there].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            column = self.frame.column
            column.go_to(column.page + direction)
            if focused not in stops:
                self._focus_start()

    def _enter(self) -> None:
        """Take what was typed, and go on: to the next column of a row, or back to the answers."""
        if not self._is_typing:
            self._turn(1)
            return
        is_saved = self.view is not None and self.view.finish()
        if isinstance(self.view, RowView) and self.view.is_settled:
            self._go_along(1)
        elif is_saved and not isinstance(self.view, RowView):
            self._focus_start()

    def _back(self) -> None:
        if self._standing.layer is not None:
            self._leave_layer()
        elif self._standing.row is not None:
            if self._may_leave():
                self._show(Standing(self.slide))
        elif self._is_typing and self.view is not None:
            self.view.finish()
            self._focus_start()
        else:
            self.close()

    def _remove_row(self) -> None:
        if isinstance(self.view, QuestionView):
            self.view.remove_row(self.focusWidget())

    @property
    def _is_typing(self) -> bool:
        return isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit)

    def _change_size(self, direction: int) -> None:
        self.frame.set_percent(change_percent(self._session.services.preferences, direction))
        self._keep_focus_in_sight()

    def _mark(self, state: State, act: Callable[[str], bool]) -> None:
        """Put a mark on the question, or take it away where it is there."""
        if self._standing.question:
            answer = self._session.snapshot.answers.answer(self._standing.question)
            is_there = answer is not None and answer.state is state
            (self._session.reopen if is_there else act)(self._standing.question)

    # --- the session --------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._session.state_changed.connect(self._on_state_changed)
        self._session.state_changed.connect(self._leaving.forget)
        self._session.problem_raised.connect(self._on_problem_raised)
        self._session.closed.connect(self.close)
        self.clauses.changed.connect(self._on_clauses_changed)
        foot = self.frame.foot
        foot.previous_wished.connect(lambda: self._turn(-1))
        foot.next_wished.connect(lambda: self._turn(1))
        foot.back_wished.connect(self._leave_layer)
        marks = ((foot.agree_wished, Wish.AGREE), (foot.park_wished, Wish.PARK), (foot.keys_wished, Wish.KEYS))
        for wished, wish in marks:
            wished.connect(self.acts[wish])
        foot.close_wished.connect(self.close)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_state_changed(self, snapshot: Snapshot) -> None:
        if not self.isVisible() or self.view is None:
            return
        slide = slide_at(self._questionnaire, snapshot.visible, self.slide.section, self._standing.question)
        row = self._standing.row
        rows = {each.id for each in snapshot.answers.rows(self._standing.question)}
        if slide is not None and slide != self.slide:
            self._go(slide)
        elif row is not None and row.row and row.row not in rows:
            self._show(Standing(self.slide))
        else:
            self.view.show_snapshot(snapshot)
            self._show_state()
            self.frame.show_view(self.view, is_new=False)
            self.clauses.follow(snapshot)

    def _on_problem_raised(self, question: str, sentence: str) -> None:
        if self.view is not None and question in {"", self._standing.question}:
            self.view.show_problem(sentence)
            self.frame.show_view(self.view, is_new=False)
            say(self, sentence, assertive=True)

    def _on_clauses_changed(self) -> None:
        if self._standing.layer is Layer.CLAUSE:
            self._show(self._standing)
        else:
            self._show_effect()
            self._keep_focus_in_sight()
            if self.clauses.has_changed and self.clauses.now is not None:
                say(self, f"{self.clauses.lead} {self.clauses.now.sentence}")

    def _on_row_opened(self, row: str) -> None:
        if isinstance(self.slide, QuestionSlide):
            self._show(Standing(self.slide, RowStep(self.slide, row, 0)))

    def _on_row_made(self, step: RowStep) -> None:
        self._standing = replace(self._standing, row=step)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.frame.column.isAncestorOf(new):
            self.frame.column.go_to_part(new)
