"""The page of what is left: open points by step, by document or by person, what is parked, and every to-do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questions import Question
from app.domain.todos import Todo, known_people, open_todos
from app.marks import override
from app.services.drafting import DocumentState
from app.services.left import PersonTasks
from app.services.snapshots import Snapshot
from app.services.still_open import still_open
from app.ui.fields.settings import FieldSettings
from app.ui.icons import Icon
from app.ui.pages.left.by_document import build_by_document
from app.ui.pages.left.by_person import build_for_nobody, groups_by_person
from app.ui.pages.left.by_step import build_by_step
from app.ui.pages.left.lists import Ways, list_card
from app.ui.pages.left.sentences import how_far, in_hand, no_open_points, what_waits
from app.ui.pages.page import Page
from app.ui.parts.buttons import Button
from app.ui.parts.card import Card
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.message_space import MessageSpace
from app.ui.parts.progress_bar import ProgressBar
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.tabs import Tabs, TabsLook
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtDocuments, AtSection
from app.ui.reading.drafts import Drafts
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.todos.todo_form import TodoForm
from app.ui.todos.todo_list import TodoGroup, TodoList
from app.ui.todos.wishes import AddWish, RemoveWish, TodoWish, TodoWords, carry_out

_INTRODUCTION = "Open points of the documents that apply, what is parked, and what somebody still has to do."
_NO_TODOS = "There are no to-dos yet. Add one here, or on the card of any question."
_VIEW_KEY = "left.view"
_VIEWS = ("step", "document", "person")
_STEPS, _DOCUMENTS, _PEOPLE = range(3)
#: More notes than these stay folded until asked for.
_FEW_NOTES = 10


class LeftPage(Page):
    """One of three views at a time. Parts stay folded or open as the user left them."""

    def __init__(self, session: ProjectSession, settings: FieldSettings) -> None:
        super().__init__()
        self._session = session
        self._snapshot: Snapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._removal: str | None = None
        self._ways = Ways(self.place_wished.emit, {})
        self._drafts = Drafts(session.services.drafting, self)
        self._drafts.drafted.connect(self._on_drafted)
        self.views = Tabs(("By step", "By document", "By person"), TabsLook.SEGMENTS, "What is left, seen by")
        chosen = session.services.preferences.get(_VIEW_KEY)
        self.views.setCurrentIndex(_VIEWS.index(chosen) if chosen in _VIEWS else _STEPS)
        self.add_button = Button("Add a to-do", icon=Icon.PLUS)
        self.form = TodoForm(settings)
        self.messages = MessageSpace()
        self.todos = TodoList(settings, self._question_words)
        self._top, self._view = Redrawn(0), Redrawn(DOUBLE_SPACE)
        self._column = ScrollColumn("What is left")
        self._lay_out()
        self.views.currentChanged.connect(self._on_view_chosen)
        self.add_button.clicked.connect(self._on_add_wished)
        self.form.given.connect(self._on_form_given)
        self.form.left.connect(self._on_form_left)
        self.todos.wished.connect(self._on_wished)
        self.todos.emptied.connect(self.add_button.setFocus)
        self.todos.question_wished.connect(self._go_to_question)

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        if self._snapshot is None or self._snapshot.collaborative != snapshot.collaborative:
            self._ways.folds.clear()
            self._column.verticalScrollBar().setValue(0)
            self.messages.clear()
            self.form_card.hide()
        if snapshot.undo != self._removal:
            # The line offers to take back the removal, which is not the latest act any more.
            self.messages.clear()
        self._snapshot = snapshot
        self._draw()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.messages.clear()

    def stop(self) -> None:
        """Stop drafting, because the window is closing."""
        self._drafts.stop()

    # --- drawing ------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        view = self.views.currentIndex()
        left = self._session.services.left
        people = left.by_person(snapshot)
        if view == _DOCUMENTS:
            self._drafts.want(snapshot, snapshot.documents)
        self.form.show_people(known_people(snapshot.design.answers, snapshot.todos))
        self._show_todos(snapshot, view, people)
        steps, documents = left.by_step(snapshot), left.by_document(snapshot, self._drafted(snapshot))
        noted = self._noted(snapshot) if view == _STEPS else []
        beyond = left.in_no_document(snapshot, documents)
        shown = {_STEPS: steps, _DOCUMENTS: (documents, beyond), _PEOPLE: people}[view]
        notes = tuple(note for _, note in noted)
        still = still_open(snapshot, self._session.today())
        drawn = (snapshot.collaborative, view, shown, snapshot.total, snapshot.documents, notes, still)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._top.redraw(lambda column: column.addWidget(self._progress(snapshot)))
        if view == _STEPS:
            self._view.redraw(lambda column: self._build_steps(column, snapshot, noted))
        elif view == _DOCUMENTS:
            self._view.redraw(lambda column: build_by_document(column, documents, beyond, self._ways))
        else:
            loose = next((each for each in people if not each.name), PersonTasks("", ()))
            rest, has_todos = in_hand(still, loose), bool(snapshot.todos)
            self._view.redraw(lambda column: self._build_people(column, loose, rest, has_todos=has_todos))

    def _show_todos(self, snapshot: Snapshot, view: int, people: Sequence[PersonTasks]) -> None:
        """By person all of them; elsewhere, on top, those that are open."""
        done = tuple[Todo, ...]()
        if view == _PEOPLE:
            groups = groups_by_person(people, self._session.today())
            done = tuple(each for each in snapshot.todos if each.is_done)
        else:
            todos = open_todos(snapshot.todos)
            groups = (TodoGroup(todos, f"To-dos ({len(todos)})"),) if todos else ()
        self.todos.show_todos(groups, done, known_people(snapshot.design.answers, snapshot.todos))
        self.todos.setVisible(bool(groups or done) or self.todos.is_changing)

    def _build_steps(self, column: QVBoxLayout, snapshot: Snapshot, noted: Sequence[tuple[Question, str]]) -> None:
        left = self._session.services.left
        if not snapshot.left:
            column.addWidget(self._nothing_left(snapshot))
        notes = {question.id: note for question, note in noted}
        build_by_step(column, left.by_step(snapshot), self._ways, notes)
        if noted:
            column.addWidget(text_label("Notes", TextLook.HEADING))
            column.addWidget(self._notes(noted))

    def _build_people(self, column: QVBoxLayout, loose: PersonTasks, rest: str, *, has_todos: bool) -> None:
        if not has_todos:
            column.addWidget(text_label(_NO_TODOS, TextLook.SECONDARY))
        build_for_nobody(column, loose, self._ways)
        if rest:
            column.addWidget(text_label(rest, TextLook.SECONDARY))

    def _progress(self, snapshot: Snapshot) -> Card:
        total = snapshot.total
        shares = [part.share for part in snapshot.steps.values()]
        still = still_open(snapshot, self._session.today())
        words, waits = how_far(total, still), what_waits(still)
        card = Card()
        card.body.setContentsMargins(DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE)
        card.body.setSpacing(SPACE + HALF_SPACE)
        texts = QVBoxLayout()
        texts.setSpacing(HALF_SPACE)
        texts.addWidget(text_label(words, TextLook.STRONG))
        if waits:
            texts.addWidget(text_label(waits))
        card.body.addLayout(texts)
        card.body.addWidget(ProgressBar(shares, words))
        return card

    def _nothing_left(self, snapshot: Snapshot) -> Card:
        card = list_card()
        card.body.setSpacing(SPACE)
        if snapshot.documents:
            still = still_open(snapshot, self._session.today())
            card.body.addWidget(MessageStrip(Tone.NOTE if still.waits else Tone.SUCCESS, no_open_points(still)))
            card.body.addWidget(self._ways.link("Go to the documents", AtDocuments(), icon=Icon.DOCUMENTS))
        else:
            sentence = "No document applies yet. The first answers of step 1 settle which ones will."
            card.body.addWidget(MessageStrip(Tone.NOTE, sentence))
            first = self._session.services.content.questionnaire.sections[0]
            card.body.addWidget(self._ways.link(f"Begin with: {first.title}", AtSection(first.id), icon=Icon.NEXT))
        return card

    def _notes(self, noted: Sequence[tuple[Question, str]]) -> Card:
        def build(column: QVBoxLayout) -> None:
            for question, note in noted:
                column.addWidget(self._ways.question_link(question, note, Icon.COMMENT))

        card = list_card()
        is_few = len(noted) <= _FEW_NOTES
        card.body.addWidget(self._ways.fold("notes", "Notes beside answers", str(len(noted)), build, is_open=is_few))
        return card

    def _drafted(self, snapshot: Snapshot) -> list[DocumentState]:
        """The documents that are drafted: they say themselves what they lack."""
        if self._drafts.snapshot is not snapshot:
            return []
        states = (self._drafts.state(document) for document in snapshot.documents)
        return [state for state in states if state is not None]

    def _noted(self, snapshot: Snapshot) -> list[tuple[Question, str]]:
        questions = self._session.services.content.questionnaire.questions
        visible = [question for question in questions if question.id in snapshot.visible]
        return [(question, note) for question in visible if (note := self._note(snapshot, question))]

    @staticmethod
    def _note(snapshot: Snapshot, question: Question) -> str:
        answer = snapshot.answers.answer(question.id)
        return answer.note if answer is not None else ""

    # --- wishes -------------------------------------------------------------------------------------------

    def _on_view_chosen(self, view: int) -> None:
        self._session.services.preferences.put(_VIEW_KEY, _VIEWS[view])
        self._draw()

    def _on_drafted(self, _state: DocumentState) -> None:
        if self.isVisible() and self.views.currentIndex() == _DOCUMENTS:
            self._draw()

    def _on_add_wished(self) -> None:
        self.views.setCurrentIndex(_PEOPLE)
        if not self.form_card.isHidden() and self.form.is_touched:
            self.form.go_on()
            return
        self.form_card.show()
        self.form.begin()

    def _on_form_given(self, words: TodoWords) -> None:
        if carry_out(self._session, AddWish(words)):
            self._on_form_left()

    def _on_form_left(self) -> None:
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form_card.hide()

    def _on_wished(self, wish: TodoWish) -> None:
        if not carry_out(self._session, wish):
            return
        self.todos.end(wish)
        if isinstance(wish, RemoveWish):
            self._removal = self._session.snapshot.undo
            sentence = f"Removed: {wish.todo.text}"
            self.messages.say(Tone.NOTE, sentence, link="Undo", on_link=self._on_undo_wished)

    def _on_undo_wished(self) -> None:
        self.messages.clear()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.undo()

    def _go_to_question(self, question_id: str) -> None:
        questionnaire = self._session.services.content.questionnaire
        if questionnaire.has(question_id):
            self.place_wished.emit(AtSection(questionnaire.question(question_id).section, question_id))

    def _question_words(self, question_id: str) -> str:
        questionnaire = self._session.services.content.questionnaire
        return questionnaire.question(question_id).label if questionnaire.has(question_id) else ""

    def _lay_out(self) -> None:
        row = QWidget()
        flow = ArrangedLayout(Flow(DOUBLE_SPACE), row)
        flow.addWidget(self.views)
        flow.addWidget(self.add_button)
        self.form_card = Card()
        self.form_card.body.setContentsMargins(DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE)
        self.form_card.body.addWidget(self.form)
        self.form_card.hide()
        body = self._column.body
        body.addWidget(SectionHeader("What is left", _INTRODUCTION))
        for part in (self._top, row, self.form_card, self.messages, self.todos, self._view):
            body.addWidget(part)
        body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)
