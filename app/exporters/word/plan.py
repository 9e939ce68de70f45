"""What is settled before a word is written: how each block is numbered, and the places that references lead to."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from app.documents.blocks import Block, Document, Heading, Link, Paragraph, Run, SignatureBlock, Table
from app.exporters.word.counting import Counting, Restart
from app.exporters.word.lists import BULLETS, CLAUSES, SCHEDULES, NumberedList

_FIRST_REFERENCE = 100_000_000
_FIRST_ENTRY = 200_000_000
"""Word names the bookmarks of references and of contents like this; the stroke before them hides them in its lists."""


class Reach(Enum):
    """Which of its numbers Word shows for a place; the value is the switch of the field."""

    WITHIN = r"\r"
    ALONE = r"\n"


@dataclass(frozen=True, slots=True)
class Numbering:
    """How one block shows its number: by level ``depth`` of a list, or typed where ``list_number`` is None."""

    listed: NumberedList
    depth: int
    list_number: int | None

    @property
    def is_automatic(self) -> bool:
        return self.list_number is not None


@dataclass(frozen=True, slots=True)
class Target:
    """A place that references lead to. ``number`` is empty where Word cannot tell it."""

    bookmark: str
    number: str
    reach: Reach
    part: str
    """The anchor of the schedule in which the place stands, or an empty string."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The numbering of each block of the body (None without one), the targets by anchor, and the lists to add."""

    numberings: tuple[Numbering | None, ...]
    targets: dict[str, Target]
    entries: dict[str, str]
    """The bookmark of each heading that the contents list, by its anchor."""
    restarts: tuple[Restart, ...]
    counted_tables: frozenset[int]
    """Places in the body of the tables whose label a field can count: Table 1, Table 2 and so on."""

    def bookmarks(self, anchor: str) -> tuple[str, ...]:
        """The names of the bookmarks that stand at an anchor."""
        names = []
        if anchor in self.targets:
            names.append(self.targets[anchor].bookmark)
        if anchor in self.entries:
            names.append(self.entries[anchor])
        return tuple(names)


def plan_document(document: Document) -> Plan:
    """Goes through the document once, as Word will."""
    counting = Counting()
    wanted = _wanted_anchors(document)
    family, part = CLAUSES, ""
    numberings: list[Numbering | None] = []
    targets: dict[str, Target] = {}
    entries: dict[str, str] = {}
    for block in document.body:
        numbering = _numbering(block, family, counting)
        if isinstance(block, Heading) and block.level <= 1:
            part = block.anchor if numbering and numbering.listed is SCHEDULES else ""
        if isinstance(block, Heading) and block.anchor:
            entries[block.anchor] = f"_Toc{_FIRST_ENTRY + len(entries)}"
        if numbering and numbering.listed is not BULLETS:
            family = numbering.listed
        numberings.append(numbering)
        if block.anchor in wanted:
            targets[block.anchor] = _target(block, numbering, part, f"_Ref{_FIRST_REFERENCE + len(targets)}")
    return Plan(tuple(numberings), targets, entries, tuple(counting.restarts), _counted_tables(document))


def _numbering(block: Block, family: NumberedList, counting: Counting) -> Numbering | None:
    match block:
        case Heading(level=level, number=number) if number:
            listed = SCHEDULES if number.startswith("Schedule") else CLAUSES
            return Numbering(listed, 0, counting.place(listed, 0, number) if level <= 1 else None)
        case Paragraph(number=number, depth=depth) if number:
            listed, level = _level(number, depth, family)
            return Numbering(listed, level, counting.place(listed, level, number))
        case _:
            return None


def _level(number: str, depth: int, family: NumberedList) -> tuple[NumberedList, int]:
    """The level at which a number belongs, by how it looks and how deep it stands."""
    if number in _BULLETS:
        return BULLETS, min(depth, len(BULLETS.levels) - 1)
    if depth == 0:
        return (CLAUSES if "." in number else SCHEDULES), 1
    return family, min(depth + 1, len(family.levels) - 1)


_BULLETS = frozenset("•–-‣◦▪")


def _counted_tables(document: Document) -> frozenset[int]:
    found: list[int] = []
    for place, block in enumerate(document.body):
        if isinstance(block, Table) and block.label == f"Table {len(found) + 1}":
            found.append(place)
    return frozenset(found)


def _target(block: Block, numbering: Numbering | None, part: str, bookmark: str) -> Target:
    is_known = numbering is not None and numbering.is_automatic and numbering.depth <= 1
    number = block.number if is_known and isinstance(block, Heading | Paragraph) else ""
    # A number such as 2 in a schedule must stand alone: with its context Word would put the schedule's before it.
    reach = Reach.ALONE if numbering and numbering.listed is SCHEDULES and numbering.depth == 1 else Reach.WITHIN
    return Target(bookmark, number, reach, "" if part == block.anchor else part)


def _wanted_anchors(document: Document) -> frozenset[str]:
    """Every anchor that something leads to, with the schedules around them."""
    wanted = {point.anchor for point in document.open_points}
    runs = [run for entry in document.control for run in entry.runs]
    for block in document.body:
        runs += _runs(block)
    wanted.update(run.anchor for run in runs if isinstance(run, Link))
    schedules = [block.anchor for block in document.body if isinstance(block, Heading) and block.level <= 1]
    return frozenset({*wanted, *schedules} - {""})


def _runs(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph():
            yield from block.runs
        case Table():
            for row in block.rows:
                for cell in row:
                    yield from cell
        case Heading() | SignatureBlock():
            return
