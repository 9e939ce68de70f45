"""The pages to read: checks and settings, each with its ways on."""

import csv
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.checks import Severity
from app.domain.records import FRESH_FOR, Confidence, LawRecord
from app.domain.wording import date_in_words
from app.services.about import NO_ENDORSEMENT, VERSION
from app.ui.moments import since_in_words
from app.ui.pages.checks_page import ChecksPage
from app.ui.pages.finding_card import FindingCard
from app.ui.pages.page import Page
from app.ui.pages.settings.law_part import LawPart
from app.ui.pages.settings_page import SettingsPage
from app.ui.parts.link_row import LinkRow
from app.ui.parts.path_label import PathLabel
from app.ui.parts.tag import Tag
from app.ui.places import AtDocuments, AtSection, AtSettings, UserPlace
from app.ui.session import ProjectSession
from app.ui.shortcuts import SHORTCUTS
from app.ui.wishes import Look, keep_look
from tests.shipped import shipped_content
from tests.ui.conftest import Stage
from tests.ui.desk import NOW, open_session
from tests.ui.hands import click, press
from tests.ui.windows import settle, texts


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ProjectSession]:
    with open_session(tmp_path) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[ProjectSession]:
    with open_session(tmp_path, None) as opened:
        yield opened


def show(page: Page, session: ProjectSession, stage: Stage) -> list[UserPlace]:
    """Show a page as the window does; gives back the places that it wishes for from then on."""
    wishes: list[UserPlace] = []
    page.place_wished.connect(wishes.append)
    session.state_changed.connect(page.show_snapshot)
    stage.show(page, 1134, 712)
    page.show_snapshot(session.snapshot)
    settle()
    return wishes


def links(page: QWidget) -> dict[str, LinkRow]:
    return {link.words: link for link in page.findChildren(LinkRow) if link.isVisible()}


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[ProjectSession]:
    """A design that a member has just left: what the others share no longer adds up."""
    with open_session(tmp_path, "south-london-mental-health") as opened:
        opened.remove_row("members.members", opened.snapshot.answers.rows("members.members")[0].id)
        assert opened.snapshot.errors
        yield opened


def test_findings_stand_by_severity_with_reason_remedy_and_ground(broken: ProjectSession, stage: Stage) -> None:
    session = broken
    page = ChecksPage(session)
    show(page, session, stage)
    shown = texts(page)
    count = len(session.snapshot.errors)
    assert shown.index(f"{count} error") < shown.index("warning")
    cards = sorted(page.findChildren(FindingCard), key=lambda card: card.y())
    assert len(cards) == len(session.snapshot.findings)
    order = list(Severity)
    severities = [order.index(each.severity) for each in session.snapshot.findings]
    assert sorted(severities) == [
        order.index(next(f.severity for f in session.snapshot.findings if f.message in card.accessibleName()))
        for card in cards
    ]
    first = session.snapshot.errors[0]
    for words in (first.title, first.message, first.why, first.remedy, "What to do", "Why it matters"):
        assert words in shown


def test_a_finding_that_rests_on_an_illustrative_answer_says_so_until_the_note_does_not(
    session: ProjectSession, stage: Stage
) -> None:
    page = ChecksPage(session)
    show(page, session, stage)
    caution = "The answer behind this is marked illustrative, in whole or in part."
    found = session.snapshot.findings
    by_check = {each.check_id: each for each in found}
    assert "Illustrative" in session.snapshot.answers.answers["leaders.load"].note
    assert by_check["leaders-overloaded"].caution == caution
    assert "Illustrative" in session.snapshot.answers.answers["review.scope"].note
    assert by_check["bill-not-yet-law"].caution == "", "it rests on the law and on no answer"

    def cautions() -> int:
        return texts(page).count(caution)

    shown = cautions()
    assert shown == sum(each.is_illustrative for each in found)
    session.note("leaders.load", "Counted by every trust in July 2026")
    settle()
    assert cautions() == shown - 1


def test_a_finding_leads_to_its_question(broken: ProjectSession, stage: Stage) -> None:
    page = ChecksPage(broken)
    wishes = show(page, broken, stage)
    question = shipped_content().questionnaire.question(broken.snapshot.findings[0].question)
    press(links(page)[f"Go to the question: {question.label}"], Qt.Key.Key_Return)
    assert wishes == [AtSection(question.section, question.id)]


def test_a_finding_names_the_law_it_rests_on_and_leads_there(session: ProjectSession, stage: Stage) -> None:
    session.answer("forum.kind", "joint-committee")
    lawful = [finding for finding in session.snapshot.findings if finding.law]
    assert lawful
    page = ChecksPage(session)
    wishes = show(page, session, stage)
    record = shipped_content().law[lawful[0].law[0]]
    link = links(page)[record.citation]
    assert f"{how_looked_at(record)} {date_in_words(record.checked_on)}" in link.accessibleName()
    click(link)
    assert wishes == [AtSettings(record.id)]


def how_looked_at(record: LawRecord) -> str:
    """What was not compared with the text in force was not checked."""
    return "looked at" if record.confidence is Confidence.TO_BE_CONFIRMED else "checked"


def test_a_finding_leads_to_every_question_that_can_put_it_right(session: ProjectSession, stage: Stage) -> None:
    session.answer("decisions.quorum-rule", "number-of-trusts")
    session.answer("decisions.quorum-number", 5)
    (finding,) = session.snapshot.findings_of("decisions.quorum-number")
    assert finding.questions == ("decisions.categories", "decisions.quorum-rule", "decisions.quorum-number")
    wishes: list[UserPlace] = []
    card = FindingCard(finding, session, beside="decisions.quorum-number")
    card.place_wished.connect(wishes.append)
    stage.show(card, 700, 600)
    ways = [each for name, each in links(card).items() if name.startswith("Go to the question")]
    for way in ways:
        click(way)
    assert wishes == [AtSection("decisions", each) for each in finding.questions[:2]]


def test_an_empty_design_says_where_to_begin(empty: ProjectSession, stage: Stage) -> None:
    page = ChecksPage(empty)
    wishes = show(page, empty, stage)
    assert "There is little to check yet." in texts(page)
    click(links(page)["Begin with: The collaborative"])
    assert wishes == [AtSection("the-collaborative")]


def test_a_design_without_errors_and_warnings_leads_to_the_documents(empty: ProjectSession, stage: Stage) -> None:
    empty.answer("collaborative.short-name", "N")
    assert all(finding.severity is Severity.NOTE for finding in empty.snapshot.findings)
    page = ChecksPage(empty)
    wishes = show(page, empty, stage)
    assert "No errors and no warnings." in texts(page)
    click(links(page)["Go to the documents"])
    assert wishes == [AtDocuments()]


def settings(session: ProjectSession, stage: Stage) -> SettingsPage:
    page = SettingsPage(session)
    page.show_law("")
    show(page, session, stage)
    return page


def test_the_size_of_text_goes_up_and_down_in_steps(session: ProjectSession, stage: Stage, qtbot: QtBot) -> None:
    page = settings(session, stage)
    assert page.look is not None
    with qtbot.waitSignal(page.look_changed):
        click(page.look.larger)
    assert session.services.preferences.get("screen.text-percent") == "125"
    assert "125%" in texts(page)
    with qtbot.waitSignal(page.look_changed):
        click(page.look.smaller)
    assert session.services.preferences.get("screen.text-percent") == "100"
    assert not page.look.smaller.isEnabled()


def test_the_settings_say_where_the_work_is_kept(session: ProjectSession, stage: Stage) -> None:
    page = settings(session, stage)
    assert page.workspace is not None
    paths = [each.toPlainText() for each in page.workspace.findChildren(PathLabel)]
    facts = session.services.workspace_facts
    assert facts.location in paths
    assert facts.location.endswith("workspace.sqlite3")
    assert str(facts.backups_folder) in paths


def test_a_register_file_renews_the_register_and_a_bad_one_does_not(tmp_path: Path, stage: Stage) -> None:
    with open_session(tmp_path, None) as session:
        page = settings(session, stage)
        assert page.register is not None
        before = session.services.organisations.state()
        assert before.words in texts(page)
        bad = tmp_path / "bad.csv"
        bad.write_text("one,two\n")
        page.register.import_file(bad)
        assert "“bad.csv” could not be imported" in texts(page)
        assert session.services.organisations.state() == before
        good = tmp_path / "etr.csv"
        fields = [""] * 27
        fields[0], fields[1], fields[2], fields[3], fields[10] = "RX1", "NOTTINGHAM NHS TRUST", "Y60", "QT1", "20200401"
        with good.open("w", newline="") as file:
            csv.writer(file).writerow(fields)
        page.register.import_file(good)
        assert "The register was renewed from “etr.csv”." in texts(page)
        assert session.services.organisations.search("RX1")[0].name == "Nottingham NHS Trust"


def test_a_law_record_is_unfolded_marked_and_brought_into_sight(session: ProjectSession, stage: Stage) -> None:
    page = settings(session, stage)
    record = next(each for each in shipped_content().law.values() if each.id == "nhs-act-2006-s26b")
    assert record.says not in texts(page)
    page.show_law(record.id)
    settle()
    assert page.law is not None
    card = page.law.cards[record.id]
    assert card.is_active
    assert sum(each.is_active for each in page.law.cards.values()) == 1
    top = card.mapTo(page, card.rect().topLeft()).y()
    assert 0 <= top < 60
    assert record.citation in texts(card)
    assert "In force, " in texts(card)
    assert f"{how_looked_at(record)} {date_in_words(record.checked_on)}" in texts(card)


def test_the_law_says_what_is_to_confirm_and_shows_only_that_if_wished(session: ProjectSession, stage: Stage) -> None:
    page = settings(session, stage)
    law = page.law
    assert law is not None
    law.fold.header.setChecked(True)
    settle()
    records = shipped_content().law
    unsettled = {each.id for each in records.values() if each.confidence is Confidence.TO_BE_CONFIRMED}
    assert 0 < len(unsettled) < len(records)
    assert f"{len(unsettled)} of them are to confirm: " in texts(law)
    assert [law.views.tabText(place) for place in range(2)] == [
        f"All ({len(records)})",
        f"To confirm ({len(unsettled)})",
    ]
    marked = {
        key for key, card in law.cards.items() if any(tag.words == "To confirm" for tag in card.findChildren(Tag))
    }
    assert marked == unsettled
    assert all(card.isVisible() for card in law.cards.values())
    law.views.setCurrentIndex(1)
    assert {key for key, card in law.cards.items() if card.isVisible()} == unsettled
    states = session.services.drafting.states(session.snapshot)
    in_pack = {each for state in states for each in state.law_to_confirm}
    assert 0 < len(in_pack) < len(unsettled)
    assert f"Of those to confirm, {len(in_pack)} are used in this pack" in texts(law)
    read = next(key for key in records if key not in unsettled)
    page.show_law(read)
    settle()
    assert law.cards[read].isVisible(), "what is gone to is shown, whatever was shown before"
    assert law.views.currentIndex() == 0


def test_law_records_stand_in_the_order_of_their_titles(session: ProjectSession, stage: Stage) -> None:
    page = settings(session, stage)
    assert page.law is not None
    page.law.fold.header.setChecked(True)
    settle()
    assert "In the order of their titles." in texts(page.law)
    cards = sorted(page.law.cards.values(), key=lambda card: card.y())
    titles = [card.accessibleName() for card in cards]
    sections = [title for title in titles if re.fullmatch(r"NHS Act 2006, section \d+[A-Z]?\d?", title)]
    numbers = [int(re.findall(r"\d+", title)[1]) for title in sections]
    assert len(numbers) > 10
    assert numbers == sorted(numbers)
    named = [title.removeprefix("The ")[0].casefold() for title in titles]
    assert named == sorted(named)


def test_the_register_is_told_in_plain_sentences(session: ProjectSession, stage: Stage) -> None:
    page = settings(session, stage)
    assert page.register is not None
    words = session.services.organisations.state().words
    assert words.count("July 2026") == 1
    assert words.endswith(".")
    assert "columns" not in texts(page.register)


def test_law_that_was_not_checked_for_half_a_year_is_told(stage: Stage) -> None:
    records = tuple(shipped_content().law.values())
    latest = max(record.checked_on for record in records)
    questionnaire, nothing = shipped_content().questionnaire, lambda _law: None
    days = [min(record.checked_on for record in records)]
    part = LawPart(records, lambda: days[-1], questionnaire, nothing)
    stage.show(part, 800, 300)
    card = part.show_record(records[0].id)
    assert card is not None
    assert "180 days ago" not in texts(part) + card.accessibleDescription()
    days.append(latest + FRESH_FOR + timedelta(days=1))
    part.refresh()
    assert f"Check the law: {len(records)} records were last checked more than 180 days ago." in texts(part)
    assert ", more than 180 days ago. Source: " in texts(card)
    assert card.accessibleDescription().endswith(", more than 180 days ago.")


def test_the_keys_and_what_this_program_is_are_told(session: ProjectSession, stage: Stage) -> None:
    shown = texts(settings(session, stage))
    assert all(shortcut.words in shown for shortcut in SHORTCUTS)
    assert f"Fiveways {VERSION}, MIT licence" in shown
    assert NO_ENDORSEMENT in shown


def test_moments_read_as_a_colleague_would_say_them() -> None:
    local = NOW.astimezone()
    assert since_in_words(NOW, NOW) == f"today, {local:%H:%M}"
    assert since_in_words(NOW - timedelta(days=1), NOW).startswith("yesterday, ")
    assert since_in_words(NOW - timedelta(days=30), NOW) == "7 July"
    assert since_in_words(NOW - timedelta(days=400), NOW) == "2 July 2025"


def test_the_settings_begin_at_the_look_that_is_chosen(session: ProjectSession, stage: Stage) -> None:
    keep_look(session.services.preferences, Look.DARK)
    page = SettingsPage(session)
    show(page, session, stage)
    page.enter()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.isChecked()
    assert focused.accessibleName() == "Dark" or focused.text() == "Dark"
    keep_look(session.services.preferences, Look.LIGHT)
