"""Where the user left the app: what was open in the window, and how far that was scrolled."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.pages.section_page import SectionPage
from app.ui.places import AtSection, AtStart, UserPlace, place_to_text
from app.ui.session import ProjectSession
from app.ui.shape import OPEN_KEY, left_open

_SCROLL_KEY = "screen.left-scroll"


class WhereLeft(QObject):
    """Which collaborative is open and its scroll are kept as preferences, the place with the collaborative itself."""

    def __init__(self, session: ProjectSession, sections: SectionPage) -> None:
        super().__init__(sections)  # what waits to scroll the sections goes with them
        self._session = session
        self._sections = sections

    @property
    def collaborative(self) -> str:
        """The id of the collaborative that was open; empty where the app was left at the start page."""
        return left_open(self._session.services.preferences)

    def is_there(self, collaborative: str) -> bool:
        """Whether it can still be opened: it may be in the bin by now, or gone."""
        return any(each.id == collaborative for each in self._session.services.collaboratives.all())

    def note(self, place: UserPlace) -> None:
        """Keep where the user is, because the window closes or another page comes."""
        preferences = self._session.services.preferences
        if isinstance(place, AtStart) or not self._session.is_open:
            preferences.put(OPEN_KEY, "")
            return
        collaborative = self._session.snapshot.collaborative
        preferences.put(OPEN_KEY, collaborative)
        if isinstance(place, AtSection):
            place = AtSection(place.section, self._sections.focused_question)
            self._session.remember_place(place_to_text(place))
            preferences.put(_SCROLL_KEY, f"{collaborative} {place.section} {self._sections.scrolled}")

    def come_back(self, place: UserPlace) -> None:
        """The user is at a place of a collaborative again: scroll its section to where it was."""
        collaborative = self._session.snapshot.collaborative
        self._session.services.preferences.put(OPEN_KEY, collaborative)
        if not isinstance(place, AtSection):
            return
        match self._session.services.preferences.get(_SCROLL_KEY).split():
            case [where, section, pixels] if (where, section) == (collaborative, place.section) and pixels.isdecimal():
                # A window that is about to be shown has no heights yet.
                QTimer.singleShot(0, self, lambda: self._scroll(section, int(pixels)))
            case _:
                return

    def _scroll(self, section: str, pixels: int) -> None:
        if self._session.is_open and self._sections.section == section:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self._sections.scroll_down_to(pixels)
