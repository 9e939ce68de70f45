"""Text in big type: letter for letter, broken anywhere before it would be cut off, parted only between lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.marks import override
from app.ui.projector.big_type import BigType, big_font
from app.ui.theme.roles import Roles, Tint
from app.ui.theme.theme import current_theme

#: From, to: the pixels down a part between which no page may end.
Whole = tuple[int, int]

_ENDLESS = 100_000
#: The typeface keeps more air between lines than large letters need.
_LEADING = 0.94
#: Between sentences, but not after what is only shortened.
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!])(?<!\bNo\.)(?<!\bs\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.) (?=[A-Z“‘(])")
_LINE_END = "\u2028"
#: Settings that a text keeps: it is asked for its height far more often than its width changes.
_KEPT = 4


def text_tint(roles: Roles) -> str:
    """The colour of what is read first."""
    return roles.text


def quiet_tint(roles: Roles) -> str:
    """The colour of what is read second."""
    return roles.secondary


@dataclass(frozen=True, slots=True)
class Setting:
    """A text that is set: its lines with their tops, and how wide and high it is in pixels.

    ``starts`` tells the letter with which each line begins.
    """

    layout: QTextLayout
    height: int
    width: int
    lines: tuple[Whole, ...]
    starts: tuple[int, ...]


def set_text(
    text: str, pixels: int, width: int, *, is_bold: bool = False, lead: int = 0, is_right: bool = False
) -> Setting:
    """Set a text in a width; its first ``lead`` letters are bold."""
    shown = text.replace("\n", _LINE_END)
    layout = QTextLayout(shown, big_font(pixels, is_bold=is_bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if is_right:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    if lead:
        strong = QTextLayout.FormatRange()
        strong.start, strong.length = 0, lead
        strong.format = QTextCharFormat()
        strong.format.setFont(big_font(pixels, is_bold=True))
        layout.setFormats([strong])
    lines: list[Whole] = []
    starts: list[int] = []
    top, widest = 0.0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        starts.append(line.textStart())
        lines.append((round(top), round(top + line.height() * _LEADING)))
        top += line.height() * _LEADING
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return Setting(layout, round(top), round(widest + 0.5), tuple(lines), tuple(starts))


def longest_word(text: str, pixels: int, *, is_bold: bool = False) -> int:
    """Pixels that the longest word takes."""
    metrics = QFontMetricsF(big_font(pixels, is_bold=is_bold))
    return max((ceil(metrics.horizontalAdvance(word)) + 1 for word in set(text.split())), default=0)


class BigText(QLabel):
    """One text. ``size`` is a name of a size of `BigType`: "body", "title", "opening" or "quiet"."""

    def __init__(
        self, text: str = "", size: str = "body", tint: Tint = text_tint, *, is_bold: bool = False, lead: str = ""
    ) -> None:
        super().__init__()
        self._stays_whole = self._is_parted = False
        self._size = size
        self._tint = tint
        self._is_bold = is_bold
        self._lead = lead
        self._type = BigType()
        self._known: dict[tuple[str, int, int, int], Setting] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(lead + text)

    @property
    def pixels(self) -> int:
        """How high its letters are set."""
        pixels: int = getattr(self._type, self._size)
        return pixels

    def show_text(self, text: str, lead: str = "") -> None:
        """Show another text, whose lead is bold."""
        self._lead = lead
        self.setText(lead + text)
        self.updateGeometry()

    def kept_whole(self) -> "BigText":
        """This text, which is not parted between pages unless it is higher than one, and then between sentences."""
        self._stays_whole = True
        return self

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        if big != self._type:
            self._type = big
            self._is_parted = False
            self.updateGeometry()
            self.update()

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width."""
        return self._set(width).height

    def wholes_in(self, width: int, most: int) -> tuple[Whole, ...]:
        """Its lines, between which a page may end; itself where it was asked to stay whole and fits a page.

        One that was, and is higher than a page, begins each sentence on a line of its own: there a page may end.
        """
        if not self._stays_whole:
            return self._set(width).lines
        self._is_parted = False
        self._is_parted = self._set(width).height > most
        found = self._set(width)
        return _sentences(found, self._shown_text(), most) if self._is_parted else ((0, found.height),)

    @property
    def widest_word(self) -> int:
        """Pixels that its longest word takes."""
        return longest_word(self.text(), self.pixels, is_bold=self._is_bold or bool(self._lead))

    def natural_width(self) -> int:
        """Pixels it takes in one line."""
        return self._set(_ENDLESS).width

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self.height_in(width)

    @override
    def sizeHint(self) -> QSize:
        found = self._set(_ENDLESS)
        return QSize(found.width, found.height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.pixels, self.pixels)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._tint(current_theme().roles)))
        self._set(self.width()).layout.draw(painter, QPointF(0, 0))

    def _shown_text(self) -> str:
        if not self._is_parted:
            return self.text()
        # The lead belongs to the sentence behind it.
        lead, rest = self.text()[: len(self._lead)], self.text()[len(self._lead) :]
        return lead + _BETWEEN_SENTENCES.sub(_LINE_END, rest)

    def _set(self, width: int) -> Setting:
        text = self._shown_text()
        key = (text, self.pixels, width, len(self._lead))
        if key not in self._known:
            if len(self._known) > _KEPT:
                self._known.clear()
            is_right = bool(self.alignment() & Qt.AlignmentFlag.AlignRight) and width < _ENDLESS
            self._known[key] = set_text(
                text, self.pixels, width, is_bold=self._is_bold, lead=len(self._lead), is_right=is_right
            )
        return self._known[key]


def _sentences(found: Setting, text: str, most: int) -> tuple[Whole, ...]:
    """From the first line to the last of each sentence; of one that is higher than a page, each line."""
    begins = {0, *(place + 1 for place, letter in enumerate(text) if letter == _LINE_END)}
    firsts = [line for line, start in enumerate(found.starts) if start in begins]
    wholes: list[Whole] = []
    for first, beyond in zip(firsts, [*firsts[1:], len(found.lines)], strict=True):
        lines: Sequence[Whole] = found.lines[first:beyond]
        is_whole = lines[-1][1] - lines[0][0] <= most
        wholes += [(lines[0][0], lines[-1][1])] if is_whole else lines
    return tuple(wholes)
