"""The slides that a room is shown: one for each section that applies, and one for each question in it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeAlias

from app.domain.progress import Stage
from app.domain.questions import Question, Questionnaire, Section
from app.services.snapshots import Snapshot


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
    """What the slide of a section says. ``stages`` are those of every section of its step, in order."""

    step: str
    title: str
    introduction: str
    place: str
    stages: tuple[Stage, ...]
    here: int
    progress: str


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
    return SectionFacts(
        step=f"{step.number} {step.title}",
        title=section.title,
        introduction=section.introduction,
        place=f"Section {here + 1} of {len(shown)}",
        stages=tuple(snapshot.sections[each.id].stage for each in shown),
        here=here,
        progress=f"{progress.answered} of {progress.asked} answered",
    )


def _asked(section: Section, visible: Collection[str]) -> list[Question]:
    return [each for each in section.questions if each.id in visible]
