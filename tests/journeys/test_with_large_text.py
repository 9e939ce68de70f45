"""Text at twice its size on a small projector: every part of the way fits, and nothing scrolls sideways."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from app.ui.pages.documents_page import DocumentsPage
from app.ui.places import AtStart
from app.ui.projector.big_text import BigText
from app.ui.projector.big_type import TEXT_SIZES
from app.ui.projector.frame import Frame
from app.ui.window import MainWindow
from tests.journeys.keyboard import find, keys, tab_to
from tests.ui.fitting import misfits
from tests.ui.hands import press_focused
from tests.ui.windows import PROJECTOR, open_example, rest, show_text


def what_does_not_fit(window: MainWindow) -> list[str]:
    """What is cut off or sticks out, and what scrolls sideways, once everything is in its place."""
    rest(window)
    sideways = [
        f"{area.accessibleName()} scrolls sideways"
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().isVisible()
    ]
    return misfits(window) + sideways


def cut_in(frame: Frame) -> list[str]:
    """The texts that are cut off or too wide on any page of the projector view."""
    cut = []
    for page in range(frame.column.pages):
        frame.column.go_to(page)
        for text in frame.findChildren(BigText):
            is_whole = text.height() >= text.height_in(text.width()) and text.width() <= frame.width()
            if text.isVisible() and text.text() and not is_whole:
                cut.append(f"page {page}: {text.text()}")
    return cut


def test_the_whole_way_fits_a_small_projector_at_twice_the_size(tmp_path: Path) -> None:
    with open_example(tmp_path, size=PROJECTOR) as window:
        show_text(window, 200)
        keys(window, "Ctrl+0")
        assert window.place == AtStart()
        assert what_does_not_fit(window) == []
        window.open_collaborative(next(iter(window.start_page.cards)))

        find(window, "decisions.quorum-rule")
        assert what_does_not_fit(window) == []
        assert not window.panel.isVisible(), "there is no room beside the questions"
        keys(window, "Ctrl+P")
        assert window.panel.isVisible()
        assert what_does_not_fit(window) == []
        keys(window, "Ctrl+P")

        keys(window, "F1")
        assert window.help.isVisible()
        assert what_does_not_fit(window) == []
        keys(window, "Esc")
        assert not window.help.isVisible()

        keys(window, "F11")
        projector = window.projection.projector
        assert projector is not None
        for _ in TEXT_SIZES:
            keys(window, "+")
        assert window.session.services.preferences.get("projector.text-percent") == "200"
        assert cut_in(projector.frame) == []
        keys(window, "Esc")
        assert window.projection.projector is None

        keys(window, "Ctrl+E")
        page = window.page
        assert isinstance(page, DocumentsPage)
        rest(window)
        assert page.export.isVisible()
        assert what_does_not_fit(window) == []
        tab_to("All documents")
        press_focused(Qt.Key.Key_Return)
        rest(window)
        assert page.list.isVisible()
        assert what_does_not_fit(window) == []
        press_focused(Qt.Key.Key_Return)
        rest(window)
        assert page.export.isVisible()
        assert what_does_not_fit(window) == []
