"""The menu on the start page for how the screen looks, because the settings belong to an open collaborative."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.services.preferences import Preferences
from app.ui.wishes import LOOK_WORDS, TEXT_SIZES, keep_look, keep_text_percent, wished_look, wished_text_percent


def look_menu(preferences: Preferences, parent: QWidget, on_chosen: Callable[[], None]) -> QMenu:
    """Themes and sizes of text, with those in force ticked; `on_chosen` is called when the choice is kept."""
    menu = QMenu(parent)
    menu.setAccessibleName("Text and colours")

    def add(group: QActionGroup, words: str, is_chosen: bool, keep: Callable[[], None]) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        group.addAction(action)
        action.triggered.connect(lambda _=False: keep())
        action.triggered.connect(lambda _=False: on_chosen())

    themes = QActionGroup(menu)
    for look, words in LOOK_WORDS.items():
        add(themes, words, look is wished_look(preferences), partial(keep_look, preferences, look))
    menu.addSeparator()
    sizes = QActionGroup(menu)
    for size in TEXT_SIZES:
        is_chosen = size == wished_text_percent(preferences)
        add(sizes, f"Text at {size}%", is_chosen, partial(keep_text_percent, preferences, size))
    return menu
