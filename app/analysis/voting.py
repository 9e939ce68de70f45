"""Exact arithmetic of weighted votes: who can carry, stop or never change a decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import accumulate
from math import gcd
from struct import unpack

#: Beyond this total of weights, counting every coalition takes too long for a screen that answers at once.
MOST_WEIGHT_COUNTED = 50_000
_MOST_BITS = 2_000_000
_MOST_HALVED = 40
_SLOT = 64


@dataclass(frozen=True, slots=True)
class WeightedGame:
    """A vote that is carried when the weights in favour reach the quota. Weights are whole and not negative."""

    weights: tuple[int, ...]
    quota: int

    @property
    def total(self) -> int:
        """All weights together."""
        return sum(self.weights)


def weighted_game(weights: Sequence[int], share: Fraction) -> WeightedGame:
    """The vote that a share of all weights carries, with the weights in their smallest whole numbers.

    Raises ValueError where no weight is above zero, as nothing could ever be carried.
    """
    if not any(weights):
        raise ValueError("At least one voting weight must be above zero.")
    step = reduce(gcd, weights)
    smallest = tuple(weight // step for weight in weights)
    exact = share * sum(smallest)
    return WeightedGame(smallest, max(1, -(-exact.numerator // exact.denominator)))


def fewest_to_carry(game: WeightedGame) -> int:
    """The fewest players that can carry a decision: the heaviest first."""
    return _players_to_reach(sorted(game.weights, reverse=True), game.quota)


def always_carries(game: WeightedGame) -> int:
    """How many players always carry a decision, whoever they are: the lightest first."""
    return _players_to_reach(sorted(game.weights), game.quota)


def fewest_to_stop(game: WeightedGame) -> int:
    """The fewest players that can stop a decision when everyone else is for it."""
    return _players_to_reach(sorted(game.weights, reverse=True), game.total - game.quota + 1)


def veto_holders(game: WeightedGame) -> tuple[int, ...]:
    """The players without whom nothing is carried, by place."""
    return tuple(p for p, weight in enumerate(game.weights) if game.total - weight < game.quota)


def dictator(game: WeightedGame) -> int | None:
    """The player that carries a decision alone and without whom none is carried; None if there is none."""
    vetoes = [place for place in veto_holders(game) if game.weights[place] >= game.quota]
    return vetoes[0] if vetoes else None


def null_players(game: WeightedGame) -> tuple[int, ...]:
    """The players whose vote never changes a result, by place."""
    found: list[int] = []
    for place in sorted(range(len(game.weights)), key=lambda each: game.weights[each]):
        weight = game.weights[place]
        is_known = bool(found) and game.weights[found[-1]] == weight
        others = [*game.weights[:place], *game.weights[place + 1 :]]
        if not is_known and _has_sum_between(others, max(game.quota - weight, 0), game.quota):
            break  # whoever is as heavy as this player, or heavier, changes some result too
        found.append(place)
    return tuple(sorted(found))


def swings(game: WeightedGame) -> tuple[int, ...] | None:
    """For each player, how many losing groups of the others it turns into winning ones.

    None where there are too many weights to count. Divided by their sum these are the Banzhaf index.
    """
    if game.total > MOST_WEIGHT_COUNTED or len(game.weights) >= _SLOT:
        return None
    by_weight: dict[int, int] = {}
    for place, weight in enumerate(game.weights):
        if weight not in by_weight:
            others = _groups_by_weight([*game.weights[:place], *game.weights[place + 1 :]])
            by_weight[weight] = sum(others[max(game.quota - weight, 0) : game.quota])
    return tuple(by_weight[weight] for weight in game.weights)


def power(game: WeightedGame) -> tuple[Fraction, ...] | None:
    """Each player's share of decisive positions (the normalised Banzhaf index); None where not counted."""
    counts = swings(game)
    if counts is None or not any(counts):
        return None
    return tuple(Fraction(count, sum(counts)) for count in counts)


def _players_to_reach(weights: Sequence[int], goal: int) -> int:
    reached = accumulate(weights)
    return next((count for count, weight in enumerate(reached, start=1) if weight >= goal), len(weights) + 1)


def _groups_by_weight(weights: Sequence[int]) -> Sequence[int]:
    """How many groups have each weight from 0 to the total, kept in the slots of one large number."""
    groups = 1
    for weight in weights:
        groups += groups << (weight * _SLOT)
    slots = sum(weights) + 1
    return unpack(f"<{slots}Q", groups.to_bytes(slots * _SLOT // 8, "little"))


def _has_sum_between(weights: Sequence[int], low: int, high: int) -> bool:
    """Whether some group weighs at least ``low`` and less than ``high``.

    Among more than 40 players with very uneven weights this is taken for granted, so that nobody is said to
    have no influence without proof.
    """
    if low >= high:
        return False
    if high <= _MOST_BITS:
        sums = 1
        for weight in weights:
            sums |= (sums << weight) & ((1 << high) - 1)
        return bool(sums >> low)
    if len(weights) > _MOST_HALVED:
        return True
    half = len(weights) // 2
    first, second = _sums(weights[:half]), _sums(weights[half:])
    place = len(second) - 1
    for one in first:
        while place >= 0 and one + second[place] >= high:
            place -= 1
        if place >= 0 and one + second[place] >= low:
            return True
    return False


def _sums(weights: Sequence[int]) -> list[int]:
    sums = {0}
    for weight in weights:
        sums |= {each + weight for each in sums}
    return sorted(sums)
