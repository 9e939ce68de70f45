"""A document with the reason for its chosen clause: below it, or beside it where both can be read."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.documents.blocks import Block, Document
from app.marks import override
from app.services.snapshots import Snapshot
from app.ui.pages.documents.reason import Reason
from app.ui.parts.text import TextLook, text_label
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, SPACE
from app.ui.theme.theme import current_theme

#: Below the document the reason takes no more than this share of the height, or a little more where that shows it all,
#: and only its heading in a low view.
_SHARE, _SHARE_FOR_ALL, _LOW = 0.36, 0.42, 460
#: Where this much is left for the document, the reason stands beside it, so wide.
_LEAST_DOCUMENT, _BESIDE = 880, 360
#: The line between the document and the reason.
_LINE = 1
_ENDLESS = 16_777_215
_HOW_TO_ASK = "Choose a paragraph of the document to see why it reads so."


class WithReason(QWidget):
    """Holds a view of a document. Beside it the reason keeps its room, so that the document does not move."""

    def __init__(self, session: ProjectSession, view: QWidget) -> None:
        super().__init__()
        self._view = view
        self._has_document = False
        self.mark_line = text_label("", TextLook.SMALL)
        self.how_to_ask = text_label(_HOW_TO_ASK, TextLook.SMALL)
        self.reason = Reason(session)
        self.reason.refolded.connect(self._fit)
        self._foot = card_ground()
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._lay_out()

    def show_reason(self, document: Document | None, block: Block | None, snapshot: Snapshot) -> None:
        """Say why a block reads so."""
        self._has_document = document is not None
        self.reason.show_block(document, block, snapshot)
        self._fit()
        # Letters have their final size only once they are on screen.
        QTimer.singleShot(0, self, self._fit)

    def show_nothing(self) -> None:
        """Without a document nothing has a reason."""
        self._has_document = False
        self._fit()

    def say_of_mark(self, words: str) -> None:
        """Say what a gap or a suggestion waits for; empty words take the line away."""
        self.mark_line.setText(words)
        self.mark_line.setVisible(bool(words))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # What scrolls ends at a line, else its words run into those of the reason.
        if self._foot.isVisible():
            foot, is_beside = self._foot.geometry(), self._row.direction() is QBoxLayout.Direction.LeftToRight
            line = QRect(foot.x() - _LINE, 0, _LINE, self.height())
            if not is_beside:
                line = QRect(0, foot.y() - _LINE, self.width(), _LINE)
            QPainter(self).fillRect(line, QColor(current_theme().roles.line))

    def _fit(self) -> None:
        scale = current_theme().text_scale
        beside = round(_BESIDE * scale)
        is_beside = self.width() - beside >= _LEAST_DOCUMENT * scale
        is_named = self.reason.isVisibleTo(self._foot)
        self.how_to_ask.setVisible(is_beside and not is_named)
        is_said = is_beside or is_named or self.mark_line.isVisibleTo(self._foot)
        self._foot.setVisible(self._has_document and is_said)
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        if direction is not self._row.direction():
            self._row.setDirection(direction)
        self._foot.setMinimumWidth(beside if is_beside else 0)
        self._foot.setMaximumWidth(beside if is_beside else _ENDLESS)
        width = (beside if is_beside else self.width()) - 2 * DOUBLE_SPACE
        most, for_all = (
            self.height() - 2 * DOUBLE_SPACE if is_beside else round(self.height() * share)
            for share in (_SHARE, _SHARE_FOR_ALL)
        )
        self.reason.fit(max(width, 1), most, for_all, is_roomy=is_beside or self.height() >= _LOW * scale)
        self.update()

    def _lay_out(self) -> None:
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(DOUBLE_SPACE, SPACE, DOUBLE_SPACE, SPACE)
        foot.setSpacing(SPACE)
        for part in (self.mark_line, self.how_to_ask, self.reason):
            foot.addWidget(part)
        foot.addStretch(1)
        self.mark_line.hide()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_LINE)
        self._row.addWidget(self._view, 1)
        self._row.addWidget(self._foot)
        self._foot.hide()


def card_ground() -> QWidget:
    """A ground like that of a card, for what stands around a document."""
    ground = QWidget()
    ground.setProperty("ground", "card")
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return ground
