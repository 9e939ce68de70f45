"""The organisations of a collaborative: its members with their legal forms and people, and its partners."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.answers import Answers, Row
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
    """One organisation of the members table. Membership that is not answered counts as full."""

    row: str
    organisation: Organisation | None = None
    legal_form: LegalForm | None = None
    membership: Membership = Membership.FULL
    icb: str | None = None
    turnover: Decimal | None = None
    staff: int | None = None
    representative: Person | None = None
    representative_post: Post | None = None
    deputy: Person | None = None
    deputy_post: Post | None = None
    weight: int | None = None
    board_date: date | None = None

    @property
    def is_full(self) -> bool:
        """Whether it votes."""
        return self.membership is Membership.FULL

    @property
    def name(self) -> str:
        """Its name; words that say so where it has none yet."""
        return self.organisation.name if self.organisation and self.organisation.name else UNNAMED


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


def all_members(answers: Answers) -> tuple[Member, ...]:
    """Every row of the members table, whatever its membership, in the user's order."""
    return tuple(member_of(row) for row in answers.rows("members.members"))


def full_members(answers: Answers) -> tuple[Member, ...]:
    """The members with a vote: full membership, or membership not answered."""
    return tuple(member for member in all_members(answers) if member.is_full)


def member_of(row: Row) -> Member:
    """One row of the members table as a member; cells that are missing stay None."""
    return Member(
        row=row.id,
        organisation=row.organisation("organisation"),
        legal_form=chosen(LegalForm, row.text("legal-form")),
        membership=chosen(Membership, row.text("membership")) or Membership.FULL,
        icb=row.text("icb"),
        turnover=row.amount("turnover"),
        staff=row.whole_number("staff"),
        representative=row.person("representative"),
        representative_post=chosen(Post, row.text("representative-post")),
        deputy=row.person("deputy"),
        deputy_post=chosen(Post, row.text("deputy-post")),
        weight=row.whole_number("weight"),
        board_date=row.day("board-date"),
    )


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
