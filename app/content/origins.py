"""Reads from answers files which answers and rows are an example's, or a suggestion that was taken over."""

from collections.abc import Callable, Mapping

from app.domain.answers import Origin
from app.domain.questions import Questionnaire
from app.domain.values import Kind

#: What documents tell their readers; how any other answer came to be is nobody's matter where a file is read.
TOLD = (Origin.EXAMPLE, Origin.SUGGESTION)
_WORDS = {origin.value: origin for origin in TOLD}


def read_origins(
    raw: object, questionnaire: Questionnaire, rows: Mapping[str, int], problem: Callable[[str, str], None]
) -> dict[str, tuple[Origin | None, ...]]:
    """The origins by question: one of an answer, or one for each of so many `rows` of a table; None where any other."""
    if not isinstance(raw, dict):
        problem("origins", "This must be an object with question ids as keys.")
        return {}
    found = {}
    for question_id, told in raw.items():
        path = f"origins.{question_id}"
        if not questionnaire.has(question_id):
            problem(path, "There is no question with this id.")
            continue
        is_table = questionnaire.question(question_id).kind is Kind.TABLE
        if is_table and not (isinstance(told, list) and len(told) == rows.get(question_id, 0)):
            problem(path, "A table needs a list here, with one entry for each of its rows.")
            continue
        words = told if is_table else [told]
        known = ", ".join(_WORDS)
        if any(not isinstance(word, str) or (word not in _WORDS and not (is_table and word == "")) for word in words):
            problem(path, f"An origin is one of {known}; of a row it may be empty.")
            continue
        found[question_id] = tuple(_WORDS.get(word) for word in words)
    return found
