"""Slides that are only read: a section, the clause as it now reads, guidance, and the keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.domain.progress import Stage
from app.domain.questions import Question
from app.domain.wording import capital, sentence
from app.marks import override
from app.services.projecting import QuestionSlide, SectionFacts, SectionSlide, question_place, section_facts
from app.services.room_choices import figure_in_words
from app.services.room_clauses import ClauseWords
from app.services.snapshots import Snapshot
from app.ui.fields.value_words import value_in_short
from app.ui.icons import Icon, icon_pixmap
from app.ui.pages.law_words import standing_in_words
from app.ui.panel.guidance_tab import how_to_answer
from app.ui.projector.big_text import BigText, Whole, quiet_tint
from app.ui.projector.big_type import BigType
from app.ui.projector.paged_column import Part, SlideParts
from app.ui.projector.projector_keys import KEYS_IN_WORDS
from app.ui.session import ProjectSession
from app.ui.theme.theme import current_theme


class ReadingView(QObject):
    """Texts below one another."""

    parts_changed = Signal()

    def __init__(
        self,
        left: str,
        right: str,
        parts: Sequence[Part],
        spoken: str = "",
        *,
        title: BigText | None = None,
        spare: Sequence[Part] = (),
        fills: bool = False,
    ) -> None:
        super().__init__()
        self.left, self.right = left, right
        self.spoken = spoken or left
        head = (title,) if title is not None else ()
        self._parts = SlideParts(head, after=tuple(parts), spare=tuple(spare), fills=fills)

    def parts(self) -> SlideParts:
        """What stands on the slide, from the top down."""
        return self._parts

    def stops(self) -> list[QWidget]:
        """Nothing here can have the focus."""
        return []

    def start(self) -> QWidget | None:
        """The slide itself has it."""
        return None

    def choose(self, number: int) -> bool:
        """Nothing is chosen here."""
        return False

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """What is read here stays until it is left."""

    def show_problem(self, sentence: str) -> None:
        """Nothing is done here that could fail."""

    def finish(self) -> bool:
        """Nothing is typed here."""
        return True


class StageMarks(QWidget):
    """A mark for each section of a step: a tick where it is done, a flag where something of it is parked, half a disc
    where it is begun, and a ring where it is not. A line stands under the one that is shown."""

    def __init__(self, facts: SectionFacts) -> None:
        super().__init__()
        self._facts = facts
        self._type = BigType()
        self.setAccessibleName(f"{facts.place}. {facts.step_progress}")

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        self._type = big
        self.update()

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width."""
        return round(self._type.body * 1.3)

    def wholes_in(self, width: int, most: int) -> tuple[Whole, ...]:
        """It stays whole."""
        return ((0, self.height_in(width)),)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = len(self._facts.stages)
        step = min(self._type.body * 1.25, self.width() / max(count, 1))
        size = min(self._type.body * 0.8, step * 0.75)
        line = max(self._type.line * 0.8, 2.0)
        for place, (stage, has_parked) in enumerate(zip(self._facts.stages, self._facts.has_parked, strict=True)):
            mark = QRectF(place * step, self._type.body * 0.08, size, size)
            _paint_stage(painter, mark, None if has_parked else stage, line)
            if place == self._facts.here:
                under = QRectF(mark.left(), mark.bottom() + self._type.body * 0.14, size, line)
                painter.fillRect(under, QColor(current_theme().roles.text))


def _paint_stage(painter: QPainter, mark: QRectF, stage: Stage | None, line: float) -> None:
    """The mark of a section, with a flag for one without a stage: something of it is parked."""
    theme = current_theme()
    roles = theme.roles
    match stage:
        case Stage.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.success))
            painter.drawEllipse(mark)
            size = round(mark.width() * 0.68)
            tick = icon_pixmap(theme, Icon.CHECK, roles.card, size)
            painter.drawPixmap(mark.center() - QPointF(size / 2, size / 2), tick)
        case None:
            flag = icon_pixmap(theme, Icon.PARK, roles.text, round(mark.width()))
            painter.drawPixmap(mark.topLeft(), flag)
        case Stage.UNDER_WAY | Stage.NOT_STARTED:
            ring = mark.adjusted(line / 2, line / 2, -line / 2, -line / 2)
            is_begun = stage is Stage.UNDER_WAY
            painter.setPen(QPen(QColor(roles.accent if is_begun else roles.control), line))
            painter.setBrush(QColor(roles.card))
            painter.drawEllipse(ring)
            if is_begun:
                painter.setBrush(QColor(roles.accent))
                painter.drawPie(ring, 90 * 16, 180 * 16)
        case _:
            assert_never(stage)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question is, as its slide says it: the title of its section, and "Question 5 of 14"."""

    section: str
    question: str


def place_of(session: ProjectSession, slide: QuestionSlide) -> Place:
    """Where the question of a slide is."""
    questionnaire = session.services.content.questionnaire
    number, of = question_place(questionnaire, session.snapshot.visible, slide)
    return Place(questionnaire.section(slide.section).title, f"Question {number} of {of}")


def section_view(session: ProjectSession, slide: SectionSlide) -> ReadingView:
    """The slide that opens a section."""
    facts = section_facts(session.services.content.questionnaire, session.snapshot, slide.section)
    parts: list[Part] = [
        BigText(facts.title, "opening", is_bold=True),
        BigText(facts.introduction, "choice"),
        BigText(facts.progress, "body", is_bold=True),
        *([BigText(facts.still_open)] if facts.still_open else []),
        # Above the marks: right under the count of questions, they would be counted as those.
        BigText(facts.step_progress, "quiet", quiet_tint),
        StageMarks(facts),
    ]
    name = BigText(session.snapshot.name, "quiet", quiet_tint)
    spoken = f"{facts.place}: {facts.title}. {facts.introduction}"
    return ReadingView(facts.step, facts.place, parts, spoken, spare=[name], fills=True)


def clause_view(
    place: Place, now: ClauseWords | None, before: ClauseWords | None, others: Sequence[str]
) -> ReadingView:
    """The clause that the question decides, as it now reads, and its sentence from before where it changed."""
    spoken = f"The clause as it now reads. {place.question}"
    if now is None:
        nothing = BigText("No document that applies says anything of this answer.")
        title = BigText("The clause", "title", is_bold=True)
        return ReadingView(place.section, place.question, [nothing], spoken, title=title, fills=True)
    title = BigText(f"{now.title}, {now.place}" if now.place else now.title, "title", is_bold=True)
    parts: list[Part] = []
    clause = [(number, text) for number, text in now.clause if number or text]
    for number, text in clause:
        # A clause of one paragraph has its number in the title already.
        is_titled = len(clause) == 1 and now.place.endswith(f" {number}")
        parts.append(BigText(text, lead=f"{number}  " if number and not is_titled else "").kept_whole())
    if before is not None and before.sentence != now.sentence:
        parts.append(BigText(before.sentence, "body", quiet_tint, lead="Before: "))
    if others:
        parts.append(BigText(f"{'; '.join(others)}.", "aside", quiet_tint, lead="Also in: "))
    return ReadingView(place.section, place.question, parts, spoken, title=title, fills=True)


def guidance_view(session: ProjectSession, place: Place, question: Question) -> ReadingView:
    """What is suggested, why the question matters, how to answer it, and what it rests on."""
    content = session.services.content
    texts = []
    if question.suggestion is not None:
        value = question.suggestion.value
        words = value_in_short(value, question) if isinstance(value, str) else figure_in_words(value, question)
        texts.append(("What we suggest", f"{capital(words)}. {question.suggestion.reason}"))
        texts.append(("Usual range", sentence(question.suggestion.usual_range)))
    texts += [("Why it matters", question.why), ("How to answer", f"{question.hint} {how_to_answer(question)}".strip())]
    texts += [(option.label, sentence(option.hint)) for option in question.options if option.hint]
    for each in question.sources:
        if each.source in content.sources:
            source = content.sources[each.source]
            texts.append(("Source", ", ".join(part for part in (source.title, source.publisher, each.place) if part)))
    wanted = (law for check in content.checks if question.id in check.questions for law in check.law)
    for record in (content.law[law] for law in dict.fromkeys(wanted) if law in content.law):
        texts.append(("Law", f"{record.citation}: {record.says} {standing_in_words(record, session.today())}."))
    parts = [BigText(text, lead=f"{heading}. ").kept_whole() for heading, text in texts if text]
    title = BigText(question.label, "title", is_bold=True)
    spoken = f"Guidance. {place.question}. {question.label}"
    return ReadingView(place.section, place.question, parts, spoken, title=title)


def keys_view(displays: int) -> ReadingView:
    """The keys of the projector view; the one for another display only where there is one."""
    rows = [(keys, words) for keys, words, needs in KEYS_IN_WORDS if displays >= needs]
    return ReadingView("Keys", "", [BigText(words, lead=f"{keys}  ").kept_whole() for keys, words in rows])
