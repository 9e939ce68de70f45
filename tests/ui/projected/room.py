"""What a room does with the projector view, and what it reads there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.values import Value
from app.services.projecting import QuestionSlide, Slide
from app.ui.projector.big_text import BigText
from app.ui.projector.choice_card import ChoiceCard
from app.ui.projector.projector import Projector
from app.ui.session import ProjectSession
from tests.ui.hands import press_focused

Key = Qt.Key
RULE, NOTICE, MIX = "decisions.quorum-rule", "meetings.notice", "decisions.quorum-mix"
MEMBERS, PROBLEM, NAME = "members.members", "problem.statement", "collaborative.short-name"


def show(projector: Projector, session: ProjectSession, question: str) -> None:
    section = session.services.content.questionnaire.question(question).section
    projector.show_place(section, question)
    assert projector.slide == QuestionSlide(section, question)


def at(projector: Projector) -> Slide:
    """The slide that is shown now."""
    return projector.slide


def press(projector: Projector, *keys: Qt.Key) -> None:
    assert QApplication.activeWindow() is projector
    press_focused(*keys)


def is_black(projector: Projector) -> bool:
    return projector.frame.is_black


def value(session: ProjectSession, question: str) -> Value | None:
    return session.snapshot.answers.value(question)


def cards(projector: Projector) -> list[ChoiceCard]:
    return [each for each in projector.frame.column.findChildren(ChoiceCard) if each.isVisible()]


def chosen(projector: Projector) -> list[str]:
    return [each.choice.label for each in cards(projector) if each.isChecked()]


def reads(projector: Projector) -> str:
    """Everything that stands on the pages of the slide and in its lines above and below."""
    return "\n".join(each.text() for each in projector.frame.findChildren(BigText) if each.isVisible())
