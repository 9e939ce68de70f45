"""What was projected goes when it is not shown any more: a room may be open and closed many times in a day."""

import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.projector.big_text import BigText
from app.ui.projector.projector import Projector
from app.ui.projector.projector_keys import Wish
from app.ui.session import ProjectSession
from tests.ui.desk import open_session

#: A choice, a table, a long text, a duration, and a section.
QUESTIONS = ("decisions.quorum-rule", "members.members", "problem.statement", "meetings.notice", "")


def test_neither_slides_nor_the_view_stay_behind(tmp_path: Path, qtbot: QtBot) -> None:
    with open_session(tmp_path) as session:
        shown = _shown_and_closed(session, qtbot)
        gc.collect()
        before = _texts_of_nobody()
        shown += _shown_and_closed(session, qtbot)
        gc.collect()

        assert [each for each in shown if each() is not None] == []
        assert _texts_of_nobody() == before


def _shown_and_closed(session: ProjectSession, qtbot: QtBot) -> list["weakref.ref[object]"]:
    projector = Projector(session)
    projector.resize(1366, 768)
    projector.show()
    qtbot.waitExposed(projector)
    seen: list[weakref.ref[object]] = [weakref.ref(projector)]
    for question in QUESTIONS:
        projector.show_place(question.partition(".")[0] or "decisions", question)
        for wish in (Wish.GUIDANCE, Wish.CLAUSE, Wish.CLAUSE):
            seen.append(weakref.ref(projector.view))
            projector.acts[wish]()
    projector.close()
    projector.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return seen


def _texts_of_nobody() -> int:
    """Texts that stand in no window, and so can be seen by nobody."""
    return sum(
        isinstance(each, BigText) and not isinstance(each.parent(), QWidget) for each in QApplication.allWidgets()
    )
