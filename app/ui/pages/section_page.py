"""One section of a step: its questions as cards, and the way to the next open question."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questions import Question
from app.marks import override
from app.services.snapshots import Snapshot
from app.ui.card.card_view import CardView
from app.ui.fields.settings import FieldSettings
from app.ui.pages.card_views import CardViews
from app.ui.pages.page import Page
from app.ui.pages.refusals import CardPart, Refusals, is_card_refused, refuse_part
from app.ui.pages.section_cards import SectionCards
from app.ui.pages.used_places import links_to, place_of
from app.ui.parts.chips import Link
from app.ui.places import AtAnswers, AtSection
from app.ui.question_card import UNDO, QuestionCard
from app.ui.session import ProjectSession
from app.ui.todos.wishes import TodoWish, carry_out
from app.ui.ways import step_ending_with
from app.ui.work.next_turn import NextTurn

#: An answer seldom changes where others are used, so that is looked up anew only when the user rests.
_REST = 350

#: Sections kept ready to show again. All 59 together would make every change of theme slow.
_MOST_SECTIONS = 8
#: Milliseconds after which one that is too many goes.
_BREATH = 60


class SectionPage(Page):
    """Cards are made once for each section and shown again; only those of the section in sight follow snapshots."""

    question_focused = Signal(str)
    next_wished = Signal()
    back_wished = Signal()
    #: A document, or one copy of it, and an anchor in it, to be shown beside the questions.
    preview_wished = Signal(str, str)

    def __init__(self, session: ProjectSession, settings: FieldSettings) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._views = CardViews(session.services)
        #: Where the answer to each question was used when that was last looked up.
        self._uses: dict[str, tuple[Link, ...]] = {}
        self._sections: dict[str, SectionCards] = {}
        self._section = ""
        self._refusals = Refusals()
        self._focused = ""
        self._drawn: tuple[str, Snapshot | None] = ("", None)
        self._holder = QVBoxLayout(self)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._on_rested)
        self._let_go = QTimer(self)
        self._let_go.setSingleShot(True)
        self._let_go.setInterval(_BREATH)
        self._let_go.timeout.connect(self._on_let_go)
        self._going: deque[SectionCards] = deque()
        self._taking_down = NextTurn(self, self._on_taking_down)
        session.problem_raised.connect(self._on_problem_raised)

    @property
    def section(self) -> str:
        """The section that is shown."""
        return self._section

    @property
    def focused_question(self) -> str:
        """The question that had the focus last; empty if none in this section."""
        return self._focused if self._focused in self.made else ""

    @property
    def scrolled(self) -> int:
        """Pixels by which the section is scrolled down."""
        shown = self._sections.get(self._section)
        return shown.verticalScrollBar().value() if shown is not None else 0

    def scroll_down_to(self, pixels: int) -> None:
        """Scroll the section down by so many pixels from its top."""
        shown = self._sections.get(self._section)
        if shown is not None:
            shown.scroll_down_to(pixels)

    @property
    def made(self) -> dict[str, QuestionCard]:
        """The cards of the section that is shown, by question id, as far as they are there."""
        return self._sections[self._section].made if self._section in self._sections else {}

    def complete(self) -> dict[str, QuestionCard]:
        """Make the cards that are still to come, with all that is in them, and give back all of the section."""
        if self._section in self._sections:
            self._sections[self._section].complete()
        return self.made

    def shows(self, question: str) -> bool:
        """Whether a question is asked in the section that is shown; its card may still be to come."""
        shown = self._sections.get(self._section)
        asked = shown.section.questions if shown is not None else ()
        return question in self._session.snapshot.visible and any(each.id == question for each in asked)

    def show_section(self, section_id: str, question_id: str = "", row: str = "") -> None:
        """Show a section, at a question if one is named, and with a row of its table open if one is named."""
        for each in self._sections.values():
            each.setVisible(each.section.id == section_id)
        self._section = section_id
        # The one shown last stands last, so that the first is the one to let go.
        shown = self._sections.pop(section_id, None) or self._make_section(section_id)
        self._sections[section_id] = shown
        self._rest.start()
        self._let_go.start()
        self._draw(self._session.snapshot, question_id)
        if shown.isHidden():
            # Cards that are there before the column is shown are laid out once, not once for each of them.
            shown.show()
            # Left to itself the layout would do this later, and a question to go to would have no place yet.
            self._holder.activate()
        if question_id:
            shown.go_to(question_id, row)
        else:
            shown.go_to_top()

    def show_guidance(self, question: str) -> None:
        """Unfold the guidance on the card of a question of this section."""
        card = self.made.get(question)
        if card is not None:
            card.show_guidance()

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._draw(snapshot)

    def _draw(self, snapshot: Snapshot, first: str = "") -> None:
        shown = self._sections.get(self._section)
        drawn_section, drawn = self._drawn
        if shown is None or (drawn is snapshot and drawn_section == self._section):
            return
        self._drawn = (self._section, snapshot)
        shown.show_visible(snapshot.visible, first)
        last = self._session.services.content.questionnaire.sections[-1].id
        has_open = bool(snapshot.left)
        shown.show_way_on(has_open=has_open, is_last=self._section == last, ends_step=bool(self._step_to_check))
        self._rest.start()

    @property
    @override
    def in_sight(self) -> QWidget:
        return self._sections.get(self._section, self)

    @override
    def enter(self) -> None:
        first = next((card for card in self.made.values() if not card.isHidden()), None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def leave(self) -> bool:
        for card in self.made.values():
            card.finish()
        left = next((question for question, card in self.made.items() if is_card_refused(card)), None)
        if left is not None:
            self._sections[self._section].go_to(left)
        return left is None

    @property
    def holds_unsaved(self) -> bool:
        """Whether something that was given on a card could not be saved."""
        return any(is_card_refused(card) for cards in self._sections.values() for card in cards.made.values())

    def forget(self) -> None:
        """Drop every card, because another collaborative is open."""
        for cards in self._sections.values():
            self._drop(cards)
        self._sections.clear()
        self._refusals.clear()
        self._uses.clear()
        self._section = self._focused = ""
        self._drawn = ("", None)

    def let_go_of_others(self) -> None:
        """Drop the cards that are out of sight: dressing them anew takes longer than making them again."""
        going = [*self._going, *(each for section, each in self._sections.items() if section != self._section)]
        self._going.clear()
        self._taking_down.call_off()
        self._sections = {each: cards for each, cards in self._sections.items() if each == self._section}
        for cards in going:
            self._drop(cards)
            # Not a moment later, as Qt would: the change that makes them dear comes now.
            QCoreApplication.sendPostedEvents(cards, QEvent.Type.DeferredDelete)

    def stop(self) -> None:
        """Look nothing up any more, because the window is closing."""
        self._rest.stop()

    def _drop(self, cards: SectionCards) -> None:
        self._holder.removeWidget(cards)
        cards.hide()
        cards.deleteLater()

    def _make_section(self, section_id: str) -> SectionCards:
        questionnaire = self._session.services.content.questionnaire
        made = SectionCards(questionnaire.section(section_id), self._make_card, self._view_of)
        made.next_wished.connect(self._on_next_wished)
        made.back_wished.connect(self.back_wished)
        made.back_button.setEnabled(section_id != questionnaire.sections[0].id)
        made.hide()
        self._holder.addWidget(made)
        return made

    def _view_of(self, card: QuestionCard) -> CardView:
        problem = self._refusals.sentence(card.question.id)
        question, snapshot = card.question, self._session.snapshot
        if question.id not in self._uses:
            self._uses[question.id] = self._look_up(question.id)
        return self._views.view(question, snapshot, self._uses[question.id], problem)

    def _look_up(self, question: str) -> tuple[Link, ...]:
        return links_to(self._session.services.uses.places(question, self._session.snapshot))

    def _make_card(self, question: Question) -> QuestionCard:
        session, answer, note, other = self._session, CardPart.ANSWER, CardPart.NOTE, CardPart.OTHER
        card = QuestionCard(question, self._settings)
        card.answered.connect(self._on_answered)
        card.row_put.connect(lambda q, row, cells, at: self._try(q, answer, lambda: session.put_row(q, row, cells, at)))
        card.row_removed.connect(lambda q, row: self._try(q, answer, lambda: session.remove_row(q, row)))
        card.row_moved.connect(lambda q, row, at: self._try(q, answer, lambda: session.move_row(q, row, at)))
        card.rows_pasted.connect(lambda q, rows: self._try(q, answer, lambda: session.add_rows(q, list(rows))))
        card.suggestion_accepted.connect(lambda q: self._try(q, answer, lambda: session.accept_suggestion(q)))
        card.note_changed.connect(lambda q, text: self._try(q, note, lambda: session.note(q, text)))
        card.park_toggled.connect(
            lambda q, on: self._try(q, other, lambda: session.park(q) if on else session.reopen(q))
        )
        card.agree_toggled.connect(
            lambda q, on: self._try(q, other, lambda: session.agree(q) if on else session.reopen(q))
        )
        card.todo_wished.connect(lambda wish: self._on_todo_wished(question.id, wish))
        card.link_followed.connect(self._on_link_followed)
        card.focused.connect(self._on_focused)
        return card

    def _on_answered(self, question: str, value: object) -> None:
        card, session = self.made.get(question), self._session
        if card is not None and card.question.columns:
            self._try(question, CardPart.ANSWER, lambda: session.clear_rows(question))
        else:
            self._try(question, CardPart.ANSWER, lambda: session.answer(question, value))  # type: ignore[arg-type]

    def _on_todo_wished(self, question: str, wish: TodoWish) -> None:
        card = self.made.get(question)
        is_done = self._try(question, CardPart.OTHER, lambda: carry_out(self._session, wish))
        if is_done and card is not None and card.foot is not None:
            card.foot.todos.end(wish)

    def _try(self, question: str, part: CardPart, act: Callable[[], bool]) -> bool:
        before = self._refusals.sentence(question)
        is_done = self._refusals.try_to(act, question, part)
        if self._refusals.sentence(question) != before:
            self._redraw(question)
        return is_done

    def _on_problem_raised(self, question: str, sentence: str) -> None:
        if question:
            self._refusals.note(question, sentence)
            if (card := self.made.get(question)) is not None:
                refuse_part(card, self._refusals.trying)
            self._redraw(question)

    def _redraw(self, question: str) -> None:
        card = self.made.get(question)
        if card is not None and self._session.is_open:
            card.show_view(self._view_of(card))

    @property
    def _step_to_check(self) -> str:
        """The step that ends with the section shown, if nothing of the section is left; else an empty text."""
        is_open = any(each.section == self._section for each in self._session.snapshot.left)
        return "" if is_open else step_ending_with(self._session.services.content.questionnaire, self._section)

    def _on_next_wished(self) -> None:
        if self._step_to_check:
            self.place_wished.emit(AtAnswers(self._step_to_check))
        else:
            self.next_wished.emit()

    def _on_focused(self, question: str) -> None:
        self._focused = question
        self.question_focused.emit(question)
        self._rest.start()

    def _on_rested(self) -> None:
        shown = self._sections.get(self._section)
        if shown is None or not self._session.is_open:
            return
        in_use = [question for question, card in shown.made.items() if not card.isHidden()]
        # What is known of other sections stays until they are shown: coming back to one must not wait for it.
        self._uses |= {question: self._look_up(question) for question in in_use}
        shown.show_uses(self._uses)

    def _on_let_go(self) -> None:
        """Let go of one section at a time, and of that one card at a time: to take down many keeps the user waiting."""
        others = [(each, cards) for each, cards in self._sections.items() if each != self._section]
        spare = [each for each, cards in others if not any(map(is_card_refused, cards.made.values()))]
        if len(self._sections) > _MOST_SECTIONS and spare:
            going = self._sections.pop(spare[0])
            going.hide()
            self._going.append(going)
            self._taking_down.ask()
            self._let_go.start()

    def _on_taking_down(self) -> None:
        if not self._going[0].take_down_next():
            self._drop(self._going.popleft())
        if self._going:
            self._taking_down.ask()

    def _on_link_followed(self, key: str) -> None:
        questionnaire = self._session.services.content.questionnaire
        if key == UNDO:
            self._session.undo()
        elif questionnaire.has(key):
            self.place_wished.emit(AtSection(questionnaire.question(key).section, key))
        else:
            self.preview_wished.emit(*place_of(key))
