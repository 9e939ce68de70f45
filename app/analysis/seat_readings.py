"""Readings of who sits round the table: voting and attending seats, and who may deputise."""

from app.analysis.reading_kinds import MISSING, NOT_STATED, claim, grid, names, text_column
from app.analysis.seen_from import own_member
from app.domain.forums import Seat, SeatDeputy, SeatKind, seats
from app.domain.members import Member, full_members
from app.domain.readings import Design, Grid, Reading
from app.domain.wording import capital, person_in_words

SEATS = ("forum.seats",)
#: What stands for the holder of a seat of whom nothing is known.
TO_BE_NAMED = "To be named"

#: A seat for one, a seat for several, and whether a trust has only one such person ("its chair").
_SEAT_WORDS = {
    SeatKind.CHAIR: ("chair", "chairs", True),
    SeatKind.CHIEF_EXECUTIVE: ("chief executive", "chief executives", True),
    SeatKind.MANAGING_DIRECTOR: ("managing director", "managing directors", True),
    SeatKind.EXECUTIVE_DIRECTOR: ("executive director", "executive directors", False),
    SeatKind.NON_EXECUTIVE_DIRECTOR: ("non-executive director", "non-executive directors", False),
    SeatKind.CLINICAL_DIRECTOR: ("clinical director", "clinical directors", False),
    SeatKind.ICB_REPRESENTATIVE: (
        "representative of the integrated care board",
        "representatives of the integrated care board",
        False,
    ),
    SeatKind.LIVED_EXPERIENCE: ("person with lived experience", "people with lived experience", False),
    SeatKind.INDEPENDENT_CHAIR: ("independent chair", "independent chairs", False),
    SeatKind.COLLABORATIVE_DIRECTOR: ("director of the collaborative", "directors of the collaborative", False),
}
_DEPUTY_WORDS = {
    SeatDeputy.EXECUTIVE_DIRECTOR: "An executive director",
    SeatDeputy.NON_EXECUTIVE_DIRECTOR: "A non-executive director",
    SeatDeputy.OTHER_OFFICER: "Another officer",
    SeatDeputy.NONE: "Nobody",
}
#: Seats of which a forum has only one, so that it is "the independent chair" and not "1 independent chair".
_ONLY_ONE = frozenset(
    {
        SeatKind.CHAIR,
        SeatKind.CHIEF_EXECUTIVE,
        SeatKind.MANAGING_DIRECTOR,
        SeatKind.ICB_REPRESENTATIVE,
        SeatKind.INDEPENDENT_CHAIR,
        SeatKind.COLLABORATIVE_DIRECTOR,
        SeatKind.OTHER,
    }
)


def seat_in_words(seat: Seat, count: int = 1) -> str:
    """The seat as a noun, such as "chair" or "people with lived experience"."""
    if seat.kind in _SEAT_WORDS:
        one, many, _ = _SEAT_WORDS[seat.kind]
        return one if count == 1 else many
    return seat.name or ("other seat" if count == 1 else "other seats")


def _each_trust(design: Design) -> tuple[str, ...] | None:
    found = [seat for seat in seats(design.answers) if seat.is_per_trust and seat.is_voting]
    return tuple(_own_seat(seat) for seat in found) if design.answers.rows("forum.seats") else None


def _whole_forum(design: Design) -> tuple[str, ...] | None:
    found = [seat for seat in seats(design.answers) if seat.is_per_trust is False and seat.is_voting]
    return tuple(_forum_seat(seat) for seat in found) if design.answers.rows("forum.seats") else None


def _any_vote_for_the_whole_forum(design: Design) -> bool | None:
    found = seats(design.answers)
    return any(seat.is_per_trust is False and seat.is_voting for seat in found) if found else None


def _attending(design: Design) -> tuple[str, ...] | None:
    found = [seat for seat in seats(design.answers) if seat.is_voting is False]
    fragments = (f"{_each_seat(seat)} of each Member" if seat.is_per_trust else _forum_seat(seat) for seat in found)
    return tuple(fragments) if design.answers.rows("forum.seats") else None


def _own_seat(seat: Seat) -> str:
    """A seat that each trust has, from its side: its chair, 2 of its executive directors."""
    count = seat.number or 1
    is_unique = seat.kind not in _SEAT_WORDS or _SEAT_WORDS[seat.kind][2]
    if count == 1 and is_unique:
        return f"its {seat_in_words(seat)}"
    if seat.kind not in _SEAT_WORDS:
        return f"{count} people as its {seat_in_words(seat)}"
    return f"{count} of its {seat_in_words(seat, 2)}"


def _each_seat(seat: Seat) -> str:
    count = seat.number or 1
    is_unique = seat.kind not in _SEAT_WORDS or _SEAT_WORDS[seat.kind][2]
    return f"the {seat_in_words(seat)}" if count == 1 and is_unique else _counted_seat(seat)


def _forum_seat(seat: Seat) -> str:
    is_only = seat.kind is None or seat.kind in _ONLY_ONE
    return f"the {seat_in_words(seat)}" if is_only and (seat.number or 1) == 1 else _counted_seat(seat)


def _counted_seat(seat: Seat) -> str:
    count = seat.number or 1
    return f"{count} {seat_in_words(seat, count)}"


def _seats_grid(design: Design) -> Grid | None:
    found = seats(design.answers)
    members = len(full_members(design.answers))
    if not found:
        return None
    columns = (text_column("Seat", 4), text_column("Number"), text_column("Vote", 2), text_column("Deputy"))
    return Grid(columns, tuple(_seat_row(seat, members) for seat in found))


def _seat_row(seat: Seat, members: int) -> tuple[str, ...]:
    vote = {True: "Votes", False: "Attends without a vote", None: MISSING}[seat.is_voting]
    deputy = NOT_STATED if seat.deputy is None else _DEPUTY_WORDS[seat.deputy]
    number_of = MISSING
    if seat.number is not None and seat.is_per_trust is not None:
        number_of = (
            f"{seat.number} for each Member ({seat.number * members})" if seat.is_per_trust else str(seat.number)
        )
    return (capital(seat_in_words(seat, 2 if (seat.number or 1) > 1 else 1)), number_of, vote, deputy)


def _own_seats(design: Design) -> list[tuple[Seat, str]]:
    """The voting seats that each member fills, one by one, each with its name as a noun."""
    return [
        (seat, seat_in_words(seat))
        for seat in seats(design.answers)
        if seat.is_per_trust and seat.is_voting
        for _ in range(seat.number or 1)
    ]


def _fills_several_seats(design: Design) -> bool | None:
    return len(_own_seats(design)) > 1 if seats(design.answers) else None


def _holders_grid(design: Design) -> Grid | None:
    own = own_member(design)
    rows = [row for member in full_members(design.answers) for row in _holders(member, _own_seats(design))]
    if own is not None:
        rows = _holders(own, _own_seats(design))
    columns = (text_column("Member", 4), text_column("Seat"), text_column("Held by", 4), text_column("Deputy", 4))
    return Grid(columns, tuple(rows)) if rows else None


def _holders(member: Member, own_seats: list[tuple[Seat, str]]) -> list[tuple[str, ...]]:
    """A member's seats, with its representative in the one that the representative's post names, if one does."""
    person, deputy = member.representative, member.deputy
    post = person.role.casefold() if person is not None else ""
    known = next((place for place, (_, name) in enumerate(own_seats) if name.casefold() == post), None)
    rows: list[tuple[str, ...]] = []
    for place, (seat, name) in enumerate(own_seats):
        held, stands_in = TO_BE_NAMED, "Nobody" if seat.deputy is SeatDeputy.NONE else TO_BE_NAMED
        if place == known and person is not None:
            held = person_in_words(person)
            stands_in = stands_in if deputy is None else person_in_words(deputy)
        rows.append((member.name, capital(name), held, stands_in))
    return rows


SEAT_READINGS: tuple[Reading, ...] = (
    names("voting-seats-each-trust", "The voting seats of each member, as its chair.", SEATS, _each_trust),
    names("voting-seats-whole-forum", "The voting seats of the forum as a whole.", SEATS, _whole_forum),
    claim(
        "any-vote-for-whole-forum",
        "Some seat that is not one member's own carries a vote.",
        SEATS,
        _any_vote_for_the_whole_forum,
    ),
    names("attending-seats", "Those who attend without a vote.", SEATS, _attending),
    grid(
        "seats-grid",
        "Each seat with its number, its vote and who may deputise.",
        (*SEATS, "members.members"),
        _seats_grid,
    ),
    claim(
        "each-member-fills-several-seats",
        "Each member fills more than one voting seat, so that its representative alone does not fill them.",
        SEATS,
        _fills_several_seats,
    ),
    grid(
        "seat-holders-grid",
        "Each voting seat of a member with its holder and deputy, as far as they are known.",
        (*SEATS, "members.members"),
        _holders_grid,
    ),
)
