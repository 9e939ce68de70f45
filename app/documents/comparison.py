"""Compares two drafts of a document: which paragraphs read differently, and which words in them."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum

from app.documents.blocks import Document
from app.documents.comparable import Token, Unit, tokens_of, units

#: Two paragraphs are one that was changed where at least this share of their words is in both.
_ALIKE = 0.35
#: Below this share of common words, marks on single words would confuse more than they tell.
_TOO_DIFFERENT = 0.3
#: Beyond so many pairs, comparing each with each takes longer than it is worth.
_MOST_PAIRS = 1_000_000
_MOST_PAIRED = 40_000
_SPACED_WORD = re.compile(r"\s*\S+\s*")


class Change(Enum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went or came."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class ChangedPlace:
    """One paragraph, row, heading or line of the front that reads differently.

    ``anchor`` is where to look in the later draft: the place itself or, for one that is gone, what now stands
    before it. ``earlier_anchor`` is where it stood. Either is empty for the front, and where there is no such place.
    """

    anchor: str
    earlier_anchor: str
    pieces: tuple[Piece, ...]

    @property
    def is_new(self) -> bool:
        """Whether nothing like it was there before."""
        return all(piece.change is Change.ADDED for piece in self.pieces)

    @property
    def is_gone(self) -> bool:
        """Whether nothing like it is left."""
        return all(piece.change is Change.REMOVED for piece in self.pieces)


def compare_documents(
    before: Document, after: Document, *, rest: Callable[[], object] = lambda: None
) -> tuple[ChangedPlace, ...]:
    """Every place that reads differently, in the order of the later draft; a number that only shifts is none.

    `rest` is called between places, so that a thread that compares can stand back there.
    """
    before, after = _without_shared(before, after)
    earlier, later = tuple(units(before)), tuple(units(after))
    found: list[ChangedPlace] = []
    last = ""
    for old, new in _aligned(earlier, later):
        rest()
        if new is not None:
            last = new.anchor or last
        if old is None or new is None or old.key != new.key:
            pieces = _pieces(old.tokens if old else (), new.tokens if new else ())
            if any(piece.change is not Change.SAME for piece in pieces):
                anchor = new.anchor if new is not None else last
                found.append(ChangedPlace(anchor, old.anchor if old else "", pieces))
    return tuple(found)


def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """The words of two texts: what stayed and went joins to the first text, what stayed and came to the second."""
    return _pieces(tuple(tokens_of(before)), tuple(tokens_of(after)))


def text_before(pieces: Iterable[Piece]) -> str:
    """The earlier text."""
    return "".join(piece.text for piece in pieces if piece.change is not Change.ADDED)


def text_after(pieces: Iterable[Piece]) -> str:
    """The later text."""
    return "".join(piece.text for piece in pieces if piece.change is not Change.REMOVED)


def excerpt(pieces: Sequence[Piece], around: int = 8) -> tuple[Piece, ...]:
    """The pieces with long stretches that stayed cut down to so many words beside each change."""
    found = []
    last = len(pieces) - 1
    for place, piece in enumerate(pieces):
        words = _SPACED_WORD.findall(piece.text)
        beginning, end = (0 if place == 0 else around), (0 if place == last else around)
        if piece.change is Change.SAME and len(words) > beginning + end + 2 and last:
            text = "".join((*words[:beginning], "… ", *words[len(words) - end :]))
            found.append(Piece(Change.SAME, text))
        else:
            found.append(piece)
    return tuple(found)


def _without_shared(before: Document, after: Document) -> tuple[Document, Document]:
    """Both without the blocks at either end that are the very same ones, as most are in two drafts that are kept.

    The last of those at the beginning stays: what is gone right behind it is looked for beside it.
    """
    old, new = before.body, after.body
    shortest = min(len(old), len(new))
    start = next((place for place in range(shortest) if old[place] is not new[place]), shortest)
    end = next((place for place in range(shortest - start) if old[-1 - place] is not new[-1 - place]), shortest - start)
    start = max(start - 1, 0)
    return (
        replace(before, body=old[start : len(old) - end]),
        replace(after, body=new[start : len(new) - end]),
    )


# --- paragraphs -------------------------------------------------------------------------------------------


def _aligned(earlier: Sequence[Unit], later: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    """The units of both drafts beside their likes. Of those that are equal at both ends only one pair is told."""
    keys, other_keys = [unit.key for unit in earlier], [unit.key for unit in later]
    start = _equal_at_start(keys, other_keys)
    end = min(_equal_at_start(keys[::-1], other_keys[::-1]), min(len(keys), len(other_keys)) - start)
    if start:
        # What is gone right behind the equal beginning is looked for beside the last of it.
        yield earlier[start - 1], later[start - 1]
    first, second = earlier[start : len(earlier) - end], later[start : len(later) - end]
    for tag, i1, i2, j1, j2 in _opcodes(keys[start : len(keys) - end], other_keys[start : len(other_keys) - end]):
        if tag == "equal":
            yield from zip(first[i1:i2], second[j1:j2], strict=True)
        else:
            yield from _paired(first[i1:i2], second[j1:j2])


def _equal_at_start(first: Sequence[Hashable], second: Sequence[Hashable]) -> int:
    return next(
        (place for place, (old, new) in enumerate(zip(first, second, strict=False)) if old != new),
        min(len(first), len(second)),
    )


def _opcodes(first: Sequence[Hashable], second: Sequence[Hashable]) -> Sequence[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, first, second, autojunk=len(first) * len(second) > _MOST_PAIRS)
    return matcher.get_opcodes()


def _paired(earlier: Sequence[Unit], later: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Units that were replaced, each beside the one it most likely became, in order."""
    if not earlier or not later or len(earlier) * len(later) > _MOST_PAIRED:
        yield from ((unit, None) for unit in earlier)
        yield from ((None, unit) for unit in later)
        return
    best = _best_scores(earlier, later)
    i = j = 0
    while i < len(earlier) or j < len(later):
        if i < len(earlier) and j < len(later) and best[i][j] > max(best[i + 1][j], best[i][j + 1]):
            yield earlier[i], later[j]
            i, j = i + 1, j + 1
        elif i < len(earlier) and (j == len(later) or best[i + 1][j] >= best[i][j + 1]):
            yield earlier[i], None
            i += 1
        else:
            yield None, later[j]
            j += 1


def _best_scores(earlier: Sequence[Unit], later: Sequence[Unit]) -> list[list[float]]:
    """For each pair of places, the best total likeness of what comes from there on."""
    best = [[0.0] * (len(later) + 1) for _ in range(len(earlier) + 1)]
    words = [frozenset(token.key for token in unit.tokens) for unit in earlier]
    other_words = [frozenset(token.key for token in unit.tokens) for unit in later]
    for i in range(len(earlier) - 1, -1, -1):
        for j in range(len(later) - 1, -1, -1):
            likeness = _likeness(words[i], other_words[j])
            is_same_place = earlier[i].place == later[j].place
            if not is_same_place and likeness < _ALIKE:
                likeness = -1.0
            together = best[i + 1][j + 1] + likeness + (0.5 if is_same_place else 0.0)
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    return best


def _likeness(first: frozenset[Hashable], second: frozenset[Hashable]) -> float:
    whole = len(first) + len(second)
    return 2 * len(first & second) / whole if whole else 1.0


# --- words ------------------------------------------------------------------------------------------------


def _pieces(earlier: Sequence[Token], later: Sequence[Token]) -> tuple[Piece, ...]:
    opcodes = _opcodes([token.key for token in earlier], [token.key for token in later])
    alike = sum(i2 - i1 for tag, i1, i2, _, _ in opcodes if tag == "equal")
    if earlier and later and 2 * alike < _TOO_DIFFERENT * (len(earlier) + len(later)):
        return (Piece(Change.REMOVED, _joined(earlier)), Piece(Change.ADDED, _joined(later)))
    found: list[Piece] = []
    for tag, i1, i2, j1, j2 in opcodes:
        if tag == "equal":
            found.append(Piece(Change.SAME, _joined(later[j1:j2])))
        else:
            found += _changed(_joined(earlier[i1:i2]), _joined(later[j1:j2]))
    return tuple(_tidied(found))


def _changed(before: str, after: str) -> list[Piece]:
    pieces = (Piece(Change.REMOVED, before), Piece(Change.ADDED, after))
    return [piece for piece in pieces if piece.text]


def _tidied(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with the space that ends a replaced and a replacing word alike put behind both."""
    waiting = list(pieces)
    for place in range(len(waiting) - 2):
        old, new, rest = waiting[place : place + 3]
        if (old.change, new.change, rest.change) == (Change.REMOVED, Change.ADDED, Change.SAME):
            space = old.text[len(old.text.rstrip()) :]
            ends_alike = space and space == new.text[len(new.text.rstrip()) :]
            if ends_alike and old.text.strip() and new.text.strip():
                waiting[place] = Piece(Change.REMOVED, old.text.rstrip())
                waiting[place + 1] = Piece(Change.ADDED, new.text.rstrip())
                waiting[place + 2] = Piece(Change.SAME, space + rest.text)
    yield from waiting


def _joined(tokens: Iterable[Token]) -> str:
    return "".join(token.text for token in tokens)
