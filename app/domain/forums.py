"""Where decisions are made: the kind of forum, who has a seat in it, and how its chair is found."""

from dataclasses import dataclass
from enum import Enum

from app.domain.answers import Answers, Row, known_of
from app.domain.choices import chosen


class ForumType(Enum):
    """The kind of forum, which fixes who may sit in it and whom its decisions bind."""

    ADVISORY_GROUP = "advisory-group"
    INDIVIDUAL_DECISION_MAKERS = "individual-decision-makers"
    COMMITTEES_IN_COMMON = "committees-in-common"
    JOINT_COMMITTEE = "joint-committee"
    BOARD_IN_COMMON = "board-in-common"
    PARTNERSHIP_BOARD = "partnership-board"
    CONTRACTUAL_JOINT_VENTURE = "contractual-joint-venture"
    CORPORATE_JOINT_VENTURE = "corporate-joint-venture"


#: Forums in which each trust decides for itself, so that no majority can bind a trust that says no.
EACH_FOR_ITSELF = frozenset(
    {ForumType.COMMITTEES_IN_COMMON, ForumType.INDIVIDUAL_DECISION_MAKERS, ForumType.BOARD_IN_COMMON}
)


class SeatKind(Enum):
    """Whose seat it is."""

    CHAIR = "chair"
    CHIEF_EXECUTIVE = "chief-executive"
    MANAGING_DIRECTOR = "managing-director"
    EXECUTIVE_DIRECTOR = "executive-director"
    NON_EXECUTIVE_DIRECTOR = "non-executive-director"
    CLINICAL_DIRECTOR = "clinical-director"
    ICB_REPRESENTATIVE = "icb-representative"
    LIVED_EXPERIENCE = "lived-experience"
    INDEPENDENT_CHAIR = "independent-chair"
    COLLABORATIVE_DIRECTOR = "collaborative-director"
    OTHER = "other"


#: Seats of people who are not directors of a trust.
SEATS_OF_NON_DIRECTORS = frozenset(
    {
        SeatKind.ICB_REPRESENTATIVE,
        SeatKind.LIVED_EXPERIENCE,
        SeatKind.INDEPENDENT_CHAIR,
        SeatKind.COLLABORATIVE_DIRECTOR,
    }
)
#: Seats of people who may or may not be directors of their trust.
SEATS_OF_PERHAPS_DIRECTORS = frozenset({SeatKind.CLINICAL_DIRECTOR, SeatKind.OTHER})


class SeatDeputy(Enum):
    """Who may stand in for the holder of a seat."""

    EXECUTIVE_DIRECTOR = "executive-director"
    NON_EXECUTIVE_DIRECTOR = "non-executive-director"
    OTHER_OFFICER = "other-officer"
    NONE = "none"


class Chair(Enum):
    """How the chair of the forum is found."""

    ROTATING = "rotating"
    INDEPENDENT = "independent"
    ELECTED = "elected"
    SHARED_CHAIR = "shared-chair"
    LEAD_PROVIDER = "lead-provider"


@dataclass(frozen=True, slots=True)
class Seat:
    """One kind of seat: how many there are, for each trust or for the whole forum, and whether they vote."""

    row: str
    kind: SeatKind | None
    name: str | None
    number: int | None
    is_per_trust: bool | None
    is_voting: bool | None
    deputy: SeatDeputy | None


def forum_type(answers: Answers) -> ForumType | None:
    """The kind of forum; None where it is not chosen yet."""
    return chosen(ForumType, answers.text("forum.type"))


@known_of
def seats(answers: Answers) -> tuple[Seat, ...]:
    """Every kind of seat, in the user's order."""
    return tuple(_seat(row) for row in answers.rows("forum.seats"))


def _seat(row: Row) -> Seat:
    per, standing = row.text("per"), row.text("standing")
    return Seat(
        row=row.id,
        kind=chosen(SeatKind, row.text("seat")),
        name=row.text("name"),
        number=row.whole_number("number"),
        is_per_trust=None if per is None else per == "each-trust",
        is_voting=None if standing is None else standing == "voting",
        deputy=chosen(SeatDeputy, row.text("deputy")),
    )
