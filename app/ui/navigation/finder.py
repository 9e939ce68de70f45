"""The line that finds a question, a section or a page by some of its words, and goes there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy
from typing_extensions import override

from app.domain.questions import Questionnaire
from app.ui.fields.suggestions import Suggested, Suggestions
from app.ui.places import (
    AtChecks,
    AtDocuments,
    AtHistory,
    AtOpenPoints,
    AtSection,
    AtSettings,
    UserPlace,
)

_MOST = 40
_PAGES: tuple[tuple[str, UserPlace], ...] = (
    ("Documents", AtDocuments()),
    ("Checks", AtChecks()),
    ("Open points", AtOpenPoints()),
    ("History", AtHistory()),
    ("Settings", AtSettings()),
)


@dataclass(frozen=True, slots=True)
class _Entry:
    words: str
    where: str
    place: UserPlace
    question: str = ""


class Finder(QLineEdit):
    """Offers only what is visible at present; `place_wished` carries a place."""

    place_wished = Signal(object)

    def __init__(self, questionnaire: Questionnaire, documents: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._entries = (*_question_entries(questionnaire), *_other_entries(documents))
        self._visible: Callable[[str], bool] = lambda _: True
        self._offered: list[_Entry] = []
        self.setProperty("look", "search")
        self.setToolTip("Find a question, a section or a page (Ctrl+K)")
        self.show_keys(True)
        self.setAccessibleName("Find a question, a section or a page")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._suggestions = Suggestions(self, self._found)
        self._suggestions.chosen.connect(self._on_chosen)

    def show_keys(self, is_wished: bool) -> None:
        """Say in the empty line which keys lead here, where there is room for it."""
        self.setPlaceholderText("Search  Ctrl+K" if is_wished else "Search")
        self.updateGeometry()

    def show_visible(self, visible: frozenset[str]) -> None:
        """Offer only these questions from here on."""
        self._visible = lambda question: not question or question in visible

    def begin(self) -> None:
        """Put the cursor here, with nothing typed."""
        self.clear()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.placeholderText()) + 40, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._offered and self.text().strip():
            self._on_chosen(0)
        else:
            super().keyPressEvent(event)

    def _found(self, typed: str) -> list[Suggested]:
        words = typed.casefold().split()
        ranked = []
        for entry in self._entries:
            text = f"{entry.words} {entry.where}".casefold()
            if self._visible(entry.question) and all(word in text for word in words):
                is_named = all(word in entry.words.casefold() for word in words)
                ranked.append((0 if is_named else 1, entry))
        self._offered = [entry for _, entry in sorted(ranked, key=lambda found: found[0])[:_MOST]]
        return [Suggested(entry.words, entry.where) for entry in self._offered]

    def _on_chosen(self, position: int) -> None:
        if position < len(self._offered):
            place = self._offered[position].place
            self._offered = []
            self.clear()
            self.place_wished.emit(place)


def _question_entries(questionnaire: Questionnaire) -> list[_Entry]:
    found = []
    for step in questionnaire.steps:
        for section in step.sections:
            where = f"{step.number} {step.title} › {section.title}"
            found.append(_Entry(section.title, f"{step.number} {step.title}", AtSection(section.id)))
            found += [
                _Entry(question.label, where, AtSection(section.id, question.id), question.id)
                for question in section.questions
            ]
    return found


def _other_entries(documents: Sequence[tuple[str, str]]) -> list[_Entry]:
    found = [_Entry(title, "Document", AtDocuments(document)) for document, title in documents]
    return [*found, *(_Entry(words, "Page", place) for words, place in _PAGES)]
