"""The body of a document: each neutral block as the block that stands on the page."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from app.documents.blocks import Block as DocumentBlock
from app.documents.blocks import Heading, Paragraph, SignatureBlock, Table, runs_text
from app.exporters.characters import clean_text
from app.exporters.pdf.flow import Block
from app.exporters.pdf.lines import text_width
from app.exporters.pdf.passages import Passage, Text, plain_passage, set_passage
from app.exporters.pdf.setting import Setting
from app.exporters.pdf.signatures import set_signatures
from app.exporters.pdf.structure import Element
from app.exporters.pdf.table_setting import set_table
from app.exporters.pdf.text_blocks import TextBlock

_BULLETS = frozenset("•–-‣◦▪")


def set_body(blocks: Sequence[DocumentBlock], setting: Setting) -> Iterator[Block]:
    """The blocks in order, as they are needed. Paragraphs that follow each other as items share one list."""
    lists = _Lists(setting.root)
    has_part = False
    for block in blocks:
        match block:
            case Heading():
                lists.close()
                has_part = has_part or block.level <= 1
                yield set_heading(block, setting, has_part)
            case Paragraph():
                yield _set_paragraph(block, setting, lists)
            case Table():
                lists.close()
                yield set_table(block, setting)
            case SignatureBlock():
                lists.close()
                yield from set_signatures(block, setting)
            case _:
                assert_never(block)


def set_heading(heading: Heading, setting: Setting, has_part: bool = True) -> TextBlock:
    """A heading with its number before it. Parts are of the second level, below the document's title.

    A section before the first part is told as a part, because no level may be left out.
    """
    is_part = heading.level <= 1
    style = setting.style.part_heading if is_part else setting.style.section_heading
    element = setting.root.add("H2" if is_part or not has_part else "H3")
    label, indent = None, 0.0
    if heading.number:
        number = f"{clean_text(heading.number)} "
        indent = min(
            text_width(number, style.is_bold) * style.size / 1000 + style.size * 0.3, setting.style.measure / 3
        )
        label = plain_passage(number, indent, style, element)
    passage = plain_passage(clean_text(heading.text), setting.style.measure - indent, style, element)
    return TextBlock(
        passage,
        indent,
        label,
        space_before=22.0 if is_part else 13.0,
        space_after=6.0 if is_part else 3.0,
        keeps_with_next=True,
        starts_page=heading.starts_page,
        anchors=setting.anchor(heading.anchor),
    )


def _set_paragraph(paragraph: Paragraph, setting: Setting, lists: "_Lists") -> TextBlock:
    page = setting.style
    is_item = bool(paragraph.number) and (paragraph.depth > 0 or paragraph.number in _BULLETS)
    label_element, element = lists.place(paragraph, is_item)
    label_indent = indent = page.indent * paragraph.depth
    label: Passage | None = None
    if paragraph.number:
        number = f"{clean_text(paragraph.number)} "
        hang = page.bullet_indent if paragraph.number in _BULLETS else page.indent
        hang = max(hang, text_width(number, False) * page.body.size / 1000 + 2.0)
        indent = min(label_indent + hang, page.measure * 0.6)
        label = plain_passage(number, indent - label_indent, page.body, label_element)
    passage = set_passage(setting.texts(paragraph.runs) or (Text(""),), page.measure - indent, page.body, element)
    return TextBlock(
        passage,
        indent,
        label,
        label_indent,
        space_before=page.paragraph_gap,
        space_after=page.paragraph_gap,
        keeps_with_next=paragraph.keeps_with_next or runs_text(paragraph.runs).rstrip().endswith(":"),
        anchors=setting.anchor(paragraph.anchor),
    )


class _Lists:
    """The lists that are open, one inside the item of another, as paragraphs come."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._open: list[tuple[int, str, Element, Element]] = []
        """Depth, kind of numbering, list, and body of its last item."""

    def close(self) -> None:
        self._open = []

    def place(self, paragraph: Paragraph, is_item: bool) -> tuple[Element, Element]:
        """The elements of the paragraph's label and of its words."""
        if not is_item:
            while self._open and (self._open[-1][0] >= paragraph.depth or paragraph.number):
                self._open.pop()
            element = self._next("P")
            return element, element
        numbering = _numbering(paragraph.number, paragraph.depth)
        while self._open and self._open[-1][0] > paragraph.depth:
            self._open.pop()
        if self._open and self._open[-1][0] == paragraph.depth:
            depth, last_numbering, listed, _ = self._open.pop()
            if not _goes_on(last_numbering, numbering):
                listed = self._begin(numbering)
        else:
            depth, listed = paragraph.depth, self._begin(numbering)
        item = listed.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        self._open.append((depth, numbering, listed, body))
        return label, body

    def _begin(self, numbering: str) -> Element:
        return self._next("L", f"/O/List/ListNumbering/{numbering}")

    def _next(self, kind: str, attributes: str = "") -> Element:
        """An element after what came so far; in the body of an item, its own words come first."""
        if self._open:
            return self._open[-1][3].prepare(kind, attributes)
        return self._root.add(kind, attributes)


def _numbering(number: str, depth: int) -> str:
    """The kind of numbering, by its name in a structure (ISO 32000-1, table 347)."""
    inner = number.strip("().")
    if number in _BULLETS:
        return "Disc"
    if inner.isdecimal():
        return "Decimal"
    if set(inner) <= set("ivxlc") and (len(inner) > 1 or depth > 1):
        return "LowerRoman"
    return "UpperAlpha" if inner.isupper() else "LowerAlpha"


def _goes_on(last: str, numbering: str) -> bool:
    """Whether an item belongs to the list of the one before: (i) follows (h) as well as it begins a list."""
    letters = {"LowerAlpha", "LowerRoman"}
    return last == numbering or {last, numbering} <= letters
