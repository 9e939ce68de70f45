"""Calculations against the public register of organisations: names that differ from the registered ones."""

from collections.abc import Callable, Mapping

from app.domain.members import all_members
from app.domain.readings import Calculation, Design, Hit


def register_calculations(register: Mapping[str, str]) -> Mapping[str, Calculation]:
    """The calculations that look at the registered name of each code, by id."""
    calculation = Calculation(
        "members-not-as-registered",
        "Each member whose name is not the one registered under its code.",
        ("members.members",),
        ("name", "registered", "code"),
        _differing(register),
    )
    return {calculation.id: calculation}


def _differing(register: Mapping[str, str]) -> Callable[[Design], tuple[Hit, ...]]:
    def find(design: Design) -> tuple[Hit, ...]:
        hits = []
        for member in all_members(design.answers):
            code = member.organisation.code if member.organisation else None
            registered = register.get(code.strip().upper()) if code else None
            if code and registered and _plain(registered) != _plain(member.name):
                hits.append(Hit({"name": member.name, "registered": registered, "code": code}, member.row))
        return tuple(hits)

    return find


def _plain(name: str) -> str:
    """A name without capitals, apostrophes and the words that are often left out or abbreviated."""
    words = name.casefold().replace("’", "'").replace("'", "").replace("&", "and").split()
    return " ".join(word for word in words if word != "the")
