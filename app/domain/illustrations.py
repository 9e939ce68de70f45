"""Answers of an example that still stand as they were taken over: made up, and nobody has said otherwise."""

from app.domain.answers import Answers, Origin, State, known_of

_NAME = "collaborative.name"


@known_of
def has_illustrations(answers: Answers) -> bool:
    """Whether an answer or a row of an example still stands as it was taken over, and was not agreed since.

    The name of the collaborative, which everyone sees, counts for nothing.
    """
    agreed = {each.question_id for each in answers.answers.values() if each.state is State.AGREED}
    return any(
        each.origin is Origin.EXAMPLE and each.value is not None
        for each in answers.answers.values()
        if each.question_id not in agreed and each.question_id != _NAME
    ) or any(
        row.origin is Origin.EXAMPLE
        for question, rows in answers.tables.items()
        if question not in agreed
        for row in rows
    )
