"""A way to write down, for each check that ships, one design that it finds fault with and one that it does not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.analysis.findings import findings
from app.domain.checks import Finding
from app.domain.records import LawRecord
from tests.analysis.designs import JOINT, TODAY, Given, design_of, shipped_checks


@dataclass(frozen=True)
class Case:
    """A check, what changes in a sound design make it fire with which messages, and what changes do not."""

    check: str
    fires: Given
    says: tuple[str, ...]
    quiet: Given
    base: Given = field(default_factory=lambda: JOINT)
    today: date = TODAY
    law: Mapping[str, LawRecord] | None = None
    register: Mapping[str, str] | None = None

    def found(self, changes: Given) -> tuple[Finding, ...]:
        """What the check finds in the base with these changes."""
        check = shipped_checks()[self.check]
        design = design_of({**self.base, **changes}, today=self.today)
        return findings((check,), design, self.law, self.register)


def assert_fires(case: Case) -> None:
    """The check finds just what the case says, word for word, and every finding can be acted on."""
    found = case.found(case.fires)
    assert tuple(finding.message for finding in found) == case.says
    for finding in found:
        assert finding.check_id == case.check
        assert "{" not in finding.remedy


def assert_quiet(case: Case) -> None:
    """The check finds nothing."""
    assert case.found(case.quiet) == ()
