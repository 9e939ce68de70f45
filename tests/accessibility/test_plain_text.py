"""What a user typed is shown letter for letter everywhere, also where Qt would guess at markup."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Rich
from pytestqt.qtbot import QtBot

from app.ui.icons import Icon
from app.ui.navigation.way_label import WayLabel
from app.ui.parts.buttons import Button
from app.ui.parts.chips import Chip
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.progress_bar import ProgressBar
from app.ui.parts.text import text_label, tooltip_text

APP = Path(__file__).resolve().parent.parent.parent / "app"
MARKUP = "<b>Guy’s</b> &lt;and&gt; <img src=x>St Thomas’"


@pytest.mark.parametrize("typed", [MARKUP, "<!DOCTYPE html>", "&lt;b&gt;", "a < b > c", "<table>", " <p>x</p>"])
def test_a_tooltip_is_never_taken_for_markup_and_reads_the_same(typed: str) -> None:
    assert not Rich.mightBeRichText(tooltip_text(typed))
    assert tooltip_text(typed).replace("\N{ZERO WIDTH SPACE}", "") == typed


def test_a_tooltip_without_marks_is_left_as_it_is() -> None:
    assert tooltip_text("Undo: quorum 4 → 5 (Ctrl+Z) & more") == "Undo: quorum 4 → 5 (Ctrl+Z) & more"


def test_every_part_that_shows_a_text_gives_a_plain_tooltip(qtbot: QtBot) -> None:
    way = WayLabel()
    way.show_way(("Scope", MARKUP))
    chip = Chip(MARKUP, MARKUP)
    qtbot.addWidget(chip)
    chip.resize(60, 30)
    chip.show()
    chip.grab()
    parts = [way, chip, IconLabel(Icon.CHECK, lambda roles: roles.text, name=MARKUP), Button("", tip=MARKUP)]
    for part in (*parts, ProgressBar((0.5,), MARKUP)):
        assert part.toolTip(), type(part).__name__
        assert not Rich.mightBeRichText(part.toolTip()), type(part).__name__
    assert text_label(MARKUP).textFormat() is Qt.TextFormat.PlainText


def test_every_tooltip_in_the_source_is_words_of_our_own_or_made_plain() -> None:
    doubtful = []
    for path in sorted(APP.glob("ui/**/*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(".setToolTip"):
                said = ast.unparse(call.args[0])
                on_button = "button" in ast.unparse(call.func) or "chips" in path.name or path.name == "buttons.py"
                if not (on_button or isinstance(call.args[0], ast.Constant) or "tooltip_text(" in said):
                    doubtful.append(f"{path.name}: {said}")
    assert doubtful == ["side_bar.py: f'{step.introduction} (Ctrl+{step.number})'"], "content of ours, never typed"
