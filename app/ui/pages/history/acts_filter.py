"""The line above the history that chooses what is seen of it: a step or section, a person, some words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.questions import Questionnaire
from app.marks import override
from app.services.history import ALL_ACTS, WantedActs
from app.ui.fields.frame import FieldFrame
from app.ui.fields.pause import Pause
from app.ui.parts.chooser import Choice, Chooser
from app.ui.parts.layouts import ArrangedLayout, Columns
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE

_PAUSE = 250
_GAP = SPACE + HALF_SPACE
#: No author has such a name: spaces at the ends are taken off.
_EVERYBODY, _ALL = " everybody", " all"


class ActsFilter(QWidget):
    """``changed`` comes when something else is wanted; `wanted` says what."""

    changed = Signal()

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._questionnaire = questionnaire
        self._authors: tuple[str, ...] = ()
        self._wanted = ALL_ACTS
        self.step = Chooser("Step")
        self.section = Chooser("Section")
        self.person = Chooser("Person")
        self.words = QLineEdit()
        self.words.setAccessibleName("Words in the history, for example quorum")
        self._pause = Pause(_PAUSE, self)
        choosers = QWidget()
        row = ArrangedLayout(Columns(narrowest=20, most=4, gap=_GAP, line_gap=_GAP), choosers)
        self._frame = FieldFrame(self.words)
        self._section = _captioned("Section", self.section)
        for part in (
            _captioned("Step", self.step),
            self._section,
            _captioned("Person", self.person),
            _captioned("With the words", self._frame, self.words),
        ):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(choosers)
        self._connect()
        self._draw()
        follow_layout(self)

    @override
    def event(self, event: QEvent) -> bool:
        # What is inside has its size only now, after it was dressed.
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            for chooser in (self.step, self.section, self.person):
                chooser.setMinimumHeight(self._frame.sizeHint().height())
        return super().event(event)

    @property
    def wanted(self) -> WantedActs:
        """Which acts are to be shown."""
        return self._wanted

    @property
    def is_narrow(self) -> bool:
        """Whether some acts are left out."""
        return self._wanted != ALL_ACTS

    def show_authors(self, authors: Sequence[str]) -> None:
        """Offer these people."""
        if tuple(authors) != self._authors:
            self._authors = tuple(authors)
            self._draw()

    def clear(self) -> None:
        """Want every act again."""
        self.words.clear()
        self._want(ALL_ACTS)

    def _connect(self) -> None:
        now = self._now
        self.step.chosen.connect(lambda key: self._want(WantedActs(_plain(key), "", now().author, now().text)))
        self.section.chosen.connect(
            lambda key: self._want(WantedActs(now().step, _plain(key), now().author, now().text))
        )
        self.person.chosen.connect(
            lambda key: self._want(WantedActs(now().step, now().section, self._author(key), now().text))
        )
        self.words.textEdited.connect(self._pause.begin_again)
        self.words.editingFinished.connect(self._on_words)
        self._pause.ended.connect(self._on_words)

    def _now(self) -> WantedActs:
        return self._wanted

    def _on_words(self) -> None:
        self._pause.cancel()
        now = self._wanted
        self._want(WantedActs(now.step, now.section, now.author, " ".join(self.words.text().split())))

    def _want(self, wanted: WantedActs) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._draw()
            self.changed.emit()

    def _draw(self) -> None:
        steps = self._questionnaire.steps
        wanted = self._wanted
        all_steps = Choice(_ALL, "All steps")
        self.step.show_choices(
            [all_steps, *(Choice(each.id, f"{each.number} {each.title}") for each in steps)], wanted.step or _ALL
        )
        sections = next((each.sections for each in steps if each.id == wanted.step), ())
        self.section.show_choices(
            [Choice(_ALL, "All sections"), *(Choice(each.id, each.title) for each in sections)],
            wanted.section or _ALL,
        )
        self._section.setVisible(bool(sections))
        people = [Choice(str(place), each or "Nobody named") for place, each in enumerate(self._authors)]
        chosen = next((str(place) for place, each in enumerate(self._authors) if each == wanted.author), _EVERYBODY)
        self.person.show_choices([Choice(_EVERYBODY, "Everybody"), *people], chosen)

    def _author(self, key: str) -> str | None:
        return self._authors[int(key)] if key.isdecimal() else None


def _captioned(words: str, part: QWidget, buddy: QWidget | None = None) -> QWidget:
    """A control below the words that say what it chooses."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(HALF_SPACE)
    caption = text_label(words, TextLook.LABEL)
    caption.setBuddy(buddy or part)
    column.addWidget(caption)
    column.addWidget(part)
    return holder


def _plain(key: str) -> str:
    return "" if key == _ALL else key
