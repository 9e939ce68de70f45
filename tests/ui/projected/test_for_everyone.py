"""Whoever listens or has no mouse can use the projector view too."""

from decimal import Decimal

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.ui.projector.projector import Projector
from app.ui.projector.projector_keys import Wish
from app.ui.session import ProjectSession
from tests.ui.hands import press_focused
from tests.ui.projected.room import MEMBERS, MIX, NAME, NOTICE, PROBLEM, RULE, Key, cards, show


def test_everything_that_can_have_the_focus_has_a_name_and_tab_reaches_all_of_it(
    projector: Projector, session: ProjectSession
) -> None:
    for question in (RULE, NOTICE, MIX, NAME, PROBLEM, MEMBERS):
        show(projector, session, question)
        seen: list[QWidget] = []
        while (focused := projector.focusWidget()) not in seen:
            assert focused is not None
            seen.append(focused)
            press_focused(Key.Key_Tab)
        assert {*cards(projector), *projector.frame.foot.buttons} <= set(seen)
        for each in seen:
            spoken = QAccessible.queryAccessibleInterface(each)
            assert spoken.text(QAccessible.Text.Name), each


def test_an_answer_is_spoken_with_what_it_means_and_whether_it_is_chosen(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, RULE)
    spoken = QAccessible.queryAccessibleInterface(cards(projector)[0])
    assert spoken.role() is QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "Every trust"
    assert "All 6 must be there" in spoken.text(QAccessible.Text.Description)
    assert spoken.state().checked
    show(projector, session, MIX)
    assert QAccessible.queryAccessibleInterface(cards(projector)[0]).role() is QAccessible.Role.CheckBox


def test_every_wish_of_a_key_is_carried_out(projector: Projector) -> None:
    assert set(projector.acts) == set(Wish)


def test_the_meaning_of_a_share_stands_on_its_card(projector: Projector, session: ProjectSession) -> None:
    session.answer("joining.approval", "share-of-members")
    show(projector, session, "joining.approval-share")
    share = next(each for each in cards(projector) if each.choice.value == Decimal(75))
    assert share.choice.lines == ("5 of 6 must agree", "Any two can stop it")


def test_the_number_of_the_answer_that_is_chosen_is_no_act(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, RULE)
    press_focused(Key.Key_1)
    before = session.snapshot
    press_focused(Key.Key_1)
    assert session.snapshot is before
    press_focused(Key.Key_2)
    assert session.snapshot.undo != before.undo
