"""The member from whose side a design is seen, for documents that each trust has of its own."""

from app.domain.members import Member
from app.domain.readings import Design


def own_member(design: Design) -> Member | None:
    """The member that a per-trust document is for; None in every other document."""
    row = design.member_row()
    return None if row is None else Member(row)
