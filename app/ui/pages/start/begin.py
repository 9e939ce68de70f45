"""What the start page needs to know before it makes a collaborative: a name that is free."""

from collections.abc import Collection

_LONGEST_STEM = 110


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or the name with the first number that no other collaborative has: Northern Alliance (2)."""
    known = {each.casefold() for each in taken}
    stem, number, free = name[:_LONGEST_STEM], 1, name
    while free.casefold() in known:
        number += 1
        free = f"{stem} ({number})"
    return free
