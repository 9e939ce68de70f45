"""What stands above and below the text of every page; it is decoration and is not read."""

from collections.abc import Callable
from dataclasses import dataclass

from app.documents.blocks import Document
from app.exporters import wording
from app.exporters.characters import one_line
from app.exporters.page_styles import MILLIMETRE
from app.exporters.pdf.drawing import Decoration, Sheet
from app.exporters.pdf.lines import text_width
from app.exporters.pdf.passages import Text, set_passage
from app.exporters.pdf.structure import Element
from app.exporters.pdf.writing import write_passage

_HEADER_LINE = 16.4 * MILLIMETRE
_FOOTER_LINE = 16.2 * MILLIMETRE
_GAP = 4.0
_UNREAD = Element("Artifact")


@dataclass(frozen=True, slots=True)
class RunningWords:
    """What the pages of one document say above and below their text. The title follows the name."""

    name: str
    title: str
    status: str
    edition: str


def running_words(document: Document) -> RunningWords:
    """The words for a document, on one line each."""
    name, title = document.collaborative, document.title
    if name:
        title = f": {title}"
    return RunningWords(one_line(name), one_line(title), document.standing, one_line(wording.edition(document)))


def draw_running_lines(sheet: Sheet, words: RunningWords, number: int, count: int, *, has_header: bool) -> None:
    """The header, save on a cover, and the footer with the page's number."""
    style = sheet.style
    left, right = style.margins.left, style.width - style.margins.right
    if has_header:
        with sheet.decoration(Decoration.HEADER):
            sheet.line(left, right, _HEADER_LINE, style.colours.line)
            name = wording.name_in_room(words.name, words.title, _fits(sheet, words.status))
            _draw_pair(sheet, name, words.status, _HEADER_LINE - _GAP - style.running.leading)
    with sheet.decoration(Decoration.FOOTER):
        sheet.line(left, right, style.height - _FOOTER_LINE, style.colours.line)
        page = wording.page_of_pages(number, count)
        edition = wording.name_in_room(words.edition, "", _fits(sheet, page))
        _draw_pair(sheet, edition, page, style.height - _FOOTER_LINE + _GAP + 1.0)


def _fits(sheet: Sheet, at_right: str) -> Callable[[str], bool]:
    """Tells what there is room for at the left of words at the right."""
    style = sheet.style
    size = style.running.size / 1000
    room = (style.measure - text_width(at_right, False) * size - 20) / size
    return lambda words: text_width(words, False) <= room


def _draw_pair(sheet: Sheet, at_left: str, at_right: str, top: float) -> None:
    style = sheet.style
    for words, is_set_right in ((at_left, False), (at_right, True)):
        passage = set_passage((Text(words),), style.measure, style.running, _UNREAD, is_set_right)
        write_passage(sheet, passage, style.margins.left, top, first=0, last=1, is_read=False)
