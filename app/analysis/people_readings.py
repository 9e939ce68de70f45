"""Readings of people and their time: representatives, board dates, and the load on leaders."""

from collections.abc import Iterable

from app.analysis.load import LOADS, NEEDS, Load, loads, needs
from app.analysis.member_readings import legal_form_in_words
from app.analysis.reading_kinds import MISSING, NOT_STATED, claim, figure_column, grid, text_column
from app.analysis.seen_from import own_member
from app.domain.members import Member, Post, full_members
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


def _load_grid(design: Design) -> Grid | None:
    columns = (
        text_column("Member", 5),
        figure_column("Hours given a month"),
        figure_column("Hours available a month"),
        figure_column("Load"),
    )
    rows = tuple((each.name, *_load_cells(each)) for each in loads(design))
    return Grid(columns, rows) if rows else None


def _capacity_grid(design: Design) -> Grid | None:
    columns = (
        text_column("Programme", 4),
        text_column("Member", 4),
        figure_column("Hours needed a month"),
        figure_column("Hours available a month"),
        figure_column("Load"),
    )
    rows = tuple((each.programme, each.name, *_load_cells(each)) for each in needs(design))
    return Grid(columns, rows) if rows else None


def _load_cells(load: Load) -> tuple[str, str, str]:
    return (
        MISSING if load.given is None else number_in_figures(load.given),
        MISSING if load.available is None else number_in_figures(load.available),
        MISSING if load.percentage is None else percentage_in_words(load.percentage),
    )


def _shares_identifiable_data(design: Design) -> bool | None:
    flows = design.answers.rows("information.flows")
    return any(row.is_yes("identifiable") for row in flows) if flows else None


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
    grid("load-grid", "Leadership hours given and available at each member.", LOADS, _load_grid),
    grid("capacity-grid", "Hours needed and available for each programme at each member.", NEEDS, _capacity_grid),
    claim(
        "shares-identifiable-data",
        "Some flow of information is about people who can be recognised.",
        ("information.flows",),
        _shares_identifiable_data,
    ),
)
