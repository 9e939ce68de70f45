"""The slides that a room is shown: one for each section that applies, and one for each question in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.domain.answers import State
from app.domain.progress import Stage
from app.domain.questions import Question, Questionnaire, Section
from app.domain.wording import capital, number_in_words
from app.services.snapshots import Snapshot

#: Questions without an answer that a slide has room for.
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class SectionSlide:
    """Opens a section: its title, what it is about, and how far it is."""

    section: str


@dataclass(frozen=True, slots=True)
class QuestionSlide:
    """One question, to be answered in the room."""

    section: str
    question: str


Slide: TypeAlias = SectionSlide | QuestionSlide


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """What the slide of a section says. ``stages`` are those of every section of its step, in order.

    ``still_open`` tells how many of its questions have no answer yet, and names the first of them; it is empty where
    each has one, as ``progress`` says that already.
    """

    step: str
    title: str
    introduction: str
    place: str
    stages: tuple[Stage, ...]
    here: int
    progress: str
    still_open: str


def slides(questionnaire: Questionnaire, visible: Collection[str]) -> tuple[Slide, ...]:
    """Every slide, in the order of the steps; a section without a visible question has none."""
    found: list[Slide] = []
    for section in questionnaire.sections:
        asked = _asked(section, visible)
        if asked:
            found.append(SectionSlide(section.id))
            found += [QuestionSlide(section.id, question.id) for question in asked]
    return tuple(found)


def slide_at(questionnaire: Questionnaire, visible: Collection[str], section: str, question: str = "") -> Slide | None:
    """The slide of a question, or of a section where no question is named.

    Where it is not visible now, the next one that is, else the last; None where nothing at all is visible.
    """
    shown = slides(questionnaire, visible)
    wanted = QuestionSlide(section, question) if question else SectionSlide(section)
    if wanted in shown or not shown:
        return wanted if shown else None
    order = slides(questionnaire, frozenset(each.id for each in questionnaire.questions))
    if wanted not in order:
        return shown[0]
    later = order[order.index(wanted) :]
    return next((each for each in later if each in shown), shown[-1])


def slide_beside(questionnaire: Questionnaire, visible: Collection[str], slide: Slide, direction: int) -> Slide | None:
    """The slide after (1) or before (-1) this one; None at either end."""
    shown = slides(questionnaire, visible)
    if slide not in shown:
        question = slide.question if isinstance(slide, QuestionSlide) else ""
        return slide_at(questionnaire, visible, slide.section, question)
    there = shown.index(slide) + direction
    return shown[there] if 0 <= there < len(shown) else None


def question_place(questionnaire: Questionnaire, visible: Collection[str], slide: QuestionSlide) -> tuple[int, int]:
    """Which question of its section this is, counted from 1, and how many there are; only visible ones count."""
    asked = [each.id for each in _asked(questionnaire.section(slide.section), visible)]
    return (asked.index(slide.question) + 1 if slide.question in asked else 1, max(len(asked), 1))


def section_facts(questionnaire: Questionnaire, snapshot: Snapshot, section_id: str) -> SectionFacts:
    """What the slide of a section says."""
    section = questionnaire.section(section_id)
    step = next(each for each in questionnaire.steps if each.id == section.step)
    shown = [each for each in step.sections if _asked(each, snapshot.visible)]
    here = shown.index(section) if section in shown else 0
    progress = snapshot.sections[section_id]
    asked = _asked(section, snapshot.visible)
    marks = [snapshot.answers.answer(each.id) for each in asked]
    agreed, parked = (
        sum(mark is not None and mark.state is state for mark in marks) for state in (State.AGREED, State.PARKED)
    )
    among = f"{parked} parked, " if parked else ""
    return SectionFacts(
        step=f"{step.number} {step.title}",
        title=section.title,
        introduction=section.introduction,
        place=f"Section {here + 1} of {len(shown)}",
        stages=tuple(snapshot.sections[each.id].stage for each in shown),
        here=here,
        progress=f"{progress.answered} of {progress.asked} answered, {among}{agreed} agreed",
        still_open=_open_in_words([each for each in asked if not snapshot.answers.is_answered(each.id)]),
    )


def _open_in_words(questions: Sequence[Question]) -> str:
    """How many questions have no answer, and the first of them by name; empty where each has one."""
    if not questions:
        return ""
    named = " ".join(each.label for each in questions[:_MOST_NAMED])
    further = len(questions) - _MOST_NAMED
    tail = f" And {number_in_words(further)} more." if further > 0 else ""
    count = "One question has" if len(questions) == 1 else f"{capital(number_in_words(len(questions)))} questions have"
    return f"{count} no answer yet: {named}{tail}"


def _asked(section: Section, visible: Collection[str]) -> list[Question]:
    return [each for each in section.questions if each.id in visible]
