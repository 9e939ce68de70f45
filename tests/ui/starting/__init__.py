"""The start page, as whoever opens the app finds it."""
