"""Ids for what is new, and ids made of names."""

import secrets
from collections.abc import Callable

NewId = Callable[[], str]

#: Letters and digits that are not mistaken for one another when read aloud.
_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"


def random_id() -> str:
    """An id of 12 signs: short enough to type, long enough never to meet another."""
    return "".join(secrets.choice(_SIGNS) for _ in range(12))


def id_of_name(name: str) -> str:
    """The plain letters and figures of a name, joined by hyphens: safe in file names on every system.

    At most 40 signs, without capitals; empty where the name has none of them.
    """
    plain = "".join(each.lower() if each.isascii() and each.isalnum() else " " for each in name)
    return "-".join(plain.split())[:40].strip("-")
