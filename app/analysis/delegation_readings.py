"""Readings of what boards hand over, for all trusts together or from the side of one."""

from app.analysis.option_words import chosen_in_words
from app.analysis.reading_kinds import MISSING, NOT_STATED, cell, claim, figure_column, grid, text_column
from app.analysis.seen_from import own_member
from app.domain.delegation import Delegation, Recipient, delegations
from app.domain.forums import ForumType, forum_type
from app.domain.members import Member, all_members
from app.domain.readings import Design, Grid, GridColumn, Reading
from app.domain.wording import capital, date_in_words, listed, money_in_words

FUNCTIONS = ("delegation.functions", "members.members")
RECIPIENTS = (*FUNCTIONS, "forum.type", "forum.committees-for-major-decisions")
#: What the schedule says where a limit, a condition or an end date is left empty.
NO_LIMIT, NO_CONDITION, NO_END = "No limit in money", "None", "No end date"
_AUTHORISED = "The person whom the Member's own Board has authorised"
#: Who decides for one member where the forum itself cannot, from the side of all members.
_DECIDES_IN_THE_FORUM = {
    ForumType.INDIVIDUAL_DECISION_MAKERS: "The Member's own decision-maker",
    ForumType.COMMITTEES_IN_COMMON: "The Member's own committee",
    ForumType.BOARD_IN_COMMON: "The Member's own Board",
    ForumType.PARTNERSHIP_BOARD: _AUTHORISED,
    ForumType.CONTRACTUAL_JOINT_VENTURE: _AUTHORISED,
    ForumType.CORPORATE_JOINT_VENTURE: _AUTHORISED,
}


def _of_all(design: Design) -> Grid | None:
    found = delegations(design.answers)
    if not found:
        return None
    names = {member.row: member.name for member in all_members(design.answers)}
    first, *others = _columns()
    rows = []
    for each in found:
        function, *cells = _row(design, each, _recipient(design, each))
        by = listed(names[row] for row in each.members if row in names) if each.members else "Every Member"
        rows.append((function, by or MISSING, *cells))
    return Grid((first, text_column("From"), *others), tuple(rows))


def _of_this_trust(design: Design) -> Grid | None:
    member = own_member(design)
    if member is None:
        return None
    rows = tuple(_row(design, each, _own_recipient(design, each)) for each in _handed_over(design, member))
    return Grid(_columns(), rows) if rows else None


def _this_trust_delegates(design: Design) -> bool | None:
    member = own_member(design)
    if member is None or not delegations(design.answers):
        return None
    return bool(_handed_over(design, member))


def _handed_over(design: Design, member: Member) -> list[Delegation]:
    """What one member delegates. A board that meets in common decides itself and hands nothing to the forum."""
    kept = Recipient.FORUM if forum_type(design.answers) is ForumType.BOARD_IN_COMMON else None
    found = (each for each in delegations(design.answers) if each.is_by(member.row))
    return [each for each in found if kept is None or each.to is not kept]


def _columns() -> tuple[GridColumn, ...]:
    return (
        text_column("Function", 4),
        text_column("To"),
        figure_column("Limit"),
        text_column("Conditions"),
        text_column("Passing on", 2),
        text_column("Reports"),
        text_column("Ends", 2),
    )


def _row(design: Design, each: Delegation, to: str) -> tuple[str, ...]:
    return (
        cell(each.function),
        to,
        NO_LIMIT if each.limit is None else money_in_words(each.limit),
        each.conditions or NO_CONDITION,
        NOT_STATED if each.onward is None else capital(_option(design, "onward", each.onward)),
        each.reporting or NOT_STATED,
        NO_END if each.expiry is None else date_in_words(each.expiry),
    )


def _recipient(design: Design, each: Delegation) -> str:
    """Who decides, as all members see it. A forum that cannot itself hold a function is not said to hold one.

    A chief executive decides for the own trust alone, and for no other that hands the same function over.
    """
    if each.to is Recipient.FORUM:
        return _forum(design)
    if each.to is Recipient.CHIEF_EXECUTIVES and not each.to_whom:
        return "Its own chief executive" if len(each.members) == 1 else "Each Member's own chief executive"
    return _other_recipient(design, each)


def _own_recipient(design: Design, each: Delegation) -> str:
    """Who decides, as the trust that the document is for sees it."""
    if each.to is Recipient.FORUM:
        return "The Committee"
    if each.to is Recipient.CHIEF_EXECUTIVES and not each.to_whom:
        return "The chief executive"
    return _other_recipient(design, each)


def _other_recipient(design: Design, each: Delegation) -> str:
    if each.to is None:
        return cell(each.to_whom)
    if each.to is Recipient.NAMED_PERSON and each.to_whom:
        return capital(each.to_whom)
    to = capital(_option(design, "to", each.to.value))
    return f"{to}: {each.to_whom}" if each.to_whom else to


def _forum(design: Design) -> str:
    kind = forum_type(design.answers)
    meets_in_common = design.answers.is_yes("forum.committees-for-major-decisions")
    if kind is ForumType.PARTNERSHIP_BOARD and meets_in_common:
        kind = ForumType.COMMITTEES_IN_COMMON
    return "The Forum" if kind is None else _DECIDES_IN_THE_FORUM.get(kind, "The Forum")


def _option(design: Design, column_id: str, option_id: str) -> str:
    return chosen_in_words(design, "delegation.functions", option_id, column_id)


DELEGATION_READINGS: tuple[Reading, ...] = (
    grid("delegations-grid", "Every delegated function, with the trusts that delegate it.", RECIPIENTS, _of_all),
    grid(
        "delegations-of-this-trust-grid",
        "The functions that the trust this document is for delegates.",
        (*FUNCTIONS, "forum.type"),
        _of_this_trust,
    ),
    claim(
        "this-trust-delegates",
        "The trust that this document is for delegates some function; it cannot be told while none is named at all.",
        (*FUNCTIONS, "forum.type"),
        _this_trust_delegates,
    ),
)
