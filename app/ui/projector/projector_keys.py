"""The keys of the projector view, and of the clickers that send them."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Wish(Enum):
    """What a key of the projector view asks for."""

    NEXT = "next slide"
    PREVIOUS = "previous slide"
    NEXT_PAGE = "next page or slide"
    PREVIOUS_PAGE = "previous page or slide"
    DOWN = "next answer"
    UP = "previous answer"
    ENTER = "enter"
    FIRST = "first slide of the section"
    CLAUSE = "clause"
    GUIDANCE = "guidance"
    KEYS = "keys"
    BLACK = "black"
    PARK = "park"
    AGREE = "agree"
    LARGER = "larger"
    SMALLER = "smaller"
    DISPLAY = "another display"
    REMOVE = "remove the row"
    UNDO = "undo"
    REDO = "redo"
    BACK = "back"


#: Keys, what they do, and how many displays there must be for them.
KEYS_IN_WORDS = (
    ("Right, Left", "next and previous question", 1),
    ("Page Down, Page Up, Space", "next and previous page or question, as a clicker sends them", 1),
    ("1 to 9", "choose an answer or open a row", 1),
    ("Down, Up, Enter", "move between answers and choose", 1),
    ("Esc", "leave what is being written or read, then go back to the window", 1),
    ("C", "the clause as it now reads", 1),
    ("G", "guidance", 1),
    ("A", "agree the answer, or take that back", 1),
    ("P", "park the question, or take that back", 1),
    ("Delete", "remove the row in focus", 1),
    ("Ctrl+Z, Ctrl+Y", "undo, redo", 1),
    ("B or full stop", "make the screen black", 1),
    ("+, −", "larger and smaller text", 1),
    ("D", "go to the next display", 2),
    ("Home", "start of the section", 1),
    ("H or ?", "show these keys", 1),
)

_BY_KEY = {
    Qt.Key.Key_Right: Wish.NEXT,
    Qt.Key.Key_Left: Wish.PREVIOUS,
    Qt.Key.Key_PageDown: Wish.NEXT_PAGE,
    Qt.Key.Key_Space: Wish.NEXT_PAGE,
    Qt.Key.Key_Return: Wish.ENTER,
    Qt.Key.Key_Enter: Wish.ENTER,
    Qt.Key.Key_PageUp: Wish.PREVIOUS_PAGE,
    Qt.Key.Key_Backspace: Wish.PREVIOUS_PAGE,
    Qt.Key.Key_Down: Wish.DOWN,
    Qt.Key.Key_Up: Wish.UP,
    Qt.Key.Key_Home: Wish.FIRST,
    Qt.Key.Key_C: Wish.CLAUSE,
    Qt.Key.Key_G: Wish.GUIDANCE,
    Qt.Key.Key_H: Wish.KEYS,
    Qt.Key.Key_F1: Wish.KEYS,
    Qt.Key.Key_Question: Wish.KEYS,
    Qt.Key.Key_B: Wish.BLACK,
    Qt.Key.Key_Period: Wish.BLACK,
    Qt.Key.Key_P: Wish.PARK,
    Qt.Key.Key_A: Wish.AGREE,
    Qt.Key.Key_Plus: Wish.LARGER,
    Qt.Key.Key_Equal: Wish.LARGER,
    Qt.Key.Key_Minus: Wish.SMALLER,
    Qt.Key.Key_D: Wish.DISPLAY,
    Qt.Key.Key_Delete: Wish.REMOVE,
    Qt.Key.Key_Escape: Wish.BACK,
    Qt.Key.Key_F11: Wish.BACK,
}


def wish_of(event: QKeyEvent) -> Wish | None:
    """What a key asks for; None for a key that has no meaning here."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return Wish.UNDO
    if event.matches(QKeySequence.StandardKey.Redo):
        return Wish.REDO
    if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return None
    wish = _BY_KEY.get(Qt.Key(event.key()))
    is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return wish if not is_ctrl or wish in {Wish.LARGER, Wish.SMALLER} else None


def number_of(event: QKeyEvent) -> int:
    """The number key that was pressed, 1 to 9; 0 for any other key."""
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    digit = event.key() - Qt.Key.Key_0.value
    return digit if is_plain and 1 <= digit <= 9 else 0
