"""Texts on screen, always shown letter for letter: what a user typed is never read as markup."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui.spoken import Spoken, speak_as


class TextLook(StrEnum):
    """What a text is, which decides its size, weight and colour."""

    TITLE = "title"
    HEADING = "heading"
    QUESTION = "question"
    PART = "part"
    BODY = "body"
    STRONG = "strong"
    SECONDARY = "secondary"
    SMALL = "small"
    LABEL = "label"
    PROBLEM = "problem"
    NEEDED = "needed"
    SUCCESS = "success"
    UNIT = "unit"
    BADGE = "badge"
    LINK = "link"
    CHOSEN = "chosen"
    CHOSEN_SMALL = "chosen-small"
    BRAND = "brand"


_NO_WIDTH = "\N{ZERO WIDTH SPACE}"

#: Looks by which the eye finds its way about a page; so must the ear.
_HEADINGS = {TextLook.TITLE, TextLook.HEADING, TextLook.QUESTION}


def text_label(text: str = "", look: TextLook = TextLook.BODY, *, wraps: bool = True) -> QLabel:
    """A label that shows the text as it is; by default it breaks into lines and gives way in width."""
    label = QLabel()
    if look in _HEADINGS:
        speak_as(label, Spoken.HEADING)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("look", look.value)
    label.setWordWrap(wraps)
    if wraps:
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label


def tooltip_text(text: str) -> str:
    """A text for a tooltip that shows it as it is, where Qt would else take what looks like markup for markup.

    A space of no width keeps marks from being such; screen readers, which read tooltips too, do not say it.
    """
    return text.replace("<", f"<{_NO_WIDTH}").replace("&lt;", f"&{_NO_WIDTH}lt;")
