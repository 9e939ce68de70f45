"""The reading view: every word of a document, its marks, and how a paragraph is found and chosen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.documents.blocks import (
    ILLUSTRATIONS,
    Document,
    Gap,
    Given,
    Heading,
    Paragraph,
    SignatureBlock,
    Table,
    run_text,
)
from app.domain.values import Value
from app.ui.reading.laying_out import LayingOut
from app.ui.reading.reading_view import ReadingView
from app.ui.session import ProjectSession
from app.ui.theme.roles import DARK, LIGHT
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.conftest import ICONS, Stage
from tests.ui.desk import MEMORANDUM
from tests.ui.hands import click, press
from tests.ui.windows import settle

SHORT_NAME = "collaborative.short-name"
QUORUM = "memorandum.decisions-quorum"


@pytest.fixture
def view(stage: Stage) -> ReadingView:
    made = ReadingView()
    stage.show(made, 800, 600)
    return made


def drafted(session: ProjectSession, question: str = SHORT_NAME, value: Value | None = "WYAAT") -> Document:
    snapshot = session.services.answering.answer(session.snapshot.collaborative, question, value)
    return session.services.drafting.draft(snapshot, MEMORANDUM)[0]


def show(view: ReadingView, document: Document | None) -> None:
    """Show a document, and wait until all of it is there."""
    view.show_document(document)
    settle()


def words_of(text: str) -> list[str]:
    return text.replace("\N{NO-BREAK SPACE}", " ").split()


def form_of(view: ReadingView, words: str) -> QTextCharFormat:
    """The format of the first place where these words stand."""
    found = view.document().find(words)
    assert not found.isNull()
    return found.charFormat()


@pytest.mark.parametrize("width", [390, 1000])
def test_every_word_of_a_document_is_there_in_its_order(session: ProjectSession, view: ReadingView, width: int) -> None:
    document = drafted(session)
    view.resize(width, 600)
    settle()
    show(view, document)
    left = words_of(view.toPlainText())
    place = 0
    for block in document.body:
        match block:
            case Heading():
                expected = words_of(f"{block.number} {block.text}")
            case Paragraph():
                expected = words_of(f"{block.number} {''.join(run.text for run in block.runs)}")
            case Table():
                cells = [words_of("".join(run_text(run) for run in cell)) for row in block.rows for cell in row]
                for words in (words_of(f"{block.label}"), *cells):
                    place = _after(left, words, place)
                continue
            case SignatureBlock():
                expected = words_of(block.parts[0].statement)
        place = _after(left, expected, place)


def _after(words: list[str], wanted: list[str], start: int) -> int:
    """Where the words after the wanted ones begin; fails where they do not follow soon."""
    for place in range(start, len(words)):
        here = [word.rstrip(":") for word in words[place : place + len(wanted)]]
        if here == [word.rstrip(":") for word in wanted]:
            return place + len(wanted)
    raise AssertionError(f"{' '.join(wanted)} does not come after {' '.join(words[max(start - 12, 0) : start])}")


def test_the_front_says_that_answers_are_illustrative_until_none_is(session: ProjectSession, view: ReadingView) -> None:
    document = drafted(session)
    show(view, document)
    assert view.toPlainText().count(ILLUSTRATIONS) == 1
    show(view, replace(document, has_illustrations=False))
    assert ILLUSTRATIONS not in view.toPlainText()


def test_an_answer_is_shown_letter_for_letter(session: ProjectSession, view: ReadingView) -> None:
    typed = '<b>Bold</b> & <a href="x">link</a> *star* # \ufdd0 {quorum}'
    show(view, drafted(session, value=typed))
    shown = '<b>Bold</b> & <a href="x">link</a> *star* # {quorum}'
    assert words_of(shown)[0] in view.toPlainText()
    found = view.document().find("<b>Bold</b> & <a href=")
    assert not found.isNull()
    assert not found.charFormat().isAnchor()
    assert found.charFormat().fontWeight() == form_of(view, "may be shortened to").fontWeight()


def test_a_line_break_in_an_answer_stays_in_its_paragraph(
    session: ProjectSession, view: ReadingView, qtbot: QtBot
) -> None:
    document = drafted(session)
    first = next(block for block in document.body if isinstance(block, Paragraph))
    place = document.body.index(first)
    broken = replace(first, runs=(Given("Two\nlines\u2029and a third", SHORT_NAME),))
    show(view, replace(document, body=(*document.body[:place], broken, *document.body[place + 1 :])))
    assert view.go_to(first.anchor)
    qtbot.waitUntil(lambda: view.textCursor().block().text().endswith("Two\u2028lines\u2028and a third"))


def test_a_gap_is_marked_and_leads_to_its_question(session: ProjectSession, view: ReadingView, qtbot: QtBot) -> None:
    document = drafted(session, value=None)
    gap = next(
        run for block in document.body if isinstance(block, Paragraph) for run in block.runs if isinstance(run, Gap)
    )
    show(view, document)
    found = view.document().find(gap.text, view.document().find("1.3").position())
    form = found.charFormat()
    assert form.background().color() == QColor(LIGHT.danger_tint)
    assert form.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
    view.setTextCursor(found)
    with qtbot.waitSignal(view.question_wished) as asked:
        press(view, Qt.Key.Key_Return)
    assert asked.args == [gap.question]


def test_a_gap_can_be_clicked(session: ProjectSession, view: ReadingView, qtbot: QtBot) -> None:
    show(view, drafted(session, value=None))
    found = view.document().find("what is the short name?", view.document().find("1.3").position())
    view.setTextCursor(found)
    view.ensureCursorVisible()
    with qtbot.waitSignal(view.question_wished) as asked:
        click(view.viewport(), view.cursorRect(found).center() - QPoint(4, 0))
    assert asked.args == [SHORT_NAME]


def test_a_suggestion_that_nobody_agreed_is_underlined_with_dots(session: ProjectSession, view: ReadingView) -> None:
    snapshot = session.services.answering.accept_suggestion(session.snapshot.collaborative, "leaving.notice")
    document = session.services.drafting.draft(snapshot, MEMORANDUM)[0]
    run = next(
        run
        for block in document.body
        if isinstance(block, Paragraph)
        for run in block.runs
        if isinstance(run, Given) and run.is_suggestion
    )
    show(view, document)
    dotted = QTextCharFormat.UnderlineStyle.DotLine
    cursor = view.document().find(run.text)
    while not cursor.isNull() and cursor.charFormat().underlineStyle() != dotted:
        cursor = view.document().find(run.text, cursor)
    assert not cursor.isNull()


def test_going_to_an_anchor_brings_its_block_into_view(session: ProjectSession, view: ReadingView) -> None:
    document = drafted(session)
    show(view, document)
    for anchor in (QUORUM, document.body[-1].anchor, document.body[2].anchor):
        assert view.go_to(anchor)
        settle()
        assert view.viewport().rect().contains(view.cursorRect().topLeft())
        assert view.chosen_block is not None
        assert view.chosen_block.anchor == anchor
    assert not view.go_to("there.is-no-such-anchor")


def test_a_click_on_a_paragraph_chooses_it(session: ProjectSession, view: ReadingView, qtbot: QtBot) -> None:
    document = drafted(session)
    show(view, document)
    view.go_to(QUORUM)
    settle()
    place = next(index for index, block in enumerate(document.body) if block.anchor == QUORUM)
    above = document.body[place - 1]
    with qtbot.waitSignal(view.block_chosen) as chosen:
        click(view.viewport(), view.cursorRect().center() - QPoint(-120, 24))
    assert chosen.args == [above.anchor]
    assert view.chosen_block is above


def test_the_arrow_keys_choose_paragraph_after_paragraph(
    session: ProjectSession, view: ReadingView, qtbot: QtBot
) -> None:
    document = drafted(session)
    show(view, document)
    view.go_to(QUORUM)
    chosen: list[str] = []
    view.block_chosen.connect(chosen.append)
    press(view, *[Qt.Key.Key_Down] * 8)
    place = next(index for index, block in enumerate(document.body) if block.anchor == QUORUM)
    assert chosen[:2] == [document.body[place + 1].anchor, document.body[place + 2].anchor]


def test_a_cross_reference_leads_to_its_clause(session: ProjectSession, view: ReadingView) -> None:
    show(view, drafted(session))
    cursor = view.document().find("schedule 6")
    view.setTextCursor(cursor)
    press(view, Qt.Key.Key_Return)
    assert isinstance(view.chosen_block, Heading)
    assert view.chosen_block.number == "Schedule 6"


def test_a_document_is_seen_from_its_beginning_at_first(session: ProjectSession, view: ReadingView) -> None:
    show(view, drafted(session))
    assert view.verticalScrollBar().value() == 0
    show(view, session.services.drafting.draft(session.snapshot, "dispute-resolution")[0])
    assert view.verticalScrollBar().value() == 0
    show(view, drafted(session))
    assert view.verticalScrollBar().value() == 0


def test_the_same_document_is_not_composed_again(session: ProjectSession, view: ReadingView) -> None:
    document = drafted(session)
    show(view, document)
    text = view.document()
    show(view, document)
    again = session.services.answering.note(session.snapshot.collaborative, SHORT_NAME, "A note changes no clause.")
    show(view, session.services.drafting.draft(again, MEMORANDUM)[0])
    assert view.document() is text


def test_the_place_that_is_read_stays_when_an_answer_changes(session: ProjectSession, view: ReadingView) -> None:
    show(view, drafted(session, value="A"))
    view.go_to(QUORUM)
    settle()
    before = view.cursorRect().top()
    show(view, drafted(session, value="A much longer name, so that many lines above break in another way"))
    settle()
    assert view.chosen_block is not None
    assert view.chosen_block.anchor == QUORUM
    cursor = QTextCursor(view.document().find("quorum of its own"))
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    assert abs(view.cursorRect(cursor).top() - before) <= 2


def come_to(view: ReadingView, qtbot: QtBot, anchor: str) -> None:
    """Go to a block, and wait until the text is laid out up to there."""
    before = view.textCursor().position()
    assert view.go_to(anchor)
    qtbot.waitUntil(lambda: view.textCursor().position() != before and 0 <= view.cursorRect().top() < view.height())
    settle()


def first_line(view: ReadingView) -> QTextCursor:
    return view.cursorForPosition(QPoint(view.viewport().width() // 2, 6))


@pytest.mark.parametrize("height", [600, 300, 150])
def test_what_is_come_to_is_seen_whole_and_nothing_is_cut_above_it(
    session: ProjectSession, view: ReadingView, qtbot: QtBot, height: int
) -> None:
    document = drafted(session)
    view.resize(480, height)
    settle()
    show(view, document)
    clauses = [block.anchor for block in document.body if isinstance(block, Paragraph) and "decisions" in block.anchor]
    assert len(clauses) > 10
    for anchor in clauses:
        come_to(view, qtbot, anchor)
        first = first_line(view)
        begins = QTextCursor(first.block())
        assert 0 <= view.cursorRect(begins).top() < 12, f"{anchor} in {height}: the first line begins what is seen"
        chosen = view.textCursor()
        assert view.cursorRect(chosen).top() >= 0
        chosen.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        fits = view.cursorRect(chosen).bottom() - view.cursorRect().top() < height - 12
        assert not fits or view.cursorRect(chosen).bottom() <= view.viewport().height(), f"{anchor} in {height}"


def test_what_was_come_to_is_not_cut_when_the_view_becomes_low(
    session: ProjectSession, view: ReadingView, qtbot: QtBot
) -> None:
    view.resize(480, 600)
    settle()
    show(view, drafted(session))
    come_to(view, qtbot, QUORUM)
    view.resize(480, 140)
    settle()
    chosen = view.textCursor()
    assert view.cursorRect(chosen).top() >= 0
    chosen.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    assert view.cursorRect(chosen).bottom() <= view.viewport().height()


def test_a_text_that_is_set_anew_is_seen_only_once_it_is_at_its_place(
    session: ProjectSession, view: ReadingView
) -> None:
    document = drafted(session)
    show(view, document)
    view.go_to(QUORUM)
    settle()
    before = view.cursorRect().top()
    place = next(index for index, block in enumerate(document.body) if isinstance(block, Table))
    table = document.body[place]
    assert isinstance(table, Table)
    longer = replace(table, rows=(*table.rows, *table.rows))
    view.show_document(replace(document, body=(*document.body[:place], longer, *document.body[place + 1 :])))
    assert not view.viewport().updatesEnabled(), "what was read stays to be seen meanwhile"
    view.choose("")
    settle()
    assert view.viewport().updatesEnabled()
    cursor = QTextCursor(view.document().find("quorum of its own"))
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    assert abs(view.cursorRect(cursor).top() - before) <= 2


def test_at_another_width_a_clause_is_come_to_in_turns(session: ProjectSession, view: ReadingView) -> None:
    document = drafted(session)
    show(view, document)
    last = [block.anchor for block in document.body if block.anchor][-1]
    settle()
    view.resize(view.width() - 40, view.height())
    assert view.go_to(last)
    assert not view.viewport().updatesEnabled(), "all lines are broken anew, which takes a while"
    settle()
    assert view.viewport().updatesEnabled()
    chosen = view.chosen_block
    assert chosen is not None
    assert chosen.anchor == last
    assert view.viewport().rect().intersects(view.cursorRect())


def test_tables_become_lists_where_it_is_narrow(session: ProjectSession, view: ReadingView) -> None:
    show(view, drafted(session))
    wide = _widest_table(view)
    view.resize(390, 600)
    settle()
    assert wide >= 4
    assert _widest_table(view) < wide


def _widest_table(view: ReadingView) -> int:
    frames = view.document().rootFrame().childFrames()
    return max((frame.columns() for frame in frames if isinstance(frame, QTextTable)), default=0)


def test_the_text_follows_the_theme_and_the_size_of_text(
    session: ProjectSession, view: ReadingView, qapp: QApplication
) -> None:
    show(view, drafted(session))
    apply_theme(qapp, Theme(ICONS, DARK, 2.0))
    settle()
    form = form_of(view, "may be shortened to")
    assert form.foreground().color() == QColor(DARK.text)
    assert form.fontPointSize() == pytest.approx(22)


def test_tab_leaves_the_text(session: ProjectSession, view: ReadingView) -> None:
    assert view.tabChangesFocus()
    assert view.isReadOnly()
    show(view, drafted(session))
    assert view.accessibleName() == "Memorandum of understanding, text"


def test_qt_lays_no_text_out_by_itself(
    session: ProjectSession, stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    # It would be at the end after a few steps, the last of them by far the longest.
    monkeypatch.setattr(LayingOut, "_go_on", lambda _self: None)
    view = ReadingView()
    stage.show(view, 800, 600)
    show(view, drafted(session))
    qtbot.wait(300)
    laid_out = view.verticalScrollBar().maximum() + view.viewport().height()
    assert laid_out < view.document().documentLayout().documentSize().height() - 1_000


def test_each_turn_lays_something_out_however_little_time_it_has(
    session: ProjectSession, view: ReadingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.reading.laying_out._MOMENT", -1.0)
    view.show_document(drafted(session))
    assert view.go_to(QUORUM)
    settle()
    assert 0 <= view.cursorRect().top() < view.viewport().height()
