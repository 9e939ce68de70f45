"""The strip above the preview after undo and redo, once the user has moved on, and where it leads the document."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.documents.comparison import compare_documents, text_after, text_before
from app.services.effects import AnswerEffect
from app.services.retracing import Retrace
from app.ui.navigation.side_panel import SidePanel
from app.ui.places import AtSection
from app.ui.session import ProjectSession
from tests.ui.changes.conftest import SHORT_NAME
from tests.ui.desk import MEMORANDUM
from tests.ui.hands import press
from tests.ui.windows import settle

NAME = "collaborative.name"
QUORUM = "decisions.quorum-rule"


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
    used = len(session.services.uses.places(SHORT_NAME, session.snapshot))
    places = f"all {used}" if len(given.places) == used else f"{len(given.places)} of the {used}"
    counts = f"{len(given.documents)} documents, in {places} places that use the answer."
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


def test_at_another_question_it_is_one_line_that_names_the_question_it_is_about(
    shared: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    effect = told(shared, qtbot, session.answer(SHORT_NAME, "Humber Ridge"))
    strip = shared.preview.strip
    shared.show_place(AtSection("members"))
    settle()
    assert strip.isVisible()
    assert not strip.headline.isVisible()
    assert not strip.before.isVisible()
    assert strip.folded_line.text() == f"Your last answer, short name, changed {len(effect.documents)} documents."
    assert strip.accessibleName() == strip.folded_line.text()
    assert not strip.next_button.isVisible()
    shared.show_question(SHORT_NAME)
    settle()
    assert strip.headline.isVisible()


def test_an_answer_that_is_compared_after_the_user_has_moved_on_is_told_in_one_line(
    shared: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    assert session.answer(SHORT_NAME, "Humber Ridge")
    shared.show_question(QUORUM)
    told(shared, qtbot, True)
    strip = shared.preview.strip
    assert strip.folded_line.isVisible()
    place = strip.place.text()
    press(strip.unfold_button, Qt.Key.Key_Return)
    assert strip.headline.isVisible()
    assert strip.place.text() == place


def test_an_answer_that_changed_nothing_leaves_no_line_behind(
    shared: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    told(shared, qtbot, session.answer("decisions.quorum-share", Decimal(55)))
    assert shared.preview.strip.isVisible()
    shared.show_question(QUORUM)
    settle()
    assert not shared.preview.strip.isVisible()


def test_the_document_comes_along_to_each_change_and_marks_it(
    shared: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    shared.show_question(NAME)
    effect = told(shared, qtbot, session.answer(NAME, "Humber Ridge Mental Health Collaborative"))
    preview = shared.preview
    here = [each for changed, each in effect.places if changed.document == MEMORANDUM]
    shared.step_through_changes(1)
    block = preview.reading.chosen_block
    assert block is not None
    assert block.anchor == here[1].anchor
    shared.step_through_changes(-1)
    shared.step_through_changes(-1)
    document, place = effect.places[-1]
    assert document.document != MEMORANDUM
    qtbot.waitUntil(lambda: preview.document is not None and preview.document.id == document.copy)
    block = preview.reading.chosen_block
    assert block is not None
    assert block.anchor == place.anchor
    assert place.anchor in preview.reading.changed
    assert QApplication.focusWidget() is not preview.reading


def test_the_document_keeps_most_of_the_room_and_the_reason_is_a_line_until_wished(
    shared: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    shared.show_question(NAME)
    told(shared, qtbot, session.answer(NAME, "Humber Ridge Mental Health Collaborative"))
    shared.step_through_changes(1)
    preview = shared.preview
    qtbot.waitUntil(lambda: preview.reading.height() >= 0.45 * preview.height())
    assert not preview.why.isVisible()
    assert preview.strip.before.isVisible()
    title = preview.view.reason_button.text()
    assert title.startswith("Why clause ")
    preview.view.reason_button.click()
    assert preview.why.isVisible()
    assert preview.why.accessibleName() == title
    assert not preview.strip.is_open
    assert not preview.view.reason_button.isVisible()
    qtbot.waitUntil(lambda: preview.reading.height() >= 0.45 * preview.height())
