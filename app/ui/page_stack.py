"""The pages of an open collaborative, of which one at a time is shown."""

from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.ui.fields.settings import FieldSettings, OrganisationChoice
from app.ui.pages.answers_page import AnswersPage
from app.ui.pages.checks_page import ChecksPage
from app.ui.pages.documents_page import DocumentsPage
from app.ui.pages.history.past_page import PastPage
from app.ui.pages.history_page import HistoryPage
from app.ui.pages.left_page import LeftPage
from app.ui.pages.page import Page
from app.ui.pages.section_page import SectionPage
from app.ui.pages.settings_page import SettingsPage
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
from app.ui.session import ProjectSession


class PageStack(QStackedWidget):
    """Passes on where its pages wish to go; `page` is the one that is shown.

    `turning` comes between two pages, while none is in sight: what room they have can change without being laid out.
    """

    place_wished = Signal(object)
    turning = Signal()

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        settings = _field_settings(session)
        self.sections = SectionPage(session, settings)
        self.documents = DocumentsPage(session)
        self.checks = ChecksPage(session)
        self.left = LeftPage(session, settings)
        self.answers = AnswersPage(session)
        self.history = HistoryPage(session)
        self.past = PastPage(session)
        self.settings = SettingsPage(session)
        self.page: Page = self.sections
        for page in (
            self.sections,
            self.documents,
            self.checks,
            self.left,
            self.answers,
            self.history,
            self.past,
            self.settings,
        ):
            self.addWidget(page)
            page.place_wished.connect(self.place_wished)

    def show_place(self, place: UserPlace) -> Page:
        """Show the page of a place, at the place; the start page is none of them."""
        match place:
            case AtSection(section, question, row):
                self._bring(self.sections)
                self.sections.show_section(section, question, row)
            case AtDocuments(document, anchor, is_export):
                self._bring(self.documents)
                self.documents.show_document(document, anchor, is_export=is_export)
            case AtChecks():
                self._bring(self.checks)
            case AtOpenPoints():
                self._bring(self.left)
            case AtAnswers(step):
                self._bring(self.answers)
                self.answers.show_step(step)
            case AtHistory():
                self._bring(self.history)
            case AtPast(moment):
                self._bring(self.past)
                self.past.show_moment(moment)
            case AtSettings(law):
                self._bring(self.settings)
                self.settings.show_law(law)
            case AtStart():
                raise ValueError("The start page is no page of a collaborative.")
            case _:
                assert_never(place)
        return self.page

    def stop(self) -> None:
        """Stop all work in the background, because the window is closing."""
        self.sections.stop()
        self.documents.stop()
        self.left.stop()
        self.past.stop()

    def _bring(self, page: Page) -> None:
        """Bring a page to the front before it goes to a place: where things are is known only in sight."""
        self.page = page
        before = self.currentWidget()
        if before is not None and before is not page:
            before.hide()
            self.turning.emit()
        self.setCurrentWidget(page)


def _field_settings(session: ProjectSession) -> FieldSettings:
    services = session.services
    return FieldSettings(
        today=session.today,
        search=lambda text, legal_form: [
            OrganisationChoice(o.name, o.code, o.legal_form, o.icb, o.region)
            for o in services.organisations.search(text, legal_form)
        ],
        source_title=lambda source: services.content.sources[source].title,
    )
