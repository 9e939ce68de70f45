"""The contents: an entry for each heading, with its page, that leads there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.documents.blocks import Document, Heading
from app.exporters import wording
from app.exporters.characters import one_line
from app.exporters.page_styles import PageStyle, TextStyle
from app.exporters.pdf.body import set_heading
from app.exporters.pdf.drawing import Area, Sheet
from app.exporters.pdf.flow import Block
from app.exporters.pdf.lines import text_width
from app.exporters.pdf.passages import Passage, Text, plain_passage, set_passage
from app.exporters.pdf.setting import Setting
from app.exporters.pdf.structure import Element
from app.exporters.pdf.text_blocks import sticking_lines
from app.exporters.pdf.writing import baseline_of, write_passage

CONTENTS = "/contents"
_ROOM_FOR_PAGE = 34.0
_GAP = 6.0
_LEADER = (0.7, 3.3)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents and of the bookmarks. `rank` is 0 for a document, 1 for a part, 2 within it."""

    rank: int
    number: str
    title: str
    anchor: str

    @property
    def words(self) -> str:
        return f"{self.number} {self.title}" if self.number else self.title


def entries_of(document: Document, prefix: str = "") -> tuple[Entry, ...]:
    """An entry for each heading of the body that has an anchor, in order."""
    return tuple(
        Entry(min(block.level, 2), one_line(block.number), one_line(block.text), f"{prefix}{block.anchor}")
        for block in document.body
        if isinstance(block, Heading) and block.anchor
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """How the entries of one contents are set: the room for numbers, and whether parts are listed small."""

    page: PageStyle
    hang: float
    is_of_pack: bool

    def style(self, rank: int) -> TextStyle:
        small = TextStyle(self.page.cell.size + 0.5, self.page.cell.leading * 1.15, self.page.colours.secondary)
        if rank == 0:
            return self.page.strong
        return self.page.body if rank == 1 and not self.is_of_pack else small


def set_contents(entries: Sequence[Entry], pages: Mapping[str, int], setting: Setting) -> Iterator[Block]:
    """A heading and the entries. `pages` may be filled later: it is read when the entries are drawn."""
    yield set_heading(Heading(1, "", wording.CONTENTS, CONTENTS), setting)
    style = setting.style.body
    short = [entry.number for entry in entries if entry.rank == 1 and len(entry.number) <= 4]
    widest = max((text_width(f"{number} ", False) for number in short), default=0) * style.size / 1000
    lowest = min((entry.rank for entry in entries), default=1)
    look = _Look(setting.style, max(widest + _GAP, 26.0) if short else 0.0, lowest == 0)
    lists: list[Element] = []
    for entry in entries:
        depth = entry.rank - lowest
        del lists[depth + 1 :]
        while len(lists) <= depth:
            lists.append((lists[-1] if lists else setting.root).add("TOC"))
        yield _set_entry(entry, look, pages, lists[-1].add("TOCI"))


def _set_entry(entry: Entry, look: _Look, pages: Mapping[str, int], item: Element) -> "ContentsLine":
    link = item.add("Reference").add("Link")
    measure, style = look.page.measure, look.style(entry.rank)
    indent = look.hang if entry.rank == 2 else 0.0
    label: Passage | None = None
    if entry.number and entry.rank == 1:
        number = f"{entry.number} "
        width = text_width(number, style.is_bold) * style.size / 1000 + _GAP
        indent = min(max(look.hang, width) if len(entry.number) <= 4 else width, measure / 3)
        label = plain_passage(number, indent, style, link)
    title = entry.title if label is not None else entry.words
    passage = plain_passage(f"{title} ", measure - indent - _ROOM_FOR_PAGE, style, link)
    space = 10.0 if entry.rank == 0 else 1.5
    return ContentsLine(entry, passage, label, indent, look.page, link, pages, space_before=space)


@dataclass(frozen=True, slots=True, eq=False)
class ContentsLine:
    """An entry with its number, its title, a dotted leader and the number of its page."""

    entry: Entry
    passage: Passage
    label: Passage | None
    indent: float
    style: PageStyle
    link: Element
    pages: Mapping[str, int]
    space_before: float = 0.0
    space_after: float = 0.0
    starts_page: bool = False
    repeated_height: float = 0.0
    anchors: tuple[str, ...] = ()

    @property
    def heights(self) -> Sequence[float]:
        return [self.passage.style.leading] * len(self.passage.lines)

    @property
    def sticks(self) -> Sequence[bool]:
        return sticking_lines(len(self.passage.lines), self.entry.rank == 0)

    def draw(self, sheet: Sheet, left: float, top: float, first: int, last: int) -> None:
        style = self.passage.style
        if self.label is not None and first == 0:
            write_passage(sheet, self.label, left, top)
        write_passage(sheet, self.passage, left + self.indent, top, first=first, last=last)
        height = (last - first) * style.leading
        sheet.link(self.link, self.entry.anchor, self.entry.words, Area(left, top, self.style.measure, height))
        if last < len(self.passage.lines):
            return
        row = top + height - style.leading
        words = str(self.pages[self.entry.anchor])
        number = set_passage((Text(words),), _ROOM_FOR_PAGE, style, self.link, is_set_right=True)
        start = left + self.indent + self.passage.lines[-1].width * style.size / 1000 + _GAP
        end = left + self.style.measure - number.lines[0].width * style.size / 1000 - _GAP
        if end - start > 2 * _GAP:
            with sheet.decoration():
                sheet.line(
                    start, end, row + baseline_of(number), self.style.colours.secondary, weight=0.7, dashes=_LEADER
                )
        write_passage(sheet, number, left + self.style.measure - _ROOM_FOR_PAGE, row)
