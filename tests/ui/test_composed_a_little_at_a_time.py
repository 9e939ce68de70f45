"""A long document is composed in turns: what is on screen stays until the next one stands where it is to be seen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.documents.blocks import Document, Table
from app.ui.reading.reading_view import ReadingView
from app.ui.session import ProjectSession
from app.ui.theme.roles import DARK
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.conftest import ICONS, Stage
from tests.ui.desk import MEMORANDUM
from tests.ui.hands import press
from tests.ui.windows import settle

QUORUM = "memorandum.decisions-quorum"


@pytest.fixture
def memorandum(session: ProjectSession) -> Document:
    return session.services.drafting.draft(session.snapshot, MEMORANDUM)[0]


@pytest.fixture
def terms(session: ProjectSession) -> Document:
    return session.services.drafting.draft(session.snapshot, "dispute-resolution")[0]


@pytest.fixture
def view(stage: Stage, terms: Document, monkeypatch: pytest.MonkeyPatch) -> ReadingView:
    """One that shows the terms of reference and composes no more than one block at a time from then on."""
    made = ReadingView()
    stage.show(made, 800, 600)
    made.show_document(terms)
    settle()
    monkeypatch.setattr("app.ui.reading.composed_view._MOMENT", -1.0)
    return made


def with_longer_table(document: Document) -> Document:
    """Another draft that cannot be had by changing paragraphs."""
    place, table = next((place, block) for place, block in enumerate(document.body) if isinstance(block, Table))
    longer = replace(table, rows=(*table.rows, *table.rows))
    return replace(document, body=(*document.body[:place], longer, *document.body[place + 1 :]))


def is_whole(view: ReadingView, document: Document) -> bool:
    """Whether all of the document is on screen, from its title to its last clause."""
    text = view.toPlainText()
    return view.is_composed and text.startswith(document.title) and "quorum of its own" in text


def stands_at(view: ReadingView, words: str) -> int:
    """How far below the top of the view the paragraph begins in which these words stand."""
    cursor = QTextCursor(view.document().find(words))
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    return view.cursorRect(cursor).top()


def test_what_is_on_screen_stays_until_the_next_text_is_there(
    view: ReadingView, memorandum: Document, terms: Document
) -> None:
    view.show_document(memorandum)
    turns = 0
    while not view.is_composed:
        assert view.toPlainText().startswith(terms.title)
        assert not view.viewport().updatesEnabled()
        QApplication.processEvents()
        turns += 1
    assert turns > 2
    settle()
    assert view.viewport().updatesEnabled()
    assert is_whole(view, memorandum)
    assert view.verticalScrollBar().value() == 0


def test_a_clause_that_is_gone_to_meanwhile_comes_into_sight(view: ReadingView, memorandum: Document) -> None:
    view.show_document(memorandum)
    assert view.go_to(QUORUM)
    assert not view.is_composed
    settle()
    assert 0 <= stands_at(view, "quorum of its own") < 300
    assert view.chosen_block is not None
    assert view.chosen_block.anchor == QUORUM


def test_a_newer_draft_meanwhile_takes_its_place_and_leads_to_the_same_clause(
    view: ReadingView, memorandum: Document
) -> None:
    view.show_document(memorandum)
    view.go_to(QUORUM)
    newer = with_longer_table(memorandum)
    view.show_document(newer)
    assert not view.is_composed
    settle()
    assert view.shown is newer
    assert is_whole(view, newer)
    assert 0 <= stands_at(view, "quorum of its own") < 300


def test_the_place_that_was_read_stays_where_it_is(view: ReadingView, memorandum: Document) -> None:
    view.show_document(memorandum)
    view.go_to(QUORUM)
    settle()
    before = stands_at(view, "quorum of its own")
    view.show_document(with_longer_table(memorandum))
    assert not view.is_composed
    view.resize(800, 560)
    settle()
    assert abs(stands_at(view, "quorum of its own") - before) <= 2


def test_a_document_that_is_left_before_it_is_there_never_comes(
    view: ReadingView, memorandum: Document, terms: Document
) -> None:
    text = view.document()
    view.show_document(memorandum)
    view.show_document(terms)
    settle()
    assert view.document() is text, "it was still there"
    assert view.viewport().updatesEnabled()
    view.show_document(memorandum)
    view.show_document(None)
    settle()
    assert view.toPlainText() == ""
    assert view.viewport().updatesEnabled()


def test_the_beginning_is_shown_where_that_is_wished_last(view: ReadingView, memorandum: Document) -> None:
    view.show_document(memorandum)
    view.go_to(QUORUM)
    view.go_to_top()
    assert not view.is_composed
    settle()
    assert view.verticalScrollBar().value() == 0
    assert view.chosen_block is None


def test_the_beginning_is_shown_of_a_newer_draft_although_the_view_is_resized(
    view: ReadingView, memorandum: Document
) -> None:
    view.show_document(memorandum)
    view.go_to(QUORUM)
    settle()
    view.show_document(with_longer_table(memorandum))
    view.go_to_top()
    assert not view.is_composed
    for height in (520, 560):
        view.resize(800, height)
        settle()
        assert view.verticalScrollBar().value() == 0


def test_what_was_to_come_into_sight_stays_away_when_something_else_is_chosen(
    view: ReadingView, memorandum: Document
) -> None:
    view.show_document(memorandum)
    view.go_to(QUORUM)
    view.choose("")
    settle()
    assert view.verticalScrollBar().value() == 0


def test_a_key_acts_on_the_text_that_is_to_come(view: ReadingView, memorandum: Document) -> None:
    view.show_document(memorandum)
    assert view.go_to(QUORUM)
    press(view, Qt.Key.Key_Down)
    assert is_whole(view, memorandum)
    assert view.chosen_block is not None
    assert "quorum of its own" in view.textCursor().block().text() or view.chosen_block.anchor > QUORUM


def test_the_next_open_point_is_found_in_the_text_that_is_to_come(session: ProjectSession, view: ReadingView) -> None:
    assert session.answer("collaborative.short-name", None)
    view.show_document(session.services.drafting.draft(session.snapshot, MEMORANDUM)[0])
    found = view.go_to_mark(1)
    assert view.is_composed
    assert found is not None
    assert view.textCursor().selectionStart() == found.start


def test_a_new_look_meanwhile_dresses_all_of_it(view: ReadingView, memorandum: Document, qapp: QApplication) -> None:
    view.show_document(memorandum)
    view.go_to(QUORUM)
    apply_theme(qapp, Theme(ICONS, DARK))
    assert not view.is_composed
    settle()
    assert is_whole(view, memorandum)
    cursor = view.document().find("quorum of its own")
    assert cursor.charFormat().foreground().color().name().upper() == DARK.text
    assert 0 <= view.cursorRect(cursor).top() < 320


def test_it_goes_while_a_text_is_still_to_come(view: ReadingView, memorandum: Document) -> None:
    gone = ReadingView()
    gone.show_document(memorandum)
    assert not gone.is_composed
    gone.deleteLater()
    settle()
    assert not isValid(gone)
