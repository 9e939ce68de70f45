"""Tinted strips in big type: what a document will say, and what the checks find."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.checks import Finding
from app.marks import override
from app.ui.parts.band import paint_band
from app.ui.parts.strip import Tone, tone_colour, tone_name, tone_of
from app.ui.projector.big_text import BigText, Whole, quiet_tint
from app.ui.projector.big_type import BigType
from app.ui.theme.roles import Roles, Tint
from app.ui.theme.theme import current_theme

_EFFECT, _FINDINGS = "what the documents will say", "what the checks find"


class BigStrip(QWidget):
    """Texts below one another on a tinted ground, with a bar at the left."""

    def __init__(self, texts: Sequence[BigText], ground: Tint, bar: Tint, called: str = "") -> None:
        super().__init__()
        #: What an earlier page calls it; empty where none tells of it.
        self.called = called
        self._ground = ground
        self._bar = bar
        self._type = BigType()
        self._texts = list(texts)
        for text in self._texts:
            text.setParent(self)

    @property
    def texts(self) -> Sequence[BigText]:
        """What it says."""
        return self._texts

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        if big != self._type:
            self._type = big
            for text in self._texts:
                text.set_type(big)
            self._place()

    @property
    def sides(self) -> int:
        """Pixels beside its texts, at both sides and with the bar."""
        return 2 * self._type.line + 2 * self._edge

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width."""
        return sum(each.height_in(self._room(width)) for each in self._shown()) + 2 * self._edge

    def wholes_in(self, width: int, most: int) -> Sequence[Whole]:
        """Itself, or its lines where it is higher than a page."""
        if (height := self.height_in(width)) <= most:
            return ((0, height),)
        room = self._room(width)
        heights = [each.height_in(room) for each in self._shown()]
        tops = [self._edge + top for top in accumulate(heights, initial=0)]
        lines = [
            (top + start, top + end)
            for top, each in zip(tops, self._shown(), strict=False)
            for start, end in each.wholes_in(room, most)
        ]
        # The edges go with the first line and the last one.
        return [(0, lines[0][1]), *lines[1:-1], (lines[-1][0], height)] if len(lines) > 1 else [(0, height)]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        place, bar = QRectF(self.rect()), self._bar(roles)
        paint_band(
            painter, place, self._ground(roles), bar, bar_width=2 * self._type.line, radius=self._type.radius / 2
        )

    def _place(self) -> None:
        top, room = self._edge, self._room(self.width())
        for text in self._shown():
            height = text.height_in(room)
            text.setGeometry(2 * self._type.line + self._edge, top, room, height)
            top += height

    def _shown(self) -> list[BigText]:
        return [each for each in self._texts if each.text()]

    def _room(self, width: int) -> int:
        return max(width - self.sides, 1)

    @property
    def _edge(self) -> int:
        return round(self._type.quiet * 0.35)


class EffectStrip(BigStrip):
    """What a document says because of the answer, and what it said before."""

    def __init__(self) -> None:
        self._now, self._before = BigText(), BigText(tint=quiet_tint)
        super().__init__((self._now, self._before), lambda roles: roles.note_tint, lambda roles: roles.accent, _EFFECT)

    def show_words(self, lead: str, now: str, before: str) -> None:
        """Show what it says now behind a lead, and what it said before where that was something else."""
        self._now.show_text(now, lead=f"{lead} " if now else lead)
        self._before.show_text(before, lead="Before: " if before else "")
        self._before.setVisible(bool(before))
        self.updateGeometry()
        self._place()


def finding_strip(finding: Finding) -> BigStrip:
    """A finding about the question, with the word that says how grave it is."""
    tone = tone_of(finding.severity)
    return BigStrip((BigText(finding.message, lead=f"{tone_name(tone)}: "),), _ground(tone), _bar(tone), _FINDINGS)


def problem_strip(sentence: str) -> BigStrip:
    """Why an answer could not be kept or read."""
    return BigStrip((BigText(sentence),), _ground(Tone.ERROR), _bar(Tone.ERROR))


def _bar(tone: Tone) -> Tint:
    return lambda roles: tone_colour(tone, roles)


def _ground(tone: Tone) -> Tint:
    def ground(roles: Roles) -> str:
        grounds = {Tone.ERROR: roles.danger_tint, Tone.WARNING: roles.warning_tint, Tone.SUCCESS: roles.success_tint}
        return grounds.get(tone, roles.note_tint)

    return ground
