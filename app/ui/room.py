"""How the width of the window is shared out between the bar, the page and the panel."""

from typing import NamedTuple

_SIDE = 232
#: The panel, and how wide it grows where the page has all the room it can use.
_PANEL, _WIDEST_PANEL = 392, 640
#: The page keeps at least this many pixels at 100 % text: the panel gives way first, then the bar.
_LEAST_PAGE = 560
#: A page reads no better for being wider than this at 100 % text, its edges included.
_WIDEST_PAGE = 1040


class Wishes(NamedTuple):
    """What the user wants to see. ``panel`` is whether the panel belongs here and was not closed; the other two
    are whether the bar or the panel was asked for although there is no room beside the page."""

    panel: bool
    asked_side: bool = False
    asked_panel: bool = False


class Room(NamedTuple):
    """Pixels for the bar and the panel, 0 where one is hidden. ``has_menu`` says that the bar is behind a button."""

    side: int
    panel: int
    has_page: bool = True
    has_menu: bool = False


def share_out(width: int, text_scale: float, wishes: Wishes) -> Room:
    """Share a width in pixels at a size of text from 1.0 to 2.0."""
    side = round(_SIDE * (1 + (text_scale - 1) * 0.6))
    panel = round(_PANEL * (1 + (text_scale - 1) * 0.4))
    least = round(_LEAST_PAGE * (1 + (text_scale - 1) * 0.5))
    if wishes.panel and width - side - panel >= least:
        spare = width - side - panel - round(_WIDEST_PAGE * text_scale)
        return Room(side, min(panel + max(spare, 0), max(_WIDEST_PANEL, panel)))
    has_menu = width - side < least
    if wishes.panel and wishes.asked_panel:
        if width - panel >= least:
            return Room(0, panel, has_menu=True)
        return Room(0, width, has_page=False, has_menu=True)
    return Room(side if wishes.asked_side or not has_menu else 0, 0, has_menu=has_menu)


def room_for_help(width: int, text_scale: float) -> tuple[int, bool]:
    """Pixels for the help panel, and whether there is room for it beside the page: else it takes the whole width."""
    wanted = round(_PANEL * (1 + (text_scale - 1) * 0.4))
    least = round(_LEAST_PAGE * (1 + (text_scale - 1) * 0.5))
    return (wanted, True) if width - wanted >= least else (width, False)
