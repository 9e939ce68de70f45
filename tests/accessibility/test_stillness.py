"""Nothing moves by itself, and the look is the one the user chose, or else the one that the system has."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListView, QPushButton, QScrollBar, QStyle, QTabBar
from pytestqt.qtbot import QtBot

from app.ui.theme.roles import DARK, HIGH_CONTRAST, LIGHT, Roles
from app.ui.theme.theme import current_theme
from app.ui.window import MainWindow
from app.ui.wishes import Look, keep_look, roles_of
from tests.ui.windows import lent

APP = Path(__file__).resolve().parent.parent.parent / "app"
MOVING = ("Animation", "QMovie", "QTimeLine", "QGraphicsEffect", "QScroller", "QSplashScreen")
SCHEME, WISH = Qt.ColorScheme, Qt.ContrastPreference


def moving(text: str) -> Iterator[str]:
    """What a source takes from Qt that moves or fades."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            yield from (name.name for name in node.names if any(word in name.name for word in MOVING))


def test_the_app_uses_nothing_that_moves() -> None:
    sources = sorted(APP.glob("ui/**/*.py"))
    assert len(sources) > 100
    assert [(path.name, name) for path in sources for name in moving(path.read_text(encoding="utf-8"))] == []


def test_something_that_moves_would_be_found() -> None:
    assert list(moving("from PySide6.QtCore import QPropertyAnimation, QSize")) == ["QPropertyAnimation"]


@pytest.mark.parametrize("kind", [QScrollBar, QLineEdit, QTabBar, QListView, QPushButton, QComboBox])
def test_what_qt_would_slide_or_fade_takes_no_time(kind: type, qtbot: QtBot, qapp: QApplication) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.ensurePolished()
    assert widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) == 0
    assert [effect for effect in Qt.UIEffect if qapp.isEffectEnabled(effect)] == []


@pytest.mark.parametrize(
    ("look", "scheme", "wish", "roles"),
    [
        (Look.SYSTEM, SCHEME.Light, WISH.NoPreference, LIGHT),
        (Look.SYSTEM, SCHEME.Unknown, WISH.NoPreference, LIGHT),
        (Look.SYSTEM, SCHEME.Dark, WISH.NoPreference, DARK),
        (Look.SYSTEM, SCHEME.Dark, WISH.HighContrast, HIGH_CONTRAST),
        (Look.SYSTEM, SCHEME.Light, WISH.HighContrast, HIGH_CONTRAST),
        (Look.LIGHT, SCHEME.Dark, WISH.HighContrast, LIGHT),
        (Look.DARK, SCHEME.Light, WISH.HighContrast, DARK),
        (Look.HIGH_CONTRAST, SCHEME.Light, WISH.NoPreference, HIGH_CONTRAST),
    ],
)
def test_the_look_is_the_users_or_else_the_systems(
    look: Look, scheme: Qt.ColorScheme, wish: Qt.ContrastPreference, roles: Roles
) -> None:
    assert roles_of(look, scheme, wish) is roles


def test_the_look_follows_the_system_while_the_app_runs(shared_window: MainWindow, qapp: QApplication) -> None:
    with lent(shared_window) as window:
        preferences = window.session.services.preferences
        keep_look(preferences, Look.DARK)
        assert current_theme().roles is LIGHT
        hints = qapp.styleHints()
        hints.colorSchemeChanged.emit(SCHEME.Dark)
        assert current_theme().roles is DARK
        keep_look(preferences, Look.HIGH_CONTRAST)
        hints.accessibility().contrastPreferenceChanged.emit(WISH.HighContrast)
        assert current_theme().roles is HIGH_CONTRAST
