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
from app.ui.projector.kept_together import NO_BREAK, kept_together, unbroken
from app.ui.theme.roles import Roles, Tint
from app.ui.theme.theme import current_theme

#: From, to: the pixels down a part between which no page may end.
Whole = tuple[int, int]

_ENDLESS = 100_000
#: The typeface keeps more air between lines than large letters need.
_LEADING = 0.94
#: Between sentences, but not after what is only shortened.
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!])(?<!\bNo\.)(?<!\bs\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.) (?=[A-Z“‘(])")
#: Where a sentence alone is higher than a page, its halves part as well.
_BETWEEN_HALVES = re.compile(f"(?:{_BETWEEN_SENTENCES.pattern})|(?<=;) ")
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
    """Set a text in a width; its first ``lead`` letters are bold. Words that belong together stay in one line."""
    shown = kept_together(text).replace("\n", _LINE_END)
    if NO_BREAK in shown and longest_word(shown, pixels, is_bold=is_bold or bool(lead)) > width:
        # Too narrow for all of them: parted at a space is better than within a word.
        shown = shown.replace(NO_BREAK, " ")
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
    top, bottom, widest = 0.0, 0.0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        starts.append(line.textStart())
        lines.append((round(top), round(top + line.height() * _LEADING)))
        # Lines stand closer than letters reach; below the last one there is no other to reach into.
        bottom = top + line.height()
        top += line.height() * _LEADING
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return Setting(layout, ceil(bottom), round(widest + 0.5), tuple(lines), tuple(starts))


def longest_word(text: str, pixels: int, *, is_bold: bool = False) -> int:
    """Pixels that the longest word takes, or what is kept together with it."""
    metrics = QFontMetricsF(big_font(pixels, is_bold=is_bold))
    return max((ceil(metrics.horizontalAdvance(word)) + 1 for word in unbroken(text)), default=0)


class BigText(QLabel):
    """One text. ``size`` is a name of a size of `BigType`: "body", "aside", "title", "opening"
    or "quiet"."""

    def __init__(
        self, text: str = "", size: str = "body", tint: Tint = text_tint, *, is_bold: bool = False, lead: str = ""
    ) -> None:
        super().__init__()
        self._stays_whole = False
        self._parted: re.Pattern[str] | None = None
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
            self._parted = None
            self.updateGeometry()
            self.update()

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width."""
        return self._set(width).height

    def wholes_in(self, width: int, most: int) -> tuple[Whole, ...]:
        """Its lines, between which a page may end; itself where it was asked to stay whole and fits a page.

        One that was, and is higher than a page, begins each sentence on a line of its own: there a page may end.
        """
        self._parted = None
        found = self._set(width)
        if not self._stays_whole:
            return _apart(found.lines, found)
        if found.height <= most:
            return ((0, found.height),)
        pieces: list[Sequence[Whole]] = []
        for self._parted in (_BETWEEN_SENTENCES, _BETWEEN_HALVES):
            found = self._set(width)
            pieces = _pieces(found, self._shown_text())
            if all(lines[-1][1] - lines[0][0] <= most - _reach(found) for lines in pieces):
                break
        wholes: list[Whole] = []
        for lines in pieces:
            whole = (lines[0][0], lines[-1][1])
            wholes += [whole] if whole[1] - whole[0] <= most - _reach(found) else lines
        return _apart(wholes, found)

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
        if self._parted is None:
            return self.text()
        # The lead belongs to the sentence behind it.
        lead, rest = self.text()[: len(self._lead)], self.text()[len(self._lead) :]
        return lead + self._parted.sub(_LINE_END, rest)

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


def _pieces(found: Setting, text: str) -> list[Sequence[Whole]]:
    """The lines of each piece of a text that ends with a line of its own."""
    begins = {0, *(place + 1 for place, letter in enumerate(text) if letter == _LINE_END)}
    firsts = [line for line, start in enumerate(found.starts) if start in begins]
    return [found.lines[first:beyond] for first, beyond in zip(firsts, [*firsts[1:], len(found.lines)], strict=True)]


def _apart(wholes: Sequence[Whole], found: Setting) -> tuple[Whole, ...]:
    """The same, but a page that begins with one shows nothing of letters that reach down from the line above it."""
    reach = _reach(found)
    return tuple((start + reach if start else 0, min(end + reach, found.height)) for start, end in wholes)


def _reach(found: Setting) -> int:
    """Pixels by which letters reach into the line below theirs."""
    return round((found.lines[0][1] - found.lines[0][0]) * (1 - _LEADING)) if found.lines else 0
