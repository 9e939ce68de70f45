"""What the keys of the window do, and the buttons that do the same."""

from collections.abc import Callable
from typing import assert_never

from PySide6.QtWidgets import QWidget

from app.ui.areas import Areas
from app.ui.help.beside import BesideHelp
from app.ui.keys_list.keys_sheet import KeysSheet
from app.ui.looks import Looks
from app.ui.navigation.finder import Finder
from app.ui.pages.section_page import SectionPage
from app.ui.places import AtDocuments, AtPast, AtSection, UserPlace
from app.ui.preview_steps import PreviewSteps
from app.ui.projector.projection import Projection
from app.ui.session import ProjectSession
from app.ui.shortcuts import Act, Shortcut
from app.ui.ways import before, next_open, start_of_step

_IN_THE_PAST = "This is how everything was, and nothing changes here. Go back to now to undo, redo, export or project."


class KeyActs:
    """Passes each on to the part of the window that does it. ``beyond`` is what the focus can go to besides areas."""

    def __init__(
        self,
        session: ProjectSession,
        *,
        where: Callable[[], UserPlace],
        go: Callable[[UserPlace], object],
        say: Callable[[str], object],
        areas: Areas,
        sections: SectionPage,
        preview: PreviewSteps,
        finder: Finder,
        beside: BesideHelp,
        keys: KeysSheet,
        looks: Looks,
        projection: Projection,
        beyond: tuple[QWidget, ...],
    ) -> None:
        self._session, self._where, self._go_to, self._say = session, where, go, say
        self._areas, self._sections, self._preview, self._finder = areas, sections, preview, finder
        self._beside, self._keys, self._looks, self._projection = beside, keys, looks, projection
        self._beyond = beyond
        self._questionnaire = session.services.content.questionnaire

    def do(self, shortcut: Shortcut) -> None:
        """Do what a key of the window asks."""
        match shortcut.act:
            case Act.STEP:
                self._go_if(start_of_step(self._questionnaire, shortcut.number))
            case Act.PLACE:
                self._go_on_from_here(shortcut.place)
            case Act.NEXT_OPEN:
                self.go_to_next_open()
            case Act.BACK:
                self.go_back()
            case Act.FIND:
                self._finder.begin()
            case Act.UNDO | Act.REDO:
                self.retrace(is_undo=shortcut.act is Act.UNDO)
            case Act.PANEL:
                self._areas.toggle_panel()
            case Act.CHANGE | Act.MARK:
                self._preview.take(shortcut)
            case Act.NEXT_AREA:
                self._areas.focus_next(*self._beyond)
            case Act.KEYS:
                self._keys.open_sheet()
            case Act.LARGER_TEXT | Act.SMALLER_TEXT:
                self._looks.change_text(1 if shortcut.act is Act.LARGER_TEXT else -1)
            case Act.PROJECT:
                self._project()
            case Act.HELP:
                self._beside.ask()
            case _:
                assert_never(shortcut.act)

    def go_back(self) -> None:
        """Go to the section before."""
        self._go_if(before(self._questionnaire, self._where()))

    def go_to_next_open(self) -> None:
        """Go to the next question that a document still lacks."""
        if self._session.is_open:
            place = self._where()
            section = place.section if isinstance(place, AtSection) else ""
            focused = self._sections.focused_question if section else ""
            self._go_if(next_open(self._questionnaire, self._session.snapshot.left, section, focused))

    def retrace(self, *, is_undo: bool) -> None:
        """Undo, or do again what was undone."""
        if self._session.is_open and not self._is_in_the_past():
            self._session.undo() if is_undo else self._session.redo()

    def _project(self) -> None:
        if not self._is_in_the_past():
            self._projection.begin()

    def _go_on_from_here(self, place: UserPlace | None) -> None:
        is_export = isinstance(place, AtDocuments) and place.is_export
        if not (is_export and self._is_in_the_past()):
            self._go_if(place)

    def _is_in_the_past(self) -> bool:
        """Whether the page shows how everything was, which is said: the act would be one on how everything is now."""
        is_past = isinstance(self._where(), AtPast)
        if is_past:
            self._say(_IN_THE_PAST)
        return is_past

    def _go_if(self, place: UserPlace | None) -> None:
        if place is not None and self._session.is_open:
            self._go_to(place)
