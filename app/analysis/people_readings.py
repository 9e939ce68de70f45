"""Readings of people and their time: representatives, board dates, and the load on leaders."""

from collections.abc import Iterable

from app.analysis.load import LOADS, NEEDS, Load, loads, needs
from app.analysis.member_readings import legal_form_in_words
from app.analysis.reading_kinds import MISSING, NOT_STATED, claim, figure_column, grid, text_column
from app.analysis.seen_from import own_member
from app.domain.answers import Row
from app.domain.members import Member, Post, all_members, full_members
from app.domain.readings import Design, Grid, Reading
from app.domain.values import Person
from app.domain.wording import (
    capital,
    date_in_words,
    listed,
    number_in_figures,
    percentage_in_words,
    person_in_words,
)

MEMBERS = ("members.members",)
BOARD_DATES = ("members.members", "cycle.board-dates")
_POSTS = {
    Post.CHAIR: "Chair",
    Post.CHIEF_EXECUTIVE: "Chief executive",
    Post.EXECUTIVE_DIRECTOR: "Executive director",
    Post.NON_EXECUTIVE_DIRECTOR: "Non-executive director",
    Post.OTHER_OFFICER: "Other officer",
}


def _representatives(design: Design) -> Grid | None:
    return _people_grid(design, full_members(design.answers))


def _own_representatives(design: Design) -> Grid | None:
    member = own_member(design)
    return None if member is None else _people_grid(design, (member,))


def _people_grid(design: Design, members: Iterable[Member]) -> Grid | None:
    rows = tuple(
        (
            member.name,
            MISSING if member.legal_form is None else capital(legal_form_in_words(design, member.legal_form)),
            _person(member.representative, member.representative_post),
            _person(member.deputy, member.deputy_post),
        )
        for member in members
    )
    columns = (
        text_column("Member", 4),
        text_column("Legal form"),
        text_column("Representative", 4),
        text_column("Deputy", 4),
    )
    return Grid(columns, rows) if rows else None


def _person(person: Person | None, post: Post | None) -> str:
    """A person with their post. The post is not said twice where the person's role says it already."""
    named = person_in_words(person) if person is not None else ""
    role = _POSTS[post] if post is not None else ""
    if not named or not role or role.casefold() in named.casefold() or (person is not None and person.role):
        return named or role or NOT_STATED
    return f"{named}, {role}"


def _board_dates(design: Design) -> Grid | None:
    members = full_members(design.answers)
    meetings = design.answers.rows("cycle.board-dates")
    if not members:
        return None
    rows: list[tuple[str, ...]] = []
    for member in members:
        dates = sorted(day for row in meetings if row.text("member") == member.row and (day := row.day("date")))
        approves = NOT_STATED if member.board_date is None else date_in_words(member.board_date)
        row = (member.name, approves)
        rows.append((*row, listed(map(date_in_words, dates)) or NOT_STATED) if meetings else row)
    columns = (text_column("Member", 4), text_column("Board decides on"))
    later = (text_column("Other board meetings", 5),) if meetings else ()
    return Grid((*columns, *later), tuple(rows))


def _any_board_date(design: Design) -> bool | None:
    members = all_members(design.answers)
    return any(member.board_date is not None for member in members) if members else None


def _load_grid(design: Design) -> Grid | None:
    columns = (
        text_column("Member", 4),
        text_column("Other collaboratives", 4),
        figure_column("Hours a month here"),
        figure_column("Hours elsewhere"),
        figure_column("Hours available"),
        figure_column("Load"),
    )
    answers = design.answers.rows("leaders.load")
    rows = tuple(
        _load_row(each, [row for row in answers if row.text("member") == each.member]) for each in loads(design)
    )
    return Grid(columns, rows) if rows else None


def _load_row(load: Load, rows: list[Row]) -> tuple[str, ...]:
    others = dict.fromkeys(other for row in rows if (other := row.text("others")) is not None)
    _, available, percentage = _load_cells(load)
    return (
        load.name,
        "; ".join(others) or NOT_STATED,
        _hours(row.whole_number("hours-here") for row in rows),
        _hours(row.whole_number("hours-elsewhere") for row in rows),
        available,
        percentage,
    )


def _capacity_grid(design: Design) -> Grid | None:
    columns = (
        text_column("Programme", 4),
        figure_column("Hours needed a month"),
        figure_column("Hours available a month"),
        text_column("Members over their hours", 5),
    )
    found: dict[str, list[Load]] = {}
    for each in needs(design):
        found.setdefault(each.programme, []).append(each)
    rows = tuple(
        (
            programme,
            _hours(each.given for each in needed),
            _hours(each.available for each in needed),
            listed(_over(each) for each in needed if each.is_over) or "None",
        )
        for programme, needed in found.items()
    )
    return Grid(columns, rows) if rows else None


def _over(load: Load) -> str:
    """A member that is asked for more than it has, with both figures: one may be over where all together are not."""
    given, available, _ = _load_cells(load)
    return f"{load.name} ({given} needed, {available} available)"


def _hours(amounts: Iterable[int | None]) -> str:
    known = [amount for amount in amounts if amount is not None]
    return number_in_figures(sum(known)) if known else MISSING


def _load_cells(load: Load) -> tuple[str, str, str]:
    return (
        MISSING if load.given is None else number_in_figures(load.given),
        MISSING if load.available is None else number_in_figures(load.available),
        MISSING if load.percentage is None else percentage_in_words(load.percentage),
    )


PEOPLE_READINGS: tuple[Reading, ...] = (
    grid(
        "representatives-grid",
        "Each full member with its legal form, representative and deputy.",
        MEMBERS,
        _representatives,
    ),
    grid(
        "this-trust-representatives-grid",
        "The representative and deputy of the trust that this document is for.",
        MEMBERS,
        _own_representatives,
    ),
    grid(
        "board-dates-grid",
        "The day on which each full member's board decides, and its other board meetings where they are known.",
        BOARD_DATES,
        _board_dates,
    ),
    claim("any-board-date", "It is known of some member on which day its board decides.", MEMBERS, _any_board_date),
    grid(
        "load-grid",
        "Leadership hours that each member gives here and elsewhere, against those it has.",
        LOADS,
        _load_grid,
    ),
    grid(
        "capacity-grid",
        "Hours that each programme needs and has, with the members that are asked for more than they have.",
        NEEDS,
        _capacity_grid,
    ),
)
