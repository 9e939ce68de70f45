"""What an answer did to the documents, in words: how many it changed, and in how many of the places that use it."""

from typing import assert_never

from app.domain.wording import counted
from app.services.effects import AnswerEffect, DocumentEffect, changes_only_used_places
from app.services.retracing import Retrace
from app.services.uses import UsedPlace


def headline(effect: AnswerEffect, shown_document: str, used: tuple[UsedPlace, ...] = ()) -> str:
    """How many documents an act changed, and where; ``used`` is every place that uses the answer, if it is one.

    Where each passage that changed is one of those places it says how many more there are. Else it counts passages:
    a place may have several, and one that uses another answer may change with this one.
    """
    subject = _subject(effect)
    documents = effect.documents
    if not documents:
        return f"{subject} nothing in any document."
    count = len(effect.places)
    if changes_only_used_places(effect, used):
        where = f", in {_of_those(count, len(used))} that {_uses(effect, len(used))}"
    else:
        where = f", in {count} passages" if count > 1 else ""
    if len(documents) > 1:
        return f"{subject} {counted(len(documents), 'document', 'documents')}{where}."
    if documents[0].document == shown_document:
        return f"{subject} only this document{where}."
    return f"{subject} one document, {documents[0].title}{where}."


def folded_line(effect: AnswerEffect, about: str) -> str:
    """What an act changed, in a line that stands beside another question than the one it was about."""
    match effect.retrace:
        case Retrace.UNDO:
            subject = f"Undo of {about}" if about else "Undo"
        case Retrace.REDO:
            subject = f"Redo of {about}" if about else "Redo"
        case None:
            subject = f"Your last answer, {about}," if about else "Your last answers"
        case _:
            assert_never(effect.retrace)
    return f"{subject} changed {counted(len(effect.documents), 'document', 'documents')}."


def copies_words(document: DocumentEffect) -> str:
    """That the copies of other members changed in the same way."""
    others = document.other_copies
    copies = "the copy of another member" if others == 1 else f"the copies of {others} other members"
    return f"The same change is in {copies}."


def _of_those(changed: int, used: int) -> str:
    if used == 1:
        return "the one place"
    if used == changed:
        return "both places" if used == 2 else f"all {used} places"
    return f"{changed} of the {used} places"


def _uses(effect: AnswerEffect, used: int) -> str:
    verb = "uses" if used == 1 else "use"
    # After undo "it" would be the undoing.
    return f"{verb} it" if effect.retrace is None else f"{verb} the answer"


def _subject(effect: AnswerEffect) -> str:
    match effect.retrace:
        case Retrace.UNDO:
            return "Undo changed"
        case Retrace.REDO:
            return "Redo changed"
        case None:
            return "Your answer changes" if len(effect.questions) <= 1 else "Your answers change"
        case _:
            assert_never(effect.retrace)
