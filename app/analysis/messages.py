"""Fills the placeholders of a check's message with what was found, with answers and with readings."""

import re
from collections.abc import Mapping

from app.domain.readings import Design, Grid
from app.domain.values import Kind
from app.domain.wording import (
    NOT_ANSWERED,
    listed,
    number_in_figures,
    rows_in_words,
    value_in_words,
    yes_or_no,
)

_PLACEHOLDER = re.compile(r"\{\s*([a-z0-9][a-z0-9.-]*)\s*\}")


def filled(message: str, design: Design, words: Mapping[str, str]) -> str:
    """The message with every placeholder filled once, so that braces in an answer stay what they are.

    A name stands for a word that was found, an answer (``topic.name``) or a reading, in this order. What is
    not answered says so. Raises KeyError for a name that is none of them.
    """
    return _PLACEHOLDER.sub(lambda found: _filling(found[1], design, words), message)


def names_in(message: str) -> tuple[str, ...]:
    """The names of the placeholders of a message, each once."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(message)))


def _filling(name: str, design: Design, words: Mapping[str, str]) -> str:
    if name in words:
        return words[name]
    text = _answer_in_words(name, design) if "." in name else _reading_in_words(name, design)
    return text or NOT_ANSWERED


def _answer_in_words(question_id: str, design: Design) -> str:
    question = design.questionnaire.question(question_id)
    if question.kind is Kind.TABLE:
        return listed(rows_in_words(question_id, design.answers, design.questionnaire))
    value = design.answers.value(question_id)
    return "" if value is None else value_in_words(value, question, design.answers, design.questionnaire)


def _reading_in_words(reading_id: str, design: Design) -> str:
    result = design.read(reading_id)
    if result is None or isinstance(result, Grid):
        return ""
    if isinstance(result, bool):
        return yes_or_no(result)
    if isinstance(result, tuple):
        return listed(result)
    return result if isinstance(result, str) else number_in_figures(result)
