"""The band above everything as it was: which moment it is, that nothing can be changed, and the two ways out."""

from datetime import datetime, time

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import date_in_words, moment_in_words
from app.marks import override
from app.ui.icons import Icon
from app.ui.parts.band import paint_band
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE, TRIPLE_SPACE
from app.ui.theme.theme import current_theme

#: The last moment of a day, which stands for the day as a whole.
END_OF_DAY = time.max


class PastBand(QWidget):
    """Asks before it says ``bring_back_wished``; ``now_wished`` leaves."""

    now_wished = Signal()
    bring_back_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = text_label("", TextLook.STRONG)
        self._question = text_label("")
        self.back = Button("Back to now", ButtonLook.SECONDARY, Icon.BACK)
        self.bring = Button(look=ButtonLook.LINK)
        self.yes = Button("Yes, restore", ButtonLook.PRIMARY)
        self.no = Button("No, leave it", ButtonLook.SECONDARY)
        self._ways, self._answers = QWidget(), QWidget()
        self._lay_out()
        self.back.clicked.connect(self.now_wished)
        self.bring.clicked.connect(lambda: self._ask(True))
        self.yes.clicked.connect(self._on_confirmed)
        self.no.clicked.connect(lambda: self._ask(False))

    def show_moment(self, moment: datetime) -> None:
        """Name a moment; whether it can be brought back is known when its differences are."""
        self._words.setText(f"As it was {past_in_words(moment)}. Read only.")
        self.setAccessibleName(self._words.text())
        self._offer(0)
        self._show_question(False)

    def show_differences(self, count: int) -> None:
        """Know how many questions would change."""
        self._offer(count)
        if count == 0:
            self._show_question(False)
        held = "1 question what it held" if count == 1 else f"{count} questions what they held"
        asked = f"This gives {held} then, in one act"
        self._question.setText(f"{asked} that Undo takes back. Go ahead?")

    def _offer(self, count: int) -> None:
        """Offer to restore so many questions; where there are none the way is not there."""
        self.bring.set_text(_restore(count))
        self.bring.setEnabled(count > 0)
        self.bring.setVisible(count > 0)

    def _ask(self, is_asking: bool) -> None:
        self._show_question(is_asking)
        (self.no if is_asking else self.bring).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_question(self, is_asking: bool) -> None:
        for part in (self._question, self._answers):
            part.setVisible(is_asking)
        self._ways.setVisible(not is_asking)

    def _on_confirmed(self) -> None:
        self._show_question(False)
        self.bring_back_wished.emit()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(SPACE + HALF_SPACE)
        for part in (self._words, self._question, self._ways, self._answers):
            texts.addWidget(part)
        # What undoes work stands apart from what only leaves.
        for holder, gap, buttons in (
            (self._ways, TRIPLE_SPACE, (self.back, self.bring)),
            (self._answers, SPACE + HALF_SPACE, (self.yes, self.no)),
        ):
            flow = ArrangedLayout(Flow(gap), holder)
            for button in buttons:
                flow.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(DOUBLE_SPACE, SPACE + HALF_SPACE, DOUBLE_SPACE, SPACE + HALF_SPACE)
        row.setSpacing(SPACE)
        mark = IconLabel(Icon.LOCK, lambda roles: roles.text, name="Read only")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self._show_question(False)
        follow_layout(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        paint_band(painter, QRectF(self.rect()), roles.warning_tint, roles.warning)


def _restore(count: int) -> str:
    """What bringing everything back does, with how many questions it changes."""
    return "Restore 1 question as it was" if count == 1 else f"Restore all {count} questions as they were"


def past_in_words(moment: datetime) -> str:
    """A moment behind "as it was": on 3 March 2026, 14:02, or at the end of 3 March 2026."""
    local = moment.astimezone()
    if local.time() == END_OF_DAY:
        return f"at the end of {date_in_words(local.date())}"
    return f"on {moment_in_words(moment)}"
