"""The strip above the preview: what an answer changes in which documents, before and after, place by place."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.documents.comparison import Change, Piece, text_after, text_before
from app.domain.values import Value
from app.services.effects import AnswerEffect, DocumentEffect, PlaceEffect
from app.services.retracing import Retrace
from app.services.uses import UsedPlace
from app.ui.navigation.side_panel import GUIDANCE, SidePanel
from app.ui.panel.changes_strip import ChangesStrip
from app.ui.panel.changes_words import headline
from app.ui.session import ProjectSession
from app.ui.theme.roles import DARK, HIGH_CONTRAST, LIGHT, Roles
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.changes.conftest import SHORT_NAME
from tests.ui.conftest import ICONS, Stage
from tests.ui.desk import FOR_EACH_MEMBER, MEMORANDUM
from tests.ui.hands import press
from tests.ui.windows import settle

QUORUM = "decisions.quorum-rule"
PLACE = PlaceEffect("memo", "Memorandum", "clause 9.2", "quorum", (Piece(Change.ADDED, "New."),))


@pytest.fixture
def panel(shared: SidePanel, session: ProjectSession) -> SidePanel:
    shared.activateWindow()
    return shared


def answer(panel: SidePanel, session: ProjectSession, qtbot: QtBot, question: str, value: Value | None) -> AnswerEffect:
    """Answer, and wait until the strip says what that did."""
    with qtbot.waitSignal(panel.preview.effects.found) as found:
        assert session.answer(question, value)
    assert found.args is not None
    effect = found.args[0]
    assert isinstance(effect, AnswerEffect)
    return effect


def document(name: str, *places: PlaceEffect, copies: int = 0) -> DocumentEffect:
    return DocumentEffect(name, name.capitalize(), places, name, copies)


def test_an_answer_says_how_many_documents_it_changes(panel: SidePanel, session: ProjectSession, qtbot: QtBot) -> None:
    strip = panel.preview.strip
    assert strip.isHidden()
    effect = answer(panel, session, qtbot, SHORT_NAME, "Humber Ridge")
    assert strip.isVisible()
    count = len(effect.documents)
    assert count > 2
    used = len(session.services.uses.places(SHORT_NAME, session.snapshot))
    places = f"all {used}" if len(effect.places) == used else f"{len(effect.places)} of the {used}"
    assert strip.headline.text() == f"Your answer changes {count} documents, in {places} places that use it."
    assert strip.position.text() == f"1 of {len(effect.places)}"
    assert strip.place.text().startswith("Memorandum of understanding, clause ")
    assert "Humber Ridge" in text_after(strip.after.pieces)
    assert "Humber Ridge" not in text_before(strip.before.pieces)


def test_next_and_previous_step_through_every_place_of_every_document(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    effect = answer(panel, session, qtbot, SHORT_NAME, "Humber Ridge")
    strip = panel.preview.strip
    seen = []
    for _ in effect.places:
        seen.append(strip.place.text())
        press(strip.next_button, Qt.Key.Key_Return)
    assert seen == [f"{place.title}, {place.where}" for _, place in effect.places]
    assert strip.place.text() == seen[0]
    press(strip.previous_button, Qt.Key.Key_Space)
    assert strip.place.text() == seen[-1]


def test_a_change_in_every_copy_is_told_once_and_says_so(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    effect = answer(panel, session, qtbot, SHORT_NAME, "Humber Ridge")
    strip = panel.preview.strip
    documents = [changed.document for changed, _ in effect.places]
    while strip.place.text() != next(
        p.title + ", " + p.where for _, p in effect.places if p.document == FOR_EACH_MEMBER
    ):
        strip.step(1)
    assert documents.count(FOR_EACH_MEMBER) == 1
    assert strip.copies.isVisible()
    assert "2 other members" in strip.copies.text()


def test_show_it_there_goes_to_the_place_in_its_document(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    effect = answer(panel, session, qtbot, SHORT_NAME, "Humber Ridge")
    strip = panel.preview.strip
    strip.step(-1)
    last = effect.places[-1][1]
    strip.show_button.click()
    qtbot.waitUntil(lambda: panel.preview.document is not None and panel.preview.document.id == last.document)
    block = panel.preview.reading.chosen_block
    assert block is not None
    assert block.anchor == last.anchor
    assert QApplication.focusWidget() is panel.preview.reading
    assert strip.isVisible()


def test_what_changed_is_marked_in_the_text_until_the_focus_moves_on(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    effect = answer(panel, session, qtbot, SHORT_NAME, "Humber Ridge")
    own = {place.anchor for changed, place in effect.places if changed.document == MEMORANDUM}
    assert panel.preview.reading.changed == own
    panel.show_question(QUORUM)
    settle()
    assert not panel.preview.reading.changed
    panel.show_question("")
    settle()
    assert not panel.preview.reading.about
    assert panel.preview.reading.chosen_block is None


def test_an_answer_that_no_document_shows_changes_nothing(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    # Its question is not asked at present, so the answer is kept and never read.
    assert "decisions.quorum-share" not in session.snapshot.visible
    effect = answer(panel, session, qtbot, "decisions.quorum-share", Decimal(55))
    assert effect.documents == ()
    strip = panel.preview.strip
    assert strip.headline.text() == "Your answer changes nothing in any document."
    assert not strip.next_button.isVisible()
    assert not strip.step(1)


def test_a_text_that_is_typed_with_pauses_is_compared_with_what_stood_before_all_of_it(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    before = session.snapshot.answers.text(SHORT_NAME)
    assert before
    for text in ("Hum", "Humber R"):
        answer(panel, session, qtbot, SHORT_NAME, text)
    strip = panel.preview.strip
    assert before in text_before(strip.before.pieces)
    panel.show_question(QUORUM)
    panel.show_question(SHORT_NAME)
    answer(panel, session, qtbot, SHORT_NAME, "Humber Ridge")
    assert "Humber R" in text_before(strip.before.pieces)


def test_notes_marks_and_what_others_answer_are_not_told_as_an_answer(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    assert session.note(SHORT_NAME, "Ask the chairs.")
    assert session.agree(SHORT_NAME)
    assert panel.preview.strip.isHidden()
    answer(panel, session, qtbot, SHORT_NAME, "Humber Ridge")
    session.changed_elsewhere.emit()
    assert panel.preview.strip.isHidden()


def test_the_strip_goes_away_when_it_is_closed_and_comes_back_with_the_next_answer(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    answer(panel, session, qtbot, SHORT_NAME, "Humber Ridge")
    strip = panel.preview.strip
    strip.close_button.click()
    assert strip.isHidden()
    answer(panel, session, qtbot, SHORT_NAME, "Ouse")
    assert strip.isVisible()
    press(strip.next_button, Qt.Key.Key_Escape)
    assert strip.isHidden()


def test_nothing_is_compared_out_of_sight_and_it_is_told_when_the_preview_is_seen_again(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    panel.tabs.setCurrentIndex(GUIDANCE)
    assert session.answer(SHORT_NAME, "Humber Ridge")
    assert panel.preview.drafts.snapshot is not session.snapshot
    with qtbot.waitSignal(panel.preview.effects.found):
        panel.step_through_changes(1)
    assert panel.preview.strip.isVisible()


@pytest.mark.parametrize(
    ("documents", "questions", "words"),
    [
        ((), 1, "Your answer changes nothing in any document."),
        ((document("memo", PLACE),), 1, "Your answer changes only this document."),
        ((document("memo", PLACE, PLACE),), 1, "Your answer changes only this document, in 2 passages."),
        ((document("other", PLACE),), 1, "Your answer changes one document, Other."),
        ((document("memo", PLACE), document("other", PLACE)), 1, "Your answer changes 2 documents, in 2 passages."),
        ((document("memo", PLACE),), 2, "Your answers change only this document."),
    ],
)
def test_the_headline_counts_documents_and_places(
    documents: tuple[DocumentEffect, ...], questions: int, words: str
) -> None:
    assert headline(AnswerEffect(tuple("q" * questions), documents), "memo") == words


def changed(document: str, clause: str) -> PlaceEffect:
    return PlaceEffect(document, document.capitalize(), "clause 9.2", clause, PLACE.pieces, clause=clause)


def used(*clauses: str) -> tuple[UsedPlace, ...]:
    """Places of two documents, each as "memo a"; without a clause the front of the document."""
    named = (each.partition(" ") for each in clauses)
    return tuple(UsedPlace(document, document.capitalize(), "clause 9.2", clause) for document, _, clause in named)


@pytest.mark.parametrize(
    ("places", "uses", "retrace", "words"),
    [
        ("a b", "memo a, memo b, memo c, other a", None, "only this document, in 2 of the 4 places that use it."),
        ("a b", "memo a, memo b", None, "only this document, in both places that use it."),
        ("a", "memo a", None, "only this document, in the one place that uses it."),
        ("a", "memo a", Retrace.UNDO, "only this document, in the one place that uses the answer."),
        ("a a", "memo a, memo b", None, "only this document, in 2 passages."),
        ("a b", "memo a, other b", None, "only this document, in 2 passages."),
        ("a", "other a, memo ", None, "only this document."),
    ],
)
def test_the_headline_tells_how_many_of_the_places_that_use_an_answer_it_changed_where_that_is_all_it_did(
    places: str, uses: str, retrace: Retrace | None, words: str
) -> None:
    effect = AnswerEffect(("q",), (document("memo", *(changed("memo", each) for each in places.split())),), retrace)
    assert headline(effect, "memo", used(*uses.split(", "))).endswith(f" {words}")


def test_several_documents_change_in_some_of_the_places() -> None:
    effect = AnswerEffect(("q",), (document("memo", changed("memo", "a")), document("other", changed("other", "a"))))
    said = headline(effect, "memo", used("memo a", "other a", "other b"))
    assert said == "Your answer changes 2 documents, in 2 of the 3 places that use it."


def test_a_document_that_comes_is_told_in_a_sentence(stage: Stage) -> None:
    strip = ChangesStrip()
    stage.show(strip, 360, 300)
    came = PlaceEffect("memo", "Memorandum", "", "", says="These answers now call for this document.")
    strip.show_effect(AnswerEffect(("q",), (document("memo", came),)), "")
    assert strip.says.text() == "These answers now call for this document."
    assert not strip.before.isVisible()
    assert not strip.after.isVisible()


def test_a_paragraph_that_is_new_or_gone_stands_alone(stage: Stage) -> None:
    strip = ChangesStrip()
    stage.show(strip, 360, 300)
    gone = PlaceEffect("memo", "Memorandum", "clause 9.3", "quorum", (Piece(Change.REMOVED, "Old <b>one</b>."),))
    strip.show_effect(AnswerEffect(("q",), (document("memo", PLACE, gone),)), "")
    assert (strip.after.lead, strip.before.isVisible()) == ("New", False)
    strip.step(1)
    assert (strip.before.lead, strip.after.isVisible()) == ("Taken out", False)
    assert strip.before.accessibleName() == "Taken out: Old <b>one</b>."


@pytest.mark.parametrize("roles", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "contrast"])
def test_changed_words_are_marked_by_lines_and_not_by_colour_alone(
    stage: Stage, qapp: QApplication, roles: Roles
) -> None:
    apply_theme(qapp, Theme(ICONS, roles))
    strip = ChangesStrip()
    stage.show(strip, 360, 300)
    assert strip.before.form_of(Change.REMOVED).fontStrikeOut()
    assert strip.after.form_of(Change.ADDED).fontUnderline()
    same = strip.after.form_of(Change.SAME)
    assert not same.fontStrikeOut()
    assert not same.fontUnderline()


def test_what_a_place_says_now_is_seen_without_scrolling(
    panel: SidePanel, session: ProjectSession, qtbot: QtBot
) -> None:
    effect = answer(panel, session, qtbot, SHORT_NAME, "Humber Ridge")
    strip, preview = panel.preview.strip, panel.preview

    def is_at_rest(copy: str) -> bool:
        inside = strip.after.visibleRegion().boundingRect()
        return preview.document is not None and preview.document.id == copy and inside == strip.after.rect()

    for shown, place in effect.places:
        qtbot.waitUntil(lambda copy=shown.copy: is_at_rest(copy))  # type: ignore[misc]
        assert added(place.pieces) == added(strip.after.pieces), "whatever stands around them"
        strip.step(1)


def added(pieces: Sequence[Piece]) -> list[str]:
    return [piece.text.strip() for piece in pieces if piece.change is Change.ADDED]


def test_with_little_room_fewer_words_stand_around_what_changed(stage: Stage) -> None:
    strip = ChangesStrip()
    stage.show(strip, 360, 400)
    words = " ".join(f"word{number}" for number in range(40))
    pieces = (Piece(Change.SAME, f"{words} "), Piece(Change.REMOVED, "four"), Piece(Change.ADDED, "five"))
    place = PlaceEffect("memo", "Memorandum", "clause 9.2", "quorum", pieces)
    strip.show_effect(AnswerEffect(("q",), (document("memo", place),)), "")
    strip.fit(330, 1000)
    whole = strip.after.pieces
    strip.fit(330, 150)
    assert len("".join(piece.text for piece in strip.after.pieces)) < len("".join(piece.text for piece in whole))
    assert strip.after.pieces[-1] == Piece(Change.ADDED, "five")
    strip.fit(330, 1000)
    assert strip.after.pieces == whole
