"""The document wording of a chosen option, found in the question or column that offers it."""

from app.domain.readings import Design
from app.domain.wording import option_in_words


def chosen_in_words(design: Design, question_id: str, option_id: str, column_id: str | None = None) -> str:
    """An option as documents write it; its id without hyphens where the content does not offer it."""
    if not design.questionnaire.has(question_id):
        return option_in_words((), option_id)
    question = design.questionnaire.question(question_id)
    asked = question if column_id is None else question.column(column_id)
    return option_in_words(asked.options if asked is not None else (), option_id)
