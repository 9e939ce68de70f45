"""The tiers through which a dispute climbs."""

from dataclasses import dataclass

from app.domain.answers import Answers
from app.domain.durations import in_working_days
from app.domain.values import Duration


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier: who tries to settle the dispute, and for how long."""

    row: str
    name: str
    who: str
    period: Duration | None
    outcome: str

    @property
    def working_days(self) -> int | None:
        """Its period in working days; None where that cannot be told."""
        return None if self.period is None else in_working_days(self.period)


def tiers(answers: Answers) -> tuple[Tier, ...]:
    """Every tier, from the first to the last."""
    return tuple(
        Tier(
            row=row.id,
            name=row.text("tier") or "",
            who=row.text("who") or "",
            period=row.duration("period"),
            outcome=row.text("outcome") or "",
        )
        for row in answers.rows("disputes.tiers")
    )
