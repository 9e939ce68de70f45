"""What leaving means in dates and pounds: when membership ends, and what a leaver pays."""

from datetime import date
from decimal import Decimal

from app.analysis.calendar import day_after, end_of_financial_year, last_day_of
from app.analysis.shares import to_the_penny
from app.domain.durations import in_months
from app.domain.leaving import ExitTerms, Stranded


def exit_day(terms: ExitTerms, start: date, notice_day: date) -> date | None:
    """The last day of membership that began on one day, after notice on another.

    Notice runs from the day after it is received. The minimum term includes the day of joining, so that two
    years from 1 April are over on 31 March. None without a notice period, or beyond the calendar.
    """
    if terms.notice is None:
        return None
    end = day_after(notice_day, terms.notice)
    over = start if terms.minimum_term is None else last_day_of(start, terms.minimum_term)
    if end is None or over is None:
        return None
    last = max(end, over)
    return end_of_financial_year(last) if terms.ends_with_the_year else last


def leaver_pays(terms: ExitTerms, annual: Decimal) -> Decimal | None:
    """What a leaver with an annual contribution pays, to the penny; None unless leavers pay and terms are whole.

    A share of the annual contribution for the months of the period: 50% for 12 months is half a contribution.
    """
    if terms.stranded is not Stranded.LEAVER_PAYS or terms.stranded_share is None:
        return None
    months = None if terms.stranded_period is None else in_months(terms.stranded_period)
    if months is None:
        return None
    return to_the_penny(annual * terms.stranded_share / 100 * months / 12)
