"""Weighted votes against published results, and against counting every group of voters."""

import csv
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.analysis import voting
from app.analysis.voting import WeightedGame


@dataclass(frozen=True)
class Known:
    """A game whose results are known."""

    name: str
    game: WeightedGame
    swings: tuple[int, ...]
    winning_groups: int
    power: tuple[Fraction, ...]


def _known_games() -> list[Known]:
    path = Path(__file__).with_name("voting_games.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Known(
                row["game"],
                WeightedGame(_numbers(row["weights"]), int(row["quota"])),
                _numbers(row["swings"]),
                int(row["winning_groups"]),
                tuple(Fraction(part) for part in row["power"].split()),
            )
            for row in csv.DictReader(file)
        ]


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split())


KNOWN = _known_games()
games = some.builds(
    lambda weights, quota: WeightedGame(tuple(weights), 1 + quota % max(sum(weights), 1)),
    some.lists(some.integers(0, 12), min_size=1, max_size=7).filter(any),
    some.integers(0, 1000),
)


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.name)
def test_power_is_as_published(known: Known) -> None:
    assert voting.swings(known.game) == known.swings
    assert voting.power(known.game) == known.power


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.name)
def test_special_players_are_those_that_the_swings_tell(known: Known) -> None:
    everyone = range(len(known.swings))
    assert voting.null_players(known.game) == tuple(p for p in everyone if known.swings[p] == 0)
    assert voting.veto_holders(known.game) == tuple(p for p in everyone if known.swings[p] == known.winning_groups)
    alone = [p for p in everyone if known.power[p] == 1]
    assert voting.dictator(known.game) == (alone[0] if alone else None)


def test_there_are_enough_known_games() -> None:
    assert len(KNOWN) >= 40
    assert sum(0 in known.swings for known in KNOWN) == 3


@given(games)
def test_counting_agrees_with_trying_every_group(game: WeightedGame) -> None:
    winning = [group for group in _groups(range(len(game.weights))) if _weight(game, group) >= game.quota]
    swings = tuple(
        sum(place in group and _weight(game, group) - game.weights[place] < game.quota for group in winning)
        for place in range(len(game.weights))
    )
    assert voting.swings(game) == swings
    assert voting.null_players(game) == tuple(place for place, count in enumerate(swings) if count == 0)
    assert voting.fewest_to_carry(game) == min(len(group) for group in winning)


@given(games)
def test_the_numbers_of_members_are_the_smallest_that_hold(game: WeightedGame) -> None:
    size = len(game.weights)
    always = voting.always_carries(game)
    assert all(_weight(game, group) >= game.quota for group in combinations(range(size), always))
    assert not all(_weight(game, group) >= game.quota for group in combinations(range(size), always - 1))
    stop = voting.fewest_to_stop(game)
    left = [game.total - _weight(game, group) for group in combinations(range(size), stop)]
    assert min(left) < game.quota
    assert all(game.total - _weight(game, group) >= game.quota for group in combinations(range(size), stop - 1))


@given(some.lists(some.integers(1, 10**12), min_size=2, max_size=9), some.integers(1, 100))
def test_players_without_influence_are_found_among_very_large_weights(weights: list[int], share: int) -> None:
    game = voting.weighted_game(weights, Fraction(share, 100))
    winning = [group for group in _groups(range(len(weights))) if _weight(game, group) >= game.quota]
    never = tuple(
        place
        for place in range(len(weights))
        if all(place not in group or _weight(game, group) - game.weights[place] >= game.quota for group in winning)
    )
    assert voting.null_players(game) == never


def test_a_share_of_weights_is_never_rounded_down() -> None:
    game = voting.weighted_game((600, 450, 300, 250, 250, 150), Fraction(3, 4))
    assert game == WeightedGame((12, 9, 6, 5, 5, 3), 30)
    assert voting.weighted_game((1, 1, 1), Fraction(1, 2)).quota == 2
    assert voting.weighted_game((1, 1, 1), Fraction(0)).quota == 1


def test_votes_without_any_weight_are_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        voting.weighted_game((0, 0), Fraction(1, 2))


def test_too_many_weights_are_not_counted() -> None:
    game = WeightedGame((voting.MOST_WEIGHT_COUNTED, 1), 2)
    assert voting.swings(game) is None
    assert voting.power(game) is None


def test_thirty_members_with_uneven_weights_are_judged_exactly() -> None:
    weights = (1, *(10**10 + 1_000_003 * place for place in range(29)))
    game = WeightedGame(weights, sum(weights) - 1)
    assert voting.null_players(game) == (0,)
    assert voting.null_players(WeightedGame(weights, sum(weights))) == ()


def _groups(places: range) -> list[tuple[int, ...]]:
    return [group for size in range(len(places) + 1) for group in combinations(places, size)]


def _weight(game: WeightedGame, group: tuple[int, ...]) -> int:
    return sum(game.weights[place] for place in group)
