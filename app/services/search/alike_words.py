"""Splits texts into words to search by, and tells which words of a list a typed word may mean."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_](?:[^\W_]|[\u0300-\u036f]|['’ʼ](?=[^\W_]))*")
_DROPPED = re.compile(r"['’ʼ,]")

#: How well a word fits where it is the same, only begins alike, only holds what was typed, or is spelled nearly so.
_SAME, _BEGINS, _HOLDS, _SPELLED = 1.0, 0.9, 0.5, 0.7
#: Letters from which on a word is looked for inside others, and from which on slips of the keys are forgiven.
_FEWEST_INSIDE, _FEWEST_SPELLED = 4, 4
_MOST_SPELLED = 12


def spots(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each word of a text begins and ends, and the word as it is compared: without case, accents, apostrophes."""
    return ((found.start(), found.end(), folded(found.group())) for found in _WORD.finditer(text))


def words(text: str) -> list[str]:
    """The words of a text as they are compared, in order."""
    return [folded(found) for found in _WORD.findall(text)]


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """A word without case, accents, apostrophes, and commas between figures."""
    plain = _DROPPED.sub("", word.casefold())
    if plain.isascii():
        return plain
    parts = unicodedata.normalize("NFKD", plain)
    return "".join(each for each in parts if not unicodedata.combining(each)).casefold()


class WordList:
    """Different words, asked for those that a typed word may mean; each comes with how well it fits, 0 to 1."""

    def __init__(self, found: Iterable[str]) -> None:
        self._words = sorted(set(found))
        self._known = frozenset(self._words)
        self._beginnings: dict[int, dict[str, list[str]]] = {}

    def meant(self, typed: str) -> dict[str, float]:
        """The word itself, the words that begin with it, and those that hold it."""
        found = {typed: _SAME} if typed in self._known else {}
        for place in range(bisect_left(self._words, typed), len(self._words)):
            word = self._words[place]
            if not word.startswith(typed):
                break
            found.setdefault(word, _BEGINS - 0.2 * (1 - len(typed) / len(word)))
        if len(typed) >= _FEWEST_INSIDE and not typed[0].isdigit():
            for word in self._words:
                if typed in word:
                    found.setdefault(word, _HOLDS)
        return found

    def spelled_like(self, typed: str) -> dict[str, float]:
        """The words that a slip or two of the keys away from what was typed, or that begin so."""
        slips = _slips(typed)
        if not slips:
            return {}
        # Loaded at the first search that needs it: most runs of the app have none.
        from rapidfuzz import distance, process

        scorer = distance.OSA.distance
        found: dict[str, float] = {}
        near = process.extract(typed, self._words, scorer=scorer, score_cutoff=slips, limit=_MOST_SPELLED)
        for word, away, _ in near:
            if word[0].isdigit() == typed[0].isdigit():
                found[word] = _fit(typed, word, int(away))
        begun = self._beginnings_of(len(typed))
        for beginning, away, _ in process.extract(
            typed, list(begun), scorer=scorer, score_cutoff=max(slips - 1, 1), limit=_MOST_SPELLED
        ):
            for word in begun[beginning]:
                found.setdefault(word, _fit(typed, beginning, int(away)) - 0.1)
        return found

    def _beginnings_of(self, length: int) -> dict[str, list[str]]:
        """The longer words, by their first so many letters: a word that is still being typed has slips too."""
        if length not in self._beginnings:
            begun: dict[str, list[str]] = {}
            for word in self._words:
                if len(word) > length:
                    begun.setdefault(word[:length], []).append(word)
            self._beginnings[length] = begun
        return self._beginnings[length]


def _slips(typed: str) -> int:
    """How many slips of the keys are forgiven in a word: none in figures and short words, two in long ones."""
    if len(typed) < _FEWEST_SPELLED or any(each.isdigit() for each in typed):
        return 0
    return 1 if len(typed) < 6 else 2


def _fit(typed: str, word: str, distance: int) -> float:
    """Slips inside a word are likelier than one in its first letter."""
    return _SPELLED - 0.1 * distance - (0.1 if typed[0] != word[0] else 0)
