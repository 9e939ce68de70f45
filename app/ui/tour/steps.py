"""The steps of the tour: what each says, and which control of the window it points at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.domain.help import NamedKey
from app.ui.help.key_words import keys_in_words
from app.ui.navigation.side_bar import SideBar
from app.ui.navigation.side_panel import SidePanel
from app.ui.navigation.top_bar import TopBar
from app.ui.pages.section_page import SectionPage
from app.ui.places import AtChecks
from app.ui.question_card import QuestionCard


@dataclass(frozen=True)
class TourStep:
    """One callout. `targets` gives what it may point at, best first; the first in sight is taken."""

    title: str
    words: str
    targets: Callable[[], Sequence[QWidget | None]]


def tour_steps(side_bar: SideBar, top_bar: TopBar, sections: SectionPage, panel: SidePanel) -> tuple[TourStep, ...]:
    """The tour through a window with these parts."""
    return (
        TourStep(
            "Five steps, in any order",
            "From here you reach scope, purpose, planning, delivery and tracking, whenever you like. "
            "A step that is done has a tick there; any other says what of it is left or parked.",
            lambda: (side_bar.steps, top_bar.menu),
        ),
        TourStep(
            "One card, one question",
            "Answer, take the suggestion, or leave it for later. What you type is saved at once, "
            "and undo goes back as far as you like.",
            lambda: sections.findChildren(QuestionCard),
        ),
        TourStep(
            "See what an answer does",
            "The document is drafted again with each answer, and the clause that changed is marked. "
            "Press a paragraph to learn why it is there.",
            lambda: (panel, top_bar.panel),
        ),
        TourStep(
            "Checks that never stand in your way",
            "They say what cannot work in law, in logic or in practice, and how to put it right. "
            "You can answer on whatever they find.",
            lambda: (side_bar.item_of(AtChecks()), top_bar.menu),
        ),
        TourStep(
            "Take the pack away",
            "Export as PDF for boards, Word for lawyers or HTML. Until everything is settled each document says "
            "that it is a draft.",
            lambda: (top_bar.export,),
        ),
        TourStep(
            "Find anything, show anyone",
            f"Search questions, answers, clauses and law with {keys_in_words(NamedKey.FIND)}. The projector view shows "
            f"one question to a whole room. Press {keys_in_words(NamedKey.HELP)} for help wherever you are.",
            lambda: (top_bar.finder,),
        ),
    )
