"""Calculations on information about people: its lawful basis and the officers who answer for it."""

from collections.abc import Iterator

from app.analysis.hits import calculation, hit, row_name
from app.domain.members import full_members
from app.domain.readings import Calculation, Design, Hit
from app.domain.wording import listed

_OFFICERS = {
    "caldicott": "Caldicott guardian",
    "siro": "senior information risk owner",
    "dpo": "data protection officer",
}


def _without_basis(design: Design) -> Iterator[Hit]:
    for row in design.answers.rows("information.flows"):
        if row.is_yes("identifiable") and row.text("lawful-basis") in {None, "none-needed"}:
            yield hit(row.id, what=row_name(row, "what"))


def _without_officers(design: Design) -> Iterator[Hit]:
    rows = {row.text("member"): row for row in design.answers.rows("information.officers")}
    for column, officer in _OFFICERS.items():
        names = [
            member.name
            for member in full_members(design.answers)
            if member.row not in rows or rows[member.row].person(column) is None
        ]
        if names:
            yield hit(officer=officer, names=listed(names))


INFORMATION_CALCULATIONS: tuple[Calculation, ...] = (
    calculation(
        "flows-without-basis",
        "Each flow of information about people that has no lawful basis.",
        ("information.flows",),
        ("what",),
        _without_basis,
    ),
    calculation(
        "members-without-officers",
        "Each kind of officer for information, with the full members that have not named one.",
        ("information.officers", "members.members"),
        ("officer", "names"),
        _without_officers,
    ),
)
