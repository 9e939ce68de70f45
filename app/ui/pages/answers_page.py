"""The page to check answers on: every question of a step with its answer in words, and a way to change each."""

from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.progress import Progress
from app.domain.questions import Section, Step
from app.domain.wording import counted
from app.marks import override
from app.services.answers_in_words import AnswerLine, SectionAnswers, Standing, section_answers
from app.services.left import TaskStatus
from app.services.snapshots import Snapshot
from app.ui.icons import Icon
from app.ui.pages.answers.answer_row import AnswerRow, indented
from app.ui.pages.page import Page
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card, Hairline
from app.ui.parts.folded_part import FoldedPart
from app.ui.parts.laid_out_once import laid_out_once
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.tag import Tag, TagLook
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtAnswers, AtOpenPoints, AtSection, UserPlace
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, SPACE
from app.ui.work.next_turn import NextTurn

_INTRODUCTION = "Read every answer as others will read it. “Change” leads to the question."
_UNNECESSARY = "Your earlier answers make it unnecessary."
#: Sections are open at first until so many answers are in sight; the others unfold when they are asked for.
_AT_FIRST = 24
#: Seconds for which the window may be kept from the user while sections are made or unfolded.
_MOMENT = 0.008
#: Pixels at 100 % text: two columns, each of which is read by itself, take more than one.
_WIDEST = 1200


class AnswersPage(Page):
    """Shows one step, or all five. Sections stay folded or open as the user left them, and are built when opened."""

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._questionnaire = session.services.content.questionnaire
        self._step = ""
        self._seen: tuple[Snapshot | None, str] = (None, "")
        self._drawn: tuple[object, ...] = ()
        self._to_make: list[SectionAnswers] = []
        self._to_unfold: list[str] = []
        self._scrolled = 0
        self._folds: dict[str, bool] = {}
        self.parts: dict[str, FoldedPart] = {}
        self._header = SectionHeader("Check your answers", _INTRODUCTION)
        self._list = Redrawn(DOUBLE_SPACE)
        self.unfold_button = Button("Open all sections", ButtonLook.LINK)
        self.unfold_button.clicked.connect(self._on_unfold_wished)
        self._column = ScrollColumn("Check your answers", widest=_WIDEST)
        for part in (self._header, self.unfold_button, self._list):
            self._column.body.addWidget(part)
        self._column.body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)
        self._cards = QVBoxLayout()
        self._way_on = QWidget()
        self._later = NextTurn(self, self._on_later)

    @property
    def is_unfolding(self) -> bool:
        """Whether sections are still to come or to unfold by themselves."""
        return self._later.is_asked

    @property
    def rows(self) -> list[AnswerRow]:
        """The answers that are unfolded, in order."""
        return [row for part in self.parts.values() for row in part.findChildren(AnswerRow) if row.isVisibleTo(part)]

    def show_step(self, step: str) -> None:
        """Show the answers of a step; of all steps where none is named."""
        self._step = step
        self.show_snapshot(self._session.snapshot)

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        if self._seen[0] is snapshot and self._seen[1] == self._step:
            return
        self._seen = (snapshot, self._step)
        steps = self._steps()
        found = tuple(
            section_answers(section, snapshot, self._questionnaire) for step in steps for section in step.sections
        )
        drawn = (snapshot.collaborative, self._step, found)
        if drawn == self._drawn:
            return
        if not self._drawn or self._drawn[0] != snapshot.collaborative:
            self._folds.clear()
        is_same_step = self._drawn[:2] == drawn[:2]
        self._drawn = drawn
        step = steps[0] if self._step else None
        self._header.show_texts(
            f"Check your answers: {step.number} {step.title}" if step else "Check all your answers", _INTRODUCTION
        )
        self._scrolled = self._column.verticalScrollBar().value() if is_same_step else 0
        self._column.verticalScrollBar().setValue(self._scrolled)
        self._list.redraw(lambda column: self._build(column, found))
        self._later.ask()

    def _steps(self) -> tuple[Step, ...]:
        chosen = tuple(step for step in self._questionnaire.steps if step.id == self._step)
        return chosen or self._questionnaire.steps

    def _build(self, column: QVBoxLayout, found: tuple[SectionAnswers, ...]) -> None:
        self.parts = {}
        self._to_make = list(found)
        self._to_unfold = []
        column.addWidget(text_label(_summary(found), TextLook.BODY))
        in_sight = 0
        for answers in self._to_make:
            is_seen_at_first = bool(answers.lines) and in_sight < _AT_FIRST and bool(self._step)
            if self._folds.get(answers.section.id, is_seen_at_first):
                self._to_unfold.append(answers.section.id)
            in_sight += len(answers.lines)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(DOUBLE_SPACE)
        column.addLayout(self._cards)
        self._way_on = self._ways()
        column.addWidget(self._way_on)
        self._make_for_a_moment()
        # Below what is still to come it would move away under the pointer.
        self._way_on.setVisible(not self._to_make)

    def _section(self, answers: SectionAnswers) -> Card:
        section = answers.section

        def build(column: QVBoxLayout) -> None:
            # The lines between answers end as far from one edge of the card as from the other.
            column.setContentsMargins(SPACE, 0, SPACE, SPACE)
            if not answers.lines:
                column.addWidget(indented(text_label(_UNNECESSARY, TextLook.SECONDARY)))
            for place, line in enumerate(answers.lines):
                if place:
                    column.addWidget(Hairline())
                row = AnswerRow(line)
                row.change_wished.connect(self._leading_to(AtSection(section.id, line.question.id)))
                column.addWidget(row)

        part = FoldedPart(section.title, _count(answers), build, tag=_tag(answers))
        part.unfolded.connect(lambda is_unfolded: self._on_unfolded(section, is_unfolded=is_unfolded))
        self.parts[section.id] = part
        card = Card()
        card.body.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        card.body.addWidget(part)
        return card

    def _ways(self) -> QWidget:
        """The ways on: back to the last section, on to the next step, and to what is left."""
        holder = QWidget()
        flow = ArrangedLayout(Flow(SPACE + SPACE // 2), holder)
        steps = self._questionnaire.steps
        here = next((place for place, step in enumerate(steps) if step.id == self._step), None)
        if here is not None:
            back = Button("Back", icon=Icon.BACK, tip="Previous section (Alt+Left)")
            back.clicked.connect(self._leading_to(AtSection(steps[here].sections[-1].id)))
            flow.addWidget(back)
        if here is not None and here + 1 < len(steps):
            following = steps[here + 1]
            on = Button(f"Go on to step {following.number}: {following.title}", ButtonLook.PRIMARY)
            on.clicked.connect(self._leading_to(AtSection(following.sections[0].id)))
            flow.addWidget(on)
        left = Button("See what is left")
        left.clicked.connect(self._leading_to(AtOpenPoints()))
        flow.addWidget(left)
        if self._step:
            everything = Button("Check all five steps", ButtonLook.LINK)
            everything.clicked.connect(self._leading_to(AtAnswers()))
            flow.addWidget(everything)
        return holder

    def _leading_to(self, place: UserPlace) -> Callable[[], None]:
        return lambda: self.place_wished.emit(place)

    def _on_unfolded(self, section: Section, *, is_unfolded: bool) -> None:
        self._folds[section.id] = is_unfolded
        if not self.is_unfolding:
            follow_layout(self)

    def _on_unfold_wished(self) -> None:
        self._to_unfold = [*self.parts, *(answers.section.id for answers in self._to_make)]
        self._later.ask()

    def _on_later(self) -> None:
        holder = self._cards.parentWidget()
        if holder is None:
            return
        with laid_out_once(holder):
            self._make_for_a_moment()
        if self._to_make or self._to_unfold:
            self._later.ask()
            return
        self._way_on.show()
        follow_layout(self)
        if self._scrolled:
            self._column.verticalScrollBar().setValue(self._scrolled)
            self._scrolled = 0

    def _make_for_a_moment(self) -> None:
        """Make and unfold what a moment allows, each section before the one below it: all would hold up the user."""
        until = perf_counter() + _MOMENT
        while (self._to_make or self._to_unfold) and perf_counter() < until:
            due = next((section for section in self._to_unfold if section in self.parts), "")
            if due:
                self._to_unfold.remove(due)
                self.parts[due].header.setChecked(True)
            else:
                card = self._section(self._to_make.pop(0))
                self._cards.addWidget(card)
                card.show()


def _summary(found: tuple[SectionAnswers, ...]) -> str:
    """How many answers there are, and how they stand."""
    lines = [line for answers in found for line in answers.lines]
    told = [_progress(lines).in_words]
    for standing, one, many in (
        (Standing.AGREED, "agreed", "agreed"),
        (Standing.UNCONFIRMED, "suggestion not confirmed", "suggestions not confirmed"),
    ):
        count = sum(line.standing is standing for line in lines)
        if count:
            told.append(counted(count, one, many))
    needed = sum(line.is_needed for line in lines)
    if needed:
        told.append(counted(needed, "open point", "open points"))
    return f"{', '.join(told)}."


def _progress(lines: Sequence[AnswerLine]) -> Progress:
    parked = [line for line in lines if line.standing is Standing.PARKED]
    return Progress(
        asked=len(lines),
        answered=sum(line.is_answered for line in lines),
        parked=len(parked),
        answered_parked=sum(line.is_answered for line in parked),
    )


def _count(answers: SectionAnswers) -> str:
    return _progress(answers.lines).in_words if answers.lines else ""


def _tag(answers: SectionAnswers) -> Tag | None:
    if not answers.lines:
        return Tag(TaskStatus.DOES_NOT_APPLY.value, TagLook.QUIET)
    needed = sum(line.is_needed for line in answers.lines)
    return Tag(counted(needed, "open point", "open points"), TagLook.WARNING) if needed else None
