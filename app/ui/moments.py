"""Moments as they are seen from now: today, yesterday, or a date, with the time of day where the user is."""

from datetime import datetime, timedelta

from app.domain.plain_words import date_in_words


def since_in_words(moment: datetime, now: datetime) -> str:
    """A moment seen from now: today, 14:02; yesterday, 09:10; 4 November; or 4 November 2025 in another year."""
    local, today = moment.astimezone(), now.astimezone().date()
    if local.date() == today:
        return f"today, {local:%H:%M}"
    if local.date() == today - timedelta(days=1):
        return f"yesterday, {local:%H:%M}"
    words = date_in_words(local.date())
    return words.removesuffix(f" {today.year}") if local.year == today.year else words
