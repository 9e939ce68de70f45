"""One question with its answer in words, where it stands, and the way to change it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.wording import counted
from app.services.answers_in_words import AnswerLine, Standing
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.layouts import ArrangedLayout, Columns
from app.ui.parts.tag import Tag, TagLook
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE, TRIPLE_SPACE

#: Rows of a table that are named; the others are counted.
_MOST_ROWS = 6
#: Answers are longer than questions.
_SHARE_OF_QUESTION = 0.38
#: Pixels from the line between answers to the question, which begins below the words of the heading.
_INDENT = 3 * SPACE + HALF_SPACE + 2
_LOOKS = {
    Standing.AGREED: TagLook.GOOD,
    Standing.UNCONFIRMED: TagLook.WARNING,
    Standing.PARKED: TagLook.ACTIVE,
    Standing.INCOMPLETE: TagLook.QUIET,
    Standing.OPEN: TagLook.QUIET,
}


class AnswerRow(QWidget):
    """The question beside its answer where there is room, above it where there is not."""

    change_wished = Signal()

    def __init__(self, line: AnswerLine) -> None:
        super().__init__()
        self.line = line
        self.setAccessibleName(line.question.label)
        self.change = Button("Change", ButtonLook.LINK, name=f"Change: {line.question.label}")
        self.change.clicked.connect(self.change_wished)
        texts = QWidget()
        columns = ArrangedLayout(Columns(26, 2, gap=TRIPLE_SPACE, line_gap=HALF_SPACE, first=_SHARE_OF_QUESTION), texts)
        columns.addWidget(_column(text_label(line.question.label, TextLook.STRONG)))
        columns.addWidget(_column(*_told(line)))
        row = QHBoxLayout(self)
        row.setContentsMargins(_INDENT, SPACE, 0, SPACE)
        row.setSpacing(DOUBLE_SPACE)
        row.addWidget(texts, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)


def standing_tag(line: AnswerLine) -> Tag | None:
    """The tag that says where an answer stands; None for one that is simply answered."""
    if line.standing is Standing.ANSWERED:
        return None
    if line.is_needed and line.standing in {Standing.OPEN, Standing.INCOMPLETE}:
        return Tag(f"{line.standing.value}: open point", TagLook.WARNING)
    return Tag(line.standing.value, _LOOKS[line.standing])


def indented(text: QLabel) -> QLabel:
    """A text that stands in the place of questions, and begins where they do."""
    text.setContentsMargins(_INDENT, 0, 0, SPACE)
    return text


def _told(line: AnswerLine) -> tuple[QWidget, ...]:
    """The answer, then where it stands, the note beside it, and how many to-dos it has."""
    parts: list[QWidget] = [text_label(line.words)] if line.words else []
    if line.rows:
        parts.append(text_label(counted(len(line.rows), "row", "rows"), TextLook.SECONDARY))
        parts += [text_label(row) for row in line.rows[:_MOST_ROWS]]
        if len(line.rows) > _MOST_ROWS:
            parts.append(text_label(f"and {len(line.rows) - _MOST_ROWS:,} more", TextLook.SECONDARY))
    parts += [text_label(each, TextLook.NEEDED) for each in line.missing[:_MOST_ROWS]]
    if len(line.missing) > _MOST_ROWS:
        more = counted(len(line.missing) - _MOST_ROWS, "more row lacks", "more rows lack")
        parts.append(text_label(f"{more} something.", TextLook.NEEDED))
    tag = standing_tag(line)
    if tag is not None:
        parts.append(tag)
    if line.note:
        parts.append(text_label(f"Note: {line.note}", TextLook.SMALL))
    if line.todos:
        parts.append(text_label(counted(line.todos, "to-do", "to-dos"), TextLook.SMALL))
    return tuple(parts)


def _column(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(HALF_SPACE)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder
