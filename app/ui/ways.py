"""Which place comes next: the next open question, the section beside this one, the first section of a step."""

from collections.abc import Sequence

from app.domain.questions import Question, Questionnaire
from app.ui.places import AtSection, AtStart, UserPlace


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


def start_of_step(questionnaire: Questionnaire, number: int) -> AtSection | None:
    """The first section of a step, counted from 1; None if there is no such step."""
    step = next((step for step in questionnaire.steps if step.number == number), None)
    return AtSection(step.sections[0].id) if step is not None else None


def is_there(questionnaire: Questionnaire, place: UserPlace) -> bool:
    """Whether a place that was kept can still be gone to: sections may have changed since."""
    if isinstance(place, AtStart):
        return False
    return not isinstance(place, AtSection) or any(each.id == place.section for each in questionnaire.sections)


def _start_of(questionnaire: Questionnaire, section: str, order: Sequence[str]) -> int:
    """The place just before the first question of a section."""
    first = next((each for each in questionnaire.questions if each.section == section), None)
    return order.index(first.id) - 1 if first is not None else -1
