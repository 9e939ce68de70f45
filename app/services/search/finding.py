"""Finds what is meant by a few typed words on shelves, the best first, in groups, with the matched words marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.services.search.alike_words import folded, spots, words
from app.services.search.entries import Entry, Group, Target
from app.services.search.shelf import Hits, Shelf

#: Results of one group that are shown until the user asks for more.
MOST_OF_A_GROUP = 5
#: Results of one group that are shown when the user has asked for more.
MOST_OF_AN_OPEN_GROUP = 60
_LONGEST_QUERY = 200
_MOST_WORDS = 8
_EXCERPT = 150
_BEFORE = 50

#: Words that say nothing about what is looked for, unless nothing else was typed.
_SMALL = frozenset(
    {
        "a", "an", "and", "are", "as", "at", "be", "by", "do", "does", "for", "from", "how", "i", "in", "is", "it",
        "its", "my", "of", "on", "or", "our", "s", "that", "the", "their", "there", "this", "to", "we", "what", "when",
        "where", "which", "who", "will", "with", "you", "your",
    }
)  # fmt: skip
_ORDER = {group: place for place, group in enumerate(Group)}
#: What is likelier to be meant than something else that fits as well.
_LEAN = {
    Group.ACT: 0.16,
    Group.PLACE: 0.16,
    Group.QUESTION: 0.15,
    Group.MEMBER: 0.15,
    Group.DOCUMENT: 0.16,
    Group.CHECK: -0.2,
    Group.HELP: -0.4,
    Group.GUIDANCE: -0.1,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text as it is shown, and whether it is what was looked for. Never markup."""

    text: str
    is_match: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was found; its title and excerpt in pieces."""

    group: Group
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    where: str
    does: str
    target: Target


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """The results of a group that are shown, the best first, and how many there are in all."""

    group: Group
    results: tuple[Result, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. ``is_partial`` says that nothing has all the words, and this only some of them.

    ``read_as`` are the words, as the results have them, that were taken for one that was typed with a slip.
    """

    groups: tuple[FoundGroup, ...] = ()
    is_partial: bool = False
    read_as: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many results there are, shown or not."""
        return sum(group.count for group in self.groups)


NOTHING = Found()

_Scored = tuple[float, int, int]


@dataclass(frozen=True, slots=True)
class _Meaning:
    """The words that a typed word may mean, on each shelf, with how well they fit; ``alike`` only with a slip."""

    by_shelf: Sequence[Mapping[str, float]]
    alike: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for meant in self.by_shelf for word in meant)


def find(typed: str, shelves: Sequence[Shelf], open_groups: frozenset[Group] = frozenset()) -> Found:
    """Find what has every typed word, in any order; where nothing has, what has most of them."""
    asked = query_words(typed)
    if not asked:
        return NOTHING
    is_partial = False
    meanings = [_meant(word, shelves, forgives=False) for word in asked]
    found = _with_every(asked, meanings, shelves)
    if not found:
        meanings = [_meant(word, shelves, forgives=True) for word in asked]
        found = _with_every(asked, meanings, shelves)
    if not found and len(asked) > 1:
        is_partial = True
        found = _with_most(asked, meanings, shelves)
    ranked = _ranked(found, " ".join(asked), " ".join(words(typed[:_LONGEST_QUERY])), shelves)
    matched = frozenset[str]().union(*(each.words for each in meanings))
    groups = _grouped(ranked, matched, shelves, open_groups)
    return Found(groups, is_partial and bool(ranked), _read_as(meanings, groups))


def everything(shelf: Shelf) -> Found:
    """Everything on one shelf, in its groups, for when nothing has been typed yet."""
    by_group: dict[Group, list[Result]] = {}
    for entry in shelf.entries:
        by_group.setdefault(entry.group, []).append(_result(entry, frozenset()))
    return Found(tuple(FoundGroup(group, tuple(found), len(found)) for group, found in by_group.items()))


def query_words(typed: str) -> tuple[str, ...]:
    """The words to look for: each once, without those that say nothing."""
    typed_words = tuple(dict.fromkeys(words(typed[:_LONGEST_QUERY])))
    telling = tuple(word for word in typed_words if word not in _SMALL)
    return (telling or typed_words)[:_MOST_WORDS]


def marked(text: str, matched: frozenset[str]) -> tuple[Piece, ...]:
    """A text in pieces, those that match apart."""
    pieces: list[Piece] = []
    last = 0
    for start, end, word in spots(text):
        if word in matched:
            if start > last:
                pieces.append(Piece(text[last:start]))
            pieces.append(Piece(text[start:end], is_match=True))
            last = end
    if last < len(text):
        pieces.append(Piece(text[last:]))
    return tuple(pieces)


def excerpt(text: str, matched: frozenset[str]) -> str:
    """So much of a text as fits into two lines, around the first word that matches."""
    text = " ".join(text.split())
    if len(text) <= _EXCERPT:
        return text
    first = _first_match(text, matched)
    start = 0 if first < _EXCERPT - _BEFORE else text.rfind(" ", 0, first - _BEFORE) + 1
    shown = text[start : start + _EXCERPT]
    if start + _EXCERPT < len(text):
        shown = f"{shown.rsplit(' ', 1)[0]} …"
    return f"… {shown}" if start else shown


def _first_match(text: str, matched: frozenset[str]) -> int:
    """Where the first word that matches begins; 0 where none does."""
    lowered = text.casefold()
    # Most texts are told quickly to hold the plain form of a word; only then are their words looked at one by one.
    places = [place for place in (lowered.find(word) for word in matched) if place >= 0]
    near = min(places, default=0)
    begin = max(text.rfind(" ", 0, near) + 1, 0)
    return next((begin + start for start, _, word in spots(text[begin:]) if word in matched), 0)


def _read_as(meanings: Sequence[_Meaning], groups: Sequence[FoundGroup]) -> tuple[str, ...]:
    """The marked words in the place of a typed one, where nothing that is shown has that one itself; each once."""
    if not any(meaning.alike for meaning in meanings):
        return ()
    shown = (result for group in groups for result in group.results)
    pieces = [piece.text for result in shown for piece in (*result.title, *result.excerpt) if piece.is_match]
    marked_words = {folded(text): text for text in reversed(pieces)}
    found: list[str] = []
    for meaning in meanings:
        if meaning.alike and not marked_words.keys() & (meaning.words - meaning.alike):
            found += [text for word, text in reversed(marked_words.items()) if word in meaning.alike]
    return tuple(dict.fromkeys(found))


def _meant(word: str, shelves: Sequence[Shelf], *, forgives: bool) -> _Meaning:
    """What a typed word may mean, for each shelf; slips of the keys count if no shelf has the word."""
    near = [shelf.words.meant(word) for shelf in shelves]
    if forgives or not any(near):
        alike = [shelf.words.spelled_like(word) for shelf in shelves]
        both = [{**other, **same} for same, other in zip(near, alike, strict=True)]
        return _Meaning(both, frozenset[str]().union(*alike) - frozenset[str]().union(*near))
    return _Meaning(near)


def _hits(asked: Sequence[str], meanings: Sequence[_Meaning], place: int, shelf: Shelf) -> list[Hits]:
    return [shelf.hits(word, dict(meant.by_shelf[place])) for word, meant in zip(asked, meanings, strict=True)]


def _with_every(asked: Sequence[str], meanings: Sequence[_Meaning], shelves: Sequence[Shelf]) -> list[_Scored]:
    """The entries that match every word, one of them at least by their own words: score, shelf, number."""
    found: list[_Scored] = []
    for place, shelf in enumerate(shelves):
        hits = _hits(asked, meanings, place, shelf)
        fewest = min(hits, key=lambda each: len(each.scores))
        own = set().union(*(each.own for each in hits))
        for number in fewest.scores:
            if number in own and all(number in each.scores for each in hits):
                found.append((sum(each.scores[number] for each in hits) / len(hits), place, number))
    return found


def _with_most(asked: Sequence[str], meanings: Sequence[_Meaning], shelves: Sequence[Shelf]) -> list[_Scored]:
    """The entries that match as many words as any does."""
    most = 1
    found: list[_Scored] = []
    for place, shelf in enumerate(shelves):
        hits = _hits(asked, meanings, place, shelf)
        for number in set().union(*(each.own for each in hits)):
            count = sum(number in each.scores for each in hits)
            if count > most:
                most, found = count, []
            if count == most:
                found.append((sum(each.scores.get(number, 0.0) for each in hits) / len(hits), place, number))
    return found


def _ranked(found: list[_Scored], asked: str, typed: str, shelves: Sequence[Shelf]) -> list[_Scored]:
    """The best first: a title that holds what was typed word for word, and the shorter of two that fit alike."""
    ranked = []
    for score, place, number in found:
        title, entry = shelves[place].titles[number], shelves[place].entries[number]
        bonus = _LEAN.get(entry.group, 0.0) - 0.0005 * len(title)
        if not entry.is_shared and (asked in title or typed in title):
            bonus += 0.2 + 0.2 * title.startswith((asked, typed)) + 0.2 * (title in {asked, typed})
            # Small words count where somebody took the trouble to type them.
            bonus += 0.1 * (typed != asked and typed in title)
        elif " " in asked and typed in entry.text.casefold():
            bonus += 0.15
        ranked.append((score + bonus, place, number))
    return sorted(ranked, key=lambda each: (-each[0], each[1], each[2]))


def _grouped(
    ranked: list[_Scored], matched: frozenset[str], shelves: Sequence[Shelf], open_groups: frozenset[Group]
) -> tuple[FoundGroup, ...]:
    by_group: dict[Group, list[tuple[float, Entry]]] = {}
    for score, place, number in ranked:
        entry = shelves[place].entries[number]
        by_group.setdefault(entry.group, []).append((score, entry))
    order = sorted(by_group, key=lambda group: (-round(by_group[group][0][0], 3), _ORDER[group]))
    return tuple(
        FoundGroup(
            group,
            tuple(
                _result(entry, matched)
                for _, entry in by_group[group][: MOST_OF_AN_OPEN_GROUP if group in open_groups else MOST_OF_A_GROUP]
            ),
            len(by_group[group]),
        )
        for group in order
    )


def _result(entry: Entry, matched: frozenset[str]) -> Result:
    shown = marked(excerpt(entry.text, matched), matched)
    return Result(entry.group, marked(entry.title, matched), shown, entry.where, entry.does, entry.target)
