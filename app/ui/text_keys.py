"""Lets the keys of the window work while a text is being edited, which otherwise keeps them to itself."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from app.marks import override

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class TextKeys(QObject):
    """Undo and redo belong to the text only while it has something to undo or redo; other keys never do."""

    def __init__(self, keys: Collection[str], application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._keys = {QKeySequence(each).toString() for each in keys}
        self._watched: QWidget | None = None
        self._has_window_undone = False
        application.focusChanged.connect(self._on_focus_changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.matches(_UNDO):
            is_for_window = self._has_window_undone = not _can_undo(watched)
        elif event.matches(_REDO):
            # What was undone last comes back first.
            is_for_window = self._has_window_undone or not _can_redo(watched)
        else:
            is_for_window = QKeySequence(event.keyCombination()).toString() in self._keys
        if is_for_window:
            event.ignore()
        return is_for_window

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new if isinstance(new, QLineEdit | QPlainTextEdit) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)


def _can_undo(editor: QObject) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.isUndoAvailable()
    return isinstance(editor, QPlainTextEdit) and editor.document().isUndoAvailable()


def _can_redo(editor: QObject) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.isRedoAvailable()
    return isinstance(editor, QPlainTextEdit) and editor.document().isRedoAvailable()
