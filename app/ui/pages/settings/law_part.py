"""The law records: each with its citation, what it says, how it stands, and when it was last checked."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questions import Questionnaire
from app.domain.records import Confidence, LawRecord
from app.domain.wording import counted
from app.services.uses import Rests
from app.ui.pages.law_words import standing_in_words
from app.ui.pages.rests_list import add_checks, add_documents, add_questions
from app.ui.parts.card import Card
from app.ui.parts.folded_part import FoldedPart
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE


class LawPart(QWidget):
    """Folded until asked for, or until one record is to be shown.

    ``resting`` gives all that rests on a record at present; ``place_wished`` carries a place of that.
    """

    place_wished = Signal(object)

    def __init__(
        self,
        records: Sequence[LawRecord],
        today: date,
        questionnaire: Questionnaire,
        resting: Callable[[str], Rests | None],
    ) -> None:
        super().__init__()
        self._records = tuple(records)
        self._today = today
        self._questionnaire = questionnaire
        self._resting = resting
        self.resting_parts: dict[str, FoldedPart] = {}
        self._drawn: dict[str, tuple[Redrawn, Rests | None]] = {}
        self.cards: dict[str, Card] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        unconfirmed = sum(record.confidence is Confidence.TO_BE_CONFIRMED for record in records)
        column.addWidget(
            text_label(
                f"Documents and checks use {counted(len(records), 'rule', 'rules')} from law and guidance, put in our"
                f" own words. {unconfirmed} of them still have to be confirmed by reading the source.",
                TextLook.SECONDARY,
            )
        )
        stale = sum(record.is_stale(today) for record in records)
        if stale:
            late = counted(stale, "record was", "records were")
            column.addWidget(MessageStrip(Tone.WARNING, f"Check the law: {late} last checked more than 180 days ago."))
        self.fold = FoldedPart("All records", str(len(records)), self._build)
        column.addWidget(self.fold)

    def refresh(self) -> None:
        """Follow new answers: clauses come, go, and change their numbers."""
        for law in self._drawn:
            self._redraw(law)

    def show_record(self, law: str) -> Card | None:
        """Unfold, and mark one record; gives back its card, or None for a record that is not there."""
        if all(record.id != law for record in self._records):
            return None
        self.fold.header.setChecked(True)
        for record_id, card in self.cards.items():
            is_shown = record_id == law
            card.set_active(is_shown)
            # What the record says is what the user came for: a stop of the keyboard, whatever rests on it.
            card.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_shown else Qt.FocusPolicy.NoFocus)
        return self.cards[law]

    def _build(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        for record in self._records:
            card = self._card(record)
            self.cards[record.id] = card
            column.addWidget(card)

    def _card(self, record: LawRecord) -> Card:
        card = Card()
        card.body.setContentsMargins(DOUBLE_SPACE, SPACE + HALF_SPACE, DOUBLE_SPACE, SPACE + HALF_SPACE)
        card.body.setSpacing(HALF_SPACE)
        card.body.addWidget(text_label(record.citation, TextLook.STRONG))
        card.body.addWidget(text_label(record.says))
        standing = standing_in_words(record, self._today)
        card.body.addWidget(text_label(f"{standing}. Source: {record.source}", TextLook.SMALL))
        if record.note:
            card.body.addWidget(text_label(record.note, TextLook.SMALL))
        self._add_resting(card, record)
        card.setAccessibleName(record.citation)
        card.setAccessibleDescription(f"{record.says} {standing}.")
        return card

    def _add_resting(self, card: Card, record: LawRecord) -> None:
        rests = self._resting(record.id)
        if rests is None or not rests.count:
            return
        part = FoldedPart("Where it is used", str(rests.count), lambda column: self._fill(column, record.id))
        self.resting_parts[record.id] = part
        card.body.addWidget(part)

    def _fill(self, column: QVBoxLayout, law: str) -> None:
        drawn = Redrawn(HALF_SPACE)
        column.addWidget(drawn)
        self._drawn[law] = (drawn, None)
        self._redraw(law)

    def _redraw(self, law: str) -> None:
        drawn, before = self._drawn[law]
        rests = self._resting(law)
        if rests is not None and rests != before:
            self._drawn[law] = (drawn, rests)
            drawn.redraw(lambda column: self._fill_with(column, rests))

    def _fill_with(self, column: QVBoxLayout, rests: Rests) -> None:
        go = self.place_wished.emit
        add_documents(column, rests.documents, go)
        add_checks(column, "Checks", rests, self._questionnaire, go)
        add_questions(column, "Questions that these look at", rests.questions, go)
