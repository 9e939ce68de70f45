"""Organisations as the public register knows them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RegisteredOrganisation:
    """One entry of the register. ``legal_form`` is an option id of the members table, ``icb`` the name of a board."""

    code: str
    name: str
    legal_form: str
    region: str
    icb: str
    opened: date | None = None
    closed: date | None = None
