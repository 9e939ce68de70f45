"""What stands at the cursor of a text on screen: a link, or a gap or suggestion."""

from collections.abc import Iterable

from PySide6.QtGui import QTextCursor

from app.ui.reading.writer import TextMark


def link_at(cursor: QTextCursor) -> str:
    """The link that a cursor stands in or before; empty where there is none."""
    here = QTextCursor(cursor)
    here.clearSelection()
    if not here.charFormat().isAnchor():
        here.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return here.charFormat().anchorHref()


def mark_at(marks: Iterable[TextMark], cursor: QTextCursor) -> TextMark | None:
    """The gap or suggestion that a cursor stands in; None where there is none."""
    return next((mark for mark in marks if mark.start <= cursor.position() <= mark.end), None)
