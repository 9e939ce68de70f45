"""The documents page: how each document stands, and one of them opened as pages or as text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.checks import Severity
from app.ui.pages.documents.document_list import WHOLE_PACK
from app.ui.pages.documents_page import DocumentsPage
from app.ui.pages_view.page_mark import FRAME, TINT
from app.ui.pages_view.pages_view import Zoom
from app.ui.parts.fitted_scroll import FittedScroll
from app.ui.places import AtSection, UserPlace
from app.ui.session import ProjectSession
from app.ui.theme.roles import LIGHT, contrast
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.conftest import ICONS, Stage
from tests.ui.desk import FOR_EACH_MEMBER, MEMORANDUM
from tests.ui.hands import click, press, press_focused
from tests.ui.windows import settle, texts

QUORUM_CLAUSE = "memorandum.decisions-quorum"
READING, PAGES = 0, 1


@pytest.fixture
def page(session: ProjectSession, stage: Stage) -> Iterator[DocumentsPage]:
    made = DocumentsPage(session)
    session.state_changed.connect(made.show_snapshot)
    stage.show(made, 1134, 712)
    yield made
    made.stop()


def opened(page: DocumentsPage, session: ProjectSession, qtbot: QtBot, document: str = "", anchor: str = "") -> None:
    """Go to a document as the window does, and wait until it is drafted."""
    page.show_document(document, anchor)
    page.show_snapshot(session.snapshot)
    page.enter()
    if document:
        qtbot.waitUntil(lambda: page.viewer.document is not None, timeout=8000)


def wait_for_pages(page: DocumentsPage, qtbot: QtBot) -> None:
    pages = page.viewer.pages
    qtbot.waitUntil(lambda: pages.page_count > 0 and pages.is_drawn(pages.page), timeout=10_000)


def test_the_list_says_how_each_document_stands(page: DocumentsPage, session: ProjectSession, qtbot: QtBot) -> None:
    assert session.answer("collaborative.short-name", None)
    opened(page, session, qtbot)
    rows = page.list.rows
    qtbot.waitUntil(lambda: all("Being drafted" not in row.standing for row in rows.values()), timeout=8000)
    assert rows[MEMORANDUM].standing == "1 open point"
    assert rows[FOR_EACH_MEMBER].standing == "1 open point, 6 copies"
    assert "no single forum has been chosen" in rows["terms-of-reference"].standing
    applicable = len(session.snapshot.documents)
    assert rows[WHOLE_PACK].standing.startswith(f"{applicable} documents, ")
    assert rows[MEMORANDUM].accessibleName() == "Memorandum of understanding, 1 open point"


def test_law_to_confirm_stands_beside_ready_in_the_list_and_in_the_export(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    opened(page, session, qtbot)
    rows = page.list.rows
    qtbot.waitUntil(lambda: all("Being drafted" not in row.standing for row in rows.values()), timeout=8000)
    states = [page.drafts.state(document) for document in session.snapshot.documents]
    law = {state.id: state.law_to_confirm for state in states if state is not None}
    count = len(law[MEMORANDUM])
    assert count > 1
    assert rows[MEMORANDUM].standing == f"No open points, {count} rules to confirm"
    assert rows[FOR_EACH_MEMBER].standing.endswith(" rules to confirm, 6 copies")
    whole = len({each for found in law.values() for each in found})
    assert whole > count
    assert rows[WHOLE_PACK].standing.endswith(f", no open points, {whole} rules to confirm")
    warnings = sum(each.severity is Severity.WARNING for each in session.snapshot.findings)
    assert warnings > 1
    assert f"Before you export: {whole} rules to confirm and {warnings} warnings." in texts(page.export.notice)
    page.show_document(MEMORANDUM)
    qtbot.waitUntil(lambda: page.viewer.document is not None, timeout=8000)
    page.viewer.export.click()
    assert f"Before you export: {count} rules to confirm and {warnings} warnings." in texts(page.export.notice)


def test_without_a_document_the_export_of_the_pack_is_open(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    opened(page, session, qtbot)
    assert page.export.isVisible()
    assert page.list.rows[WHOLE_PACK].isChecked()
    assert QApplication.focusWidget() is page.list.rows[WHOLE_PACK]


def test_arrow_keys_go_through_the_list_and_open_what_they_reach(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    opened(page, session, qtbot)
    press_focused(Qt.Key.Key_Down)
    assert page.chosen == MEMORANDUM
    assert QApplication.focusWidget() is page.list.rows[MEMORANDUM]
    qtbot.waitUntil(lambda: page.viewer.document is not None, timeout=8000)
    assert page.viewer.document is not None
    assert page.viewer.document.id == MEMORANDUM


def test_a_document_opens_as_its_true_pages(page: DocumentsPage, session: ProjectSession, qtbot: QtBot) -> None:
    opened(page, session, qtbot, MEMORANDUM)
    wait_for_pages(page, qtbot)
    pages = page.viewer.pages
    count = pages.page_count
    assert page.viewer.page_label.text() == f"Page 1 of {count}"
    press(pages, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert page.viewer.page_label.text() == f"Page 3 of {count}"
    press(pages, Qt.Key.Key_PageUp)
    assert pages.accessibleName() == f"Memorandum of understanding, page 2 of {count}"
    press(pages, Qt.Key.Key_End)
    wait_for_pages(page, qtbot)
    assert page.viewer.page_label.text() == f"Page {count} of {count}"
    drawn = sum(pages.is_drawn(each) for each in range(count))
    assert 0 < drawn < 12


def test_a_page_is_drawn_with_its_letters(page: DocumentsPage, session: ProjectSession, qtbot: QtBot) -> None:
    opened(page, session, qtbot, MEMORANDUM)
    wait_for_pages(page, qtbot)
    picture = page.viewer.pages.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)
    }
    assert "#ffffff" in colours
    assert "#005eb8" in colours


def test_zooming_keeps_the_page_in_view(page: DocumentsPage, session: ProjectSession, qtbot: QtBot) -> None:
    opened(page, session, qtbot, MEMORANDUM)
    wait_for_pages(page, qtbot)
    pages = page.viewer.pages
    pages.go_to_page(7)
    page.viewer.zooms.setCurrentIndex(list(Zoom).index(Zoom.LARGE))
    assert page.viewer.pages.zoom is Zoom.LARGE
    assert pages.page == 7
    assert pages.horizontalScrollBar().maximum() > 0
    press(pages, Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert page.viewer.zooms.currentIndex() == list(Zoom).index(Zoom.FIT_WIDTH)
    assert pages.page == 7


def test_an_anchor_opens_the_page_that_its_words_are_on(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    opened(page, session, qtbot, MEMORANDUM, QUORUM_CLAUSE)
    wait_for_pages(page, qtbot)
    spot = page.viewer.pages.spot
    assert spot is not None
    assert abs(page.viewer.pages.page - spot.page) <= 1
    page.viewer.views.setCurrentIndex(READING)
    opened(page, session, qtbot, MEMORANDUM, "memorandum.decisions-reserved")
    block = page.viewer.reading.chosen_block
    assert block is not None
    assert block.anchor == "memorandum.decisions-reserved"
    assert page.viewer.why.isVisible()


def test_pages_open_at_the_paragraph_that_was_chosen_in_the_text(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    page.viewer.views.setCurrentIndex(READING)
    opened(page, session, qtbot, MEMORANDUM)
    assert page.viewer.reading.go_to("memorandum.decisions-reserved")
    page.viewer.views.setCurrentIndex(PAGES)
    wait_for_pages(page, qtbot)
    assert page.viewer.pages.spot is not None
    assert page.viewer.pages.page > 5


def test_one_copy_can_be_opened_by_its_id_or_chosen(page: DocumentsPage, session: ProjectSession, qtbot: QtBot) -> None:
    opened(page, session, qtbot, "terms-of-reference-committee-rr8")
    assert page.chosen == FOR_EACH_MEMBER
    assert page.viewer.document is not None
    assert page.viewer.document.id == "terms-of-reference-committee-rr8"
    assert page.viewer.copies.accessibleName() == "Copy for: Leeds Teaching Hospitals NHS Trust"
    page.viewer.copies.chosen.emit("terms-of-reference-committee-rcf")
    assert page.viewer.document.id == "terms-of-reference-committee-rcf"
    assert page.viewer.copies.accessibleName() == "Copy for: Airedale NHS Foundation Trust"


def test_a_document_that_does_not_apply_says_why(page: DocumentsPage, session: ProjectSession, qtbot: QtBot) -> None:
    opened(page, session, qtbot)
    page.list.rows["terms-of-reference"].click()
    assert "no single forum has been chosen" in page.viewer.message.text()
    assert not page.viewer.export.isVisible()


def test_a_document_that_is_no_longer_there_opens_the_pack(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    page.show_document("a-document-of-another-version")
    page.show_snapshot(session.snapshot)
    assert page.chosen == WHOLE_PACK
    assert page.export.isVisible()


def test_open_points_are_listed_and_lead_to_their_clause(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    assert session.answer("collaborative.short-name", None)
    opened(page, session, qtbot, MEMORANDUM)
    assert page.viewer.points.text() == "1 open point"
    page.viewer.views.setCurrentIndex(READING)
    page.viewer.points.click()
    entry = page.viewer.open_point_actions[0]
    assert entry.text() == "1  What is its short name?\tClause 1.3"
    entry.trigger()
    block = page.viewer.reading.chosen_block
    assert block is not None
    assert "collaborative.short-name" in block.origin.questions  # type: ignore[union-attr]


def test_a_gap_in_the_text_leads_to_its_question(page: DocumentsPage, session: ProjectSession, qtbot: QtBot) -> None:
    assert session.answer("collaborative.short-name", None)
    wishes: list[UserPlace] = []
    page.place_wished.connect(wishes.append)
    opened(page, session, qtbot, MEMORANDUM)
    page.viewer.views.setCurrentIndex(READING)
    view = page.viewer.reading
    qtbot.waitUntil(lambda: view.is_composed)
    view.setTextCursor(view.document().find("what is the short name?", view.document().find("1.3").position()))
    press(view, Qt.Key.Key_Return)
    assert wishes == [AtSection("the-collaborative", "collaborative.short-name")]


def test_another_collaborative_opens_at_its_own_document(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    opened(page, session, qtbot, FOR_EACH_MEMBER)
    first = session.snapshot.collaborative
    other = session.services.collaboratives.create("Another alliance")
    assert session.open(other.id)
    page.show_snapshot(session.snapshot)
    assert page.chosen == WHOLE_PACK
    assert session.open(first)
    opened(page, session, qtbot, MEMORANDUM)
    assert session.open(other.id)
    opened(page, session, qtbot, MEMORANDUM)
    assert page.chosen == MEMORANDUM
    assert page.viewer.document is not None
    assert page.viewer.document.collaborative == "Another alliance"
    assert session.open(first)


def test_where_it_is_narrow_the_list_and_the_document_take_turns(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    opened(page, session, qtbot)
    page.resize(600, 660)
    QApplication.processEvents()
    assert page.list.isVisible()
    assert not page.export.isVisible()
    page.list.rows[MEMORANDUM].click()
    assert page.viewer.isVisible()
    assert not page.list.isVisible()
    page.to_list.click()
    assert page.list.isVisible()


def test_the_button_of_a_document_says_what_it_exports_where_there_is_room(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    opened(page, session, qtbot, MEMORANDUM)
    page.resize(1200, 700)
    settle()
    assert page.viewer.export.text() == "Export this document"
    page.resize(600, 700)
    settle()
    tools = page.viewer.export.parentWidget()
    assert tools is not None
    lines = tools.height()
    assert page.viewer.export.accessibleName() == "Export this document"
    page.viewer.export.setText("Export")
    settle()
    assert tools.height() == lines, "the longer words never take one more line"


def test_the_button_of_a_document_is_never_called_as_the_one_that_exports_the_pack(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme(ICONS, text_scale=2.0))
    try:
        page.resize(1024, 693)
        opened(page, session, qtbot, MEMORANDUM)
        wait_for_pages(page, qtbot)
        settle()
        button = page.viewer.export
        assert button.text() == "Export this", "beside the sizes of the pages"
        assert button.accessibleName() == "Export this document"
        page.viewer.views.setCurrentIndex(READING)
        settle()
        assert button.text() == "Export this document"
    finally:
        apply_theme(qapp, Theme(ICONS))


@pytest.mark.parametrize("width", [1134, 1680], ids=["below", "beside"])
def test_a_line_parts_the_document_from_the_reason(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot, width: int
) -> None:
    page.resize(width, 900)
    opened(page, session, qtbot, MEMORANDUM, QUORUM_CLAUSE)
    wait_for_pages(page, qtbot)
    settle()
    body, reason = page.viewer.body, page.viewer.body.reason
    foot = reason.parentWidget()
    assert foot is not None
    line = QPoint(foot.x() - 1, body.height() // 2) if foot.x() else QPoint(body.width() // 2, foot.y() - 1)
    assert body.grab().toImage().pixelColor(line) == QColor(LIGHT.line)


def answered_by_five(session: ProjectSession) -> None:
    assert session.answer("decisions.quorum-rule", "number-of-trusts")
    assert session.answer("decisions.quorum-number", 5)


def test_the_reason_shows_all_it_says_where_a_little_more_room_is_enough(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    answered_by_five(session)
    opened(page, session, qtbot, MEMORANDUM, QUORUM_CLAUSE)
    wait_for_pages(page, qtbot)
    settle()
    (scroll,) = page.viewer.why.findChildren(FittedScroll)
    assert not scroll.verticalScrollBar().isVisible()
    last = next(label for label in page.viewer.why.findChildren(QLabel) if label.text() == "5")
    assert scroll.viewport().rect().contains(last.mapTo(scroll, last.rect().bottomRight()))


@pytest.mark.parametrize("height", range(560, 661, 20))
def test_a_reason_that_is_not_all_shown_ends_between_two_lines(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot, height: int
) -> None:
    answered_by_five(session)
    page.resize(1134, height)
    opened(page, session, qtbot, MEMORANDUM, QUORUM_CLAUSE)
    wait_for_pages(page, qtbot)
    if not page.viewer.why.isVisible():
        page.viewer.body.reason.header.click()
    settle()
    why = page.viewer.why
    assert why.isVisible()
    (scroll,) = why.findChildren(FittedScroll)
    foot = scroll.viewport().height()
    for label in why.findChildren(QLabel):
        top, pitch = label.mapTo(scroll, QPoint(0, 0)).y(), label.fontMetrics().lineSpacing()
        for line in range(round(label.height() / pitch)):
            begins, ends = top + line * pitch, top + (line + 1) * pitch
            assert not (begins + 4 < foot < ends - 2), f"{label.text()} is cut at {foot}"


def test_every_control_of_the_page_has_a_name(page: DocumentsPage, session: ProjectSession, qtbot: QtBot) -> None:
    opened(page, session, qtbot, MEMORANDUM)
    reachable = [each for each in page.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert not [each for each in reachable if not each.accessibleName() and each.isVisible()]


def test_a_click_on_a_page_says_why_the_words_there_read_so(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    opened(page, session, qtbot, MEMORANDUM, "memorandum.decisions-quorum")
    page.viewer.views.setCurrentIndex(PAGES)
    pages = page.viewer.pages
    qtbot.waitUntil(lambda: pages.mark_top() is not None, timeout=8000)
    click(pages.viewport(), QPoint(pages.viewport().width() // 2, (pages.mark_top() or 0) + 4))
    assert page.viewer.why.isVisible()
    assert page.viewer.why.accessibleName().startswith("Why clause ")


def test_the_chosen_clause_is_tinted_and_framed_on_its_page(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    opened(page, session, qtbot, MEMORANDUM, "memorandum.decisions-quorum")
    page.viewer.views.setCurrentIndex(PAGES)
    pages = page.viewer.pages
    qtbot.waitUntil(lambda: bool(pages.frames) and pages.is_drawn(pages.page), timeout=8000)
    (frame,) = pages.frames
    picture = pages.viewport().grab().toImage()
    inside = picture.pixelColor(round(frame.right()) - 4, round(frame.bottom()) - 4)
    outside = picture.pixelColor(round(frame.right()) + 4, round(frame.bottom()) - 4)
    edges = [picture.pixelColor(round(frame.center().x()), round(frame.bottom()) + step).name() for step in (-1, 0)]
    assert inside == QColor(TINT)
    assert outside == QColor(LIGHT.card)
    assert max(contrast(edge, outside.name()) for edge in edges) >= 3
    assert contrast(FRAME, TINT) >= 3
    pages.mark("")
    assert pages.frames == []


def test_the_reason_is_a_line_where_it_would_leave_little_of_the_document_and_unfolds_there(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    page.resize(1000, 480)
    opened(page, session, qtbot, MEMORANDUM, QUORUM_CLAUSE)
    reason, reading = page.viewer.body.reason, page.viewer.pages
    wait_for_pages(page, qtbot)
    settle()
    assert reason.header.accessibleName().startswith("Why clause ")
    assert not page.viewer.why.isVisible()
    whole = reading.height()
    click(reason.header)
    settle()
    assert page.viewer.why.isVisible()
    assert reading.height() < whole
    page.resize(1000, 700)
    click(reason.header)
    settle()
    assert not page.viewer.why.isVisible(), "also where there is room it stays as the user left it"


def test_on_a_wide_screen_the_reason_stands_beside_the_document_which_does_not_move(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    page.resize(1680, 900)
    opened(page, session, qtbot, MEMORANDUM)
    wait_for_pages(page, qtbot)
    settle()
    pages, body = page.viewer.pages, page.viewer.body
    before = pages.size()
    assert body.how_to_ask.isVisible()
    page.show_document(MEMORANDUM, QUORUM_CLAUSE)
    settle()
    assert page.viewer.why.isVisible()
    assert not body.how_to_ask.isVisible()
    assert page.viewer.why.mapTo(body, QPoint(0, 0)).x() >= pages.width()
    assert pages.size() == before


def test_at_twice_the_size_of_text_most_of_a_small_screen_is_left_for_the_document(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme(ICONS, text_scale=2.0))
    try:
        page.resize(1024, 693)
        opened(page, session, qtbot, MEMORANDUM, QUORUM_CLAUSE)
        wait_for_pages(page, qtbot)
        settle()
        assert page.viewer.pages.height() > 0.65 * page.height()
    finally:
        apply_theme(qapp, Theme(ICONS))


def test_the_reason_names_whole_members_and_counts_the_others(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    opened(page, session, qtbot, MEMORANDUM, QUORUM_CLAUSE)
    said = " ".join(label.text() for label in page.viewer.why.findChildren(QLabel))
    assert "Airedale NHS Foundation Trust, Bradford Teaching Hospitals NHS Foundation Trust and 4 more" in said
    assert "…" not in said


def test_a_place_on_the_pages_is_reached_although_the_document_is_told_again_meanwhile(
    page: DocumentsPage, session: ProjectSession, qtbot: QtBot
) -> None:
    page.viewer.views.setCurrentIndex(READING)
    opened(page, session, qtbot, MEMORANDUM)
    page.viewer.views.setCurrentIndex(PAGES)
    page.show_document(MEMORANDUM, "memorandum.decisions-quorum")
    page.show_snapshot(session.snapshot)
    qtbot.waitUntil(lambda: page.viewer.pages.mark_top() is not None, timeout=8000)
    assert page.viewer.pages.verticalScrollBar().value() > 0


def test_export_leads_to_what_to_export_also_where_the_list_leaves_no_room_for_it(
    page: DocumentsPage, session: ProjectSession
) -> None:
    page.resize(500, 700)
    page.show_document("")
    assert page.list.isVisible()
    assert not page.export.isVisible()
    page.show_document("", is_export=True)
    assert page.export.isVisible()
    assert page.to_list.isVisible()
