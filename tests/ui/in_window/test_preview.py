"""Asking a document: why a sentence is there, where an answer is used, and what is still missing, by keys and links."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.documents.blocks import Gap, Given, Paragraph
from app.ui.navigation.side_panel import GUIDANCE, PREVIEW
from app.ui.pages.section_page import SectionPage
from app.ui.pages.settings.law_part import LawPart
from app.ui.panel.preview_tab import PreviewTab
from app.ui.parts.buttons import Button
from app.ui.parts.link_row import WrappingButton
from app.ui.places import AtDocuments, AtSection
from app.ui.window import MainWindow
from tests.ui.conftest import Stage
from tests.ui.desk import MEMORANDUM, TODAY
from tests.ui.hands import click
from tests.ui.in_window.going import press_keys
from tests.ui.windows import card, lent, rest, settle, show_text

SHORT_NAME = "collaborative.short-name"
URGENT = "mutual-aid.urgent-response"
QUORUM = "decisions.quorum-rule"
PAGES = 1


@pytest.fixture
def window(shared: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    with lent(shared) as one:
        one.panel.preview.strip.put_away()
        one.panel.preview.views.setCurrentIndex(0)
        one.panel.tabs.setCurrentIndex(PREVIEW)
        at(one, SHORT_NAME)
        one.panel.preview.chooser.chosen.emit(MEMORANDUM)
        shown = one.panel.preview
        qtbot.waitUntil(lambda: shown.document is not None and shown.document.id == MEMORANDUM)
        # What the test before did to an answer is taken back; its draft must be, too.
        qtbot.waitUntil(lambda: shown.drafts.snapshot is one.session.snapshot and _is_up_to_date(shown))
        yield one


def _is_up_to_date(preview: PreviewTab) -> bool:
    state = preview.drafts.state(MEMORANDUM)
    return state is not None and preview.document is state.copies[0]


def at(window: MainWindow, question: str) -> None:
    """Go to a question."""
    section = window.session.services.content.questionnaire.question(question).section
    window.go(AtSection(section, question))
    settle()


def said(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part))


def link(part: QWidget, words: str) -> WrappingButton:
    return next(
        each for each in part.findChildren(WrappingButton) if words in each.accessibleName() and each.isVisibleTo(part)
    )


def chosen(window: MainWindow) -> str:
    block = window.panel.preview.reading.chosen_block
    return block.anchor if block is not None else ""


def drafted_anew(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the preview shows the answers as they are now."""
    preview = window.panel.preview
    qtbot.waitUntil(
        lambda: (
            preview.drafts.snapshot is window.session.snapshot and preview.drafts.state(preview.shown_entry) is not None
        )
    )


def test_why_a_clause_reads_so_names_it_with_its_answers_and_their_values(window: MainWindow, qtbot: QtBot) -> None:
    preview = window.panel.preview
    content = window.session.services.content
    at(window, QUORUM)
    qtbot.waitUntil(lambda: chosen(window) == "memorandum.decisions-quorum")
    words = said(preview.why)
    assert content.templates.clauses["memorandum.decisions-quorum"].title in words
    assert content.questionnaire.question(QUORUM).label in words
    assert link(preview.why, content.questionnaire.question(QUORUM).label).accessibleName().endswith(", Every Member")
    deciding = window.session.services.drafting.deciding("memorandum.decisions-quorum")
    for question in (each for each in deciding if each in window.session.snapshot.visible):
        assert content.questionnaire.question(question).label in words


def test_every_law_record_under_a_clause_says_how_it_stands_and_when_it_was_checked(window: MainWindow) -> None:
    preview, content = window.panel.preview, window.session.services.content
    assert preview.document is not None
    lawful = [block for block in preview.document.body if isinstance(block, Paragraph) and block.origin.law]
    resting = {law: block.anchor for block in lawful for law in block.origin.law}
    for law, anchor in resting.items():
        preview.view.go_to(anchor)
        settle()
        for more in preview.why.findChildren(Button):
            more.click()
        name = link(preview.why, content.law[law].citation).accessibleName()
        is_confirmed = content.law[law].confidence.value != "to-be-confirmed"
        assert ("checked" if is_confirmed else "looked at") in name
        assert ("to be confirmed" in name) is not is_confirmed
    assert len(resting) > 5


def test_on_a_wide_screen_the_preview_is_wider_and_its_reason_comes_to_rest(window: MainWindow, qtbot: QtBot) -> None:
    with lent(window, (1920, 1080)):
        at(window, QUORUM)
        qtbot.waitUntil(lambda: chosen(window) == "memorandum.decisions-quorum")
        settle()
        why = window.panel.preview.why
        assert window.panel.width() > 600
        assert why.isVisible()
        assert 0 < why.height() < 0.5 * window.panel.height()


def test_a_click_on_a_page_says_why_the_words_there_read_so(window: MainWindow, qtbot: QtBot) -> None:
    preview = window.panel.preview
    at(window, QUORUM)
    qtbot.waitUntil(lambda: chosen(window) == "memorandum.decisions-quorum")
    preview.views.setCurrentIndex(PAGES)
    pages = preview.pages
    qtbot.waitUntil(lambda: pages.spot is not None and pages.is_drawn(pages.spot.page), timeout=8000)
    assert preview.document is not None
    body = [block.anchor for block in preview.document.body if block.anchor]
    top = pages.mark_top()
    assert top is not None
    click(pages.viewport(), QPoint(pages.viewport().width() // 2, top + 4))
    assert chosen(window) == "memorandum.decisions-quorum"
    click(pages.viewport(), QPoint(pages.viewport().width() // 2, top - 12))
    assert body.index(chosen(window)) == body.index("memorandum.decisions-quorum") - 1
    assert preview.why.isVisible()


def test_a_chip_of_a_card_opens_the_preview_there_and_documents_is_one_press_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    shown = card(window, SHORT_NAME)
    qtbot.waitUntil(lambda: len(shown.view.changes) > 2)
    window.panel.close_wished.emit()
    assert not window.panel.isVisible()
    wanted = shown.view.changes[1]
    document, anchor = wanted.key.split()
    click(next(each for each in shown.findChildren(Button) if each.text() == wanted.text))
    preview = window.panel.preview
    qtbot.waitUntil(lambda: preview.document is not None and preview.document.id == document)
    assert window.panel.isVisible()
    assert isinstance(window.page, SectionPage)
    assert chosen(window) == anchor
    preview.view.open_button.click()
    settle()
    assert window.place == AtDocuments(document, anchor)


def test_a_key_goes_to_each_open_point_and_says_which_question_it_is_about(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session.answer(SHORT_NAME, None)
    assert session.accept_suggestion(URGENT)
    drafted_anew(window, qtbot)
    preview = window.panel.preview
    assert preview.document is not None
    runs = [run for block in preview.document.body if isinstance(block, Paragraph) for run in block.runs]
    waiting = {run.question for run in runs if isinstance(run, Gap) or (isinstance(run, Given) and run.is_suggestion)}
    assert waiting == {SHORT_NAME, URGENT}
    found = set()
    for _ in range(6):
        press_keys(window, "F7")
        assert QApplication.focusWidget() is preview.reading
        found.add(preview.view.mark_line.text())
        assert preview.why.isVisible()
    labels = {each: session.services.content.questionnaire.question(each).label for each in waiting}
    assert found == {
        f"Open point 1 of 1: {labels[SHORT_NAME]} Press Enter to go to the question.",
        f"A suggestion that nobody has agreed: {labels[URGENT]} Press Enter to go to the question.",
    }
    while labels[URGENT] not in preview.view.mark_line.text():
        press_keys(window, "Shift+F7")
    press_keys(window, "Return")
    assert window.place == AtSection(session.services.content.questionnaire.question(URGENT).section, URGENT)


def test_a_document_without_open_points_says_so(window: MainWindow, qtbot: QtBot) -> None:
    preview = window.panel.preview
    assert preview.document is not None
    assert not preview.document.open_points
    press_keys(window, "F7")
    assert preview.view.mark_line.text().startswith("No open points")


def test_the_same_key_works_on_the_documents_page(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session.answer(SHORT_NAME, None)
    window.go(AtDocuments(MEMORANDUM))
    viewer = window.pages.documents.viewer
    qtbot.waitUntil(lambda: viewer.document is not None and bool(viewer.document.open_points), timeout=8000)
    press_keys(window, "F7")
    assert viewer.body.mark_line.isVisible()
    assert "What is its short name" in viewer.body.mark_line.text()
    assert QApplication.focusWidget() is viewer.reading


def test_keys_step_through_the_changes_of_the_latest_answer(window: MainWindow, qtbot: QtBot) -> None:
    strip = window.panel.preview.strip
    with qtbot.waitSignal(window.panel.preview.effects.found):
        assert window.session.answer(SHORT_NAME, "Humber Ridge")
    press_keys(window, "F8")
    assert strip.position.text().startswith("2 of ")
    press_keys(window, "Shift+F8")
    assert strip.position.text().startswith("1 of ")


def test_guidance_says_where_the_answer_is_used_and_leads_there(window: MainWindow, qtbot: QtBot) -> None:
    at(window, QUORUM)
    panel = window.panel
    panel.tabs.setCurrentIndex(GUIDANCE)
    words = said(panel.guidance)
    assert "Where this answer is used" in words
    for heading in ("Checks that look at it", "Questions that depend on it", "Figures worked out from it"):
        assert heading in words
    use = window.session.services.uses.of_question(QUORUM, window.session.snapshot).documents[0].clauses[0]
    link(panel.guidance, use.title).click()
    qtbot.waitUntil(lambda: chosen(window) == use.clause)
    assert panel.tabs.currentIndex() == PREVIEW


def test_guidance_follows_answers_that_shift_the_numbers_of_clauses(window: MainWindow, qtbot: QtBot) -> None:
    at(window, QUORUM)
    window.panel.tabs.setCurrentIndex(GUIDANCE)
    before = said(window.panel.guidance)
    assert window.session.answer("forum.type", "joint-committee")
    settle()
    assert said(window.panel.guidance) != before


def test_a_law_record_shows_all_that_rests_on_it_and_leads_there(window: MainWindow, stage: Stage) -> None:
    session, law = window.session, "nhs-act-2006-s65z5"
    rests = session.services.uses.of_law(law, session.snapshot)
    content = session.services.content
    part = LawPart((content.law[law],), lambda: TODAY, content.questionnaire, lambda _law: rests)
    stage.show(part, 700, 600)
    part.show_record(law)
    resting = part.resting_parts[law]
    resting.header.click()
    for more in [each for each in resting.findChildren(Button) if each.text().startswith("Show ")]:
        more.click()
    words = said(resting)
    for use in rests.documents:
        assert use.title in words
        if use.applies:
            assert all(clause.title in words for clause in use.clauses)
    for named in (*(each.title for each in rests.checks), *(each.label for each in rests.questions)):
        assert link(resting, named).isVisible()
    part.place_wished.connect(window.go)
    link(resting, rests.questions[0].label).click()
    assert window.place == AtSection(rests.questions[0].section, rests.questions[0].id)


def test_the_highlight_goes_when_the_focus_moves_to_a_question_without_a_document(
    window: MainWindow, qtbot: QtBot
) -> None:
    at(window, QUORUM)
    qtbot.waitUntil(lambda: chosen(window) == "memorandum.decisions-quorum")
    window.panel.show_question("")
    settle()
    assert chosen(window) == ""
    assert not window.panel.preview.reading.about
    assert not window.panel.preview.why.isVisible()


def is_in_sight(window: MainWindow) -> bool:
    """Whether the chosen clause, where the text's cursor stands, begins within the view."""
    reading = window.panel.preview.reading
    line = reading.cursorRect()
    return reading.chosen_block is not None and line.top() >= 0 and line.bottom() < reading.viewport().height()


@pytest.mark.parametrize("percent", [125, 200])
def test_the_clause_is_in_sight_after_the_text_was_made_larger_while_the_panel_was_hidden(
    window: MainWindow, percent: int
) -> None:
    at(window, URGENT)
    assert is_in_sight(window)
    window.top_bar.panel_toggled.emit(False)
    settle()
    show_text(window, percent)
    window.top_bar.panel_toggled.emit(True)
    rest(window)
    assert window.panel.preview.isVisible()
    assert is_in_sight(window)


def test_the_clause_stays_in_sight_while_the_window_is_made_narrow_and_wide(window: MainWindow) -> None:
    at(window, URGENT)
    for width in (1000, 1900, 1366):
        window.resize(width, 768)
        rest(window)
        assert is_in_sight(window), width
