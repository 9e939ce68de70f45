"""Calculations on delegation: functions both handed over and kept, handed to the wrong person, or run out."""

from collections.abc import Iterator

from app.analysis.hits import calculation, hit, plain, row_name
from app.domain.delegation import Recipient, delegations, reserved_matters
from app.domain.members import LegalForm, full_members
from app.domain.readings import Calculation, Design, Hit
from app.domain.wording import date_in_words, listed

FUNCTIONS = ("delegation.functions",)
#: Recipients who need not be executive directors of the trust that delegates.
_PERHAPS_BELOW_THE_BOARD = {
    Recipient.PROGRAMME_DIRECTOR: "the programme director",
    Recipient.NAMED_PERSON: "a named person",
}


def _delegated_and_reserved(design: Design) -> Iterator[Hit]:
    kept = {plain(matter.matter) for matter in reserved_matters(design.answers)} - {""}
    for delegation in delegations(design.answers):
        if plain(delegation.function) in kept:
            yield hit(delegation.row, function=delegation.function)


def _below_the_board(design: Design) -> Iterator[Hit]:
    members = full_members(design.answers)
    trusts = [member for member in members if member.legal_form is LegalForm.FOUNDATION_TRUST]
    for delegation in delegations(design.answers):
        names = [member.name for member in trusts if delegation.is_by(member.row)]
        if delegation.to in _PERHAPS_BELOW_THE_BOARD and names:
            yield hit(
                delegation.row,
                function=delegation.function,
                names=listed(names),
                recipient=delegation.to_whom or _PERHAPS_BELOW_THE_BOARD[delegation.to],
            )


def _run_out(design: Design) -> Iterator[Hit]:
    for delegation in delegations(design.answers):
        if delegation.expiry is not None and delegation.expiry < design.today:
            yield hit(delegation.row, function=delegation.function, date=date_in_words(delegation.expiry))


def _joint_posts_without_employer(design: Design) -> Iterator[Hit]:
    return _without_employer(design, "forum.joint-appointments")


def _shared_posts_without_employer(design: Design) -> Iterator[Hit]:
    return _without_employer(design, "workforce.shared-posts")


def _without_employer(design: Design, table: str) -> Iterator[Hit]:
    for row in design.answers.rows(table):
        if row.text("employer") is None:
            yield hit(row.id, post=row_name(row, "post"))


DELEGATION_CALCULATIONS: tuple[Calculation, ...] = (
    calculation(
        "functions-delegated-and-reserved",
        "Each delegated function that is also a reserved matter, word for word.",
        (*FUNCTIONS, "delegation.reserved"),
        ("function",),
        _delegated_and_reserved,
    ),
    calculation(
        "foundation-trust-functions-below-the-board",
        "Each function of a foundation trust that goes to somebody who may not be an executive director.",
        (*FUNCTIONS, "members.members"),
        ("function", "names", "recipient"),
        _below_the_board,
    ),
    calculation(
        "delegations-run-out",
        "Each delegation that has expired.",
        FUNCTIONS,
        ("function", "date"),
        _run_out,
    ),
    calculation(
        "joint-posts-without-employer",
        "Each joint appointment without a member that employs the holder.",
        ("forum.joint-appointments",),
        ("post",),
        _joint_posts_without_employer,
    ),
    calculation(
        "shared-posts-without-employer",
        "Each shared post without a member that employs the holder.",
        ("workforce.shared-posts",),
        ("post",),
        _shared_posts_without_employer,
    ),
)
