"""Text at twice its size is not cut off on a small projector, and nothing scrolls sideways, wherever one goes."""

from PySide6.QtWidgets import QScrollArea

from app.ui.places import AtSection
from app.ui.window import MainWindow
from tests.accessibility.walk import every_place, rest_at
from tests.ui.fitting import misfits
from tests.ui.windows import PROJECTOR, lent, show_text


def test_every_page_fits_a_projector_at_twice_the_size(shared_window: MainWindow) -> None:
    with lent(shared_window, size=PROJECTOR) as window:
        show_text(window, 200)
        places = every_place(window)
        sections = [place for place in places if isinstance(place, AtSection)]
        found = []
        for place in [*sections[:2], *(place for place in places if place not in sections)]:
            window.go(place)
            rest_at(window)
            found += [f"{place}: {line}" for line in misfits(window)]
            wide = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
            found += [f"{place}: {area}" for area in wide if area.horizontalScrollBar().isVisible()]
        assert not found, "\n".join(found)
