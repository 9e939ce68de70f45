"""What the keys of the window and the links of cards do in the preview beside the questions."""

from collections.abc import Callable

from app.ui.areas import Areas
from app.ui.navigation.side_panel import SidePanel
from app.ui.page_stack import PageStack
from app.ui.places import AtDocuments, AtSection, UserPlace
from app.ui.shortcuts import Act, Shortcut


class PreviewSteps:
    """Brings the panel into sight first, where the user is at questions."""

    def __init__(self, areas: Areas, panel: SidePanel, pages: PageStack, place: Callable[[], UserPlace]) -> None:
        self._areas, self._panel, self._viewer, self._place = areas, panel, pages.documents.viewer, place
        pages.sections.preview_wished.connect(self.show)
        panel.close_wished.connect(lambda: areas.show_panel(False))

    def take(self, shortcut: Shortcut) -> None:
        """Do what a key of the window asks of the preview."""
        if shortcut.act is Act.CHANGE:
            self.to_change(shortcut.number)
        elif shortcut.act is Act.MARK:
            self.to_mark(shortcut.number)

    def show(self, document: str, anchor: str) -> None:
        """Show a place of a document, or of one copy of it, beside the questions."""
        self._panel.show_in_preview(document, anchor)
        self._areas.show_panel(True)

    def to_change(self, direction: int) -> None:
        """Go to the next place that the latest answer changed, or with -1 to the one before."""
        if isinstance(self._place(), AtSection):
            self._areas.show_panel(True)
            self._panel.step_through_changes(direction)

    def to_mark(self, direction: int) -> None:
        """Go to the next gap or suggestion of the document in sight, or with -1 to the one before."""
        match self._place():
            case AtSection():
                self._areas.show_panel(True)
                self._panel.go_to_mark(direction)
            case AtDocuments():
                self._viewer.go_to_mark(direction)
            case _:
                pass
