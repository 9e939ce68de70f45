"""The sentences of the page of what is left: how far all of it is, and what remains once no open point does."""

from app.domain.progress import Progress
from app.domain.wording import counted
from app.services.still_open import StillOpen


def how_far(total: Progress, still: StillOpen) -> str:
    """Every question that is asked is accounted for: answered, an open point, or optional."""
    words = f"{total.answered:,} of {total.asked:,} questions are answered."
    parts = [still.todos_in_words] if still.todos else []
    other = "other parked" if still.parked_points else "parked"
    parts += [counted(still.other_parked, f"{other} question", f"{other} questions")] if still.other_parked else []
    others = " and ".join(parts)
    optional = counted(still.optional, "more question is optional", "more questions are optional")
    if still.points:
        points = counted(still.points, "open point", "open points")
        among = f" ({_among(still)})" if still.parked_points else ""
        left = f"{points}{among} {'is' if still.points == 1 else 'are'} left"
        left += f", besides {others}" if others else ""
    else:
        is_one = still.todos + still.parked == 1
        left = f"{others} {'is' if is_one else 'are'} left" if others else ""
    rest = "; ".join(part for part in (left, optional if still.optional else "") if part)
    return f"{words} {rest}." if rest else words


def no_open_points(still: StillOpen) -> str:
    """Where no document lacks anything: what waits nevertheless."""
    words = ["No open points are left."]
    if still.todos:
        words.append(f"{_with_verb(still)}.")
    if still.parked:
        words.append(counted(still.parked, "question is parked.", "questions are parked."))
    return " ".join(words) if still.waits else f"{words[0]} Every document has all the answers that it needs."


def not_by_person(still: StillOpen, loose: int) -> str:
    """What the view by person does not list, where ``loose`` parked questions are listed; empty where it lists all."""
    sentences = []
    if unseen := still.points - still.parked_points:
        points = counted(unseen, "open point is", "open points are")
        sentences.append(f"{points} not in this view: choose “By step” to see what no person is named for.")
    if in_hand := still.parked - loose:
        one, many = (
            "parked question stands here only as its to-do.",
            "parked questions stand here only as their to-dos.",
        )
        sentences.append(counted(in_hand, one, many))
    return " ".join(sentences)


def _among(still: StillOpen) -> str:
    """How many of the open points are parked."""
    return "parked" if still.points == still.parked_points == 1 else f"{still.parked_points:,} of them parked"


def _with_verb(still: StillOpen) -> str:
    count = counted(still.todos, "to-do is still open", "to-dos are still open")
    return f"{count} ({still.overdue:,} overdue)" if still.overdue else count
