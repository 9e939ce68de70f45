"""Undo and redo in words: what was taken back is said in a line, and shown where it is."""

from PySide6.QtWidgets import QApplication

from app.domain.values import Person
from app.ui.parts.text import tooltip_text
from app.ui.places import AtChecks, AtSection
from app.ui.retracing import GO_THERE
from app.ui.window import MainWindow
from tests.ui.hands import click
from tests.ui.windows import card, settle

NOTICE = "leaving.notice"
SHORT = "collaborative.short-name"
STAGE = "collaborative.start-date"


def said(window: MainWindow) -> str:
    strip = window.messages.strip
    return strip.message.text() if strip is not None and strip.isVisible() else ""


def test_the_buttons_say_what_they_will_do(window: MainWindow) -> None:
    window.session.answer(SHORT, "NEW")
    assert window.top_bar.undo.accessibleName().startswith("Undo: ")
    assert window.top_bar.undo.accessibleName().endswith("→ NEW")
    window.session.undo()
    assert window.top_bar.redo.accessibleName().endswith("→ NEW")


def test_what_was_undone_is_said_and_its_card_has_the_focus(window: MainWindow) -> None:
    window.session.answer(STAGE, None)
    window.session.answer(SHORT, "NEW")
    settle()
    click(window.top_bar.undo)
    settle()
    assert said(window).startswith("Undone: ")
    assert said(window).endswith("→ NEW")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert card(window, SHORT).isAncestorOf(focused)
    assert window.messages.strip is not None
    assert not window.messages.strip.links, "it is in sight already"
    click(window.top_bar.redo)
    settle()
    assert said(window).startswith("Done again: ")


def test_another_section_is_a_link_away(window: MainWindow) -> None:
    window.session.answer(NOTICE, None)
    window.session.undo()
    settle()
    assert window.place == AtSection("the-collaborative"), "nobody is taken away from where they are"
    strip = window.messages.strip
    assert strip is not None
    (link,) = strip.links
    assert link.text() == GO_THERE
    click(link)
    settle()
    assert window.place == AtSection("leaving", NOTICE)
    assert said(window) == ""


def test_a_page_without_questions_has_the_link_too(window: MainWindow) -> None:
    window.session.answer(SHORT, "NEW")
    window.go(AtChecks())
    window.session.undo()
    settle()
    assert window.messages.strip is not None
    click(window.messages.strip.links[0])
    settle()
    assert window.place == AtSection("the-collaborative", SHORT)


def test_the_next_act_takes_the_line_away(window: MainWindow) -> None:
    window.session.answer(SHORT, "NEW")
    window.session.undo()
    settle()
    assert said(window)
    window.session.answer(SHORT, "OTHER")
    settle()
    assert said(window) == ""


def test_markup_that_was_typed_stays_text(window: MainWindow) -> None:
    window.session.answer("review.document-owner", Person("<b>Ada</b>"))
    window.session.undo()
    settle()
    assert "<b>Ada</b>" in said(window)
    assert tooltip_text("<b>Ada</b>") in window.top_bar.redo.toolTip()


def test_nothing_to_undo_says_nothing(window: MainWindow) -> None:
    while window.session.snapshot.undo:
        window.session.undo()
    window.go(AtSection("the-collaborative"))
    window.session.undo()
    assert said(window) == ""
    while window.session.snapshot.redo:
        window.session.redo()
