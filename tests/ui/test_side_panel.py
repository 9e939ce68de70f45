"""The panel beside the questions: the preview follows answers and the focus, and says why a clause reads so."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.checks import Severity
from app.ui.navigation.side_panel import CHECKS, GUIDANCE, SidePanel
from app.ui.parts.link_row import WrappingButton
from app.ui.places import AtSection, AtSettings, UserPlace
from app.ui.session import ProjectSession
from app.ui.work.next_turn import is_anything_put_off
from tests.ui.conftest import Stage
from tests.ui.desk import FOR_EACH_MEMBER, MEMORANDUM
from tests.ui.hands import click, press, press_focused
from tests.ui.windows import settle as let_it_settle

QUORUM = "decisions.quorum-rule"
QUORUM_CLAUSE = "memorandum.decisions-quorum"
WRITTEN_PERIOD = "decisions.written-period"
WITH_LAW = "memorandum.scope-commissioning"


@pytest.fixture
def panel(session: ProjectSession, stage: Stage) -> Iterator[SidePanel]:
    made = SidePanel(session)
    session.state_changed.connect(made.show_snapshot)
    made.show_snapshot(session.snapshot)
    stage.show(made, 392, 712)
    yield made
    made.stop()


@pytest.fixture
def wishes(panel: SidePanel) -> list[UserPlace]:
    found: list[UserPlace] = []
    panel.place_wished.connect(found.append)
    return found


def follow(panel: SidePanel, question: str, qtbot: QtBot) -> None:
    """Move the focus to a question and wait until the preview is there."""
    panel.show_question(question)
    QApplication.processEvents()
    settle(panel, qtbot)


def settle(panel: SidePanel, qtbot: QtBot) -> None:
    drafts = panel.preview.drafts
    qtbot.waitUntil(lambda: not is_anything_put_off())
    wanted = panel.preview.shown_entry
    qtbot.waitUntil(lambda: drafts.state(panel.preview.shown_entry or wanted) is not None)
    qtbot.waitUntil(lambda: not is_anything_put_off())


def chosen_anchor(panel: SidePanel) -> str:
    block = panel.preview.reading.chosen_block
    return block.anchor if block is not None else ""


def said(part: QWidget) -> str:
    """Every text that a part of the panel shows."""
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part))


def link(part: QWidget, words: str) -> WrappingButton:
    """The link with these words."""
    return next(
        each for each in part.findChildren(WrappingButton) if words in each.accessibleName() and each.isVisibleTo(part)
    )


def test_the_preview_goes_to_the_clause_that_the_question_changes(panel: SidePanel, qtbot: QtBot) -> None:
    follow(panel, QUORUM, qtbot)
    assert panel.preview.document is not None
    assert panel.preview.document.id == MEMORANDUM
    assert chosen_anchor(panel) == QUORUM_CLAUSE
    assert QUORUM_CLAUSE in panel.preview.reading.about
    assert panel.preview.why.isVisible()
    assert said(panel.preview.why).startswith("Why clause ")


def test_the_preview_shows_the_new_words_after_an_answer(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    follow(panel, "collaborative.short-name", qtbot)
    before = panel.preview.document
    assert "Humber Ridge" not in panel.preview.reading.toPlainText()
    assert session.answer("collaborative.short-name", "Humber Ridge")
    qtbot.waitUntil(lambda: panel.preview.document is not before)
    assert "may be shortened to Humber Ridge" in panel.preview.reading.toPlainText()
    block = panel.preview.reading.chosen_block
    assert block is not None
    assert "collaborative.short-name" in block.origin.questions  # type: ignore[union-attr]


def test_an_answer_that_only_chooses_clauses_is_followed_to_what_changed(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    follow(panel, QUORUM, qtbot)
    before = panel.preview.document
    assert session.answer(QUORUM, "number-of-trusts")
    qtbot.waitUntil(lambda: panel.preview.document is not before)
    assert chosen_anchor(panel).startswith(QUORUM_CLAUSE)


def test_a_gap_in_the_preview_leads_to_its_question(
    panel: SidePanel, session: ProjectSession, wishes: list[UserPlace], qtbot: QtBot
) -> None:
    assert session.answer("collaborative.short-name", None)
    follow(panel, "collaborative.short-name", qtbot)
    assert panel.preview.chooser.accessibleName().endswith("1 open point")
    view = panel.preview.reading
    view.setTextCursor(view.document().find("what is the short name?", view.document().find("1.3").position()))
    press(view, Qt.Key.Key_Return)
    assert wishes == [AtSection("the-collaborative", "collaborative.short-name")]


def test_the_preview_changes_to_the_document_where_the_answer_shows(panel: SidePanel, qtbot: QtBot) -> None:
    follow(panel, QUORUM, qtbot)
    follow(panel, WRITTEN_PERIOD, qtbot)
    qtbot.waitUntil(lambda: panel.preview.document is not None and panel.preview.document.id != MEMORANDUM)
    assert panel.preview.document is not None
    assert panel.preview.document.id.startswith(FOR_EACH_MEMBER)
    assert "one of 6 copies" in panel.preview.copy_label.text()
    block = panel.preview.reading.chosen_block
    assert block is not None
    assert WRITTEN_PERIOD in block.origin.questions  # type: ignore[union-attr]


def test_a_document_that_the_user_chose_stays_until_the_focus_moves_on(panel: SidePanel, qtbot: QtBot) -> None:
    follow(panel, QUORUM, qtbot)
    panel.preview.chooser.chosen.emit("dispute-resolution")
    qtbot.waitUntil(lambda: panel.preview.document is not None and panel.preview.document.id == "dispute-resolution")
    panel.show_question(QUORUM)
    assert panel.preview.shown_entry == "dispute-resolution"
    follow(panel, WRITTEN_PERIOD, qtbot)
    assert panel.preview.shown_entry == FOR_EACH_MEMBER


def test_the_list_of_documents_counts_the_open_points_of_each(panel: SidePanel, qtbot: QtBot) -> None:
    follow(panel, QUORUM, qtbot)
    panel.preview.chooser.open()
    qtbot.waitUntil(lambda: all("open point" in entry for entry in panel.preview.chooser.menu_entries), timeout=8000)
    assert len(panel.preview.chooser.menu_entries) == len(panel.preview.drafts.snapshot.documents)  # type: ignore[union-attr]
    panel.preview.chooser.close_list()


def test_choosing_a_paragraph_shows_why_it_reads_so(
    panel: SidePanel, wishes: list[UserPlace], session: ProjectSession, qtbot: QtBot
) -> None:
    follow(panel, QUORUM, qtbot)
    view = panel.preview.reading
    assert view.go_to(WITH_LAW)
    click(view.viewport(), view.cursorRect().center() + QPoint(120, 60))
    assert view.go_to(WITH_LAW)
    press(view, Qt.Key.Key_Up, Qt.Key.Key_Down)
    why = panel.preview.why
    assert chosen_anchor(panel) == WITH_LAW
    text = said(why)
    content = session.services.content
    assert content.questionnaire.question("commissioning.functions").label in text
    assert content.sources["s4-ten-questions"].title in text
    assert content.law["nhs-act-2006-s65z5"].citation in text
    assert "checked" in text
    link(why, content.law["nhs-act-2006-s65z5"].citation).click()
    link(why, content.questionnaire.question("commissioning.functions").label).click()
    section = content.questionnaire.question("commissioning.functions").section
    assert wishes == [AtSettings("nhs-act-2006-s65z5"), AtSection(section, "commissioning.functions")]


def test_the_preview_shows_the_true_pages_at_the_same_clause(panel: SidePanel, qtbot: QtBot) -> None:
    follow(panel, QUORUM, qtbot)
    panel.preview.views.setCurrentIndex(1)
    pages = panel.preview.pages
    qtbot.waitUntil(lambda: pages.spot is not None and pages.is_drawn(pages.spot.page), timeout=8000)
    assert pages.page_count > 20
    assert pages.spot is not None
    assert abs(pages.page - pages.spot.page) <= 1


def test_guidance_says_why_how_and_what_it_rests_on(
    panel: SidePanel, session: ProjectSession, wishes: list[UserPlace]
) -> None:
    content = session.services.content
    question = content.questionnaire.question("decisions.casting-vote")
    assert question.suggestion is not None
    panel.show_question(question.id)
    panel.tabs.setCurrentIndex(GUIDANCE)
    text = said(panel.guidance)
    for expected in (question.label, question.why, question.hint, question.suggestion.reason):
        assert expected in text
    for citation in question.sources:
        assert content.sources[citation.source].title in text
    law = next(law for check in content.checks if check.question == question.id for law in check.law)
    assert content.law[law].says in text
    link(panel.guidance, content.law[law].citation).click()
    assert wishes == [AtSettings(law)]


def test_guidance_without_a_question_says_how_to_get_some(panel: SidePanel) -> None:
    panel.show_place(AtSection("decisions"))
    panel.tabs.setCurrentIndex(GUIDANCE)
    assert said(panel.guidance).startswith("Choose a question")


def test_checks_show_the_findings_of_the_section_and_lead_to_them(
    panel: SidePanel, session: ProjectSession, wishes: list[UserPlace]
) -> None:
    finding = next(each for each in session.snapshot.findings if each.question == "leaders.load")
    section = session.services.content.questionnaire.question(finding.question).section
    panel.show_place(AtSection(section))
    assert panel.tabs.tabText(CHECKS) == "Checks 1"
    panel.tabs.setCurrentIndex(CHECKS)
    assert finding.message in said(panel.checks)
    severities = [each.severity for each in session.snapshot.findings]
    assert (severities.count(Severity.ERROR), severities.count(Severity.NOTE)) == (0, 1)
    warnings = severities.count(Severity.WARNING) - 1
    assert (
        link(panel.checks, "in other sections").accessibleName() == f"{warnings} warnings and 1 note in other sections"
    )
    link(panel.checks, "Go to the question").click()
    assert wishes == [AtSection(section, finding.question)]
    panel.show_place(AtSection(section, finding.question))
    let_it_settle()
    assert finding.message in said(panel.checks)
    assert "Go to the question" not in said(panel.checks), "the user is at it"
    panel.show_place(AtSection("the-collaborative"))
    let_it_settle()
    assert panel.tabs.tabText(CHECKS) == "Checks"
    assert "nothing to put right" in said(panel.checks)
    panel.show_question(finding.question)
    let_it_settle()
    asked = session.services.content.questionnaire.question(finding.question).label
    assert said(panel.checks).startswith(asked), "the panel may cover the card that asks it"


def test_a_hidden_panel_drafts_nothing_until_it_is_seen(session: ProjectSession, stage: Stage, qtbot: QtBot) -> None:
    made = SidePanel(session)
    made.show_snapshot(session.snapshot)
    made.show_question(QUORUM)
    assert made.preview.drafts.snapshot is None
    stage.show(made, 392, 712)
    qtbot.waitUntil(lambda: made.preview.document is not None)
    made.stop()


def test_every_control_of_the_panel_has_a_name(panel: SidePanel, qtbot: QtBot) -> None:
    follow(panel, QUORUM, qtbot)
    reachable = [each for each in panel.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [each for each in reachable if each.isVisible() and not each.accessibleName()]
    assert not nameless


def test_tab_goes_from_the_text_to_the_reasons_and_then_to_the_views(panel: SidePanel, qtbot: QtBot) -> None:
    follow(panel, QUORUM, qtbot)
    panel.preview.reading.setFocus()
    press(panel.preview.reading, Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    assert first is not None
    assert panel.preview.why.isAncestorOf(first)
    visited: list[QWidget | None] = []
    while panel.preview.views not in visited and len(visited) < 20:
        visited.append(QApplication.focusWidget())
        press_focused(Qt.Key.Key_Tab)
    assert all(each is panel.preview.views or panel.preview.why.isAncestorOf(each) for each in visited if each)
