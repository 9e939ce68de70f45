"""What a gap or a suggestion in a text waits for, in a sentence."""

from app.documents.blocks import Document
from app.domain.questions import Questionnaire
from app.ui.reading.writer import TextMark

_NONE = "No open points, and no suggestions that wait for agreement, are left in this document."


def mark_words(mark: TextMark | None, document: Document, questionnaire: Questionnaire) -> str:
    """Which question a mark is about, and that Enter leads there; without a mark, that none is left."""
    if mark is None:
        return _NONE
    label = questionnaire.question(mark.question).label if questionnaire.has(mark.question) else mark.question
    number = next((point.number for point in document.open_points if point.question == mark.question), 0)
    if mark.is_suggestion:
        what = "A suggestion that nobody has agreed"
    else:
        what = f"Open point {number} of {len(document.open_points)}"
    return f"{what}: {label} Press Enter to go to the question."
