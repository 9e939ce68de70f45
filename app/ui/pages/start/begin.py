"""What the start page needs to know before it acts: names that are free, and what was put away."""

from collections.abc import Collection
from datetime import date, timedelta

from app.domain.wording import counted, date_in_words
from app.services.start_facts import StartFacts
from app.ui.pages.start.put_away import PutAwayEntry

_DAYS_IN_BIN = 30
_LONGEST_STEM = 110


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or the name with the first number that no other collaborative has: Northern Alliance (2)."""
    known = {each.casefold() for each in taken}
    stem, number, free = name[:_LONGEST_STEM], 1, name
    while free.casefold() in known:
        number += 1
        free = f"{stem} ({number})"
    return free


def put_away_entries(facts: StartFacts, today: date) -> list[PutAwayEntry]:
    """What is in the archive and in the bin, with the days that the bin still keeps it."""
    entries = []
    for each in facts.archived:
        since = date_in_words(each.archived_at.astimezone().date()) if each.archived_at else ""
        entries.append(PutAwayEntry(each.id, each.name, f"In the archive since {since}"))
    for each in facts.binned:
        last = each.deleted_at.astimezone().date() + timedelta(days=_DAYS_IN_BIN) if each.deleted_at else today
        entries.append(PutAwayEntry(each.id, each.name, _kept_until(last, today), is_in_bin=True))
    return entries


def _kept_until(last: date, today: date) -> str:
    left = max((last - today).days, 0)
    if not left:
        return "In the bin: today is its last day"
    return f"In the bin: {counted(left, 'day', 'days')} left, until {date_in_words(last)}"
