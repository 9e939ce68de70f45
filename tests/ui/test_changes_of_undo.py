"""The strip above the preview after undo and redo: it says what they changed, not what was answered before."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.documents.comparison import compare_documents, text_after, text_before
from app.services.effects import AnswerEffect
from app.services.retracing import Retrace
from app.ui.navigation.side_panel import SidePanel
from app.ui.session import ProjectSession
from tests.ui.conftest import put_on_plain_theme
from tests.ui.desk import MEMORANDUM, borrowed, open_session

SHORT_NAME = "collaborative.short-name"
QUORUM = "decisions.quorum-rule"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    with open_session(tmp_path_factory.mktemp("desk"), "south-london-mental-health") as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(desk: ProjectSession, qapp: QApplication) -> Iterator[SidePanel]:
    put_on_plain_theme(qapp)
    made = SidePanel(desk)
    desk.state_changed.connect(made.show_snapshot)
    made.resize(392, 712)
    made.show()
    yield made
    made.stop()
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def session(desk: ProjectSession, shared: SidePanel, qtbot: QtBot) -> Iterator[ProjectSession]:
    shared.show_snapshot(desk.snapshot)
    shared.preview.forget_changes()
    shared.show_question("")
    shared.show_question(SHORT_NAME)
    shared.preview.chooser.chosen.emit(MEMORANDUM)
    qtbot.waitUntil(lambda: shared.preview.document is not None and shared.preview.document.id == MEMORANDUM)
    with borrowed(desk) as lent:
        yield lent


def told(panel: SidePanel, qtbot: QtBot, act: bool | None = None) -> AnswerEffect:
    """Wait until the strip says what an act, which is done already, changed."""
    assert act
    with qtbot.waitSignal(panel.preview.effects.found) as found:
        pass
    assert found.args is not None
    effect = found.args[0]
    assert isinstance(effect, AnswerEffect)
    return effect


def test_undo_and_redo_of_what_was_typed_say_what_they_changed(
    shared: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    before = session.snapshot.answers.text(SHORT_NAME) or ""
    assert before
    given = told(shared, qtbot, session.answer(SHORT_NAME, "Humber Ridge"))
    counts = f"{len(given.documents)} documents, in {len(given.places)} places."
    strip = shared.preview.strip
    assert len(given.documents) > 2
    undone = told(shared, qtbot, session.undo())
    assert len(undone.places) == len(given.places)
    assert strip.headline.text() == f"Undo changed {counts}"
    assert "Humber Ridge" in text_before(strip.before.pieces)
    assert before in text_after(strip.after.pieces)
    told(shared, qtbot, session.redo())
    assert strip.headline.text() == f"Redo changed {counts}"
    assert "Humber Ridge" in text_after(strip.after.pieces)


def test_what_is_typed_after_undo_is_compared_with_what_undo_left(
    shared: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    told(shared, qtbot, session.answer(SHORT_NAME, "Hum"))
    told(shared, qtbot, session.answer(SHORT_NAME, "Humber Ridge"))
    told(shared, qtbot, session.undo())
    told(shared, qtbot, session.answer(SHORT_NAME, "Ouse"))
    strip = shared.preview.strip
    assert strip.headline.text().startswith("Your answer changes ")
    words = text_before(strip.before.pieces)
    assert "Hum" in words
    assert "Humber" not in words


def test_each_of_two_answers_is_compared_with_what_stood_right_before_it(
    shared: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    effects = shared.preview.effects
    assert session.answer(QUORUM, "number-of-trusts")
    middle = session.snapshot
    assert session.answer("decisions.quorum-number", 2)
    with qtbot.waitSignal(effects.found) as found:
        pass
    assert found.args is not None
    assert found.args[0].questions == ("decisions.quorum-number",)
    drafting = session.services.drafting
    (earlier,), (later,) = (drafting.draft(each, MEMORANDUM) for each in (middle, session.snapshot))
    own = [each.pieces for changed, each in found.args[0].places if changed.document == MEMORANDUM]
    assert own == [each.pieces for each in compare_documents(earlier, later)]
    assert "how many trusts?" in text_before(own[0])


def test_undo_of_a_note_leaves_what_is_said_of_the_answer(
    shared: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    told(shared, qtbot, session.answer(SHORT_NAME, "Humber Ridge"))
    said = shared.preview.strip.headline.text()
    assert session.note(SHORT_NAME, "Ask the chairs.")
    assert session.undo()
    assert not shared.preview.effects.retraced(Retrace.UNDO)
    assert shared.preview.strip.headline.text() == said
