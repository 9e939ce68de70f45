"""Colours can be told apart in every theme, the typeface is there, and one sheet dresses everything."""

import re

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.ui.parts.text import TextLook, text_label
from app.ui.theme.fonts import FAMILY
from app.ui.theme.measures import TypeSize
from app.ui.theme.roles import DARK, HIGH_CONTRAST, LIGHT, Roles, contrast
from app.ui.theme.style_sheet import style_sheet
from app.ui.theme.theme import Theme, apply_theme, current_theme
from tests.ui.conftest import ICONS, PLAIN

THEMES = pytest.mark.parametrize("roles", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"])


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@THEMES
def test_every_text_can_be_read_on_the_grounds_it_stands_on(roles: Roles) -> None:
    grounds = (roles.page, roles.card, roles.accent_tint)
    tints = (roles.warning_tint, roles.danger_tint, roles.success_tint, roles.note_tint, roles.highlight)
    pairs = [(text, ground) for text in (roles.text, roles.secondary, roles.accent) for ground in grounds]
    pairs += [(roles.text, tint) for tint in tints]
    pairs += [(roles.secondary, tint) for tint in tints]
    pairs += [(roles.danger, roles.card), (roles.danger, roles.page), (roles.danger, roles.danger_tint)]
    pairs += [(roles.success, roles.card), (roles.on_accent, roles.accent), (roles.on_accent, roles.accent_dark)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@THEMES
def test_every_edge_that_can_be_operated_and_the_focus_can_be_seen(roles: Roles) -> None:
    assert contrast(roles.control, roles.card) >= 3
    assert contrast(roles.control, roles.page) >= 3
    for ground in (roles.page, roles.card):
        assert max(contrast(roles.focus, ground), contrast(roles.focus_outline, ground)) >= 3
    assert contrast(roles.focus, roles.focus_outline) >= 3


@THEMES
def test_the_style_sheet_knows_no_colour_but_the_roles(roles: Roles) -> None:
    used = set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", style_sheet(roles, 1.5)))
    assert used
    assert used <= set(roles)


def test_the_typeface_is_the_one_of_the_documents() -> None:
    for is_bold in (False, True):
        shown = QFontInfo(PLAIN.font(TypeSize.BODY, is_bold=is_bold))
        assert shown.family() == FAMILY
        assert shown.weight() == (QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)


@pytest.mark.parametrize("scale", [0.9, 2.1])
def test_text_is_never_smaller_than_all_of_it_nor_larger_than_twice(scale: float) -> None:
    with pytest.raises(ValueError, match="100 % to 200 %"):
        Theme(ICONS, text_scale=scale)


def test_text_on_screen_grows_with_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    label: QLabel = text_label("How many?", TextLook.QUESTION)
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().height()
    apply_theme(qapp, Theme(ICONS, DARK, 2.0))
    assert label.sizeHint().height() >= 1.9 * before
    assert current_theme().roles is DARK


def test_without_a_theme_the_builder_is_told_what_to_do(qapp: QApplication) -> None:
    kept = qapp.property("fiveways_theme")
    qapp.setProperty("fiveways_theme", None)
    try:
        with pytest.raises(RuntimeError, match="apply_theme"):
            current_theme()
    finally:
        qapp.setProperty("fiveways_theme", kept)


@pytest.mark.parametrize("roles", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_an_example_in_an_empty_field_is_drawn_in_the_full_colour_of_examples(
    kind: type[QLineEdit] | type[QPlainTextEdit], roles: Roles, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme(ICONS, roles))
    line = kind()
    qtbot.addWidget(line)
    line.setPlaceholderText("Such as Humber")
    line.show()
    drawn = line.palette().color(QPalette.ColorRole.PlaceholderText)
    assert (drawn.name(), drawn.alpha()) == (QColor(roles.placeholder).name(), 255)
    apply_theme(qapp, PLAIN)


@THEMES
def test_an_example_in_an_empty_field_is_no_typed_text_and_can_be_read(roles: Roles) -> None:
    assert roles.placeholder != roles.text
    assert contrast(roles.placeholder, roles.text) > 1.8
    least = 7 if roles is HIGH_CONTRAST else 4.5
    assert contrast(roles.placeholder, roles.card) >= least
