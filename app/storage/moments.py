"""Moments as the database keeps them: text in universal time, which sorts in the order of time."""

from datetime import UTC, datetime


def moment_text(moment: datetime) -> str:
    """A moment as `2026-08-06T13:02:00.000000+00:00`.

    A moment without a time zone raises ValueError: nobody could tell later which moment was meant.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone before it can be stored.")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_from(text: str) -> datetime:
    """The moment that `moment_text` wrote, in universal time."""
    return datetime.fromisoformat(text)
