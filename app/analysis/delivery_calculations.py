"""Calculations on meetings, deadlines, disputes and leaving: times that are too short, too long or out of order."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from app.analysis.calendar import day_after
from app.analysis.hits import calculation, hit, plain
from app.domain.disputes import tiers
from app.domain.durations import roughly_in_days
from app.domain.readings import Calculation, Design, Hit
from app.domain.values import Duration, Unit
from app.domain.wording import NOT_ANSWERED, date_in_words, duration_in_words

_CLEAR_DAYS = 3
#: The hours in each unit, for deadlines that the law sets in hours or days. A working day is no fixed time.
_HOURS = {Unit.HOURS: 1, Unit.DAYS: 24, Unit.WEEKS: 168}


def _short_notice(design: Design) -> Iterator[Hit]:
    notice = design.answers.duration("meetings.notice")
    if notice is None:
        return
    days = notice.amount if notice.unit in {Unit.DAYS, Unit.WORKING_DAYS} else int(roughly_in_days(notice))
    if days < _CLEAR_DAYS:
        yield hit(notice=duration_in_words(notice))


def _longer(first: str, second: str) -> Callable[[Design], Iterator[Hit]]:
    """Finds a length of time that is longer than another; the words are ``first`` and ``second``."""

    def find(design: Design) -> Iterator[Hit]:
        one, other = design.answers.duration(first), design.answers.duration(second)
        if one is not None and other is not None and roughly_in_days(one) > roughly_in_days(other):
            yield hit(first=duration_in_words(one), second=duration_in_words(other))

    return find


def _late_breach_notice(design: Design) -> Iterator[Hit]:
    limit = design.answers.duration("incidents.data-breach")
    # One working day that spans a weekend is as long as the 72 hours that the law gives.
    if limit is not None and _is_longer(limit, hours=72, working_days=1):
        yield hit(time=duration_in_words(limit))


def _late_acknowledgement(design: Design) -> Iterator[Hit]:
    limit = design.answers.duration("incidents.acknowledge")
    if limit is not None and _is_longer(limit, hours=72, working_days=3):
        yield hit(time=duration_in_words(limit))


def _late_declaration(design: Design) -> Iterator[Hit]:
    limit = design.answers.duration("conflicts.declare")
    if limit is not None and _is_longer(limit, hours=28 * 24, working_days=20):
        yield hit(time=duration_in_words(limit))


def _is_longer(duration: Duration, hours: int, working_days: int) -> bool:
    """Whether a time is longer than a number of hours, or than so many working days where it counts those."""
    match duration.unit:
        case Unit.WORKING_DAYS:
            return duration.amount > working_days
        case Unit.HOURS | Unit.DAYS | Unit.WEEKS:
            return duration.amount * _HOURS[duration.unit] > hours
        case Unit.MONTHS | Unit.YEARS:
            return roughly_in_days(duration) * 24 > hours


def _tiers_without_time(design: Design) -> Iterator[Hit]:
    for tier in tiers(design.answers):
        if not tier.working_days:
            yield hit(tier.row, tier=tier.name or NOT_ANSWERED)


def _tiers_with_the_same_people(design: Design) -> Iterator[Hit]:
    found = tiers(design.answers)
    for previous, tier in pairwise(found):
        if tier.who and plain(tier.who) == plain(previous.who):
            yield hit(tier.row, tier=tier.name, previous=previous.name, who=tier.who)


def _review_overdue(design: Design) -> Iterator[Hit]:
    start, first = design.answers.day("collaborative.start-date"), design.answers.duration("review.first")
    if start is None or first is None:
        return
    due = day_after(start, first)
    if due is not None and due < design.today:
        yield hit(date=date_in_words(due))


DELIVERY_CALCULATIONS: tuple[Calculation, ...] = (
    calculation(
        "notice-under-3-days",
        "Notice of meetings is less than 3 days.",
        ("meetings.notice",),
        ("notice",),
        _short_notice,
    ),
    calculation(
        "papers-before-notice",
        "Papers are due earlier than notice of the meeting.",
        ("meetings.papers", "meetings.notice"),
        ("first", "second"),
        _longer("meetings.papers", "meetings.notice"),
    ),
    calculation(
        "exit-plan-after-exit",
        "The exit plan may come later than the end of the notice.",
        ("leaving.plan", "leaving.notice"),
        ("first", "second"),
        _longer("leaving.plan", "leaving.notice"),
    ),
    calculation(
        "call-in-after-effect",
        "The time for a call-in is longer than the pause before a decision takes effect.",
        ("decisions.call-in-period", "decisions.cooling-off"),
        ("first", "second"),
        _longer("decisions.call-in-period", "decisions.cooling-off"),
    ),
    calculation(
        "review-after-the-term",
        "The time between reviews is longer than the term of the arrangement.",
        ("review.frequency", "review.term"),
        ("first", "second"),
        _longer("review.frequency", "review.term"),
    ),
    calculation(
        "late-breach-notice",
        "Partners hear of a data breach later than 72 hours.",
        ("incidents.data-breach",),
        ("time",),
        _late_breach_notice,
    ),
    calculation(
        "late-acknowledgement",
        "A complaint is acknowledged later than 3 working days.",
        ("incidents.acknowledge",),
        ("time",),
        _late_acknowledgement,
    ),
    calculation(
        "late-declaration",
        "A change of interests is declared later than 28 days.",
        ("conflicts.declare",),
        ("time",),
        _late_declaration,
    ),
    calculation(
        "tiers-without-time",
        "Each dispute tier without a time in working days.",
        ("disputes.tiers",),
        ("tier",),
        _tiers_without_time,
    ),
    calculation(
        "tiers-with-the-same-people",
        "Each dispute tier with the same people as the one before.",
        ("disputes.tiers",),
        ("tier", "previous", "who"),
        _tiers_with_the_same_people,
    ),
    calculation(
        "review-overdue",
        "The day of the first review has passed.",
        ("collaborative.start-date", "review.first"),
        ("date",),
        _review_overdue,
    ),
)
