"""What stands beside a step or a section in the bar on the left: how much of it is left."""

from app.domain.progress import Progress, Stage
from app.domain.wording import counted

_TICK = "✓"
#: Beside a section of which earlier answers call for nothing.
_NOT_ASKED = "–"


def left_beside(progress: Progress, *, with_word: bool, todos: int = 0) -> tuple[str, str]:
    """What is seen, and what a screen reader says; with the word where there is room for it."""
    if progress.left:
        return (f"{progress.left} left" if with_word else str(progress.left)), f"{progress.left} left"
    if progress.stage is Stage.DONE and todos:
        words = counted(todos, "to-do", "to-dos")
        return words, f"done, {words}"
    if progress.stage is Stage.DONE:
        return ("" if with_word else _TICK), "done"
    if progress.parked:
        words = f"{progress.parked} parked"
        return words, words
    if not progress.asked:
        return _NOT_ASKED, "does not apply"
    return "", ""
