"""What anybody who exports ought to know first: what is open or unconfirmed, and what a final pack does about it."""

from typing import NamedTuple

from app.domain.checks import Severity
from app.domain.wording import counted, listed
from app.services.snapshots import Snapshot
from app.ui.reading.standing import law_to_confirm_in_words

_LAW = (
    "Compare each rule with its source before you rely on the documents, which list theirs. One that several documents "
    "rest on counts once here."
)
_WAITS = "A draft marks open points in its text. Final waits until no open point and no error is left."
_WARNINGS = "Warnings stop no export, and no document prints them: read them under Checks."


class BeforeExport(NamedTuple):
    """Counts, of what is to be exported: rules to confirm and open points; of the whole design: errors and warnings."""

    law: int = 0
    points: int = 0
    errors: int = 0
    warnings: int = 0

    @property
    def words(self) -> str:
        """What there is, such as "34 rules to confirm and 3 warnings"; empty where nothing is."""
        parts = [counted(self.errors, "error", "errors")] if self.errors else []
        parts += [counted(self.points, "open point", "open points")] if self.points else []
        parts += [law_to_confirm_in_words(self.law)] if self.law else []
        parts += [counted(self.warnings, "warning", "warnings")] if self.warnings else []
        return listed(parts)

    @property
    def details(self) -> tuple[str, ...]:
        """What it means for a draft and for a final pack."""
        waits = _WAITS if self.errors or self.points else ""
        found = (waits, _LAW if self.law else "", _WARNINGS if self.warnings else "")
        return tuple(each for each in found if each)


def before_export(snapshot: Snapshot, law: int, points: int) -> BeforeExport:
    """What there is to know of a snapshot, with the counts of what is to be exported."""
    warnings = sum(each.severity is Severity.WARNING for each in snapshot.findings)
    return BeforeExport(law, points, len(snapshot.errors), warnings)
