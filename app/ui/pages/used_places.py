"""Where the answer to a question is used in the documents, as links for its card."""

from app.services.uses import UsedPlace
from app.ui.parts.chips import Link

_CLAUSE = "clause "


def links_to(places: tuple[UsedPlace, ...]) -> tuple[Link, ...]:
    """One link for each place: first one in each document, then all the others. See ``place_of`` for their keys."""
    firsts = list({place.document: place for place in reversed(places)}.values())[::-1]
    ordered = (*firsts, *(place for place in places if place not in firsts))
    return tuple(Link(_words(place), f"{place.document} {place.clause}") for place in ordered)


def place_of(key: str) -> tuple[str, str]:
    """The document, and the anchor in it, that a link leads to; the anchor is empty for its front."""
    document, _, anchor = key.partition(" ")
    return document, anchor


def _words(place: UsedPlace) -> str:
    if place.words.startswith(_CLAUSE):
        return f"{place.title} {place.words.removeprefix(_CLAUSE)}"
    return f"{place.title}, {place.words}"
