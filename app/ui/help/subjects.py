"""Which subject of help each place and each tab is, and which place a topic leads to."""

from typing import assert_never

from PySide6.QtWidgets import QApplication

from app.domain.help import HelpTarget, Subject
from app.ui.navigation.side_panel import CHECKS, GUIDANCE, HISTORY, PREVIEW, SidePanel
from app.ui.pages.section_page import SectionPage
from app.ui.places import (
    AtAnswers,
    AtChecks,
    AtDocuments,
    AtHistory,
    AtOpenPoints,
    AtPast,
    AtSection,
    AtSettings,
    AtStart,
    UserPlace,
)

#: The subject of each tab of the panel at the right, by the tab's position.
TAB_SUBJECTS = {
    PREVIEW: Subject.PREVIEW_TAB,
    GUIDANCE: Subject.GUIDANCE_TAB,
    CHECKS: Subject.CHECKS_TAB,
    HISTORY: Subject.HISTORY_TAB,
}

#: What a row that leads away from help says.
TARGET_WORDS = {
    HelpTarget.START: "Go to all collaboratives",
    HelpTarget.DOCUMENTS: "Go to the documents",
    HelpTarget.CHECKS: "Go to the checks",
    HelpTarget.LEFT: "Go to what is left",
    HelpTarget.ANSWERS: "Check your answers",
    HelpTarget.HISTORY: "Go to the history",
    HelpTarget.SETTINGS: "Go to the settings",
    HelpTarget.TOUR: "Take the tour",
}


def subject_of(place: UserPlace) -> Subject:
    """What help is asked for at a place."""
    match place:
        case AtStart():
            return Subject.START
        case AtSection():
            return Subject.SECTION
        case AtDocuments():
            return Subject.DOCUMENTS
        case AtChecks():
            return Subject.CHECKS
        case AtOpenPoints():
            return Subject.LEFT
        case AtAnswers():
            return Subject.ANSWERS
        case AtHistory():
            return Subject.HISTORY
        case AtPast():
            return Subject.PAST
        case AtSettings():
            return Subject.SETTINGS
        case _:
            assert_never(place)


def asked_about(panel: SidePanel, sections: SectionPage, place: UserPlace) -> tuple[Subject, str]:
    """What help is asked for by where the focus is: a subject, and the question that has the focus or had it last."""
    focused = QApplication.focusWidget()
    if focused is not None and panel.isAncestorOf(focused):
        return TAB_SUBJECTS[panel.tabs.currentIndex()], ""
    return subject_of(place), sections.focused_question if isinstance(place, AtSection) else ""


def place_of(target: HelpTarget) -> UserPlace | None:
    """Where a topic leads; None for the tour, which is no place."""
    match target:
        case HelpTarget.START:
            return AtStart()
        case HelpTarget.DOCUMENTS:
            return AtDocuments()
        case HelpTarget.CHECKS:
            return AtChecks()
        case HelpTarget.LEFT:
            return AtOpenPoints()
        case HelpTarget.ANSWERS:
            return AtAnswers()
        case HelpTarget.HISTORY:
            return AtHistory()
        case HelpTarget.SETTINGS:
            return AtSettings()
        case HelpTarget.TOUR:
            return None
        case _:
            assert_never(target)
