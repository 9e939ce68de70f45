"""What tests of what is left find on its page."""

from collections.abc import Iterator

from app.ui.fields.settings import FieldSettings
from app.ui.pages.left.task_row import TaskRow
from app.ui.pages.left_page import LeftPage
from app.ui.parts.folded_part import FoldedPart
from app.ui.parts.link_row import LinkRow
from app.ui.places import UserPlace
from app.ui.session import ProjectSession
from tests.shipped import shipped_content
from tests.ui.conftest import Stage
from tests.ui.desk import MEMORANDUM, TODAY, borrowed
from tests.ui.windows import settle

NOTICE = "leaving.notice"
QUORUM = "decisions.quorum-rule"
STEPS, DOCUMENTS, PEOPLE = range(3)
#: Set with a space at which no line breaks.
LATE = "1\N{NO-BREAK SPACE}overdue"


def lent_to_a_test(session: ProjectSession) -> Iterator[ProjectSession]:
    """The session for one test, which leaves it as it found it."""
    with borrowed(session) as lent:
        yield lent
    session.services.preferences.put("left.view", "step")


class Shown:
    """The page as the window shows it, with the places that it wishes for."""

    def __init__(self, session: ProjectSession, stage: Stage, view: int, size: tuple[int, int] = (1134, 712)) -> None:
        self.page = LeftPage(session, FieldSettings(lambda: TODAY))
        self.wishes: list[UserPlace] = []
        self.page.place_wished.connect(self.wishes.append)
        session.state_changed.connect(self.page.show_snapshot)
        stage.show(self.page, *size)
        self.page.show_snapshot(session.snapshot)
        self.page.views.setCurrentIndex(view)
        settle()

    def link(self, words: str) -> LinkRow:
        return next(each for each in self.page.findChildren(LinkRow) if each.isVisible() and each.words == words)

    def section(self, words: str) -> TaskRow:
        return next(each for each in self.page.findChildren(TaskRow) if each.isVisible() and each.words == words)

    def fold(self, words: str) -> FoldedPart:
        parts = (each for each in self.page.findChildren(FoldedPart) if each.isVisible())
        return next(each for each in parts if words in each.header.accessibleName())

    def statuses(self) -> dict[str, str]:
        return {row.words: row.tag.words for row in self.page.findChildren(TaskRow) if row.isVisible()}


def label(question: str) -> str:
    return shipped_content().questionnaire.question(question).label


def has_suggestion(question: str) -> bool:
    questionnaire = shipped_content().questionnaire
    return questionnaire.has(question) and questionnaire.question(question).suggestion is not None


def used_by_memorandum(session: ProjectSession) -> list[str]:
    drafting = session.services.drafting
    visible = session.snapshot.visible
    questions = shipped_content().questionnaire.questions
    return [q.id for q in questions if q.id in visible and MEMORANDUM in drafting.documents_using(q.id)]
