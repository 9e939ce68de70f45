"""The icons are one family: each has a drawing, takes any colour, and stays sharp."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.errors import ContentError
from app.ui.icons import Icon, icon_pixmap, tinted_icon
from app.ui.navigation.top_bar import TopBar
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.theme.theme import Theme
from tests.ui.conftest import ICONS, PLAIN


def test_every_icon_has_a_drawing_and_every_drawing_an_icon() -> None:
    assert {path.stem for path in ICONS.glob("*.svg")} == {icon.value for icon in Icon}


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_a_drawing_stands_on_the_grid_of_all_in_the_colour_of_its_place(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke="currentColor"' in drawing
    assert "#" not in drawing


@pytest.mark.parametrize("icon", list(Icon))
def test_an_icon_is_drawn_in_the_colour_asked_for(icon: Icon) -> None:
    image = icon_pixmap(PLAIN, icon, "#B3190E", 24).toImage()
    assert image.width() == 48, "twice as fine, for dense screens"
    solid = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {"#B3190E"}


def test_an_icon_for_a_button_keeps_its_gap_to_the_text() -> None:
    icon = tinted_icon(PLAIN, Icon.CHECK, "#000000", 18, gap=4)
    image = icon.pixmap(22, 18).toImage()
    assert image.width() > image.height()
    assert all(QColor(image.pixelColor(image.width() - 1, y)).alpha() == 0 for y in range(image.height()))


def test_an_icon_with_a_gap_is_drawn_and_scaled_once() -> None:
    first, again = (tinted_icon(PLAIN, Icon.CHECK, "#000000", 18, gap=4).pixmap(22, 18) for _ in range(2))
    assert first.cacheKey() == again.cacheKey()


def test_a_missing_or_damaged_drawing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"star\.svg: The icon is missing"):
        icon_pixmap(Theme(tmp_path), Icon.STAR, "#000000", 24)
    (tmp_path / "check.svg").write_text("nothing drawn", encoding="utf-8")
    with pytest.raises(ContentError, match=r"check\.svg: The icon is no SVG drawing"):
        icon_pixmap(Theme(tmp_path), Icon.CHECK, "#000000", 24)


def test_the_panel_has_a_picture_and_words_of_its_own(qapp: QApplication) -> None:
    def drawn(button: Button) -> QImage:
        return button.icon().pixmap(48).toImage()

    bar = TopBar()
    own, eye = (Button("", ButtonLook.ICON, icon) for icon in (Icon.PANEL, Icon.PREVIEW))
    assert drawn(bar.panel) == drawn(own)
    assert drawn(bar.panel) != drawn(eye)
    assert bar.panel.toolTip().startswith(bar.panel.accessibleName())
    for each in (bar, own, eye):
        each.deleteLater()
