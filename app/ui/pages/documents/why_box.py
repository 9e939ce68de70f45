"""Why a clause reads so: the answers in it, the answers that decide on it, its sources, and the law it rests on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.documents.blocks import Block, Document, Heading, Origin
from app.domain.answers import Answer, State
from app.domain.answers import Origin as AnswerOrigin
from app.domain.wording import capital, date_in_words, lower
from app.services.clause_places import place_words
from app.services.snapshots import Snapshot
from app.ui.pages.documents.answer_words import answer_in_short
from app.ui.pages.law_words import standing_in_words
from app.ui.parts.fitted_scroll import FittedScroll
from app.ui.parts.link_row import WrappingButton
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.shortened_list import add_shortened
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSection, AtSettings
from app.ui.session import ProjectSession
from app.ui.theme.measures import HALF_SPACE, SPACE


class WhyBox(QWidget):
    """Scrolls where there is more to say than room. ``place_wished`` carries a question or a law record."""

    place_wished = Signal(object)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[Document, Block, Snapshot] | None = None
        self._scroll = FittedScroll(is_framed=True)
        self._inside = Redrawn(HALF_SPACE)
        self._scroll.body.setContentsMargins(SPACE + HALF_SPACE, SPACE + 2, SPACE + HALF_SPACE, SPACE + 2)
        self._scroll.body.addWidget(self._inside)
        self._scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.hide()

    def show_block(self, document: Document | None, block: Block | None, snapshot: Snapshot) -> None:
        """Say why a block reads so. Without a block, and for headings, there is nothing to say."""
        if document is None or block is None or isinstance(block, Heading):
            self._shown = None
            self.hide()
            return
        known = self._shown
        if known is not None and known[0] is document and known[1] is block and known[2] is snapshot:
            self.show()
            return
        self._shown = (document, block, snapshot)
        title = why_title(document, block)
        self.setAccessibleName(title)
        self._scroll.setAccessibleName(title)
        self._inside.redraw(lambda column: self._fill(column, title, block.origin, snapshot))
        self._scroll.verticalScrollBar().setValue(0)
        self.show()

    def fit(self, width: int, most: int) -> None:
        """Be as high as what it says at a width, but no higher than so many pixels."""
        self._scroll.fit(width, most)

    def _fill(self, column: QVBoxLayout, title: str, origin: Origin, snapshot: Snapshot) -> None:
        column.addWidget(text_label(title, TextLook.STRONG))
        content = self._session.services.content
        clause = content.templates.clauses.get(origin.clause)
        if clause is not None:
            column.addWidget(text_label(clause.title, TextLook.SECONDARY))
        shown = [each for each in origin.questions if each in snapshot.visible]
        deciding = self._session.services.drafting.deciding(origin.clause) if origin.clause else ()
        others = [each for each in deciding if each in snapshot.visible and each not in shown]
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE + HALF_SPACE)
        grid.setVerticalSpacing(HALF_SPACE + 2)
        grid.setColumnStretch(1, 1)
        for heading, questions in (("Answers", shown), ("Decided by", others)):
            known = [each for each in questions if content.questionnaire.has(each)]
            _add_row(grid, heading, [self._question_row(each, snapshot) for each in known])
        _add_row(grid, "Source", self._source_labels(origin))
        _add_row(grid, "Law", [self._law_row(each) for each in origin.law if each in content.law])
        if grid.count():
            column.addLayout(grid)
        else:
            column.addWidget(text_label("It reads the same in every collaborative.", TextLook.SMALL))

    def _question_row(self, question_id: str, snapshot: Snapshot) -> QWidget:
        question = self._session.services.content.questionnaire.question(question_id)
        answer = snapshot.answers.answer(question_id)
        value = answer_in_short(question, snapshot)
        state = standing_of_answer(answer, is_answered=bool(value))
        words = capital(", ".join(part for part in (value, state) if part))
        return self._row(question.label, words, AtSection(question.section, question_id))

    def _law_row(self, law: str) -> QWidget:
        record = self._session.services.content.law[law]
        standing = lower(standing_in_words(record, self._session.today()))
        return self._row(record.citation, standing, AtSettings(law))

    def _source_labels(self, origin: Origin) -> list[QWidget]:
        content = self._session.services.content
        clause = content.templates.clauses.get(origin.clause)
        labels: list[QWidget] = []
        for citation in clause.sources if clause is not None else ():
            source = content.sources.get(citation.source)
            title = source.title if source is not None else citation.source
            words = f"{title}, {citation.place}" if citation.place else title
            labels.append(text_label(words, TextLook.SMALL))
        return labels

    def _row(self, words: str, state: str, place: AtSection | AtSettings) -> QWidget:
        row = _Link(words, state)
        row.clicked.connect(lambda: self.place_wished.emit(place))
        return row


class _Link(WrappingButton):
    """Words that lead to a place, with how it stands in a quieter line below."""

    def __init__(self, words: str, state: str) -> None:
        super().__init__()
        # A policy that may not grow would cut off words that need more lines than in their natural width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        labels = [text_label(words, TextLook.LINK)]
        if state:
            labels.append(text_label(state, TextLook.SMALL))
        for label in labels:
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.setAccessibleName(", ".join(part for part in (words, state) if part))


def why_title(document: Document | None, block: Block | None) -> str:
    """The heading over the reason for a block; empty without one, and for headings."""
    if document is None or block is None or isinstance(block, Heading):
        return ""
    return f"Why {place_words(document, block.anchor) or 'this text'} reads so"


def standing_of_answer(answer: Answer | None, *, is_answered: bool) -> str:
    """How an answer stands, such as "agreed on 6 August 2026"; empty for one that was simply given."""
    if answer is not None and answer.state is State.PARKED:
        return "parked"
    if not is_answered:
        return "not answered yet"
    if answer is not None and answer.state is State.AGREED:
        return f"agreed on {date_in_words(answer.changed_at.date())}" if answer.changed_at else "agreed"
    if answer is not None and answer.origin is AnswerOrigin.SUGGESTION:
        return "a suggestion that nobody has agreed yet"
    return ""


def _add_row(grid: QGridLayout, heading: str, parts: Sequence[QWidget]) -> None:
    """Put a heading and, right of it, what stands under it into the next line of a grid."""
    if not parts:
        return
    line = grid.rowCount()
    grid.addWidget(text_label(heading, TextLook.LABEL, wraps=False), line, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(HALF_SPACE)
    add_shortened(column, parts, heading)
    grid.addLayout(column, line, 1)
