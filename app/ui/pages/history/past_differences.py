"""What differs between an earlier moment and now, section by section."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wording import counted
from app.services.past import Difference, Past
from app.ui.pages.history.past_lines import add_then_and_now
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card
from app.ui.parts.folded_part import FoldedPart
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSection
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE

#: With no more differences than this every section is unfolded from the start.
_ALL_OPEN = 12


class PastDifferences(QWidget):
    """``place_wished`` carries the question of now that a difference is about."""

    place_wished = Signal(object)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._drawn: tuple[Difference, ...] | None = None
        self._list = Redrawn(SPACE)
        self._column = ScrollColumn("What differs")
        self._column.body.addWidget(self._list)
        self._column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    @property
    def bar_width(self) -> int:
        """Pixels kept at the right for the bar that scrolls."""
        return self._column.verticalScrollBar().sizeHint().width()

    def show_past(self, past: Past) -> None:
        """Show what differs; what is unfolded stays so while it is the same."""
        if past.differences != self._drawn:
            self._drawn = past.differences
            self._list.redraw(lambda column: self._fill(column, past.differences))
            self._column.verticalScrollBar().setValue(0)

    def _fill(self, column: QVBoxLayout, found: Sequence[Difference]) -> None:
        if not found:
            column.addWidget(text_label("Every answer is the same now as it was then."))
            return
        column.addWidget(text_label(f"{counted(len(found), 'question is', 'questions are')} different now."))
        questionnaire = self._session.services.content.questionnaire
        steps = {step.id: step.title for step in questionnaire.steps}
        for place, (section_id, group) in enumerate(groupby(found, key=lambda each: each.question.section)):
            section = questionnaire.section(section_id)
            changed = list(group)
            part = FoldedPart(
                f"{steps[section.step]}: {section.title}",
                f"{len(changed)} changed",
                partial(self._fill_section, changed=changed),
                is_open=place == 0 or len(found) <= _ALL_OPEN,
            )
            column.addWidget(part)

    def _fill_section(self, column: QVBoxLayout, changed: Sequence[Difference]) -> None:
        column.setSpacing(SPACE)
        for difference in changed:
            column.addWidget(self._card(difference))

    def _card(self, difference: Difference) -> Card:
        question = difference.question
        card = Card()
        card.body.setContentsMargins(DOUBLE_SPACE, SPACE + HALF_SPACE, DOUBLE_SPACE, SPACE + HALF_SPACE)
        card.body.setSpacing(HALF_SPACE)
        card.body.addWidget(text_label(question.label, TextLook.STRONG))
        add_then_and_now(card.body, difference.then, difference.now)
        for row in difference.rows:
            card.body.addSpacing(HALF_SPACE)
            card.body.addWidget(text_label(row.name))
            add_then_and_now(card.body, row.then, row.now)
        if difference.more_rows:
            card.body.addWidget(text_label(f"and {counted(difference.more_rows, 'more row', 'more rows')}"))
        card.body.addSpacing(HALF_SPACE)
        there = Button("Go to the question", ButtonLook.LINK, name=f"Go to the question: {question.label}")
        place = AtSection(question.section, question.id)
        there.clicked.connect(lambda _=False: self.place_wished.emit(place))
        if question.id in self._session.snapshot.visible:
            card.body.addWidget(there, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            card.body.addWidget(text_label("This question does not apply now.", TextLook.SMALL))
        return card
