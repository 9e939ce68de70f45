"""The help panel: a topic, the guidance on a question, what was found, or the list of all topics."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.help import HelpTarget, HelpTopic, Subject, find_in_help, topic_on
from app.domain.wording import counted
from app.marks import override
from app.ui.announcing import say
from app.ui.help.question_part import add_question
from app.ui.help.subjects import place_of
from app.ui.help.topic_part import add_topic, add_ways_on, spoken
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Hairline
from app.ui.parts.focus_in_sight import FocusInSight
from app.ui.parts.link_row import LinkRow
from app.ui.parts.panel_column import PanelColumn
from app.ui.parts.tab_order import follow_layout, tab_stops
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSettings
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme

_NOTHING = "Nothing in help has these words. Try one word alone, or the beginning of one."


@dataclass(frozen=True, slots=True)
class OnSubject:
    """Help on what is on the screen, with the guidance on a question first where one has the focus."""

    subject: Subject
    question: str = ""


@dataclass(frozen=True, slots=True)
class OnTopic:
    """A topic that was chosen, perhaps at one of the words that it explains."""

    topic: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class OnAll:
    """The list of all topics."""


@dataclass(frozen=True, slots=True)
class OnFound:
    """What holds the words that were typed."""

    typed: str


HelpPage: TypeAlias = OnSubject | OnTopic | OnAll | OnFound


class HelpPanel(QWidget):
    """Shows one page of help at a time and remembers those before it."""

    place_wished = Signal(object)
    tour_wished = Signal()
    close_wished = Signal()

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._topics = session.services.content.help
        self._trail: list[HelpPage] = []
        self.setAccessibleName("Help")
        self.title = ""
        self.back = Button("", ButtonLook.ICON, Icon.BACK, name="Back to the last help page")
        self.all = Button("", ButtonLook.ICON, Icon.CONTENTS, name="All topics of help")
        self.close_button = Button("", ButtonLook.ICON, Icon.CLOSE, name="Close help", tip="Close help (Esc)")
        self.search = QLineEdit()
        self.search.setProperty("look", "search")
        self.search.setPlaceholderText("Search in help")
        self.search.setAccessibleName("Search in help")
        self.search.setMaxLength(120)
        self.reading = PanelColumn("Help")
        # A topic without links has nothing else that could take the keys that scroll.
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._in_sight = FocusInSight(self.reading)
        self._lay_out()
        self.back.clicked.connect(self._on_back)
        self.all.clicked.connect(lambda: self._go(OnAll()))
        self.close_button.clicked.connect(self.close_wished)
        self.search.textEdited.connect(self._on_typed)

    @property
    def page(self) -> HelpPage | None:
        """What is shown; None before help was first asked for."""
        return self._trail[-1] if self._trail else None

    def show_subject(self, subject: Subject, question: str = "") -> None:
        """Begin with help on what is on the screen."""
        self._begin(OnSubject(subject, question))

    def show_topic(self, topic: str) -> None:
        """Begin with a topic."""
        self._begin(OnTopic(topic))

    def follow(self, subject: Subject) -> None:
        """The user went to another page: help on the page before gives way, what was chosen in help stays."""
        if not self.isHidden() and isinstance(self.page, OnSubject) and self.page.subject is not subject:
            self.show_subject(subject)

    def take_focus(self) -> None:
        """Put the focus where reading starts."""
        self.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.search.hasFocus() and self.search.text():
                self._on_back()
                self.search.setFocus()
            else:
                self.close_wished.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.search.hasFocus():
            self._take_first(is_chosen=event.key() != Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        roles = current_theme().roles
        painter.fillRect(self.rect(), QColor(roles.card))
        painter.fillRect(QRect(0, 0, 1, self.height()), QColor(roles.control))

    def _take_first(self, *, is_chosen: bool) -> None:
        """Go from the search line to the first row, or choose it at once."""
        first = next((stop for stop in tab_stops(self.reading) if isinstance(stop, LinkRow)), None)
        if first is not None and is_chosen:
            first.click()
        elif first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    # --- pages --------------------------------------------------------------------------------------------

    def _begin(self, page: HelpPage) -> None:
        self._trail = [page]
        self.search.clear()
        self._draw()

    def _go(self, page: HelpPage) -> None:
        """Go on to a page; what is typed one letter after another is one page, to come back to once."""
        if isinstance(self.page, OnFound) and isinstance(page, OnFound):
            self._trail.pop()
        if page != self.page:
            self._trail.append(page)
        self._draw()
        if not isinstance(page, OnFound):
            self.search.clear()
            self.take_focus()

    def _on_back(self) -> None:
        if len(self._trail) > 1:
            self._trail.pop()
        page = self.page
        self.search.setText(page.typed if isinstance(page, OnFound) else "")
        self._draw()
        self.take_focus()

    def _on_typed(self, typed: str) -> None:
        if typed.strip():
            self._go(OnFound(typed))
        elif isinstance(self.page, OnFound):
            self._on_back()
            self.search.setFocus()

    def _on_target(self, target: HelpTarget) -> None:
        place = place_of(target)
        if place is None:
            self.tour_wished.emit()
        else:
            self.place_wished.emit(place)

    # --- drawing ------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        page = self.page
        self.back.setEnabled(len(self._trail) > 1)
        match page:
            case OnSubject(subject, question):
                self._draw_subject(subject, question)
            case OnTopic(topic, word):
                self._draw_topic(self._topics[topic], word)
            case OnAll():
                self._draw_list("All topics", list(self._topics.values()))
            case OnFound(typed):
                self._draw_found(typed)
            case None:
                return
            case _:
                assert_never(page)
        follow_layout(self)

    def _draw_subject(self, subject: Subject, question_id: str) -> None:
        topic = topic_on(self._topics.values(), subject)
        questionnaire = self._session.services.content.questionnaire
        if topic is None:
            self._draw_list("All topics", list(self._topics.values()))
        elif question_id and questionnaire.has(question_id):
            question = questionnaire.question(question_id)

            def build(column: QVBoxLayout) -> None:
                content, today = self._session.services.content, self._session.today()
                add_question(column, question, content, today, lambda law: self.place_wished.emit(AtSettings(law)))
                column.addSpacing(SPACE)
                column.addWidget(Hairline())
                column.addSpacing(SPACE)
                column.addWidget(text_label(topic.title, TextLook.QUESTION))
                self._add_whole_topic(column, topic)

            self._show(question.label, f"{question.hint} {question.why}", build)
        else:
            self._draw_topic(topic)

    def _draw_topic(self, topic: HelpTopic, word: str = "") -> None:
        places: dict[str, QWidget] = {}

        def build(column: QVBoxLayout) -> None:
            places.update(self._add_whole_topic(column, topic))

        self._show(topic.title, spoken(topic.blocks), build)
        if word in places:
            # Where the word stands is known once the column is laid out.
            QTimer.singleShot(0, self, lambda: self._scroll_to(places[word]))

    def _scroll_to(self, part: QWidget) -> None:
        inside = self.reading.widget()
        if inside is not None and inside.isAncestorOf(part):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.reading.verticalScrollBar().setValue(part.mapTo(inside, part.rect().topLeft()).y() - SPACE)

    def _draw_list(self, title: str, topics: list[HelpTopic]) -> None:
        def build(column: QVBoxLayout) -> None:
            for topic in topics:
                row = LinkRow(topic.title, is_flush=True)
                row.clicked.connect(lambda _=False, wished=topic.id: self._go(OnTopic(wished)))
                column.addWidget(row)

        self._show(title, counted(len(topics), "topic", "topics"), build)

    def _draw_found(self, typed: str) -> None:
        found = find_in_help(self._topics.values(), typed)

        def build(column: QVBoxLayout) -> None:
            if not found:
                column.addWidget(text_label(_NOTHING, TextLook.SECONDARY))
            for each in found:
                words = each.meaning.word if each.meaning is not None else each.topic.title
                row = LinkRow(words, each.excerpt, is_flush=True)
                page = OnTopic(each.topic.id, each.meaning.word if each.meaning is not None else "")
                row.clicked.connect(lambda _=False, wished=page: self._go(wished))
                column.addWidget(row)

        said = counted(len(found), "result", "results") if found else "Nothing found"
        self._show(said, "", build)
        say(self.search, said)

    def _add_whole_topic(self, column: QVBoxLayout, topic: HelpTopic) -> dict[str, QWidget]:
        places = add_topic(column, topic)
        # Without an open collaborative there is no other page to go to.
        go = topic.go if self._session.is_open else [each for each in topic.go if each is HelpTarget.TOUR]
        add_ways_on(
            column,
            topic.see,
            self._topics,
            go=go,
            on_topic=lambda each: self._go(OnTopic(each)),
            on_target=self._on_target,
        )
        return places

    def _show(self, title: str, said: str, build: Callable[[QVBoxLayout], None]) -> None:
        def build_all(column: QVBoxLayout) -> None:
            column.addWidget(text_label(title, TextLook.HEADING))
            column.addSpacing(HALF_SPACE)
            build(column)

        self.title = title
        self.reading.setAccessibleName(f"Help: {title}")
        self.reading.setAccessibleDescription(said)
        self.reading.redraw(build_all, from_top=True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(DOUBLE_SPACE, SPACE + 2, SPACE, SPACE)
        head.setSpacing(HALF_SPACE)
        head.addWidget(text_label("Help", TextLook.STRONG, wraps=False))
        head.addSpacing(SPACE)
        head.addWidget(self.search, 1)
        for button in (self.back, self.all, self.close_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self.reading, 1)
