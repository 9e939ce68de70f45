"""Calculations on who may sit, vote and deputise in a forum, given the law on each kind of member."""

from collections.abc import Iterator

from app.analysis.hits import calculation, hit
from app.analysis.seat_readings import seat_in_words
from app.domain.forums import SEATS_OF_NON_DIRECTORS, SEATS_OF_PERHAPS_DIRECTORS, SeatDeputy, SeatKind, seats
from app.domain.members import STATUTORY_BODIES, LegalForm, Member, Post, full_members, partners
from app.domain.readings import Calculation, Design, Hit

MEMBERS = ("members.members",)
SEATS = ("forum.seats",)
#: Posts whose holders are not executive directors and so hold no power of their own in a foundation trust.
_WITHOUT_OWN_POWERS = {
    Post.CHAIR: "a chair",
    Post.NON_EXECUTIVE_DIRECTOR: "a non-executive director",
    Post.OTHER_OFFICER: "an officer below the board",
}
_SEATS_WITHOUT_OWN_POWERS = SEATS_OF_NON_DIRECTORS | {SeatKind.CHAIR, SeatKind.NON_EXECUTIVE_DIRECTOR}


def _outside_bodies(design: Design) -> Iterator[Hit]:
    for member in full_members(design.answers):
        if member.legal_form is not None and member.legal_form not in STATUTORY_BODIES:
            yield hit(member.row, name=member.name)


def _voting_seats_of_non_directors(design: Design) -> Iterator[Hit]:
    for seat in seats(design.answers):
        if seat.is_voting and seat.kind in SEATS_OF_NON_DIRECTORS:
            yield hit(seat.row, seat=seat_in_words(seat, seat.number or 1))


def _voting_seats_of_perhaps_directors(design: Design) -> Iterator[Hit]:
    for seat in seats(design.answers):
        if seat.is_voting and seat.kind in SEATS_OF_PERHAPS_DIRECTORS:
            yield hit(seat.row, seat=seat_in_words(seat, seat.number or 1))


def _voting_seats_without_own_powers(design: Design) -> Iterator[Hit]:
    for seat in seats(design.answers):
        if seat.is_voting and seat.kind in _SEATS_WITHOUT_OWN_POWERS:
            yield hit(seat.row, seat=seat_in_words(seat, seat.number or 1))


def _seats_with_officers_as_deputies(design: Design) -> Iterator[Hit]:
    for seat in seats(design.answers):
        if seat.is_voting and seat.deputy is SeatDeputy.OTHER_OFFICER:
            yield hit(seat.row, seat=seat_in_words(seat))


def _seats_with_deputies(design: Design) -> Iterator[Hit]:
    for seat in seats(design.answers):
        if seat.deputy not in {None, SeatDeputy.NONE}:
            yield hit(seat.row, seat=seat_in_words(seat))


def _representatives_outside_the_board(design: Design) -> Iterator[Hit]:
    for member in _foundation_trusts(design):
        if member.representative_post is Post.OTHER_OFFICER:
            yield hit(member.row, name=member.name, who="representative")
        if member.deputy_post is Post.OTHER_OFFICER:
            yield hit(member.row, name=member.name, who="deputy")


def _representatives_without_own_powers(design: Design) -> Iterator[Hit]:
    for member in _foundation_trusts(design):
        for who, post in (("representative", member.representative_post), ("deputy", member.deputy_post)):
            if post in _WITHOUT_OWN_POWERS:
                yield hit(member.row, name=member.name, who=who, post=_WITHOUT_OWN_POWERS[post])


def _voting_partners(design: Design) -> Iterator[Hit]:
    for partner in partners(design.answers):
        if partner.votes:
            yield hit(partner.row, name=partner.name)


def _foundation_trusts(design: Design) -> Iterator[Member]:
    members = full_members(design.answers)
    return (member for member in members if member.legal_form is LegalForm.FOUNDATION_TRUST)


FORUM_CALCULATIONS: tuple[Calculation, ...] = (
    calculation(
        "members-outside-joint-committees",
        "Each full member that is neither a relevant body nor a local authority.",
        MEMBERS,
        ("name",),
        _outside_bodies,
    ),
    calculation(
        "voting-seats-of-non-directors",
        "Each voting seat of somebody who is not a director of a trust.",
        SEATS,
        ("seat",),
        _voting_seats_of_non_directors,
    ),
    calculation(
        "voting-seats-of-perhaps-directors",
        "Each voting seat of somebody who may or may not be a director of a trust.",
        SEATS,
        ("seat",),
        _voting_seats_of_perhaps_directors,
    ),
    calculation(
        "voting-seats-without-own-powers",
        "Each voting seat of somebody who is not an executive director.",
        SEATS,
        ("seat",),
        _voting_seats_without_own_powers,
    ),
    calculation(
        "seats-with-officers-as-deputies",
        "Each voting seat for which an officer below the board may deputise.",
        SEATS,
        ("seat",),
        _seats_with_officers_as_deputies,
    ),
    calculation("seats-with-deputies", "Each seat that names a deputy.", SEATS, ("seat",), _seats_with_deputies),
    calculation(
        "foundation-trust-people-outside-the-board",
        "Each representative or deputy of a foundation trust who is not a director.",
        MEMBERS,
        ("name", "who"),
        _representatives_outside_the_board,
    ),
    calculation(
        "foundation-trust-people-without-own-powers",
        "Each representative or deputy of a foundation trust who is not an executive director.",
        MEMBERS,
        ("name", "who", "post"),
        _representatives_without_own_powers,
    ),
    calculation(
        "voting-partners",
        "Each partner, not a member, that has a vote.",
        ("partners.partners",),
        ("name",),
        _voting_partners,
    ),
)
