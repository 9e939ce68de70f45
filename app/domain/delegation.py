"""What boards hand over and what they keep: delegated functions with their limits, and reserved matters."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.answers import Answers, Row, known_of
from app.domain.choices import chosen


class Recipient(Enum):
    """Whom a function is delegated to."""

    FORUM = "forum"
    CHIEF_EXECUTIVES = "chief-executives"
    SITE_EXECUTIVE = "site-executive"
    PROGRAMME_DIRECTOR = "programme-director"
    LEAD_PROVIDER = "lead-provider"
    NAMED_PERSON = "named-person"


@dataclass(frozen=True, slots=True)
class Delegation:
    """One delegated function. ``members`` are row ids; empty means that every member delegates it."""

    row: str
    function: str
    members: tuple[str, ...]
    to: Recipient | None
    to_whom: str | None
    limit: Decimal | None
    conditions: str | None
    onward: str | None
    reporting: str | None
    expiry: date | None

    def is_by(self, member: str) -> bool:
        """Whether the member with this row id delegates it."""
        return not self.members or member in self.members


@dataclass(frozen=True, slots=True)
class ReservedMatter:
    """One matter that every board keeps for itself."""

    row: str
    matter: str


@known_of
def delegations(answers: Answers) -> tuple[Delegation, ...]:
    """Every delegated function, in the user's order."""
    return tuple(_delegation(row) for row in answers.rows("delegation.functions"))


@known_of
def reserved_matters(answers: Answers) -> tuple[ReservedMatter, ...]:
    """Every reserved matter, in the user's order."""
    rows = answers.rows("delegation.reserved")
    return tuple(ReservedMatter(row.id, row.text("matter") or "") for row in rows)


def _delegation(row: Row) -> Delegation:
    return Delegation(
        row=row.id,
        function=row.text("function") or "",
        members=row.several("from"),
        to=chosen(Recipient, row.text("to")),
        to_whom=row.text("to-whom"),
        limit=row.amount("limit"),
        conditions=row.text("conditions"),
        onward=row.text("onward"),
        reporting=row.text("reporting"),
        expiry=row.day("expiry"),
    )
