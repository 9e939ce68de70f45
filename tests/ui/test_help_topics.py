"""The topics of help: they can be read at any size, and name keys and places that there are."""

import re
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.content.catalogue import Content
from app.domain.help import HelpTarget, NamedKey, Subject
from app.ui.help.help_panel import HelpPanel
from app.ui.help.key_words import keys_in_words
from app.ui.help.subjects import place_of
from app.ui.panel.guidance_tab import GuidanceTab
from app.ui.room import room_for_help
from app.ui.session import ProjectSession
from app.ui.shortcuts import OTHER_KEYS, SHORTCUTS
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.conftest import ICONS, Stage
from tests.ui.desk import open_session
from tests.ui.fitting import misfits
from tests.ui.windows import settle, texts

QUORUM = "decisions.quorum-rule"


def test_every_topic_can_be_read_at_twice_the_size_in_a_small_window(
    stage: Stage, qapp: QApplication, tmp_path: Path
) -> None:
    apply_theme(qapp, Theme(ICONS, text_scale=2.0))
    with open_session(tmp_path) as session:
        panel = HelpPanel(session)
        stage.show(panel, room_for_help(1024, 2.0)[0], 768)
        for topic in session.services.content.help:
            panel.show_topic(topic)
            settle()
            assert misfits(panel) == [], topic
        panel.show_subject(Subject.SECTION, QUORUM)
        settle()
        assert misfits(panel) == []


def test_every_key_that_help_may_name_is_one_that_the_window_listens_to() -> None:
    said = {named: keys_in_words(named) for named in NamedKey}
    assert said[NamedKey.FIND] == "Ctrl+K"
    assert said[NamedKey.HELP] == "F1"
    assert all(said.values())


def test_every_key_that_help_writes_out_is_listened_to_somewhere(content: Content) -> None:
    listed = {key for shortcut in SHORTCUTS for key in shortcut.keys} | {key for keys, _ in OTHER_KEYS for key in keys}
    written = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+\w+|\bF\d+\b")
    for topic in content.help.values():
        named = set(written.findall(" ".join(block.text for block in topic.blocks)))
        assert named <= listed | {"Shift+Tab"}, topic.id


def test_only_the_tour_is_no_place() -> None:
    assert [target for target in HelpTarget if place_of(target) is None] == [HelpTarget.TOUR]


def test_the_guidance_on_a_question_has_one_order_in_help_and_beside_the_question(
    session: ProjectSession, stage: Stage, content: Content
) -> None:
    question = content.questionnaire.question(QUORUM)
    tab, help_panel = GuidanceTab(session), HelpPanel(session)
    tab.show_snapshot(session.snapshot)
    tab.show_question(QUORUM)
    orders = []
    for shown in (tab, help_panel):
        stage.show(shown, 392, 900)
        help_panel.show_subject(Subject.SECTION, QUORUM)
        settle()
        said = texts(shown)
        wanted = ["Why it matters", question.why, "How to answer", "What we suggest", "Usual range", "Source"]
        assert [each for each in wanted if each not in said] == []
        orders.append(sorted(wanted, key=said.index))
    assert orders == [wanted, wanted]
