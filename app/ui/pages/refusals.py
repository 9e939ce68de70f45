"""What could not be saved on the cards, and why, until the very same part of the card is saved."""

from collections.abc import Callable
from enum import Enum

from app.ui.fields.field import Field
from app.ui.fields.known_value import KnownValue
from app.ui.fields.table.table_field import TableField
from app.ui.question_card import QuestionCard


class CardPart(Enum):
    """What of a card an act is about."""

    ANSWER = "answer"
    NOTE = "note"
    OTHER = "other"


class Refusals:
    """Sentences by question and part. A problem that is raised while nothing is tried here is of another part."""

    def __init__(self) -> None:
        self._sentences: dict[tuple[str, CardPart], str] = {}
        self.trying = CardPart.OTHER

    def clear(self) -> None:
        """Forget all, because another collaborative is open."""
        self._sentences.clear()

    def sentence(self, question: str) -> str:
        """Why something on the card of a question could not be saved; empty when all is."""
        found = (self._sentences.get((question, part), "") for part in CardPart)
        return next(filter(None, found), "")

    def note(self, question: str, sentence: str) -> None:
        """What is being tried could not be done."""
        self._sentences[question, self.trying] = sentence

    def try_to(self, act: Callable[[], bool], question: str, part: CardPart) -> bool:
        """Carry out an act on a part of a card; whether that could be done, so that its problem is none any more."""
        before, self.trying = self.trying, part
        try:
            is_done = act()
        finally:
            self.trying = before
        if is_done:
            for each in (part, CardPart.OTHER):
                self._sentences.pop((question, each), None)
        return is_done


def refuse_part(card: QuestionCard, part: CardPart) -> None:
    """What was given last in a part of a card could not be saved: it stays, and is given again."""
    if part is CardPart.NOTE and card.foot is not None:
        card.foot.refuse()
    elif part is CardPart.ANSWER:
        _state(card.field).refuse()


def is_card_refused(card: QuestionCard) -> bool:
    """Whether something that was given on a card could not be saved."""
    return _state(card.field).is_refused or (card.foot is not None and card.foot.is_refused)


def _state(field: Field | TableField) -> KnownValue | TableField:
    return field if isinstance(field, TableField) else field.known
