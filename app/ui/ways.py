"""Which place comes next: the next open question, the section beside this one, the first section of a step."""

from collections.abc import Sequence
from typing import assert_never

from app.domain.questions import Question, Questionnaire
from app.ui.places import AtAnswers, AtPast, AtSection, AtSettings, AtStart, UserPlace


def next_open(questionnaire: Questionnaire, left: Sequence[Question], section: str, question: str) -> AtSection | None:
    """The question after this one that a document still lacks, from here on and round again.

    Where no question has the focus, it begins with the section; where nothing is left, it is the next section.
    """
    order = [each.id for each in questionnaire.questions]
    here = order.index(question) if question in order else _start_of(questionnaire, section, order)
    later = [each for each in left if order.index(each.id) > here]
    found = next(iter(later or left), None)
    return section_beside(questionnaire, section, 1) if found is None else AtSection(found.section, found.id)


def section_beside(questionnaire: Questionnaire, section: str, direction: int) -> AtSection | None:
    """The section after (1) or before (-1) this one, across steps; None at either end."""
    sections = [each.id for each in questionnaire.sections]
    there = sections.index(section) + direction if section in sections else -1
    return AtSection(sections[there]) if 0 <= there < len(sections) else None


def before(questionnaire: Questionnaire, place: UserPlace) -> AtSection | None:
    """The section to go back to: the one before, or from the answers of a step the last one of the step."""
    match place:
        case AtSection(section):
            return section_beside(questionnaire, section, -1)
        case AtAnswers(step):
            found = next((each for each in questionnaire.steps if each.id == step), None)
            return AtSection(found.sections[-1].id) if found is not None else None
        case _:
            return None


def step_ending_with(questionnaire: Questionnaire, section: str) -> str:
    """The id of the step whose last section this is; empty if it is in the midst of one."""
    return next((step.id for step in questionnaire.steps if step.sections[-1].id == section), "")


def way_in_words(questionnaire: Questionnaire, place: AtSection | AtAnswers | AtSettings | AtPast) -> tuple[str, ...]:
    """The step and, within it, what is shown; of the settings, the part that was gone to; of the history, the past."""
    match place:
        case AtPast():
            return ("History", "As it was")
        case AtSettings(law):
            return ("Settings", "Law records") if law else ("Settings",)
        case AtSection(section):
            found = questionnaire.section(section)
            step_id, title = found.step, found.title
        case AtAnswers(step_id):
            title = "Check your answers"
        case _:
            assert_never(place)
    return (*(f"{step.number} {step.title}" for step in questionnaire.steps if step.id == step_id), title)


def start_of_step(questionnaire: Questionnaire, number: int) -> AtSection | None:
    """The first section of a step, counted from 1; None if there is no such step."""
    step = next((step for step in questionnaire.steps if step.number == number), None)
    return AtSection(step.sections[0].id) if step is not None else None


def is_there(questionnaire: Questionnaire, place: UserPlace) -> bool:
    """Whether a place that was kept can still be gone to: sections may have changed since."""
    if isinstance(place, AtStart):
        return False
    if isinstance(place, AtAnswers):
        return not place.step or any(step.id == place.step for step in questionnaire.steps)
    return not isinstance(place, AtSection) or any(each.id == place.section for each in questionnaire.sections)


def _start_of(questionnaire: Questionnaire, section: str, order: Sequence[str]) -> int:
    """The place just before the first question of a section."""
    first = next((each for each in questionnaire.questions if each.section == section), None)
    return order.index(first.id) - 1 if first is not None else -1
