"""The part of a Word file that holds its lists: numbers at every level, bound to the styles of the text."""

from collections.abc import Sequence

from app.exporters.word.counting import Restart
from app.exporters.word.elements import DECLARATION, NAMES
from app.exporters.word.lists import LISTS, Level, NumberedList
from app.exporters.word.looks import ParagraphLook


def write_numbering(restarts: Sequence[Restart]) -> str:
    """The whole part. Each restart is a list of its own that shares the levels of the one it goes on from."""
    kinds = "".join(_kind(listed) for listed in LISTS)
    own = "".join(_list(listed.number, listed) for listed in LISTS)
    added = "".join(_list(restart.number, restart.listed, _start(restart)) for restart in restarts)
    return f"{DECLARATION}<w:numbering {NAMES}>{kinds}{own}{added}</w:numbering>"


def _kind(listed: NumberedList) -> str:
    levels = "".join(_level(level, depth) for depth, level in enumerate(listed.levels))
    return (
        f'<w:abstractNum w:abstractNumId="{listed.number}"><w:nsid w:val="{0x46570000 + listed.number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x46580000 + listed.number:08X}"/>{levels}'
        "</w:abstractNum>"
    )


def _level(level: Level, depth: int) -> str:
    look = ParagraphLook(left=level.left, hanging=level.hanging)
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.form.value}"/>'
        f'<w:pStyle w:val="{level.style}"/><w:suff w:val="tab"/><w:lvlText w:val="{level.pattern}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{look.elements()}</w:pPr></w:lvl>'
    )


def _list(number: int, listed: NumberedList, start: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{listed.number}"/>{start}</w:num>'


def _start(restart: Restart) -> str:
    return f'<w:lvlOverride w:ilvl="{restart.depth}"><w:startOverride w:val="{restart.start}"/></w:lvlOverride>'
