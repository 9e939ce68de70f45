"""Writes paragraphs and their runs at the end of a text on screen, letter for letter."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor

from app.documents.blocks import Gap, Given, Link, Run, Runs, Words
from app.ui.reading.reading_style import ReadingStyle

#: What links lead to: a question, or a block of the same document.
TO_QUESTION = "question "
TO_ANCHOR = "anchor "


@dataclass(frozen=True, slots=True)
class TextMark:
    """Words that wait for somebody, from one place in the text to another: a gap, or a suggestion nobody agreed."""

    start: int
    end: int
    question: str
    is_suggestion: bool


class Writer:
    """Writes one paragraph after another. ``end`` is where the next one will begin, in letters.

    ``marks`` are the gaps and suggestions so far.
    """

    def __init__(self, cursor: QTextCursor, style: ReadingStyle) -> None:
        self.cursor = cursor
        self.style = style
        self.marks: list[TextMark] = []
        self._is_fresh = True

    @property
    def end(self) -> int:
        """Where the next paragraph will begin."""
        return self.cursor.position() + (0 if self._is_fresh else 1)

    def begin(self, form: QTextBlockFormat) -> None:
        """Begin a paragraph of this form."""
        if self._is_fresh:
            self.cursor.setBlockFormat(form)
            self._is_fresh = False
        else:
            self.cursor.insertBlock(form)

    def after_table(self) -> None:
        """Go on after a table, in the empty paragraph that Qt keeps there."""
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh = True

    def words(self, text: str, form: QTextCharFormat) -> None:
        """Write words letter for letter."""
        self.cursor.insertText(clean(text), form)

    def tab(self) -> None:
        """Go to where the words of a hanging paragraph begin."""
        self.cursor.insertText("\t", self.style.words())

    def runs(self, runs: Runs, *, is_bold: bool = False, cursor: QTextCursor | None = None) -> None:
        """Write runs with their marks, here or in a cell."""
        into = cursor or self.cursor
        for run in runs:
            text, form = self._run(run, is_bold)
            start = into.position()
            into.insertText(text, form)
            if isinstance(run, Gap) or (isinstance(run, Given) and run.is_suggestion):
                self.marks.append(TextMark(start, into.position(), run.question, not isinstance(run, Gap)))

    def _run(self, run: Run, is_bold: bool) -> tuple[str, QTextCharFormat]:
        style = self.style
        match run:
            case Words():
                return clean(run.text), style.words(is_bold=is_bold or run.is_bold)
            case Given():
                bold = is_bold or run.is_bold
                return clean(run.text), style.suggestion(bold) if run.is_suggestion else style.words(is_bold=bold)
            case Gap():
                # No-break spaces, so that the ground reaches a little beyond the words.
                text = f"\N{NO-BREAK SPACE}{clean(run.text)}\N{NO-BREAK SPACE}"
                return text, _leading_to(f"{TO_QUESTION}{run.question}", style.gap)
            case Link():
                return clean(run.text), _leading_to(f"{TO_ANCHOR}{run.anchor}", style.link)
            case _:
                assert_never(run)


def clean(text: str) -> str:
    """Text with line breaks that stay inside their paragraph, without what Qt takes for structure."""
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\n", "\u2028").replace("\u2029", "\u2028").replace("\t", " ")
    return lines if lines.isprintable() else "".join(each for each in lines if not _is_structure(each))


def _is_structure(character: str) -> bool:
    code = ord(character)
    return (
        code < 0x20
        or 0x7F <= code < 0xA0
        or 0xD800 <= code < 0xE000
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
        or code == 0xFFFC
    )


def _leading_to(place: str, form: QTextCharFormat) -> QTextCharFormat:
    made = QTextCharFormat(form)
    made.setAnchor(True)
    made.setAnchorHref(place)
    return made
