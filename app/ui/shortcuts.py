"""The keys of the window and what they do, in one list that the window listens to and the settings page shows."""

from enum import Enum
from typing import NamedTuple

from app.ui.places import AtAnswers, AtChecks, AtDocuments, AtHistory, AtOpenPoints, AtSettings, AtStart, UserPlace


class Act(Enum):
    """What a key of the window does."""

    STEP = "step"
    PLACE = "place"
    NEXT_OPEN = "next open question"
    BACK = "back"
    FIND = "find"
    UNDO = "undo"
    REDO = "redo"
    PANEL = "panel"
    CHANGE = "change"
    MARK = "mark"
    NEXT_AREA = "next area"
    LARGER_TEXT = "larger text"
    SMALLER_TEXT = "smaller text"
    KEYS = "keys"
    PROJECT = "project"
    HELP = "help"


class Shortcut(NamedTuple):
    """Keys that all do the same act, and the act in words. A step has its number, a place is one to go to.

    Of an act that goes on and back, ``number`` is 1 or -1.
    """

    keys: tuple[str, ...]
    words: str
    act: Act
    number: int = 0
    place: UserPlace | None = None


SHORTCUTS = (
    Shortcut(("F1",), "Help on what is on the screen", Act.HELP),
    Shortcut(("Ctrl+1",), "Go to step 1, scope", Act.STEP, 1),
    Shortcut(("Ctrl+2",), "Go to step 2, purpose", Act.STEP, 2),
    Shortcut(("Ctrl+3",), "Go to step 3, planning", Act.STEP, 3),
    Shortcut(("Ctrl+4",), "Go to step 4, delivery", Act.STEP, 4),
    Shortcut(("Ctrl+5",), "Go to step 5, tracking", Act.STEP, 5),
    Shortcut(("Alt+Right",), "Go to the next open question", Act.NEXT_OPEN),
    Shortcut(("Alt+Left",), "Go back to the previous section", Act.BACK),
    Shortcut(("Ctrl+K",), "Search everything and go there", Act.FIND),
    Shortcut(("F11",), "Show the question to the room in the projector view", Act.PROJECT),
    Shortcut(("Ctrl+/",), "List all keys", Act.KEYS),
    Shortcut(("Ctrl+Z",), "Undo", Act.UNDO),
    Shortcut(("Ctrl+Shift+Z", "Ctrl+Y"), "Redo", Act.REDO),
    Shortcut(("Ctrl+E",), "Go to the documents and export", Act.PLACE, place=AtDocuments(is_export=True)),
    Shortcut(("Ctrl+Shift+C",), "Go to the checks", Act.PLACE, place=AtChecks()),
    Shortcut(("Ctrl+Shift+O",), "Go to what is left", Act.PLACE, place=AtOpenPoints()),
    Shortcut(("Ctrl+Shift+A",), "Check all your answers", Act.PLACE, place=AtAnswers()),
    Shortcut(("Ctrl+H",), "Go to the history", Act.PLACE, place=AtHistory()),
    Shortcut(("Ctrl+,",), "Go to the settings", Act.PLACE, place=AtSettings()),
    Shortcut(("Ctrl+P",), "Show or hide the panel at the right", Act.PANEL),
    Shortcut(("F8",), "Go to the next change that your latest answer made", Act.CHANGE, 1),
    Shortcut(("Shift+F8",), "Go to the previous change", Act.CHANGE, -1),
    Shortcut(("F7",), "Go to the next open point or suggestion in the document", Act.MARK, 1),
    Shortcut(("Shift+F7",), "Go to the previous open point or suggestion", Act.MARK, -1),
    Shortcut(("F6",), "Move between the bar, the page and the panel", Act.NEXT_AREA),
    Shortcut(("Ctrl++", "Ctrl+="), "Larger text", Act.LARGER_TEXT),
    Shortcut(("Ctrl+-",), "Smaller text", Act.SMALLER_TEXT),
    Shortcut(("Ctrl+0",), "Go to all collaboratives", Act.PLACE, place=AtStart()),
)

#: Keys that belong to one part of a page and are listened to there.
OTHER_KEYS = (
    (("Up", "Down"), "Move between entries of the bar at the left, and between rows of a table"),
    (("Enter",), "Open the row, the card or the link that has the focus"),
    (("Insert",), "Add a row to a table"),
    (("Ctrl+V",), "Paste rows that were copied in a spreadsheet"),
    (("Ctrl+D",), "Duplicate a row of a table"),
    (("Alt+Up", "Alt+Down"), "Move a row of a table"),
    (("Delete",), "Remove a row of a table, or put a collaborative in the bin"),
    (("F2",), "Rename a collaborative"),
    (("Esc",), "Close a row or a form"),
)
