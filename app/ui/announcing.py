"""Says aloud what has changed on screen, to whoever listens to a screen reader rather than looks."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def say(widget: QWidget, sentence: str, *, assertive: bool = False) -> None:
    """Have a screen reader say a sentence about a widget that is in the window; without one, nothing happens.

    It waits for what is being said unless it is ``assertive``, which is for what the user must hear at once.
    """
    words = " ".join(sentence.split())
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)
