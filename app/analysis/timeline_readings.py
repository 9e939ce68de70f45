"""Readings of time: how long a dispute may take, how leaving runs, and what a leaver would pay."""

from decimal import Decimal

from app.analysis.calendar import first_october_after
from app.analysis.contributions import CONTRIBUTIONS, contributions
from app.analysis.exits import exit_day, leaver_pays
from app.analysis.reading_kinds import MISSING, cell, claim, figure_column, grid, number, text_column, words
from app.domain.answers import Answers
from app.domain.disputes import tiers
from app.domain.leaving import ExitTerms, Stranded, exit_terms
from app.domain.members import full_members
from app.domain.readings import Design, Grid, Reading
from app.domain.wording import counted, date_in_words, duration_in_words, money_in_words, percentage_in_words

#: What one member pays in the example of costs that are shared equally.
EXAMPLE_PART = Decimal(10_000)
TIERS = ("disputes.tiers",)
EXIT = (
    "leaving.notice",
    "leaving.year-end",
    "leaving.minimum-term",
    "leaving.plan",
    "leaving.staged",
    "leaving.stranded",
    "leaving.stranded-share",
    "leaving.stranded-period",
)


def dispute_days(answers: Answers) -> int | None:
    """The working days of all tiers together; None while there are none or one has no working days."""
    days = [tier.working_days for tier in tiers(answers)]
    known = [each for each in days if each is not None]
    return sum(known) if days and len(known) == len(days) else None


def _dispute_days(design: Design) -> int | None:
    return dispute_days(design.answers)


def _dispute_days_in_words(design: Design) -> str | None:
    days = dispute_days(design.answers)
    return None if days is None else counted(days, "working day", "working days")


def _dispute_grid(design: Design) -> Grid | None:
    rows: list[tuple[str, ...]] = []
    total: int | None = 0
    for tier in tiers(design.answers):
        days = tier.working_days
        total = None if days is None or total is None else total + days
        period = MISSING if tier.period is None else str(days) if days is not None else duration_in_words(tier.period)
        rows.append((cell(tier.name), cell(tier.who), period, MISSING if total is None else str(total)))
    columns = (
        text_column("Tier", 4),
        text_column("Who", 5),
        figure_column("Working days"),
        figure_column("Running total"),
    )
    return Grid(columns, tuple(rows)) if rows else None


def _exit_grid(design: Design) -> Grid | None:
    terms = exit_terms(design.answers)
    if terms.notice is None:
        return None
    rows = [("Notice is received", "The first day")]
    if terms.plan is not None:
        rows.append(("The exit plan is due", f"{duration_in_words(terms.plan)} after notice is received"))
    if terms.is_staged:
        rows.append(("Programmes may be left one at a time", "As the exit plan sets out"))
    is_told = design.answers.is_answered("leaving.year-end")
    rows.append(("Membership ends", _end_in_words(terms, duration_in_words(terms.notice)) if is_told else MISSING))
    if terms.stranded is Stranded.LEAVER_PAYS and terms.stranded_period is not None:
        until = f"{duration_in_words(terms.stranded_period)} after membership ends"
        rows.append(("The leaver stops paying towards costs left behind", until))
    return Grid((text_column("Step", 4), text_column("When", 5)), tuple(rows))


def _end_in_words(terms: ExitTerms, notice: str) -> str:
    when = f"{notice} after notice is received"
    if terms.minimum_term is not None and terms.minimum_term.amount > 0:
        least = f"the end of {duration_in_words(terms.minimum_term)} of membership"
        when = f"{when}, and not before {least}" if terms.ends_with_the_year else f"{when}, or {least} if that is later"
    return f"The first 31 March that is at least {when}" if terms.ends_with_the_year else when


def _no_minimum_term(design: Design) -> bool | None:
    return _is_nothing(design, "leaving.minimum-term")


def _no_probation(design: Design) -> bool | None:
    return _is_nothing(design, "joining.probation")


def _is_nothing(design: Design, question_id: str) -> bool | None:
    length = design.answers.duration(question_id)
    return None if length is None else length.amount == 0


def _exit_example(design: Design) -> str | None:
    start = design.answers.day("collaborative.start-date")
    if start is None:
        return None
    notice = first_october_after(start)
    end = None if notice is None else exit_day(exit_terms(design.answers), start, notice)
    if notice is None or end is None:
        return None
    return f"notice received on {date_in_words(notice)} ends membership on {date_in_words(end)}"


def _equal_example(design: Design) -> str | None:
    count = len(full_members(design.answers))
    if count == 0:
        return None
    whole = money_in_words(EXAMPLE_PART * count)
    return f"Stranded Costs of {whole} would cost the Leaving Member {money_in_words(EXAMPLE_PART)}"


def _stranded_grid(design: Design) -> Grid | None:
    terms, found = exit_terms(design.answers), contributions(design.answers)
    if found is None or terms.stranded_share is None or terms.stranded_period is None:
        return None
    amounts = [leaver_pays(terms, each.annual) for each in found]
    if any(amount is None for amount in amounts):
        return None
    columns = (
        text_column("Member that leaves", 5),
        figure_column("Contribution a year", 3),
        figure_column("Part it goes on paying"),
        text_column("For"),
        figure_column("It pays", 3),
    )
    rows = tuple(
        (
            each.share.name,
            money_in_words(each.annual),
            percentage_in_words(terms.stranded_share),
            duration_in_words(terms.stranded_period),
            money_in_words(amount or Decimal(0)),
        )
        for each, amount in zip(found, amounts, strict=True)
    )
    return Grid(columns, rows)


TIMELINE_READINGS: tuple[Reading, ...] = (
    number("dispute-days", "The working days of all dispute tiers together.", TIERS, _dispute_days),
    words("dispute-days-words", "The working days of all dispute tiers in words.", TIERS, _dispute_days_in_words),
    grid("dispute-timeline-grid", "Each dispute tier with its time and the running total.", TIERS, _dispute_grid),
    claim(
        "no-minimum-term",
        "Whether a member may leave as soon as its notice has run.",
        ("leaving.minimum-term",),
        _no_minimum_term,
    ),
    claim(
        "no-probation",
        "Whether a new member is confirmed from its first day.",
        ("joining.probation",),
        _no_probation,
    ),
    words(
        "stranded-equal-example",
        "What a leaver would pay of costs that are shared equally, in round figures.",
        ("members.members",),
        _equal_example,
    ),
    grid("exit-timeline-grid", "The steps of leaving, and when each comes.", EXIT, _exit_grid),
    words(
        "exit-date-example",
        "When membership would end after notice on 1 October, as a clause about that notice.",
        (*EXIT, "collaborative.start-date"),
        _exit_example,
    ),
    grid(
        "stranded-cost-grid",
        "What each member would go on paying if it left.",
        (*EXIT, *CONTRIBUTIONS),
        _stranded_grid,
    ),
)
