"""Ids for what is new: collaboratives, and rows of tables."""

import secrets
from collections.abc import Callable

NewId = Callable[[], str]

#: Letters and digits that are not mistaken for one another when read aloud.
_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"


def random_id() -> str:
    """An id of 12 signs: short enough to type, long enough never to meet another."""
    return "".join(secrets.choice(_SIGNS) for _ in range(12))
