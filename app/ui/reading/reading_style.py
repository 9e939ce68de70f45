"""How text reads on screen: sizes, indents and colours of headings, paragraphs, gaps and suggestions."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextOption

from app.ui.theme.measures import HALF_SPACE, SPACE, TypeSize
from app.ui.theme.theme import Theme

_LINE_HEIGHT = 112


class ReadingStyle:
    """Formats for one theme, each made once. Indents follow the size of the text."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.base_font: QFont = theme.font(TypeSize.BODY)
        letters = QFontMetricsF(self.base_font)
        #: Pixels from one depth to the next: room for a number such as 11.13, and a gap.
        self.indent = letters.horizontalAdvance("00.00") + SPACE + HALF_SPACE
        #: Pixels of an average letter.
        self.letter = letters.averageCharWidth()
        #: The hairlines of tables, and the ground of their heads.
        self.line = QBrush(QColor(theme.roles.line))
        self.head = QBrush(QColor(theme.roles.accent_tint))
        self.words = lru_cache(maxsize=64)(self._words)
        self.secondary = lru_cache(maxsize=4)(self._secondary)
        self.suggestion = lru_cache(maxsize=2)(self._suggestion)
        self.paragraph = lru_cache(maxsize=64)(self._paragraph)
        self.plain = lru_cache(maxsize=64)(self._plain)
        self.gap = self._gap()
        self.link = self._link()
        self.labelled = lru_cache(maxsize=4)(self._labelled)
        self.cells = {is_figure: self._cell(is_figure) for is_figure in (False, True)}

    def _secondary(self, size: TypeSize = TypeSize.BODY) -> QTextCharFormat:
        """Letters that may be read second."""
        return self.words(size, colour=self.theme.roles.secondary)

    def heading(self, level: int) -> QTextCharFormat:
        """The heading of a part, or one inside it."""
        size = TypeSize.QUESTION if level == 1 else TypeSize.BODY
        return self.words(size, is_bold=True, colour=self.theme.roles.accent_dark)

    def _words(self, size: TypeSize = TypeSize.BODY, *, is_bold: bool = False, colour: str = "") -> QTextCharFormat:
        """Letters of one size and weight; without a colour in that of text."""
        made = QTextCharFormat()
        made.setFont(self.theme.font(size, is_bold))
        made.setForeground(QColor(colour or self.theme.roles.text))
        return made

    def _gap(self) -> QTextCharFormat:
        """A missing answer: pale red, with a dotted line below."""
        made = self._words(colour=self.theme.roles.danger)
        made.setBackground(QColor(self.theme.roles.danger_tint))
        return _underlined(made, self.theme.roles.danger)

    def _suggestion(self, is_bold: bool) -> QTextCharFormat:
        """A suggestion that nobody has agreed yet: a dotted line below."""
        made = self._words(is_bold=is_bold, colour=self.theme.roles.secondary)
        return _underlined(made, self.theme.roles.accent)

    def _link(self) -> QTextCharFormat:
        made = self._words(colour=self.theme.roles.accent)
        made.setFontUnderline(True)
        return made

    def _paragraph(self, depth: int, *, is_numbered: bool = True, below: float = SPACE) -> QTextBlockFormat:
        """A paragraph whose number hangs left of its lines, `depth` steps in."""
        made = self._plain(below=below)
        made.setLeftMargin(self.indent * (depth + 1))
        if is_numbered:
            made.setTextIndent(-self.indent)
            made.setTabPositions([QTextOption.Tab(self.indent * (depth + 1), QTextOption.TabType.LeftTab)])
        return made

    def _plain(self, *, above: float = 0, below: float = SPACE) -> QTextBlockFormat:
        """A paragraph from edge to edge."""
        made = QTextBlockFormat()
        made.setTopMargin(above)
        made.setBottomMargin(below)
        made.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return made

    def _labelled(self, longest: str) -> QTextBlockFormat:
        """A label with its words hanging beside it, where this is the longest label."""
        indent = QFontMetricsF(self.base_font).horizontalAdvance(longest) + 2 * SPACE
        made = self._plain(below=HALF_SPACE)
        made.setLeftMargin(indent)
        made.setTextIndent(-indent)
        made.setTabPositions([QTextOption.Tab(indent, QTextOption.TabType.LeftTab)])
        return made

    def _cell(self, is_figure: bool) -> QTextBlockFormat:
        """A paragraph in a cell of a table; figures stand at the right."""
        made = QTextBlockFormat()
        if is_figure:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made


def _underlined(made: QTextCharFormat, colour: str) -> QTextCharFormat:
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setUnderlineColor(QColor(colour))
    return made
