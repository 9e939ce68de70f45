"""What the checks found about one question, each with its reason and remedy on demand."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.checks import Finding
from app.ui.announcing import say
from app.ui.parts.card import Card
from app.ui.parts.strip import MessageStrip, tone_name, tone_of
from app.ui.theme.measures import SPACE

#: To make many strips in one go keeps the user waiting.
_AT_A_TIME = 4


class FindingsList(QWidget):
    """One strip for each finding; without findings it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()
        #: What was shown before all was drawn anew: nobody needs to be told of it again.
        self._known: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self.hide()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is shown."""
        return self._findings

    def show_findings(self, findings: Sequence[Finding]) -> bool:
        """Show these, a few more with each call until all are there; whether anything had to be drawn anew."""
        wanted = tuple(findings)
        if wanted == self._findings:
            return False
        if wanted[: len(self._findings)] != self._findings:
            self._known, self._findings = self._findings, ()
            self._clear()
        come = wanted[len(self._findings) :][:_AT_A_TIME]
        self._findings += come
        for finding in come:
            self._column.addWidget(_strip(finding))
        self.setVisible(bool(wanted))
        new = [each for each in come if each not in self._known]
        if self._findings == wanted:
            self._known = ()
        if new and self.isVisible() and self._is_near_focus():
            say(self, " ".join(f"{tone_name(tone_of(each.severity))}: {each.message}" for each in new))
        return True

    def _clear(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            strip = item.widget() if item else None
            if strip is not None:
                strip.hide()
                strip.deleteLater()

    def _is_near_focus(self) -> bool:
        """Whether the card is in use, as others change with it and are read when they are come to."""
        card: QWidget | None = self
        while card is not None and not isinstance(card, Card):
            card = card.parentWidget()
        focused = QApplication.focusWidget()
        return card is not None and focused is not None and card.isAncestorOf(focused)


def _strip(finding: Finding) -> MessageStrip:
    strip = MessageStrip(tone_of(finding.severity), finding.message)
    if finding.caution:
        strip.add_detail(finding.caution)
    texts = [text for text in (finding.why, finding.remedy) if text]
    if texts:
        link = strip.add_link("What to do", name=f"What to do: {finding.title}", folds=True)
        details: list[QWidget] = []

        def show_details(is_wanted: bool) -> None:
            link.set_text("Less" if is_wanted else "What to do")
            if not details:
                # Most are never unfolded.
                details.extend(strip.add_detail(text) for text in texts)
            for detail in details:
                detail.setVisible(is_wanted)

        link.toggled.connect(show_details)
    return strip
