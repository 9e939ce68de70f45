"""Moments in the words of a user: today, yesterday, or a date, with the time of day where they are."""

from datetime import datetime, timedelta

from app.domain.wording import date_in_words


def moment_in_words(moment: datetime) -> str:
    """A moment as a minute would be kept: 6 August 2026, 14:02, in the time of this computer."""
    local = moment.astimezone()
    return f"{date_in_words(local.date())}, {local:%H:%M}"


def since_in_words(moment: datetime, now: datetime) -> str:
    """A moment seen from now: today, 14:02; yesterday, 09:10; 4 November; or 4 November 2025 in another year."""
    local, today = moment.astimezone(), now.astimezone().date()
    if local.date() == today:
        return f"today, {local:%H:%M}"
    if local.date() == today - timedelta(days=1):
        return f"yesterday, {local:%H:%M}"
    words = date_in_words(local.date())
    return words.removesuffix(f" {today.year}") if local.year == today.year else words
