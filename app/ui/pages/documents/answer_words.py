"""An answer in a few words, for lines that lead to its question."""

from app.domain.questions import Question
from app.domain.wording import rows_in_words, value_in_words
from app.services.snapshots import Snapshot

_LONGEST = 120
_MOST_NAMES = 3


def answer_in_short(question: Question, snapshot: Snapshot) -> str:
    """What was answered, cut to about a line; of a table the names of its first rows. Empty where nothing was."""
    answers = snapshot.design.answers
    if question.columns:
        names = rows_in_words(question.id, answers, snapshot.design.questionnaire)
        more = len(names) - _MOST_NAMES
        words = ", ".join(names[:_MOST_NAMES])
        return _cut(f"{words} and {more} more" if more > 0 else words)
    value = answers.value(question.id)
    return "" if value is None else _cut(value_in_words(value, question, answers, snapshot.design.questionnaire))


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
