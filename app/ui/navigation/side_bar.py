"""The bar on the left: the five steps with the sections of the one that is open, and the other pages."""

from collections import Counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.checks import Severity
from app.domain.questions import Questionnaire
from app.domain.todos import open_todos
from app.marks import override
from app.services.snapshots import Snapshot
from app.services.still_open import in_short, still_open
from app.ui.icons import Icon
from app.ui.navigation.items import Level, NavigationItem
from app.ui.navigation.left_words import left_beside
from app.ui.navigation.step_sections import BETWEEN, StepSections
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Hairline
from app.ui.parts.focus_in_sight import FocusInSight
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.scroll_area import ScrollArea
from app.ui.parts.text import TextLook, text_label
from app.ui.places import (
    AtAnswers,
    AtChecks,
    AtDocuments,
    AtHistory,
    AtOpenPoints,
    AtPast,
    AtSection,
    AtSettings,
    AtStart,
    UserPlace,
)
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE, TRIPLE_SPACE
from app.ui.theme.theme import current_theme
from app.ui.work.next_turn import NextTurn

#: The pages stand still below the steps unless they would take more than this share of the bar's height.
_MOST_FOR_PAGES = 0.4
#: Pixels of sections at 100 % text below which they do not scroll by themselves.
_LEAST_OF_SECTIONS = 16 * SPACE
_EDGE = SPACE + HALF_SPACE
_ENDLESS = 100_000


class SideBar(QWidget):
    """Shows where the user is and what is left, and tells where the user wishes to go.

    The sections of the open step scroll between the steps; the pages below stay in sight, however many there are.
    """

    place_wished = Signal(object)
    help_wished = Signal()

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._questionnaire = questionnaire
        self._steps: dict[str, NavigationItem] = {}
        self._sections: dict[str, NavigationItem] = {}
        self._step_of = {section.id: section.step for section in questionnaire.sections}
        self._pages: dict[type, NavigationItem] = {}
        self._answers: dict[str, NavigationItem] = {}
        self.help_item = NavigationItem("Help", Level.PAGE)
        self._name = text_label("", TextLook.SMALL)
        self._of_now = text_label("The steps show how it stands today", TextLook.LABEL)
        self._of_now.setContentsMargins(0, HALF_SPACE, 0, 0)
        self._of_now.hide()
        self.setAccessibleName("Steps and pages")
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parts: dict[str, StepSections] = {}
        self._open_part: StepSections | None = None
        self._shown: Snapshot | None = None
        self._place: UserPlace | None = None
        # The page that is gone to comes first, and this is not missed for as long as a turn.
        self._following = NextTurn(self, self._on_following)
        self._scrolled, self._lower = _ground(), _ground()
        self._lay_out_steps()
        self._lay_out_pages()
        self._area = ScrollArea()
        self._area.setWidget(self._scrolled)
        self._scrolled.installEventFilter(self)
        self._focus_in_sight = FocusInSight(self._area)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 1, 0)  # the line at the right
        self._column.setSpacing(0)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(self._lower)

    @property
    def steps(self) -> QWidget:
        """What leads to the five steps and their sections, above what leads to pages."""
        return self._area

    def item_of(self, place: UserPlace) -> NavigationItem | None:
        """The entry that leads to a place, for a section that of the section."""
        if isinstance(place, AtSection):
            return self._sections.get(place.section)
        if isinstance(place, AtAnswers):
            return self._answers.get(place.step)
        # The past is a part of the history.
        return self._pages.get(AtHistory if isinstance(place, AtPast) else type(place))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is left everywhere."""
        if snapshot is self._shown:
            return
        self._shown = snapshot
        self._name.setText(snapshot.name)
        todos = self._todos_by_step(snapshot)
        for step_id, item in self._steps.items():
            progress = snapshot.steps[step_id]
            item.show_stage(progress.stage)
            item.show_count(*left_beside(progress, with_word=True, todos=todos[step_id]))
        for section_id, item in self._sections.items():
            item.show_count(*left_beside(snapshot.sections[section_id], with_word=False))
        errors = len(snapshot.errors)
        warnings = sum(finding.severity is Severity.WARNING for finding in snapshot.findings)
        self._pages[AtChecks].show_findings(errors, warnings)
        still = still_open(snapshot)
        waiting = f"{still.waiting:,}" if still.waiting else ""
        self._pages[AtOpenPoints].show_count(waiting, in_short(still) or "nothing left")
        self._pages[AtDocuments].show_count(str(len(snapshot.documents)), f"{len(snapshot.documents)} apply")

    def _todos_by_step(self, snapshot: Snapshot) -> Counter[str]:
        """How many open to-dos are about questions of each step that are asked."""
        about = (each.question_id for each in open_todos(snapshot.todos) if each.question_id in snapshot.visible)
        questions = (self._questionnaire.question(each) for each in about)
        return Counter(self._step_of[each.section] for each in questions)

    def follow(self, place: UserPlace) -> None:
        """Show a place in a turn."""
        self._place = place
        self._following.ask()

    def _on_following(self) -> None:
        if self._place is not None:
            self.show_place(self._place)

    def show_place(self, place: UserPlace) -> None:
        """Mark the entry of a place and open the step that it lies in."""
        section = place.section if isinstance(place, AtSection) else ""
        step = place.step if isinstance(place, AtAnswers) else self._step_of.get(section, "")
        for step_id, item in self._steps.items():
            item.setChecked(step_id == step)
        for section_id, item in self._sections.items():
            item.setChecked(section_id == section)
        for step_id, item in self._answers.items():
            item.setChecked(isinstance(place, AtAnswers) and step_id == step)
        for step_id, part in self._parts.items():
            part.setVisible(step_id == step)
        self._open_part = self._parts.get(step)
        self._fit_sections()
        # The page beside the bar is of another time then.
        self._of_now.setVisible(isinstance(place, AtPast))
        chosen = self.item_of(place)
        for item in self._pages.values():
            item.setChecked(item is chosen)
        if chosen is not None:
            # The entries of the step that opens have their places only once the bar was laid out anew.
            QTimer.singleShot(0, chosen, lambda: self._bring_into_sight(chosen))

    def _bring_into_sight(self, chosen: NavigationItem) -> None:
        if self._scrolled.isAncestorOf(chosen) and chosen.isVisibleTo(self):
            self._fit_sections()
            if (layout := self._scrolled.layout()) is not None:
                layout.activate()
            if self._open_part is not None and self._open_part.isAncestorOf(chosen):
                self._open_part.bring_into_sight(chosen)
            self._area.ensureWidgetVisible(chosen, 0, TRIPLE_SPACE)

    def take_focus(self) -> None:
        """Put the focus on the entry of the place where the user is."""
        if self._following.is_asked:
            self._following.call_off()
            self._on_following()
        entries = [item for item in self._entries() if item.isVisibleTo(self)]
        chosen = [item for item in entries if item.isChecked()]
        entry = next(iter(chosen[-1:] or entries))
        entry.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys, Home and End move between the entries; share the height anew when they change theirs."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_sections()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        entries = [item for item in self._entries() if item.isVisibleTo(self)]
        place = next((place for place, item in enumerate(entries) if item is watched), None)
        if place is None:
            return False
        there = {
            Qt.Key.Key_Down: place + 1,
            Qt.Key.Key_Up: place - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(entries) - 1,
        }.get(Qt.Key(event.key()))
        if there is None:
            return False
        entries[min(max(there, 0), len(entries) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()
        self._column.activate()
        self._fit_sections()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_column"):
            self._share_height()

    def _share_height(self) -> None:
        """Let the pages scroll with the steps where both would be cramped, such as with very large text."""
        steps = self._scrolled.layout()
        is_cramped = self._lower.sizeHint().height() > self.height() * _MOST_FOR_PAGES
        if not isinstance(steps, QVBoxLayout) or is_cramped == self._scrolled.isAncestorOf(self._lower):
            return
        focused = next((item for item in (*self._pages.values(), self.help_item) if item.hasFocus()), None)
        if is_cramped:
            steps.insertWidget(steps.count() - 1, self._lower)
        else:
            self._column.addWidget(self._lower)
        # Qt hides what moves to another parent until the next round of events, and takes the focus from it.
        self._lower.show()
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_sections(self) -> None:
        """Let the sections of the open step scroll between the steps, so that all steps stay in sight.

        Where that would leave too little of them the steps scroll with them.
        """
        part, steps = self._open_part, self._scrolled.layout()
        if part is None or not isinstance(steps, QVBoxLayout):
            return
        room = self._area.viewport().size()
        left = room.height() - steps.totalHeightForWidth(room.width()) + part.sizeHint().height()
        is_cramped = left < _LEAST_OF_SECTIONS * current_theme().text_scale
        part.fit(room.width() - 2 * _EDGE, _ENDLESS if is_cramped else left)

    def _entries(self) -> list[NavigationItem]:
        """Every entry in the order of the bar."""
        found: list[NavigationItem] = []
        for step in self._questionnaire.steps:
            found += [self._steps[step.id], *(self._sections[section.id] for section in step.sections)]
            found.append(self._answers[step.id])
        return [*found, *self._pages.values(), self.help_item]

    def _lay_out_steps(self) -> None:
        layout = QVBoxLayout(self._scrolled)
        layout.setContentsMargins(0, DOUBLE_SPACE, 0, 0)
        layout.setSpacing(0)
        upper = QVBoxLayout()
        upper.setContentsMargins(_EDGE, 0, _EDGE, SPACE)
        upper.setSpacing(BETWEEN)
        upper.addLayout(self._head())
        upper.addSpacing(DOUBLE_SPACE)
        for step in self._questionnaire.steps:
            item = self._item(step.title, Level.STEP, AtSection(step.sections[0].id), step.number)
            item.setToolTip(f"{step.introduction} (Ctrl+{step.number})")
            self._steps[step.id] = item
            upper.addWidget(item)
            part = self._parts[step.id] = StepSections(step.title)
            for section in step.sections:
                self._sections[section.id] = self._item(section.title, Level.SECTION, AtSection(section.id))
                part.body.addWidget(self._sections[section.id])
            self._answers[step.id] = self._item("Check your answers", Level.SECTION, AtAnswers(step.id))
            part.body.addWidget(self._answers[step.id])
            part.hide()
            upper.addWidget(part)
            if (inside := part.widget()) is not None:
                inside.installEventFilter(self)
        layout.addLayout(upper)
        layout.addStretch(1)

    def _lay_out_pages(self) -> None:
        layout = QVBoxLayout(self._lower)
        layout.setContentsMargins(SPACE + HALF_SPACE, 0, SPACE + HALF_SPACE, SPACE)
        layout.setSpacing(2)
        layout.addWidget(Hairline())
        layout.addSpacing(SPACE)
        pages: tuple[tuple[str, UserPlace], ...] = (
            ("Documents", AtDocuments()),
            ("Checks", AtChecks()),
            ("What is left", AtOpenPoints()),
            ("History", AtHistory()),
            ("Settings", AtSettings()),
        )
        for words, place in pages:
            item = self._item(words, Level.PAGE, place)
            self._pages[type(place)] = item
            layout.addWidget(item)
        self.help_item.setCheckable(False)
        self.help_item.setToolTip("Help on what is on the screen (F1)")
        self.help_item.clicked.connect(self.help_wished)
        self.help_item.installEventFilter(self)
        layout.addWidget(self.help_item)

    def _head(self) -> QVBoxLayout:
        home = Button(
            "Fiveways", ButtonLook.BRAND, name="Fiveways: all collaboratives", tip="All collaboratives (Ctrl+0)"
        )
        home.clicked.connect(lambda: self.place_wished.emit(AtStart()))
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(IconLabel(Icon.STAR, lambda roles: roles.accent, 24))
        row.addWidget(home)
        row.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE + HALF_SPACE, 0, SPACE, 0)
        head.setSpacing(0)
        head.addLayout(row)
        head.addWidget(self._name)
        head.addWidget(self._of_now)
        return head

    def _item(self, words: str, level: Level, place: UserPlace, number: int = 0) -> NavigationItem:
        item = NavigationItem(words, level, number)
        item.clicked.connect(lambda: self._on_chosen(item, place))
        item.installEventFilter(self)
        return item

    def _on_chosen(self, item: NavigationItem, place: UserPlace) -> None:
        item.setChecked(not item.isChecked())  # the window marks the entry when it is really there
        self.place_wished.emit(place)


def _ground() -> QWidget:
    ground = QWidget()
    ground.setProperty("ground", "card")
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return ground
