"""What a field knows of its value: what it gave last, and what was last shown to it."""

from app.domain.values import Value


class KnownValue:
    """Tells a value that really changed elsewhere from the echo of one's own, or of one that was not saved.

    It also remembers the words on screen that stand for the value: while nobody has touched them, leaving the
    field gives nothing, even where reading the words anew would not give quite the same value.
    """

    def __init__(self) -> None:
        self._given: Value | None = None
        self._shown: Value | None = None
        self._words: tuple[str, ...] | None = None
        self._is_refused = False

    @property
    def value(self) -> Value | None:
        """The value the field stands for at present."""
        return self._given

    @property
    def is_refused(self) -> bool:
        """Whether the value given last could not be saved."""
        return self._is_refused

    def refuse(self) -> None:
        """The value given last could not be saved: it is new once more when the user gives it again, or leaves."""
        self._is_refused = self._given != self._shown

    def stand_for(self, *words: str) -> None:
        """These words on screen stand for the value."""
        self._words = words

    def is_untouched(self, *words: str) -> bool:
        """Whether the words on screen are still those that stand for the value, and it is saved."""
        return words == self._words and not self._is_refused

    def give(self, value: Value | None) -> bool:
        """The user has given this value: whether it is new and must be passed on."""
        is_new = value != self._given or self._is_refused
        self._given, self._is_refused = value, False
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
        self._given, self._is_refused = value, False
        return not was_given
