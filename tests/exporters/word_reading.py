"""Reads a Word file the way Word shows it: paragraphs and tables in order, each with the number Word counts for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

Element = Any
"""An element of python-docx, whose classes for elements are not typed."""


@dataclass(frozen=True)
class ReadParagraph:
    """A paragraph with its style's id, the number that Word shows before it, and the names of its bookmarks."""

    text: str
    style: str
    number: str
    bookmarks: tuple[str, ...]
    element: Element


@dataclass(frozen=True)
class ReadTable:
    """A table with the paragraphs of each cell, row by row."""

    rows: tuple[tuple[tuple[ReadParagraph, ...], ...], ...]
    element: Element

    @property
    def texts(self) -> list[list[str]]:
        """What each cell says."""
        return [["\n".join(each.text for each in cell) for cell in row] for row in self.rows]


@dataclass(frozen=True)
class WordFile:
    """A file as it is read back."""

    blocks: tuple[ReadParagraph | ReadTable, ...]
    package: Any

    @property
    def paragraphs(self) -> list[ReadParagraph]:
        """Every paragraph in reading order, those in tables among them."""
        return [each for block in self.blocks for each in _paragraphs(block)]

    @property
    def tables(self) -> list[ReadTable]:
        return [block for block in self.blocks if isinstance(block, ReadTable)]

    @property
    def numbers(self) -> dict[str, str]:
        """The number shown at each bookmark."""
        return {name: each.number for each in self.paragraphs for name in each.bookmarks}

    def paragraph(self, text: str) -> ReadParagraph:
        """The first paragraph with these words in it."""
        return next(each for each in self.paragraphs if text in each.text)

    def style(self, name: str) -> Element:
        """The element of a style by its id."""
        found = self.package.styles.element.xpath(f"w:style[@w:styleId='{name}']")
        return found[0]


def read_word(content: bytes) -> WordFile:
    """Reads the bytes of a Word file."""
    package = docx.Document(BytesIO(content))
    counter = _Numbers(package)

    def paragraph(element: Element) -> ReadParagraph:
        style = element.pPr.pStyle.val if element.pPr is not None and element.pPr.pStyle is not None else "Normal"
        names = tuple(each.get(qn("w:name")) for each in element.iter(qn("w:bookmarkStart")))
        text = Paragraph(element, package.element.body).text
        return ReadParagraph(text, style, counter.number(element, style), names, element)

    def table(element: Element) -> ReadTable:
        return ReadTable(
            tuple(
                tuple(tuple(paragraph(each) for each in cell.iterchildren(qn("w:p"))) for cell in row.tc_lst)
                for row in element.tr_lst
            ),
            element,
        )

    blocks: list[ReadParagraph | ReadTable] = []
    for child in package.element.body.iterchildren():
        if child.tag == qn("w:p"):
            blocks.append(paragraph(child))
        elif child.tag == qn("w:tbl"):
            blocks.append(table(child))
    return WordFile(tuple(blocks), package)


def instructions(element: Element) -> list[str]:
    """What each field in an element is told to do."""
    return [(each.text or "").strip() for each in element.iter(qn("w:instrText"))]


def field_results(element: Element) -> list[tuple[str, str]]:
    """Each field of a paragraph with what it shows; fields do not lie in each other."""
    found: list[tuple[str, str]] = []
    instruction = shown = ""
    state = ""
    for node in element.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t"), qn("w:tab")):
        if node.tag == qn("w:fldChar"):
            state = node.get(qn("w:fldCharType"))
            if state == "begin":
                instruction = shown = ""
            elif state == "end":
                found.append((instruction.strip(), shown))
        elif node.tag == qn("w:instrText"):
            instruction += node.text
        elif state == "separate":
            shown += node.text if node.tag == qn("w:t") else "\t"
    return found


def _paragraphs(block: ReadParagraph | ReadTable) -> Iterator[ReadParagraph]:
    if isinstance(block, ReadParagraph):
        yield block
    else:
        yield from (each for row in block.rows for cell in row for each in cell)


class _Numbers:
    """Counts the lists of a file by the rules of ECMA-376, part 1, section 17.9.

    Lists of one kind share their counts; a list that overrides a start begins there when it first comes.
    """

    def __init__(self, package: Any) -> None:
        numbering = package.part.numbering_part.element
        self._styles = package.styles.element
        self._kinds = {each.get(qn("w:abstractNumId")): each for each in numbering.iter(qn("w:abstractNum"))}
        self._lists = {each.get(qn("w:numId")): each for each in numbering.iterchildren(qn("w:num"))}
        self._counts: dict[str, list[int]] = {}
        self._seen: set[str] = set()

    def number(self, element: Element, style: str) -> str:
        """The number before a paragraph, or nothing."""
        name, depth = self._place(element.pPr, style)
        if name in ("", "0"):
            return ""
        kind = self._lists[name].find(qn("w:abstractNumId")).get(qn("w:val"))
        counts = self._counts.setdefault(kind, [0] * 9)
        start = self._start(name, depth)
        if name not in self._seen and start is not None:
            counts[depth] = start - 1
        self._seen.add(name)
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (8 - depth)
        levels = {int(each.get(qn("w:ilvl"))): each for each in self._kinds[kind].iter(qn("w:lvl"))}
        text = str(levels[depth].find(qn("w:lvlText")).get(qn("w:val")))
        for above in range(depth + 1):
            form = levels[above].find(qn("w:numFmt")).get(qn("w:val"))
            text = text.replace(f"%{above + 1}", _written(form, counts[above]))
        return text

    def _place(self, properties: Element, style: str) -> tuple[str, int]:
        """The list and level of a paragraph, by itself or by its style and those below that one."""
        asked = properties.find(qn("w:numPr")) if properties is not None else None
        while asked is None and style:
            found = self._styles.xpath(f"w:style[@w:styleId='{style}']")[0]
            asked = found.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            below = found.find(qn("w:basedOn"))
            style = below.get(qn("w:val")) if below is not None else ""
        if asked is None:
            return "", 0
        return asked.find(qn("w:numId")).get(qn("w:val")), int(asked.find(qn("w:ilvl")).get(qn("w:val")))

    def _start(self, name: str, depth: int) -> int | None:
        for override in self._lists[name].iter(qn("w:lvlOverride")):
            if int(override.get(qn("w:ilvl"))) == depth:
                return int(override.find(qn("w:startOverride")).get(qn("w:val")))
        return None


_NUMERALS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def _written(form: str, count: int) -> str:
    match form:
        case "decimal":
            return str(count)
        case "lowerLetter":
            return "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26] * (1 + (count - 1) // 26)
        case "lowerRoman":
            return "x" * (count // 10) + _NUMERALS[count % 10]
        case "bullet":
            return ""
        case _:
            raise AssertionError(form)
