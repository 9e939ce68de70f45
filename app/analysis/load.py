"""How heavily leaders are loaded: hours they give, or programmes need, against the hours there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.domain.answers import Answers, Row
from app.domain.members import UNNAMED, all_members
from app.domain.readings import Design
from app.domain.wording import NOT_ANSWERED, capital

#: The questions that `loads` looks at.
LOADS = ("leaders.load", "members.members")
#: The questions that `needs` looks at.
NEEDS = ("capacity.hours", "members.members", "programmes.programmes")
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Load:
    """Hours a month at one member, for one programme or for everything. None where it is not answered.

    ``row`` is where it is told, for several rows the first of them.
    """

    member: str | None
    name: str
    given: int | None
    available: int | None
    programme: str = ""
    row: str = ""

    @property
    def percentage(self) -> Decimal | None:
        """Hours given as a percentage of those available, to a tenth; None where that cannot be told."""
        if self.given is None or not self.available:
            return None
        return (Decimal(self.given) * 100 / self.available).quantize(_TENTH)

    @property
    def is_over(self) -> bool:
        """Whether more hours are given than there are."""
        return self.given is not None and self.available is not None and self.given > self.available


def loads(design: Design) -> tuple[Load, ...]:
    """The load on the leaders of each member that has a row, in the order of the rows; rows of one are added."""
    found: dict[str | None, list[Row]] = {}
    for row in design.answers.rows("leaders.load"):
        found.setdefault(row.text("member"), []).append(row)
    names = _names(design.answers)
    return tuple(
        Load(
            member,
            names.get(member, UNNAMED),
            _total(
                each for row in rows for each in (row.whole_number("hours-here"), row.whole_number("hours-elsewhere"))
            ),
            _largest(row.whole_number("hours-available") for row in rows),
            row=rows[0].id,
        )
        for member, rows in found.items()
    )


def needs(design: Design) -> tuple[Load, ...]:
    """The hours that each programme needs of each member, in the order of the rows."""
    names = _names(design.answers)
    programmes = {row.id: row.text("programme") for row in design.answers.rows("programmes.programmes")}
    missing = capital(NOT_ANSWERED)
    return tuple(
        Load(
            row.text("member"),
            names.get(row.text("member"), UNNAMED),
            row.whole_number("needed"),
            row.whole_number("available"),
            programmes.get(row.text("programme") or "") or missing,
            row.id,
        )
        for row in design.answers.rows("capacity.hours")
    )


def _names(answers: Answers) -> dict[str | None, str]:
    return {member.row: member.name for member in all_members(answers)}


def _total(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _largest(numbers: Iterable[int | None]) -> int | None:
    return max((number for number in numbers if number is not None), default=None)
