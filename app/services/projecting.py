"""The slides that a room is shown: one for each section that applies, and one for each question in it."""

from collections import Counter
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
    """What the slide of a section says. ``stages`` are those of every section of its step, in order, and
    ``has_parked`` tells of each whether a question of it is parked; ``step_progress`` says both in words.

    ``still_open`` tells how many of its questions have no answer yet, and names the first of them; it is empty where
    each has one, as ``progress`` says that already.
    """

    step: str
    title: str
    introduction: str
    place: str
    stages: tuple[Stage, ...]
    has_parked: tuple[bool, ...]
    step_progress: str
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
    agreed = sum(mark is not None and mark.state is State.AGREED for mark in marks)
    stages = tuple(snapshot.sections[each.id].stage for each in shown)
    has_parked = tuple(snapshot.sections[each.id].parked > 0 for each in shown)
    return SectionFacts(
        step=f"{step.number} {step.title}",
        title=section.title,
        introduction=section.introduction,
        place=f"Section {here + 1} of {len(shown)}",
        stages=stages,
        has_parked=has_parked,
        step_progress=_stages_in_words(stages, has_parked),
        here=here,
        progress=f"{progress.in_words}, {agreed or 'none'} agreed{'' if agreed else ' yet'}",
        still_open=_open_in_words([each for each in asked if not snapshot.answers.is_answered(each.id)]),
    )


def _stages_in_words(stages: Sequence[Stage], has_parked: Sequence[bool]) -> str:
    """Such as "11 of 12 sections done, 1 with a parked question"; each section counts once."""
    of = len(stages)
    done = stages.count(Stage.DONE)
    if done == of:
        return "The only section is done" if of == 1 else f"All {of} sections done"
    parked = sum(has_parked)
    counts = Counter(stage for stage, is_parked in zip(stages, has_parked, strict=True) if not is_parked)
    others = (
        (parked, "with a parked question"),
        (counts[Stage.UNDER_WAY], "begun"),
        (counts[Stage.NOT_STARTED], "not begun"),
    )
    return ", ".join([f"{done} of {of} sections done", *(f"{count} {words}" for count, words in others if count)])


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
