"""Large radio buttons and tick boxes, drawn by us so that their label and hint may break into lines."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from app.domain.questions import Option
from app.marks import override
from app.ui.icons import Icon, icon_pixmap
from app.ui.theme.measures import HALF_SPACE, SPACE, TypeSize
from app.ui.theme.theme import Theme, current_theme

_MARK = 22
_GAP = SPACE + HALF_SPACE
#: Pixels left and right, so that the ring of the focus does not touch the mark or the words.
_INSET = HALF_SPACE + 2
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_ENDLESS = 100_000


class RadioMark(QRadioButton):
    """One of several options, of which only one can be chosen."""

    def __init__(self, option: Option) -> None:
        super().__init__()
        self._option = option
        _name(self, option)

    @override
    def sizeHint(self) -> QSize:
        return _natural_size(self._option)

    @override
    def minimumSizeHint(self) -> QSize:
        return _least_size(self._option)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return _height(self._option, width)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = _draw_texts(painter, self, self._option, theme)
        painter.setPen(QPen(QColor(theme.roles.text), theme.icon_size(2)))
        painter.setBrush(QColor(theme.roles.card))
        painter.drawEllipse(mark)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.roles.text))
            inset = mark.width() * 0.25
            painter.drawEllipse(mark.adjusted(inset, inset, -inset, -inset))


class TickMark(QCheckBox):
    """One of several options, of which any number can be chosen."""

    def __init__(self, option: Option) -> None:
        super().__init__()
        self._option = option
        _name(self, option)

    @override
    def sizeHint(self) -> QSize:
        return _natural_size(self._option)

    @override
    def minimumSizeHint(self) -> QSize:
        return _least_size(self._option)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return _height(self._option, width)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = _draw_texts(painter, self, self._option, theme)
        painter.setPen(QPen(QColor(theme.roles.text), theme.icon_size(2)))
        painter.setBrush(QColor(theme.roles.text if self.isChecked() else theme.roles.card))
        painter.drawRoundedRect(mark, HALF_SPACE, HALF_SPACE)
        if self.isChecked():
            pixels = round(mark.width())
            check = icon_pixmap(theme, Icon.CHECK, theme.roles.card, pixels)
            painter.drawPixmap(QPointF(mark.topLeft()), check)


def _name(button: QAbstractButton, option: Option) -> None:
    button.setText(option.label.replace("&", "&&"))
    button.setAccessibleName(option.label)
    button.setAccessibleDescription(option.hint)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def words_middle(theme: Theme) -> int:
    """Pixels from the top of a mark to the middle of its first line of words."""
    label = QFontMetrics(theme.font(TypeSize.BODY)).height()
    return _words_top(theme) + label // 2


def _words_top(theme: Theme) -> int:
    label = QFontMetrics(theme.font(TypeSize.BODY)).height()
    return HALF_SPACE + max(theme.icon_size(_MARK) + 2 - label, 0) // 2


def _fonts(theme: Theme) -> tuple[QFont, QFont]:
    return theme.font(TypeSize.BODY), theme.font(TypeSize.SMALL)


def words_left(theme: Theme) -> int:
    """Pixels from the left edge of a mark to its words."""
    return _INSET + theme.icon_size(_MARK) + _GAP + 1


def _texts(option: Option, theme: Theme, width: int) -> tuple[QRect, QRect]:
    """The places of the label and of the hint, in a button this wide; the hint's is empty without a hint."""
    label_font, hint_font = _fonts(theme)
    left = words_left(theme)
    room = max(width - left - _INSET, 1)
    label = QFontMetrics(label_font).boundingRect(QRect(0, 0, room, _ENDLESS), _WRAPPED, option.label)
    label_place = QRect(left, _words_top(theme), room, label.height())
    if not option.hint:
        return label_place, QRect()
    hint = QFontMetrics(hint_font).boundingRect(QRect(0, 0, room, _ENDLESS), _WRAPPED, option.hint)
    return label_place, QRect(left, label_place.bottom() + 1, room, hint.height())


def _height(option: Option, width: int) -> int:
    theme = current_theme()
    label, hint = _texts(option, theme, width)
    lowest = max(label.bottom(), hint.bottom(), HALF_SPACE + theme.icon_size(_MARK) + 1)
    return lowest + 1 + HALF_SPACE


def _natural_size(option: Option) -> QSize:
    theme = current_theme()
    label_font, hint_font = _fonts(theme)
    label = QFontMetrics(label_font).horizontalAdvance(option.label)
    hint = QFontMetrics(hint_font).horizontalAdvance(option.hint)
    width = words_left(theme) + max(label, hint) + 2 + _INSET
    return QSize(width, _height(option, width))


def _least_size(option: Option) -> QSize:
    theme = current_theme()
    label_font, hint_font = _fonts(theme)
    words = [(label_font, word) for word in option.label.split()]
    words += [(hint_font, word) for word in option.hint.split()]
    width = words_left(theme) + max((QFontMetrics(font).horizontalAdvance(word) for font, word in words), default=0)
    return QSize(width + 2 + _INSET, _height(option, _natural_size(option).width()))


def _draw_texts(painter: QPainter, button: QAbstractButton, option: Option, theme: Theme) -> QRectF:
    """Draws label and hint, and the ground while pointed at; gives back the place of the mark."""
    label, hint = _texts(option, theme, button.width())
    label_font, hint_font = _fonts(theme)
    if button.underMouse() and button.isEnabled():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.roles.accent_tint))
        painter.drawRoundedRect(button.rect(), SPACE, SPACE)
    painter.setFont(label_font)
    painter.setPen(QColor(theme.roles.text))
    painter.drawText(label, _WRAPPED, option.label)
    painter.setFont(hint_font)
    painter.setPen(QColor(theme.roles.secondary))
    painter.drawText(hint, _WRAPPED, option.hint)
    side = theme.icon_size(_MARK)
    edge = theme.icon_size(1)
    return QRectF(_INSET + edge, HALF_SPACE + edge, side - 2 * edge, side - 2 * edge)
