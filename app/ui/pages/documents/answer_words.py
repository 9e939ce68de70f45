"""An answer in a few words, for lines that lead to its question."""

from collections.abc import Sequence

from app.domain.questions import Question
from app.domain.wording import rows_in_words, value_in_words
from app.services.snapshots import Snapshot

_LONGEST = 120
_MOST_NAMES = 3


def answer_in_short(question: Question, snapshot: Snapshot) -> str:
    """What was answered, cut to about a line; of a table the names of its first rows. Empty where nothing was."""
    answers = snapshot.design.answers
    if question.columns:
        return _first_of(rows_in_words(question.id, answers, snapshot.design.questionnaire))
    value = answers.value(question.id)
    return "" if value is None else _cut(value_in_words(value, question, answers, snapshot.design.questionnaire))


def _first_of(names: Sequence[str]) -> str:
    """As many whole names as about a line holds, and how many more there are."""
    shown = [name for place, name in enumerate(names) if len(", ".join(names[: place + 1])) <= _LONGEST][:_MOST_NAMES]
    shown = shown or [_cut(name) for name in names[:1]]
    more = len(names) - len(shown)
    return f"{', '.join(shown)} and {more} more" if more else ", ".join(shown)


def _cut(text: str) -> str:
    """A text that is too long ends after a word."""
    words = " ".join(text.split())
    if len(words) <= _LONGEST:
        return words
    within = words[:_LONGEST]
    return f"{(within.rsplit(' ', 1)[0] if ' ' in within else within).rstrip(' ,;:.')}…"
