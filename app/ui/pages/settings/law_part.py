"""The law records: each with its citation, what it says, how it stands, and when it was last checked."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
from app.ui.parts.tabs import Tabs, TabsLook
from app.ui.parts.tag import Tag, TagLook
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE

_ALL, _TO_CONFIRM = range(2)
_TO_CONFIRM_MARK = "To confirm"


class LawPart(QWidget):
    """Folded until asked for, or until one record is to be shown; in the order of their citations.

    ``resting`` gives all that rests on a record at present; ``place_wished`` carries a place of that. ``in_pack``
    gives the ids of those that the documents of the open collaborative list as unsettled.
    """

    place_wished = Signal(object)

    def __init__(
        self,
        records: Sequence[LawRecord],
        today: Callable[[], date],
        questionnaire: Questionnaire,
        resting: Callable[[str], Rests | None],
        in_pack: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        super().__init__()
        self._records = tuple(sorted(records, key=lambda record: _in_order(record.citation)))
        self._in_pack = in_pack
        self._unconfirmed = sum(_is_to_confirm(record) for record in records)
        self._today = today
        self._questionnaire = questionnaire
        self._resting = resting
        self.resting_parts: dict[str, FoldedPart] = {}
        self._drawn: dict[str, tuple[Redrawn, Rests | None]] = {}
        self.cards: dict[str, Card] = {}
        self._standings: dict[str, QLabel] = {}
        self._warning = Redrawn(0)
        self.views = Tabs(
            (f"All ({len(records)})", f"{_TO_CONFIRM_MARK} ({self._unconfirmed})"),
            TabsLook.SEGMENTS,
            "Which law records are shown",
        )
        self.views.currentChanged.connect(self._show_chosen)
        self._figures = text_label("", TextLook.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(
            text_label(
                f"Documents and checks use {counted(len(records), 'rule', 'rules')} from law and guidance, put in our "
                f"own words. {self._unconfirmed} of them are to confirm: compare them with the source before you rely "
                "on them.",
                TextLook.SECONDARY,
            )
        )
        column.addWidget(self._warning)
        self._show_day()
        self.fold = FoldedPart("Records", str(len(records)), self._build)
        column.addWidget(self.fold)

    def refresh(self) -> None:
        """Follow new answers and a new day: clauses come, go, and change their numbers; a check gets old."""
        if self._today() != self._day:
            self._show_day()
        for law in self._drawn:
            self._redraw(law)
        if self.fold.header.isChecked():
            self._show_figures()

    def show_record(self, law: str) -> Card | None:
        """Unfold, and mark one record; gives back its card, or None for a record that is not there."""
        if all(record.id != law for record in self._records):
            return None
        self.fold.header.setChecked(True)
        if self.cards[law].isHidden():
            self.views.setCurrentIndex(_ALL)
        for record_id, card in self.cards.items():
            is_shown = record_id == law
            card.set_active(is_shown)
            # What the record says is what the user came for: a stop of the keyboard, whatever rests on it.
            card.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_shown else Qt.FocusPolicy.NoFocus)
        return self.cards[law]

    def _build(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.views)
        column.addWidget(self._figures)
        self._show_figures()
        for record in self._records:
            self.cards[record.id] = self._card(record)
            self._show_standing(record)
            column.addWidget(self.cards[record.id])

    def _show_day(self) -> None:
        """Say what of the law was last checked too long ago, as of today."""
        self._day = self._today()
        stale = sum(record.is_stale(self._day) for record in self._records)
        self._warning.setVisible(bool(stale))
        self._warning.redraw(lambda column: _add_warning(column, stale))
        for record in self._records:
            if record.id in self._standings:
                self._show_standing(record)

    def _show_standing(self, record: LawRecord) -> None:
        standing = standing_in_words(record, self._day)
        self._standings[record.id].setText(f"{standing}. Source: {record.source}")
        self.cards[record.id].setAccessibleDescription(f"{record.says} {standing}.")

    def _show_figures(self) -> None:
        unsettled = self._in_pack()
        listed = sum(_is_to_confirm(record) and record.id in unsettled for record in self._records)
        pack = f" Of those to confirm, {listed} are used in this pack, whose documents list them." if listed else ""
        self._figures.setText(f"In the order of their titles.{pack}")

    def _show_chosen(self) -> None:
        is_all = self.views.currentIndex() == _ALL
        for record in self._records:
            self.cards[record.id].setVisible(is_all or _is_to_confirm(record))

    def _card(self, record: LawRecord) -> Card:
        card = Card()
        card.body.setContentsMargins(DOUBLE_SPACE, SPACE + HALF_SPACE, DOUBLE_SPACE, SPACE + HALF_SPACE)
        card.body.setSpacing(HALF_SPACE)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(text_label(record.citation, TextLook.STRONG), 1)
        if _is_to_confirm(record):
            head.addWidget(Tag(_TO_CONFIRM_MARK, TagLook.WARNING), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        card.body.addWidget(text_label(record.says))
        self._standings[record.id] = text_label("", TextLook.SMALL)
        card.body.addWidget(self._standings[record.id])
        if record.note:
            card.body.addWidget(text_label(record.note, TextLook.SMALL))
        self._add_resting(card, record)
        card.setAccessibleName(record.citation)
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


def _add_warning(column: QVBoxLayout, stale: int) -> None:
    if stale:
        late = counted(stale, "record was", "records were")
        column.addWidget(MessageStrip(Tone.WARNING, f"Check the law: {late} last checked more than 180 days ago."))


def _is_to_confirm(record: LawRecord) -> bool:
    return record.confidence is Confidence.TO_BE_CONFIRMED


def _in_order(citation: str) -> list[tuple[bool, int, str]]:
    """What sorts citations as a reader would look for them: section 9 before section 26A, and no "The" in front."""
    parts = re.findall(r"\d+|\D+", citation.removeprefix("The ").casefold())
    return [(False, int(part), "") if part.isdecimal() else (True, 0, part) for part in parts]
