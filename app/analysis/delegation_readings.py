"""Readings of what boards hand over, for all trusts together or from the side of one."""

from app.analysis.option_words import chosen_in_words
from app.analysis.reading_kinds import MISSING, NOT_STATED, cell, figure_column, grid, text_column
from app.analysis.seen_from import own_member
from app.domain.delegation import Delegation, delegations
from app.domain.members import all_members
from app.domain.readings import Design, Grid, GridColumn, Reading
from app.domain.wording import capital, date_in_words, listed, money_in_words

FUNCTIONS = ("delegation.functions", "members.members")


def _of_all(design: Design) -> Grid | None:
    found = delegations(design.answers)
    if not found:
        return None
    names = {member.row: member.name for member in all_members(design.answers)}
    first, *others = _columns()
    rows = []
    for each in found:
        function, *cells = _row(design, each)
        by = listed(names[row] for row in each.members if row in names) if each.members else "Every Member"
        rows.append((function, by or MISSING, *cells))
    return Grid((first, text_column("From"), *others), tuple(rows))


def _of_this_trust(design: Design) -> Grid | None:
    member = own_member(design)
    if member is None:
        return None
    rows = tuple(_row(design, each) for each in delegations(design.answers) if each.is_by(member.row))
    return Grid(_columns(), rows) if rows else None


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


def _row(design: Design, each: Delegation) -> tuple[str, ...]:
    return (
        cell(each.function),
        _recipient(design, each),
        NOT_STATED if each.limit is None else money_in_words(each.limit),
        each.conditions or NOT_STATED,
        NOT_STATED if each.onward is None else capital(_option(design, "onward", each.onward)),
        each.reporting or NOT_STATED,
        NOT_STATED if each.expiry is None else date_in_words(each.expiry),
    )


def _recipient(design: Design, each: Delegation) -> str:
    if each.to is None:
        return cell(each.to_whom)
    to = capital(_option(design, "to", each.to.value))
    return f"{to}: {each.to_whom}" if each.to_whom else to


def _option(design: Design, column_id: str, option_id: str) -> str:
    return chosen_in_words(design, "delegation.functions", option_id, column_id)


DELEGATION_READINGS: tuple[Reading, ...] = (
    grid("delegations-grid", "Every delegated function, with the trusts that delegate it.", FUNCTIONS, _of_all),
    grid(
        "delegations-of-this-trust-grid",
        "The functions that the trust this document is for delegates.",
        FUNCTIONS,
        _of_this_trust,
    ),
)
