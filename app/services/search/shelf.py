"""A shelf: entries with a table of the words they hold, made once and then only read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.services.search.alike_words import WordList, words
from app.services.search.entries import Entry

#: What a word is worth in a name, in a text, and around an entry.
NAME, TEXT, AROUND = 1.0, 0.5, 0.2

#: From so many letters on a half-typed word is looked up in texts as well; before, it would be in nearly all of them.
_FEWEST_IN_TEXTS = 3


@dataclass(slots=True)
class Hits:
    """The entries of a shelf that match one typed word: how well, by number, and which of them by their own words."""

    scores: dict[int, float] = field(default_factory=dict)
    own: set[int] = field(default_factory=set)


class Shelf:
    """Entries in the order they were given. Safe to read in any thread."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        kept = []
        self._names: dict[str, list[int]] = {}
        self._texts: dict[str, list[int]] = {}
        self._around: dict[str, list[int]] = {}
        titles = []
        for number, entry in enumerate(entries):
            kept.append(entry)
            titled = words(entry.title)
            titles.append(" ".join(titled))
            _file(self._around if entry.is_shared else self._names, titled, number)
            _file(self._names, words(entry.also), number)
            _file(self._texts, words(entry.text), number)
            _file(self._around, words(entry.where), number)
        self.entries, self.titles = tuple(kept), tuple(titles)
        self.words = WordList([*self._names, *self._texts, *self._around])

    def hits(self, typed: str, meant: dict[str, float]) -> Hits:
        """The entries with any of the words that a typed word may mean."""
        hits = Hits()
        for table, worth in ((self._names, NAME), (self._texts, TEXT), (self._around, AROUND)):
            for word, fit in meant.items():
                is_begun = word != typed and len(typed) < _FEWEST_IN_TEXTS
                if worth != NAME and (is_begun or len(typed) == 1):
                    continue
                score = worth * fit
                for number in table.get(word, ()):
                    if score > hits.scores.get(number, 0.0):
                        hits.scores[number] = score
                if worth != AROUND:
                    hits.own.update(table.get(word, ()))
        return hits


def _file(table: dict[str, list[int]], found: list[str], number: int) -> None:
    for word in found:
        numbers = table.get(word)
        if numbers is None:
            table[word] = [number]
        elif numbers[-1] != number:
            numbers.append(number)
