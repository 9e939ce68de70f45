"""The search by itself: keys, groups, what is emphasised, what is wished for, and room on narrow screens."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.services.search.entries import Group, ToDocument, ToQuestion
from app.services.search.finding import Found, Piece, Result
from app.ui.navigation.finder import Finder
from app.ui.navigation.result_drawing import laid_out
from app.ui.navigation.result_rows import HeadingRow, MoreRow, ResultRow, rows_of
from app.ui.places import AtDocuments, AtOpenPoints, AtSection, AtSettings, AtStart
from app.ui.session import ProjectSession
from app.ui.shortcuts import Shortcut
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.conftest import ICONS, put_on_plain_theme
from tests.ui.desk import borrowed, open_session
from tests.ui.fitting import misfits
from tests.ui.hands import click, press, write

Key = Qt.Key


@dataclass
class Desk:
    """The search over a plain window with one field and the button it is asked for with, and what it wished for."""

    session: ProjectSession
    window: QWidget
    line: QLineEdit
    button: QPushButton
    finder: Finder
    wishes: list[object] = field(default_factory=list)

    def search(self, typed: str = "") -> Finder:
        """Open the search and type."""
        self.finder.begin()
        write(self.finder.line, typed)
        return self.finder


@pytest.fixture(scope="module")
def shared(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    put_on_plain_theme(qapp)
    with open_session(tmp_path_factory.mktemp("finder")) as session:
        window, line, button = QWidget(), QLineEdit(), QPushButton("Search")
        column = QVBoxLayout(window)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(line)
        column.addStretch(1)
        finder = Finder(session, window, button)
        made = Desk(session, window, line, button, finder)
        for wish in (
            finder.place_wished,
            finder.act_wished,
            finder.guidance_wished,
            finder.help_wished,
            finder.collaborative_wished,
            finder.example_wished,
        ):
            wish.connect(made.wishes.append)
        window.show()
        yield made
        finder.stop()
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(shared: Desk, qtbot: QtBot) -> Iterator[Desk]:
    """The desk with the focus in its field, and a search that knows everything."""
    shared.wishes.clear()
    shared.window.resize(1100, 700)
    shared.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shared.window)
    shared.line.setFocus()
    shared.finder.begin()
    qtbot.waitUntil(lambda: shared.finder.work.is_whole, timeout=20_000)
    shared.finder.leave()
    assert QApplication.focusWidget() is shared.line
    with borrowed(shared.session):
        yield shared
        shared.finder.leave()


def chosen(finder: Finder) -> ResultRow:
    row = finder.results.current_row
    assert isinstance(row, ResultRow)
    return row


def groups(finder: Finder) -> list[Group]:
    return [row.group for row in finder.results.rows if isinstance(row, HeadingRow)]


def choose(finder: Finder, group: Group) -> ResultRow:
    """Go down to the first result of a group and take it."""
    for _ in finder.results.rows:
        row = finder.results.current_row
        if isinstance(row, ResultRow) and row.result.group is group:
            press(finder.line, Key.Key_Return)
            return row
        press(finder.line, Key.Key_Down)
    raise AssertionError(f"nothing in {group}")


def test_enter_takes_the_best_result_and_says_before_what_it_will_do(desk: Desk) -> None:
    finder = desk.search("shared vision")
    assert groups(finder)[0] is Group.QUESTION
    assert finder.sheet.does.text() == "Enter: go to this question"
    press(finder.line, Key.Key_Return)
    assert desk.wishes == [AtSection("vision", "vision.statement")]
    assert not finder.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab])
def test_it_closes_and_the_focus_is_back_where_it_was(desk: Desk, key: Qt.Key) -> None:
    finder = desk.search("quorum")
    assert QApplication.focusWidget() is finder.line
    press(finder.line, key)
    assert not finder.isVisible()
    assert QApplication.focusWidget() is desk.line
    assert desk.wishes == []


def test_what_was_typed_is_gone_when_it_opens_again(desk: Desk) -> None:
    press(desk.search("quorum").line, Key.Key_Escape)
    assert desk.search().line.text() == ""
    write(desk.finder.line, "leaving")
    assert desk.search().line.text() == ""


def test_with_nothing_typed_it_offers_pages_and_acts_with_their_keys(desk: Desk) -> None:
    finder = desk.search()
    assert groups(finder) == [Group.PLACE, Group.ACT]
    keys = {row.words: row.result.where for row in finder.results.rows if isinstance(row, ResultRow)}
    assert keys["Undo"] == "Ctrl+Z"
    assert keys["Settings"] == "Ctrl+,"


def test_keys_move_over_what_can_be_chosen_and_stop_at_the_ends(desk: Desk) -> None:
    finder = desk.search("quorum")
    choosable = [row for row in finder.results.rows if not isinstance(row, HeadingRow)]
    assert finder.results.current_row == choosable[0]
    press(finder.line, Key.Key_Up)
    assert finder.results.current_row == choosable[0]
    for wanted in (*choosable[1:], choosable[-1]):
        press(finder.line, Key.Key_Down)
        assert finder.results.current_row == wanted
    press(finder.line, Key.Key_Home)
    assert finder.results.current_row == choosable[0]
    press(finder.line, Key.Key_PageDown)
    paged = finder.results.current_row
    assert paged is not None
    assert 1 < choosable.index(paged) < len(choosable) - 1
    press(finder.line, Key.Key_PageUp)
    assert finder.results.current_row == choosable[0]
    press(finder.line, Key.Key_End)
    assert finder.results.current_row == choosable[-1]
    current = finder.results.visualRect(finder.results.currentIndex())
    assert finder.results.viewport().rect().contains(current)


def test_an_act_is_wished_for_and_the_focus_is_back(desk: Desk) -> None:
    finder = desk.search("undo")
    assert chosen(finder).words == "Undo"
    press(finder.line, Key.Key_Return)
    (wish,) = desk.wishes
    assert isinstance(wish, Shortcut)
    assert wish.keys == ("Ctrl+Z",)
    assert QApplication.focusWidget() is desk.line


def test_a_clause_leads_to_its_place_in_the_document(desk: Desk) -> None:
    row = choose(desk.search("new members memorandum"), Group.CLAUSE)
    (place,) = desk.wishes
    assert isinstance(place, AtDocuments)
    assert place.anchor
    assert row.result.target == ToDocument(place.document, place.anchor)


def test_a_law_record_leads_to_the_settings(desk: Desk) -> None:
    record = next(iter(desk.session.services.content.law.values()))
    choose(desk.search(record.citation), Group.LAW)
    assert desk.wishes == [AtSettings(record.id)]


def test_a_member_leads_to_its_row_and_guidance_to_the_card_with_its_guidance(desk: Desk) -> None:
    row = desk.session.snapshot.answers.rows("members.members")[-1]
    organisation = row.organisation("organisation")
    assert organisation is not None
    choose(desk.search(organisation.name), Group.MEMBER)
    assert desk.wishes == [AtSection("members", "members.members", row.id)]
    desk.wishes.clear()
    question = desk.session.services.content.questionnaire.question("vision.statement")
    choose(desk.search(" ".join(question.why.split()[:6])), Group.GUIDANCE)
    assert desk.wishes == [AtSection("vision", "vision.statement"), "vision.statement"]


def test_another_collaborative_and_an_example_are_opened_once_this_one_is_left(desk: Desk) -> None:
    collaboratives = desk.session.services.collaboratives
    other = collaboratives.create("Northern Acute Alliance")
    choose(desk.search("northern alliance"), Group.COLLABORATIVE)
    assert desk.wishes == [AtStart(), other.id]
    desk.wishes.clear()
    choose(desk.search("foundation group"), Group.EXAMPLE)
    assert desk.wishes == [AtStart(), "foundation-group"]
    collaboratives.bin(other.id)


def test_a_to_do_leads_to_its_question_or_to_what_is_left_and_help_to_its_topic(desk: Desk, qtbot: QtBot) -> None:
    session = desk.session
    assert session.add_todo("Ring Ravenscourt", "", None, "vision.statement")
    assert session.add_todo("Book the horseshoe room", "Priya", None, None)
    finder = desk.search("ravenscourt")
    qtbot.waitUntil(lambda: bool(finder.results.rows))
    choose(finder, Group.TODO)
    choose(desk.search("horseshoe"), Group.TODO)
    assert desk.wishes == [AtSection("vision", "vision.statement"), AtOpenPoints()]
    desk.wishes.clear()
    topic = next(iter(session.services.content.help.values()))
    choose(desk.search(topic.title), Group.HELP)
    assert desk.wishes == [topic.id]


def test_with_nothing_open_only_collaboratives_examples_and_a_few_acts_are_found(desk: Desk, qtbot: QtBot) -> None:
    here = desk.session.snapshot.collaborative
    desk.session.close()
    finder = desk.search()
    assert groups(finder)[0] is Group.COLLABORATIVE
    assert "Undo" not in [row.words for row in finder.results.rows]
    write(finder.line, "shared vision")
    assert Group.QUESTION not in groups(finder)
    finder.line.setText("xyzzyplugh")
    assert finder.results.rows == ()
    assert finder.sheet.message.text().startswith("Nothing found for “xyzzyplugh”.")
    finder.line.setText("west yorkshire")
    press(finder.line, Key.Key_Return)
    assert desk.wishes == [here]
    assert desk.session.open(here)


def test_matched_words_are_emphasised_wherever_they_stand(desk: Desk) -> None:
    finder = desk.search("quorum")
    found = [row for row in finder.results.rows if isinstance(row, ResultRow)]
    assert found
    for row in found:
        assert any(piece.is_match for piece in (*row.result.title, *row.detail)), row.words


def test_a_group_can_be_shown_in_full(desk: Desk) -> None:
    finder = desk.search("member")
    place, more = next((place, row) for place, row in enumerate(finder.results.rows) if isinstance(row, MoreRow))
    while finder.results.current_row != more:
        press(finder.line, Key.Key_Down)
    assert finder.sheet.does.text() == "Enter: show more of these"
    count = len(finder.results.rows)
    press(finder.line, Key.Key_Return)
    assert finder.isVisible()
    assert len(finder.results.rows) > count
    assert finder.results.current_row == finder.results.rows[place]
    assert more not in finder.results.rows


def test_nothing_found_says_so_letter_for_letter_and_suggests(desk: Desk) -> None:
    finder = desk.search("<xyzzyplugh>")
    assert finder.sheet.message.text().startswith("Nothing found for “<xyzzyplugh>”. Try fewer or other words")
    assert finder.sheet.message.textFormat() is Qt.TextFormat.PlainText
    press(finder.line, Key.Key_Down, Key.Key_Return)
    assert finder.isVisible()
    finder.line.setText("quorum elephants")
    assert finder.sheet.message.text().startswith("Nothing has all of these words.")
    assert finder.results.rows


def test_results_for_another_word_than_the_typed_one_are_said_to_be_so(desk: Desk) -> None:
    finder = desk.search("qourum")
    told = finder.sheet.message.text()
    assert told.startswith("Showing results for “")
    assert "uorum”" in told
    assert finder.sheet.message.isVisible()
    finder.line.setText("quorum")
    assert finder.sheet.message.text() == ""


def test_what_is_answered_while_it_is_open_is_found(desk: Desk, qtbot: QtBot) -> None:
    finder = desk.search("ravenscourt")
    assert finder.results.rows == ()
    desk.session.answer("collaborative.short-name", "Ravenscourt")
    qtbot.waitUntil(lambda: bool(finder.results.rows))
    assert chosen(finder).result.target == ToQuestion("collaborative.short-name")


def test_what_is_chosen_stays_chosen_while_more_is_found(desk: Desk, qtbot: QtBot) -> None:
    finder = desk.search("member")
    press(finder.line, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    row = finder.results.current_row
    desk.session.park("vision.statement")
    qtbot.waitUntil(lambda: finder.work.is_whole)
    assert finder.results.current_row == row


def test_a_click_chooses_and_a_click_beside_closes(desk: Desk) -> None:
    finder = desk.search("shared vision")
    place = finder.results.visualRect(finder.results.currentIndex())
    click(finder.results.viewport(), place.center())
    assert desk.wishes == [AtSection("vision", "vision.statement")]
    click(desk.search(), QPoint(4, finder.height() - 4))
    assert not finder.isVisible()
    assert QApplication.focusWidget() is desk.line


def test_it_closes_when_the_focus_goes_elsewhere(desk: Desk) -> None:
    finder = desk.search("quorum")
    desk.button.setFocus()
    assert not finder.isVisible()
    assert QApplication.focusWidget() is desk.button


@pytest.mark.parametrize("has_button", [True, False])
@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 1.0), ((1024, 768), 2.0), ((720, 540), 2.0)])
def test_it_is_wide_enough_to_read_and_nothing_is_cut_off(
    desk: Desk, qapp: QApplication, size: tuple[int, int], scale: float, has_button: bool
) -> None:
    desk.window.resize(*size)
    apply_theme(qapp, Theme(ICONS, text_scale=scale))
    desk.button.setVisible(has_button)
    QApplication.processEvents()
    finder = desk.search()
    sheet = finder.sheet
    for typed in ("", "quorum", "xyzzyplugh"):
        finder.line.setText(typed)
        QApplication.processEvents()
        assert desk.window.rect().contains(sheet.geometry())
        assert abs(sheet.geometry().center().x() - desk.window.rect().center().x()) <= 1, "it stands in the middle"
        assert not has_button or sheet.y() > desk.button.geometry().bottom(), "and below the bar"
        assert sheet.width() >= min(60 * finder.fontMetrics().averageCharWidth(), size[0] - 32)
        assert misfits(sheet) == []
        assert finder.results.horizontalScrollBar().maximum() == 0
    desk.button.show()


def test_a_screen_reader_has_a_name_for_everything(desk: Desk) -> None:
    finder = desk.search("quorum")
    assert finder.line.accessibleName()
    assert finder.line.accessibleDescription()
    face = QAccessible.queryAccessibleInterface(finder.results)
    assert face.text(QAccessible.Text.Name) == "Results"
    names = [face.child(place).text(QAccessible.Text.Name) for place in range(face.childCount())]
    assert names == [row.spoken for row in finder.results.rows]
    assert names[0].endswith("found")
    assert names[1].startswith("Questions: ")


def test_the_count_and_the_chosen_row_are_said_aloud(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("app.ui.navigation.finder.say", lambda _widget, sentence, **_: said.append(sentence))
    finder = desk.search("quorum")
    press(finder.line, Key.Key_Down)
    row = chosen(finder)
    assert said == [row.spoken]
    said.clear()
    qtbot.waitUntil(lambda: bool(said))
    assert "results." in said[0]
    assert row.words in said[0]


@settings(max_examples=20)
@given(typed=st.text(max_size=40))
def test_whatever_is_typed_is_shown_without_failing(shared: Desk, typed: str) -> None:
    shared.finder.begin()
    shared.finder.line.setText(typed)
    rows = shared.finder.results.rows
    assert all(row.words and row.spoken for row in rows)
    shared.finder.results.grab()
    shared.finder.leave()


@given(
    parts=st.lists(st.tuples(st.text(min_size=1, max_size=12), st.booleans()), max_size=6), width=st.integers(1, 900)
)
def test_pieces_are_drawn_whole_and_bold_where_they_match(
    qapp: QApplication, parts: list[tuple[str, bool]], width: int
) -> None:
    pieces = [Piece(text, is_match=is_match) for text, is_match in parts]
    layout, height = laid_out(pieces, QFont(qapp.font()), qapp.palette().text().color(), width)
    assert layout.text() == "".join(text for text, _ in parts)
    assert height > 0
    bold = sum(each.length for each in layout.formats())
    assert bold == sum(len(text.encode("utf-16-le", "surrogatepass")) // 2 for text, is_match in parts if is_match)


def test_rows_tell_where_something_is_and_only_then_why() -> None:
    title = (Piece("A "), Piece("quorum", is_match=True))
    why = (Piece("What it "), Piece("quorum", is_match=True))
    plain = Result(Group.QUESTION, title, (Piece("What it says"),), "2 Purpose", "Go to it", ToQuestion("x"))
    matched = Result(Group.QUESTION, title, why, "2 Purpose", "Go to it", ToQuestion("x"))
    assert "".join(piece.text for piece in ResultRow(plain).detail) == "2 Purpose"
    assert "".join(piece.text for piece in ResultRow(matched).detail) == "2 Purpose  ·  What it quorum"
    assert ResultRow(plain).spoken == "Questions: A quorum. 2 Purpose"
    assert rows_of(Found(), frozenset()) == ()


def test_what_comes_later_and_fits_better_is_current_unless_the_user_has_moved(desk: Desk, qtbot: QtBot) -> None:
    best = desk.search("quorum").results.current_row
    desk.finder.leave()
    desk.finder.work.forget()
    finder = desk.search("quorum")
    assert finder.results.current_row != best, "only what is always there was looked on"
    qtbot.waitUntil(lambda: finder.work.is_whole)
    assert finder.results.current_row == best
    press(finder.line, Key.Key_Down)
    moved = finder.results.current_row
    finder.work.grown.emit()
    assert finder.results.current_row == moved != best
