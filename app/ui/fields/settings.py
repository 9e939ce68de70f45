"""What fields are given from outside: the day it is, the register of organisations, titles of sources."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OrganisationChoice:
    """An entry of the register of organisations. ``legal_form`` is an option id such as "foundation-trust"."""

    name: str
    code: str = ""
    legal_form: str = ""
    icb: str = ""
    region: str = ""


def no_organisations(text: str, legal_form: str) -> Sequence[OrganisationChoice]:
    """A register without entries: every organisation is typed by hand."""
    return ()


def same_title(source_id: str) -> str:
    """A source under its id, where no titles are known."""
    return source_id


@dataclass(frozen=True, slots=True)
class FieldSettings:
    """The surroundings of every field; the same for all cards of a window."""

    today: Callable[[], date]
    """The day it is, which can change while the window is open: where a calendar opens, and what is overdue."""
    search: Callable[[str, str], Sequence[OrganisationChoice]] = no_organisations
    """Finds organisations by part of a name or by a code, the best first; of one legal form, unless it is empty."""
    source_title: Callable[[str], str] = same_title
    """The title of a publication by its source id."""
    pause: int = 400
    """Milliseconds without a key after which a field gives its value."""
