"""Turns the option ids of answers into closed sets of choices."""

from enum import Enum
from typing import TypeVar

EnumT = TypeVar("EnumT", bound=Enum)


def chosen(choices: type[EnumT], option_id: str | None) -> EnumT | None:
    """The choice with this option id; None where nothing was chosen or the option is not known."""
    try:
        return choices(option_id)
    except ValueError:
        return None
