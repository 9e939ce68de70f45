"""How a law record and a source read on screen: what it is, how it stands, and when it was checked."""

from datetime import date
from typing import assert_never

from app.domain.records import Confidence, LawRecord, LawStatus
from app.domain.wording import date_in_words

TO_BE_CONFIRMED = "to be confirmed"


def status_in_words(record: LawRecord) -> str:
    """How the record stands: in force, or not yet, or no longer."""
    match record.status:
        case LawStatus.IN_FORCE if record.in_force_from is not None:
            return f"In force since {date_in_words(record.in_force_from)}"
        case LawStatus.IN_FORCE:
            return "In force"
        case LawStatus.BILL:
            return "A bill, not law yet"
        case LawStatus.SUPERSEDED:
            return "No longer in force"
        case _:
            assert_never(record.status)


def standing_in_words(record: LawRecord, today: date) -> str:
    """Status, confidence and day of the last check in one line."""
    parts = [status_in_words(record)]
    is_confirmed = record.confidence is not Confidence.TO_BE_CONFIRMED
    if not is_confirmed:
        parts.append(TO_BE_CONFIRMED)
    stale = ", more than 180 days ago" if record.is_stale(today) else ""
    # What was not compared with the text in force was looked at, not checked.
    parts.append(f"{'checked' if is_confirmed else 'looked at'} {date_in_words(record.checked_on)}{stale}")
    return ", ".join(parts)
