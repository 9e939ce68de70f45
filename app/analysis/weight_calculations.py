"""Calculations on weighted votes: members without influence, members that decide alone, weights without effect."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from app.analysis.hits import calculation, hit
from app.analysis.thresholds import ELECTORATE, Electorate, binds_everyone, electorate, game_of
from app.analysis.voting import WeightedGame, dictator, null_players, power
from app.domain.decisions import RULES_OF_WEIGHT, DecisionCategory, Rule, WeightsBasis, categories, weights_basis
from app.domain.members import full_members
from app.domain.readings import Calculation, Design, Hit
from app.domain.wording import listed, percentage_in_words

WEIGHTED = ("decisions.categories", *ELECTORATE)
_HALF = Fraction(1, 2)
_FIGURES = {
    WeightsBasis.TURNOVER: "turnover",
    WeightsBasis.STAFF: "staff",
    WeightsBasis.POPULATION: "voting weight",
    WeightsBasis.AGREED: "voting weight",
}


def _games(design: Design) -> Iterator[tuple[DecisionCategory, WeightedGame, Electorate]]:
    """Each category that every member votes on and that weights alone decide, with its vote."""
    voters = electorate(design.answers)
    for category in categories(design.answers):
        if category.rule is Rule.SHARE_OF_WEIGHTS and binds_everyone(category):
            game = game_of(category, voters)
            if game is not None:
                yield category, game, voters


def _without_influence(design: Design) -> Iterator[Hit]:
    for category, game, voters in _games(design):
        names = [voters.members[place].name for place in null_players(game)]
        if names:
            yield hit(category.row, category=category.name, names=listed(names, "or"))


def _deciding_alone(design: Design) -> Iterator[Hit]:
    for category, game, voters in _games(design):
        place = dictator(game)
        if place is not None and len(game.weights) > 1:
            yield hit(category.row, category=category.name, name=voters.members[place].name)


def _most_of_the_power(design: Design) -> Iterator[Hit]:
    for category, game, voters in _games(design):
        found = power(game)
        if found is None or dictator(game) is not None:
            continue
        for member, part in zip(voters.members, found, strict=True):
            if part > _HALF:
                words = percentage_in_words(round(Decimal(part.numerator * 100) / part.denominator))
                yield hit(category.row, category=category.name, name=member.name, power=words)


def _weights_without_effect(design: Design) -> Iterator[Hit]:
    for category, game, _ in _games(design):
        found = power(game)
        if found is not None and len(set(found)) == 1 and len(set(game.weights)) > 1:
            yield hit(category.row, category=category.name)


def _missing_weights(design: Design) -> Iterator[Hit]:
    basis = weights_basis(design.answers)
    is_weighted = any(category.rule in RULES_OF_WEIGHT for category in categories(design.answers))
    if basis is None or basis not in _FIGURES or not is_weighted:
        return
    for member in full_members(design.answers):
        figures = {WeightsBasis.TURNOVER: member.turnover, WeightsBasis.STAFF: member.staff}
        if figures.get(basis, member.weight) is None:
            yield hit(member.row, name=member.name, figure=_FIGURES[basis])


WEIGHT_CALCULATIONS: tuple[Calculation, ...] = (
    calculation(
        "members-without-influence",
        "Each weighted category with members whose vote never changes a result.",
        WEIGHTED,
        ("category", "names"),
        _without_influence,
    ),
    calculation(
        "members-that-decide-alone",
        "Each weighted category that one member carries alone and nobody carries without it.",
        WEIGHTED,
        ("category", "name"),
        _deciding_alone,
    ),
    calculation(
        "members-with-most-of-the-power",
        "Each weighted category in which one member holds more than half of the decisive positions.",
        WEIGHTED,
        ("category", "name", "power"),
        _most_of_the_power,
    ),
    calculation(
        "weights-without-effect",
        "Each weighted category whose different weights give every member the same power.",
        WEIGHTED,
        ("category",),
        _weights_without_effect,
    ),
    calculation(
        "members-without-weight",
        "Each full member without the figure that weights follow, where some category counts weights.",
        WEIGHTED,
        ("name", "figure"),
        _missing_weights,
    ),
)
