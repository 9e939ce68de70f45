"""All that rests on a question or a law record, as links: clauses by document, checks, questions, calculations."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questions import Question, Questionnaire
from app.domain.wording import capital
from app.services.uses import DocumentUse, Rests, UsedPlace
from app.ui.parts.link_row import LinkRow
from app.ui.parts.shortened_list import add_shortened
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtDocuments, AtSection, UserPlace
from app.ui.theme.measures import SPACE

_NOT_NOW = "In no document at present"

Go = Callable[[UserPlace], None]


def add_documents(column: QVBoxLayout, documents: Sequence[DocumentUse], go: Go) -> None:
    """Put each document and what of it rests on the thing; those that apply come first."""
    for use in sorted(documents, key=lambda each: not each.applies):
        column.addSpacing(SPACE)
        column.addWidget(text_label(use.title, TextLook.STRONG))
        if not use.applies:
            column.addWidget(text_label("It does not apply at present.", TextLook.SMALL))
            continue
        parts: list[QWidget] = [_link(_words(each), AtDocuments(each.document, each.clause), go) for each in use.places]
        others = [each.title for each in use.clauses if not each.label]
        if others:
            parts.append(text_label(f"{_NOT_NOW}: {'; '.join(others)}.", TextLook.SMALL))
        add_shortened(column, parts, use.title)


def add_checks(column: QVBoxLayout, heading: str, rests: Rests, questionnaire: Questionnaire, go: Go) -> None:
    """Put the checks, with a word on those that find something at present."""
    parts = [
        _link(check.title, _place_of(questionnaire.question(check.question)), go, _finds(check.fires))
        for check in sorted(rests.checks, key=lambda each: not each.fires)
    ]
    _add_headed(column, heading, parts)


def add_questions(column: QVBoxLayout, heading: str, questions: Sequence[Question], go: Go) -> None:
    """Put questions."""
    _add_headed(column, heading, [_link(each.label, _place_of(each), go) for each in questions])


def add_calculations(column: QVBoxLayout, heading: str, calculations: Sequence[str]) -> None:
    """Put what is worked out."""
    _add_headed(column, heading, [text_label(capital(each), TextLook.SMALL) for each in calculations])


def _add_headed(column: QVBoxLayout, heading: str, parts: Sequence[QWidget]) -> None:
    if parts:
        column.addSpacing(SPACE)
        column.addWidget(text_label(heading, TextLook.STRONG))
        add_shortened(column, parts, heading)


def _link(words: str, place: UserPlace, go: Go, below: str = "") -> LinkRow:
    link = LinkRow(words, below, is_flush=True)
    link.clicked.connect(lambda: go(place))
    return link


def _words(place: UsedPlace) -> str:
    return capital(f"{place.words}, {place.name}" if place.name else place.words)


def _place_of(question: Question) -> AtSection:
    return AtSection(question.section, question.id)


def _finds(fires: bool) -> str:
    return "This check has found something." if fires else ""
