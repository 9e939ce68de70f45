"""Why a clause reads so: the answers in it, the answers that decide on it, its sources, and the law it rests on."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.documents.blocks import Block, Document, Heading, Origin
from app.domain.answers import Answer, State
from app.domain.answers import Origin as AnswerOrigin
from app.domain.wording import capital, date_in_words, lower
from app.marks import override
from app.services.clause_places import place_words
from app.services.snapshots import Snapshot
from app.ui.pages.documents.answer_words import answer_in_short
from app.ui.pages.law_words import standing_in_words
from app.ui.parts.fitted_scroll import FittedScroll
from app.ui.parts.layouts import ArrangedLayout, Columns
from app.ui.parts.link_row import WrappingButton
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.shortened_list import add_shortened
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSection, AtSettings
from app.ui.session import ProjectSession
from app.ui.theme.measures import CONTROL_RADIUS, HALF_SPACE, SPACE, TRIPLE_SPACE
from app.ui.theme.theme import current_theme

_FRAME = 1
#: Letters of a column, of which two stand side by side where there is room.
_NARROWEST = 34


class WhyBox(QWidget):
    """Scrolls where there is more to say than room. ``place_wished`` carries a question or a law record.

    One without a title stands below a line that has it.
    """

    place_wished = Signal(object)

    def __init__(self, session: ProjectSession, *, has_title: bool = True) -> None:
        super().__init__()
        self._session = session
        self._has_title = has_title
        self._shown: tuple[Document, Block, Snapshot] | None = None
        self._scroll = FittedScroll(ends_at_line=True)
        self._inside = Redrawn(HALF_SPACE)
        self._scroll.body.setContentsMargins(SPACE + HALF_SPACE, SPACE + 2, SPACE + HALF_SPACE, SPACE + 2)
        self._scroll.body.addWidget(self._inside)
        self._scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        # The frame is drawn around the bar as well.
        column.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
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

    def fit(self, width: int, most: int, for_all: int = 0) -> None:
        """Be as high as what it says at a width, but no higher than so many pixels, or than those that show it all."""
        self._scroll.fit(width - 2 * _FRAME, most - 2 * _FRAME, for_all - 2 * _FRAME)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(roles.line))
        painter.setBrush(QColor(roles.page))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS)

    def _fill(self, column: QVBoxLayout, title: str, origin: Origin, snapshot: Snapshot) -> None:
        if self._has_title:
            column.addWidget(text_label(title, TextLook.STRONG))
        content = self._session.services.content
        clause = content.templates.clauses.get(origin.clause)
        if clause is not None:
            column.addWidget(text_label(clause.title, TextLook.SECONDARY))
        shown = [each for each in origin.questions if each in snapshot.visible]
        deciding = self._session.services.drafting.deciding(origin.clause) if origin.clause else ()
        others = [each for each in deciding if each in snapshot.visible and each not in shown]
        questions = content.questionnaire
        groups: list[tuple[str, list[QWidget]]] = [
            ("Answers", [self._question_row(each, snapshot) for each in shown if questions.has(each)]),
            ("Decided by", [self._question_row(each, snapshot) for each in others if questions.has(each)]),
            ("Source", self._source_labels(origin)),
            ("Law", [self._law_row(each) for each in origin.law if each in content.law]),
        ]
        made = [_group(heading, parts) for heading, parts in groups if parts]
        if not made:
            column.addWidget(text_label("It reads the same in every collaborative.", TextLook.SMALL))
            return
        beside = QWidget()
        columns = ArrangedLayout(Columns(_NARROWEST, 2, gap=TRIPLE_SPACE), beside)
        for part in (made[:1], made[1:]):
            if part:
                columns.addWidget(_below_one_another(part))
        column.addWidget(beside)

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


def _group(heading: str, parts: Sequence[QWidget]) -> QWidget:
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(HALF_SPACE)
    column.addWidget(text_label(heading, TextLook.LABEL))
    add_shortened(column, parts, heading)
    return group


def _below_one_another(groups: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE)
    for group in groups:
        column.addWidget(group)
    column.addStretch(1)
    return holder
