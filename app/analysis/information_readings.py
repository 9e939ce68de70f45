"""Readings of information: whether any that is shared is about people who can be recognised."""

from app.analysis.reading_kinds import claim
from app.domain.readings import Design, Reading


def _shares_identifiable_data(design: Design) -> bool | None:
    flows = design.answers.rows("information.flows")
    return any(row.is_yes("identifiable") for row in flows) if flows else None


INFORMATION_READINGS: tuple[Reading, ...] = (
    claim(
        "shares-identifiable-data",
        "Some flow of information is about people who can be recognised.",
        ("information.flows",),
        _shares_identifiable_data,
    ),
)
