"""The Tab key goes through each page as it is read, reaches what can be operated, and what it reaches is ringed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.parts.buttons import Button
from app.ui.parts.focus_ring import FocusRing
from app.ui.theme.pairs import TEXTS
from app.ui.theme.roles import DARK, HIGH_CONTRAST, LIGHT, Roles, contrast
from app.ui.theme.theme import Theme, apply_theme
from tests.accessibility.order import backwards, out_of_reach, place_in
from tests.ui.conftest import ICONS
from tests.ui.windows import settle

THEMES = pytest.mark.parametrize("roles", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"])


def test_an_order_that_goes_backwards_would_be_found(qtbot: QtBot) -> None:
    shelf = QWidget()
    qtbot.addWidget(shelf)
    column = QVBoxLayout(shelf)
    first, second, third = Button("First"), Button("Second"), QLineEdit()
    for part in (first, second, third):
        column.addWidget(part)
    third.setAccessibleName("Third")
    shelf.show()
    settle()
    QWidget.setTabOrder(second, first)
    third.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert backwards(shelf) == ["Second → First"]
    assert out_of_reach(shelf) == ["QLineEdit Third"]


@THEMES
def test_the_ring_around_the_focus_is_broad_and_stands_out(roles: Roles, qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme(ICONS, roles))
    shelf = QWidget()
    qtbot.addWidget(shelf)
    column = QVBoxLayout(shelf)
    column.setContentsMargins(40, 40, 40, 40)
    button = Button("Export")
    column.addWidget(button)
    ring = FocusRing(shelf, qapp)
    shelf.show()
    shelf.activateWindow()
    qtbot.waitUntil(shelf.isActiveWindow)
    button.setFocus()
    settle()
    assert ring.isVisible()
    image = shelf.grab().toImage()
    place = place_in(shelf, button)
    beside = [image.pixelColor(x, place.center().y()) for x in range(place.left() - 12, place.left())]
    for colour in (roles.focus, roles.focus_outline):
        assert beside.count(QColor(colour)) >= 2, colour


@THEMES
def test_the_ring_can_be_seen_on_every_ground(roles: Roles) -> None:
    grounds = {ground for grounds in TEXTS.values() for ground in grounds}
    assert contrast(roles.focus, roles.focus_outline) >= 3
    for ground in grounds:
        on_ground = getattr(roles, ground)
        assert max(contrast(roles.focus, on_ground), contrast(roles.focus_outline, on_ground)) >= 3, ground
