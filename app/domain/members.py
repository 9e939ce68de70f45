"""The organisations of a collaborative: its members with their legal forms and people, and its partners."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.answers import Answers, Row, known_of
from app.domain.choices import chosen
from app.domain.values import Organisation, Person

UNNAMED = "Member not yet named"


class LegalForm(Enum):
    """What an organisation is in law, which decides where it may sit and what it may delegate."""

    FOUNDATION_TRUST = "foundation-trust"
    NHS_TRUST = "nhs-trust"
    CARE_TRUST = "care-trust"
    ICB = "icb"
    LOCAL_AUTHORITY = "local-authority"
    INDEPENDENT = "independent"
    VOLUNTARY = "voluntary"
    OTHER = "other"


#: NHS bodies that are relevant bodies under section 65Z5 of the NHS Act 2006. A care trust is an NHS trust or
#: foundation trust by another name.
NHS_BODIES = frozenset({LegalForm.FOUNDATION_TRUST, LegalForm.NHS_TRUST, LegalForm.CARE_TRUST, LegalForm.ICB})
#: Those that may be parties to a joint committee (sections 65Z5 and 65Z6).
STATUTORY_BODIES = NHS_BODIES | {LegalForm.LOCAL_AUTHORITY}


class Membership(Enum):
    """How far an organisation belongs. Only full members vote and take on every commitment."""

    FULL = "full"
    ASSOCIATE = "associate"
    CO_OPTED = "co-opted"
    OBSERVER = "observer"


class Post(Enum):
    """The post of somebody who represents a member."""

    CHAIR = "chair"
    CHIEF_EXECUTIVE = "chief-executive"
    EXECUTIVE_DIRECTOR = "executive-director"
    NON_EXECUTIVE_DIRECTOR = "non-executive-director"
    OTHER_OFFICER = "other-officer"


class Sector(Enum):
    """The sector of a partner that is no member."""

    INDEPENDENT = "independent"
    VOLUNTARY = "voluntary"
    SOCIAL_CARE = "social-care"
    PRIMARY_CARE = "primary-care"
    UNIVERSITY = "university"
    LOCAL_AUTHORITY = "local-authority"


@dataclass(frozen=True, slots=True)
class Member:
    """One organisation of the members table. Its cells are read when they are asked for; missing ones are None."""

    cells: Row

    @property
    def row(self) -> str:
        """The id of its row."""
        return self.cells.id

    @property
    def organisation(self) -> Organisation | None:
        """The organisation with its register code."""
        return self.cells.organisation("organisation")

    @property
    def name(self) -> str:
        """Its name; words that say so where it has none yet."""
        return self.organisation.name if self.organisation is not None else UNNAMED

    @property
    def legal_form(self) -> LegalForm | None:
        """What it is in law."""
        return chosen(LegalForm, self.cells.text("legal-form"))

    @property
    def is_full(self) -> bool:
        """Whether it votes: its membership is full, or is not answered."""
        return self.cells.text("membership") in {None, Membership.FULL.value}

    @property
    def icb(self) -> str | None:
        """The integrated care board whose area it serves."""
        return self.cells.text("icb")

    @property
    def turnover(self) -> Decimal | None:
        """Pounds a year."""
        return self.cells.amount("turnover")

    @property
    def staff(self) -> int | None:
        """Whole-time equivalents."""
        return self.cells.whole_number("staff")

    @property
    def weight(self) -> int | None:
        """Its voting weight, where weights are agreed."""
        return self.cells.whole_number("weight")

    @property
    def representative(self) -> Person | None:
        """Who speaks and votes for it."""
        return self.cells.person("representative")

    @property
    def representative_post(self) -> Post | None:
        """The post of its representative."""
        return chosen(Post, self.cells.text("representative-post"))

    @property
    def deputy(self) -> Person | None:
        """Who stands in for the representative."""
        return self.cells.person("deputy")

    @property
    def deputy_post(self) -> Post | None:
        """The post of the deputy."""
        return chosen(Post, self.cells.text("deputy-post"))

    @property
    def board_date(self) -> date | None:
        """When its board is to decide."""
        return self.cells.day("board-date")


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that works with the collaborative without being a member."""

    row: str
    name: str
    sector: Sector | None
    votes: bool | None
    has_barrier: bool | None
    underwrites: bool | None
    covenant_checked: bool | None


@known_of
def all_members(answers: Answers) -> tuple[Member, ...]:
    """Every row of the members table, whatever its membership, in the user's order."""
    return tuple(Member(row) for row in answers.rows("members.members"))


@known_of
def full_members(answers: Answers) -> tuple[Member, ...]:
    """The members with a vote: full membership, or membership not answered."""
    return tuple(member for member in all_members(answers) if member.is_full)


@known_of
def partners(answers: Answers) -> tuple[Partner, ...]:
    """Every row of the partners table that names an organisation."""
    found = []
    for row in answers.rows("partners.partners"):
        organisation = row.organisation("organisation")
        if organisation is not None:
            found.append(
                Partner(
                    row=row.id,
                    name=organisation.name,
                    sector=chosen(Sector, row.text("sector")),
                    votes=row.is_yes("votes"),
                    has_barrier=row.is_yes("barrier"),
                    underwrites=row.is_yes("underwrites"),
                    covenant_checked=row.is_yes("covenant-checked"),
                )
            )
    return tuple(found)


def names_of(members: tuple[Member, ...]) -> tuple[str, ...]:
    """The names of those members that have one."""
    return tuple(member.name for member in members if member.organisation is not None)
