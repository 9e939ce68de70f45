"""What a field knows of its value: what it gave last, and what was last shown to it."""

from app.domain.values import Value


class KnownValue:
    """Tells a value that really changed elsewhere from the echo of one's own, or of one that was not saved."""

    def __init__(self) -> None:
        self._given: Value | None = None
        self._shown: Value | None = None

    @property
    def value(self) -> Value | None:
        """The value the field stands for at present."""
        return self._given

    def give(self, value: Value | None) -> bool:
        """The user has given this value: whether it is new and must be passed on."""
        is_new = value != self._given
        self._given = value
        return is_new

    def show(self, value: Value | None) -> bool:
        """This value is shown from outside: whether the field must be drawn anew.

        The same value as was shown before changes nothing, even if the user has given another one since:
        that one was refused or not yet saved, and stays on screen.
        """
        is_echo = value in (self._given, self._shown)
        was_given = value == self._given
        self._shown = value
        if is_echo and not was_given:
            return False
        self._given = value
        return not was_given
