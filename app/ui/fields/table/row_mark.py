"""What the line of a row says of what the checks found about that very row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from app.domain.checks import Finding
from app.ui.parts.strip import Tone, tone_name, tone_of


@dataclass(frozen=True, slots=True)
class RowMark:
    """The gravest tone of what was found, and the titles of it all."""

    tone: Tone
    words: str


#: Marks by the id of the row.
RowMarks: TypeAlias = Mapping[str, RowMark]
NO_MARKS: RowMarks = MappingProxyType({})
#: Columns that do not apply.
Hidden: TypeAlias = frozenset[str]


def row_marks(findings: Sequence[Finding]) -> RowMarks:
    """A mark for each row that findings, the gravest first, are about."""
    by_row: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.row is not None:
            by_row.setdefault(finding.row, []).append(finding)
    return {row: _mark(found) for row, found in by_row.items()}


def _mark(found: Sequence[Finding]) -> RowMark:
    tone = tone_of(found[0].severity)
    titles = dict.fromkeys(each.title for each in found)
    return RowMark(tone, f"{tone_name(tone)}: {'; '.join(titles)}")
