"""A card says how far its collaborative is, and nothing that is not so."""

import threading
from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.answers import Origin
from app.domain.checks import Severity
from app.services.card_facts import CardFacts, card_facts_from, card_text
from app.services.services import Services
from app.services.start_cards import card_facts
from app.ui.pages.start_page import StartPage
from app.ui.parts.tag import Tag
from app.ui.session import ProjectSession
from tests.ui.desk import NOW
from tests.ui.starting.shelves import made_card
from tests.ui.windows import WEST_YORKSHIRE, texts


def test_a_card_says_what_is_known_without_opening_its_answers(page: StartPage, services: Services) -> None:
    session = ProjectSession(services, lambda: NOW)
    made = services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE)
    session.open(made.id)
    session.note_progress()
    page.refresh()
    QApplication.processEvents()
    card = page.cards[made.id]
    shown = texts(card)
    assert "6 members, committees in common" in shown
    assert "left" in shown
    assert "No errors" in shown
    assert "committees in common" in card.accessibleName()


def test_a_card_says_nothing_is_left_only_when_nobody_has_to_come_back_to_anything(
    page: StartPage, services: Services
) -> None:
    session = ProjectSession(services, lambda: NOW)
    made = services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE)
    session.open(made.id)

    def shown() -> str:
        session.note_progress()
        page.refresh()
        return texts(page.cards[made.id])

    assert "Nothing left to answer" in shown()
    session.park("collaborative.name")
    assert "1 parked" in shown()
    session.add_todo("Ask the chairs", "Ada", None, None)
    session.add_todo("Book a room", "", None, None)
    assert "2 to-dos, 1 parked" in shown()
    session.clear_rows("objectives.objectives")
    assert f"{len(session.snapshot.left)} question" in shown()
    assert "Nothing left" not in texts(page.cards[made.id])
    assert services.start_cards.work_out(made.id) == card_facts(session.snapshot), "also when nobody has opened it"


def test_a_card_says_warnings_beside_errors(page: StartPage, services: Services) -> None:
    card = made_card(page, services)

    def said(errors: int, warnings: int | None) -> str:
        card.show_facts(CardFacts((1.0,) * 5, 0, errors, "6 members", warnings=warnings))
        shown = texts(card).split("\n")
        words = next(line for line in shown if "error" in line)
        assert words in card.accessibleName()
        return words

    assert said(0, 3) == "No errors, 3 warnings"
    assert said(0, 1) == "No errors, 1 warning"
    assert said(0, 0) == "No errors or warnings"
    assert said(2, 3) == "2 errors, 3 warnings"
    assert said(1, 0) == "1 error"
    assert said(0, None) == "No errors", "of warnings nothing is known"


def test_a_card_counts_the_warnings_that_the_checks_find(page: StartPage, services: Services) -> None:
    session = ProjectSession(services, lambda: NOW)
    made = services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE)
    session.open(made.id)
    session.note_progress()
    page.refresh()
    found = sum(each.severity is Severity.WARNING for each in session.snapshot.findings)
    assert found
    assert f"No errors, {found} warnings" in texts(page.cards[made.id])


def test_a_card_is_marked_while_anything_of_an_example_stands_in_it(page: StartPage, services: Services) -> None:
    from_example = services.collaboratives.create("From one")
    services.answering.answer(from_example.id, "problem.statement", "Waits are long.", Origin.EXAMPLE)
    of_their_own = services.collaboratives.create("Of their own")

    def marked() -> dict[str, list[str]]:
        for each in (from_example, of_their_own):
            services.start_cards.work_out(each.id)
        page.refresh()
        return {card.name: [tag.words for tag in card.findChildren(Tag)] for card in page.cards.values()}

    assert marked() == {"From one": ["From an example"], "Of their own": []}
    assert "From an example" in page.cards[from_example.id].accessibleName()
    services.answering.answer(from_example.id, "problem.statement", "Ours are longer.")
    assert marked() == {"From one": [], "Of their own": []}
    assert "From an example" not in page.cards[from_example.id].accessibleName()


def test_rows_of_an_example_mark_a_card_until_none_is_left(services: Services) -> None:
    file = services.files.example(WEST_YORKSHIRE)
    only_rows = replace(
        file, scalars={}, notes={}, states={}, tables={"members.members": file.tables["members.members"]}
    )
    made = services.collaboratives.create_like(only_rows, "Ours", Origin.EXAMPLE)
    assert services.start_cards.work_out(made.id).has_example
    copy = services.collaboratives.duplicate_as(made.id, "A copy")
    assert services.start_cards.work_out(copy.id).has_example, "a copy of it is no truer"
    services.answering.clear_rows(made.id, "members.members")
    assert not services.start_cards.work_out(made.id).has_example, "the name it was given is its own"


def test_facts_that_an_earlier_version_kept_are_still_read() -> None:
    first = '{"steps": [1.0, 0.5], "left": 3, "errors": 1, "what": "6 members"}'
    assert card_facts_from(first) == CardFacts((1.0, 0.5), 3, 1, "6 members", None, None, None, None)
    second = '{"steps": [1.0], "left": 0, "errors": 0, "what": "", "todos": 2, "parked": 1}'
    facts = card_facts_from(second)
    assert facts == CardFacts((1.0,), 0, 0, "", 2, 1, None, None)
    assert facts is not None
    assert not facts.is_whole, "the rest is found out once the services are there"
    whole = CardFacts((1.0,), 0, 0, "", 2, 1, 3, has_example=True)
    assert card_facts_from(card_text(whole)) == whole
    assert whole.is_whole


def test_a_card_whose_facts_an_earlier_version_kept_says_no_untruth_and_soon_all(
    page: StartPage, services: Services, qtbot: QtBot
) -> None:
    session = ProjectSession(services, lambda: NOW)
    made = services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE)
    session.open(made.id)
    session.park("collaborative.name")
    session.note_progress()
    page.refresh()
    card = page.cards[made.id]
    card.show_facts(card_facts_from('{"steps": [1, 1, 1, 1, 1], "left": 0, "errors": 0, "what": "6 members"}'))
    assert "No errors" in texts(card)
    assert "left" not in texts(card)
    assert "left" not in card.accessibleName()
    page.own.work_out_facts()
    qtbot.waitUntil(lambda: "1 parked" in texts(card))


def test_a_card_that_was_never_opened_says_how_far_it_is_a_moment_later(
    page: StartPage, services: Services, qtbot: QtBot
) -> None:
    card = made_card(page, services)
    assert texts(card).startswith("Northern Alliance\nChanged ")
    qtbot.waitUntil(lambda: " left" in texts(card))
    assert " left, " in card.accessibleName()
    assert services.collaboratives.facts(services.collaboratives.all()[0]) is not None, "it is kept for the next time"


def test_what_a_card_says_is_worked_out_no_more_once_the_page_is_gone(page: StartPage, services: Services) -> None:
    for number in range(6):
        services.collaboratives.create(f"Alliance {number}")
    page.refresh()
    page.hide()
    assert not any(each.name == "fiveways-work" and each.is_alive() for each in threading.enumerate())
