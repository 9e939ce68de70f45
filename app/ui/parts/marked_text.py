"""Text in which words that came or went are marked, by a line as well as by colour."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.comparison import Change, Piece
from app.marks import override
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import TypeSize
from app.ui.theme.roles import Roles
from app.ui.theme.theme import current_theme


class MarkedText(QWidget):
    """Shows pieces letter for letter: what went is struck through, what came is bold and underlined."""

    def __init__(self) -> None:
        super().__init__()
        speak_as(self, Spoken.TEXT)
        self._pieces: tuple[Piece, ...] = ()
        self._lead = ""
        self._text = QTextDocument(self)
        self._text.setUndoRedoEnabled(False)
        self._text.setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is shown."""
        return self._pieces

    @property
    def lead(self) -> str:
        """The word that stands before the pieces and says what they are."""
        return self._lead

    def show_pieces(self, lead: str, pieces: Sequence[Piece]) -> None:
        """Show these on the line of their lead, which says what they are."""
        if (lead, tuple(pieces)) == (self._lead, self._pieces):
            return
        self._lead, self._pieces = lead, tuple(pieces)
        self.setAccessibleName(f"{lead}: {''.join(piece.text for piece in pieces)}")
        self._compose()

    def form_of(self, change: Change) -> QTextCharFormat:
        """The letters of words that stayed, went or came."""
        return _form(change, current_theme().roles)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        self._text.setTextWidth(width)
        return round(self._text.size().height() + 0.5)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange} and hasattr(self, "_text"):
            self._compose()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.setTextWidth(self.width())
        painter = QPainter(self)
        self._text.drawContents(painter)

    def _compose(self) -> None:
        self._text.clear()
        self._text.setDefaultFont(current_theme().font(TypeSize.BODY))
        cursor = QTextCursor(self._text)
        if self._lead:
            cursor.insertText(f"{self._lead}\N{EN SPACE}", _lead_form(current_theme().roles))
        for piece in self._pieces:
            # A line break inside a paragraph; a new paragraph would stand apart.
            words = piece.text.replace("\r\n", "\n").replace("\n", "\u2028").replace("\u2029", "\u2028")
            # The space behind a word is no part of what is marked.
            marked = words.rstrip()
            cursor.insertText(marked, self.form_of(piece.change))
            cursor.insertText(words[len(marked) :], self.form_of(Change.SAME))
        self.updateGeometry()
        self.update()


def _lead_form(roles: Roles) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(current_theme().font(TypeSize.SMALL))
    form.setForeground(QColor(roles.secondary))
    return form


def _form(change: Change, roles: Roles) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(current_theme().font(TypeSize.BODY, change is Change.ADDED))
    form.setForeground(QColor(roles.text))
    if change is Change.REMOVED:
        form.setFontStrikeOut(True)
        form.setBackground(QColor(roles.danger_tint))
    elif change is Change.ADDED:
        form.setFontUnderline(True)
        form.setBackground(QColor(roles.success_tint))
    return form
