"""Every text and mark can be told from its ground in each theme, and no pair of colours is drawn that is not listed."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.parts.text import text_label
from app.ui.theme.pairs import MARKS, TEXTS
from app.ui.theme.roles import DARK, HIGH_CONTRAST, LIGHT, Roles, contrast
from app.ui.theme.style_sheet import style_sheet
from app.ui.theme.theme import Theme, apply_theme
from tests.accessibility.painted import TELLING, painted, sheet_pairs
from tests.ui.conftest import ICONS

THEMES = pytest.mark.parametrize("roles", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"])


def faint(roles: Roles, pairs: dict[str, tuple[str, ...]], least: float) -> list[str]:
    return [
        f"{mark} on {ground}: {found:.2f}"
        for mark, grounds in pairs.items()
        for ground in grounds
        if (found := contrast(getattr(roles, mark), getattr(roles, ground))) < least
    ]


@THEMES
def test_every_text_stands_out_from_its_ground(roles: Roles) -> None:
    assert faint(roles, dict(TEXTS), 4.5) == []


@THEMES
def test_every_mark_and_edge_stands_out_from_its_ground(roles: Roles) -> None:
    assert faint(roles, dict(MARKS), 3) == []


def test_a_text_that_is_too_faint_would_be_found() -> None:
    assert faint(LIGHT._replace(secondary="#B0B8BD"), dict(TEXTS), 4.5)


def test_every_rule_of_the_style_sheet_has_a_listed_pair() -> None:
    found = list(sheet_pairs(style_sheet(TELLING, 1.0)))
    assert len(found) > 20
    assert [(selector, text, ground) for selector, text, ground in found if ground not in TEXTS.get(text, ())] == []


def test_a_pair_that_is_painted_and_not_listed_would_be_found(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme(ICONS, TELLING))
    shelf = QWidget()
    qtbot.addWidget(shelf)
    label: QLabel = text_label("Hard to read")
    label.setStyleSheet(f"color: {TELLING.line}; background: {TELLING.card};")
    QVBoxLayout(shelf).addWidget(label)
    shelf.show()
    assert ("line", "card") in painted(shelf).texts
