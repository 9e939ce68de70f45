"""How a topic reads: its text, the words it explains, and rows that lead to other topics and to pages."""

from collections.abc import Callable, Iterable, Mapping
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.help import HelpBlock, HelpForm, HelpPiece, HelpTarget, HelpTopic, Meaning
from app.ui.help.key_words import keys_in_words
from app.ui.help.subjects import TARGET_WORDS
from app.ui.parts.link_row import LinkRow
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE


def add_topic(column: QVBoxLayout, topic: HelpTopic) -> dict[str, QWidget]:
    """Put the text of a topic into a column; gives back where each word that it explains stands."""
    for block in topic.blocks:
        if block.form is HelpForm.HEADING:
            column.addSpacing(SPACE)
        column.addWidget(_block(block))
    return {meaning.word: _add_meaning(column, meaning) for meaning in topic.meanings}


def add_ways_on(
    column: QVBoxLayout,
    see: Iterable[str],
    topics: Mapping[str, HelpTopic],
    *,
    go: Iterable[HelpTarget],
    on_topic: Callable[[str], None],
    on_target: Callable[[HelpTarget], None],
) -> None:
    """Put rows into a column that lead to pages and to other topics."""
    for target in go:
        row = LinkRow(TARGET_WORDS[target], is_flush=True)
        row.clicked.connect(lambda _=False, wished=target: on_target(wished))
        column.addWidget(row)
    others = [topics[each] for each in see if each in topics]
    if others:
        column.addSpacing(SPACE)
        column.addWidget(text_label("More help", TextLook.LABEL))
    for other in others:
        row = LinkRow(other.title, name=f"Help: {other.title}", is_flush=True)
        row.clicked.connect(lambda _=False, wished=other.id: on_topic(wished))
        column.addWidget(row)


def spoken(blocks: Iterable[HelpBlock]) -> str:
    """Blocks as one text, with keys in words."""
    return " ".join("".join(_words(piece) for piece in block.pieces) for block in blocks)


def _block(block: HelpBlock) -> QWidget:
    if block.form is HelpForm.HEADING:
        return text_label(spoken((block,)), TextLook.STRONG)
    label = _text(block.pieces)
    if block.form is HelpForm.PARAGRAPH:
        label.setContentsMargins(0, 0, 0, HALF_SPACE)
        return label
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(HALF_SPACE, 0, 0, HALF_SPACE)
    row.setSpacing(SPACE)
    row.addWidget(text_label("•", wraps=False), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return holder


def _text(pieces: tuple[HelpPiece, ...]) -> QLabel:
    plain = "".join(_words(piece) for piece in pieces)
    label = text_label(plain)
    if any(piece.is_bold or piece.key for piece in pieces):
        # Only what ships with the app comes here, and every letter of it is escaped.
        marked = "".join(
            f"<b>{escape(_words(piece))}</b>" if piece.is_bold or piece.key else escape(_words(piece))
            for piece in pieces
        )
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(marked)
        label.setAccessibleName(plain)
    return label


def _words(piece: HelpPiece) -> str:
    return keys_in_words(piece.key) if piece.key is not None else piece.text


def _add_meaning(column: QVBoxLayout, meaning: Meaning) -> QWidget:
    column.addSpacing(HALF_SPACE)
    word = text_label(meaning.word, TextLook.STRONG)
    column.addWidget(word)
    column.addWidget(text_label(meaning.means))
    return word
