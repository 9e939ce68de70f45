"""The sentences of the page of what is left: how far all of it is, and what remains once no open point does."""

from app.domain.progress import Progress
from app.domain.wording import capital, counted, listed
from app.services.left import PersonTasks
from app.services.still_open import StillOpen

_NO_BREAK = "\N{NO-BREAK SPACE}"


def how_far(total: Progress, still: StillOpen) -> str:
    """How many questions that are asked are answered, and how many of the others are optional."""
    words = f"{total.answered:,} of {total.asked:,} questions are answered."
    optional = counted(still.optional, "of the others is optional", "of the others are optional")
    return f"{words} {optional}." if still.optional else words


def what_waits(still: StillOpen) -> str:
    """All that somebody has to come back to, each counted once; empty where nothing waits."""
    parts = [counted(still.points, "open point", "open points") + _among(still)] if still.points else []
    parts += [_kept_together(still.todos_in_words)] if still.todos else []
    other = "other parked" if still.parked_points else "parked"
    parts += [counted(still.other_parked, f"{other} question", f"{other} questions")] if still.other_parked else []
    return f"Still to do: {listed(parts)}." if parts else ""


def no_open_points(still: StillOpen) -> str:
    """Where no document lacks anything: what waits nevertheless."""
    words = ["No open points are left."]
    if still.todos:
        words.append(f"{_with_verb(still)}.")
    if still.parked:
        words.append(counted(still.parked, "question is parked.", "questions are parked."))
    return " ".join(words) if still.waits else f"{words[0]} Every document has all the answers that it needs."


def in_hand(still: StillOpen, loose: PersonTasks) -> str:
    """What the view by person tells of nowhere but in a to-do, where nobody has ``loose`` in hand; mostly empty."""
    parked = still.parked - len(loose.parked)
    points = still.points - still.parked_points - len(loose.lacking)
    parts = [
        counted(count, f"{each} stands", f"{each}s stand")
        for count, each in ((points, "open point"), (parked, "parked question"))
        if count
    ]
    one = points + parked == 1
    return f"{capital(listed(parts))} here only as {'its to-do' if one else 'their to-dos'}." if parts else ""


def _among(still: StillOpen) -> str:
    """How many of the open points are parked."""
    if not still.parked_points:
        return ""
    return " (parked)" if still.points == 1 else _kept_together(f" ({still.parked_points:,} of them parked)")


def _with_verb(still: StillOpen) -> str:
    count = counted(still.todos, "to-do is still open", "to-dos are still open")
    return _kept_together(f"{count} ({still.overdue:,} overdue)") if still.overdue else count


def _kept_together(words: str) -> str:
    """The words with what stands in brackets on one line: a bracket that breaks is hard to read."""
    before, bracket, inside = words.partition("(")
    return before + bracket + inside.replace(" ", _NO_BREAK)
