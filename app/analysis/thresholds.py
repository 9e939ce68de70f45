"""What a decision rule means in whole members: how many carry a decision, and how few can stop it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.analysis.voting import WeightedGame, always_carries, fewest_to_carry, fewest_to_stop, weighted_game
from app.domain.answers import Answers, known_of
from app.domain.decisions import (
    RULES_OF_WEIGHT,
    Binds,
    Counted,
    DecisionCategory,
    QuorumRule,
    Rule,
    WeightsBasis,
    counted_from,
    quorum,
    voting_fraction,
    weights_basis,
    whole_members,
)
from app.domain.members import Member, full_members

#: The questions that `electorate` looks at.
ELECTORATE = ("members.members", "decisions.weights-basis")
#: The questions that `quorum_trusts` looks at.
QUORUM = ("members.members", "decisions.quorum-rule", "decisions.quorum-number", "decisions.quorum-share")
#: The questions that decision rules are told from, but for the quorum.
RULES = (*ELECTORATE, "decisions.categories", "decisions.counted")


@dataclass(frozen=True, slots=True)
class Electorate:
    """Those who vote, with their weights where there are any: whole numbers in the order of the members."""

    members: tuple[Member, ...]
    weights: tuple[int, ...] | None

    @property
    def size(self) -> int:
        """How many members vote."""
        return len(self.members)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A rule in whole members, when every member votes.

    ``fewest`` members can carry a decision, ``always`` members carry it whoever they are, and ``stop`` members
    are the fewest that can stop it. Where each member has one vote, the first two are the same.
    """

    members: int
    fewest: int
    always: int
    stop: int


@known_of
def electorate(answers: Answers) -> Electorate:
    """The members with a vote, and their weights if a basis is chosen and every figure for it is known."""
    voters = full_members(answers)
    basis = weights_basis(answers)
    weights = [_weight(basis, member) for member in voters]
    known = tuple(weight for weight in weights if weight is not None)
    return Electorate(voters, known if len(known) == len(voters) and any(known) else None)


def game_of(category: DecisionCategory, voters: Electorate) -> WeightedGame | None:
    """The weighted vote of a category; None where its rule counts no weights or a figure is missing."""
    if category.rule not in RULES_OF_WEIGHT or category.share is None or voters.weights is None:
        return None
    return weighted_game(voters.weights, voting_fraction(category.share))


def threshold(category: DecisionCategory, voters: Electorate) -> Threshold | None:
    """The rule of a category among all who vote; None where a figure is missing or nobody votes."""
    if voters.size == 0:
        return None
    if category.rule in RULES_OF_WEIGHT:
        return _weighted_threshold(category, voters)
    needed = members_needed(category, voters.size)
    return None if needed is None else _threshold(voters.size, needed)


def members_needed(category: DecisionCategory, members: int) -> int | None:
    """How many of so many members carry a decision with one vote each; None where the rule cannot tell."""
    match category.rule:
        case Rule.CONSENSUS | Rule.UNANIMITY:
            return members
        case Rule.ALL_BUT_ONE:
            return max(members - 1, 1)
        case Rule.NUMBER:
            return category.number
        case Rule.SHARE_OF_MEMBERS:
            return None if category.share is None else whole_members(category.share, members)
        case _:
            return None


def is_counted_from_all(category: DecisionCategory, answers: Answers) -> bool | None:
    """Whether an absent member counts as a vote against; None where it is not answered."""
    if category.rule in {Rule.SHARE_OF_MEMBERS, *RULES_OF_WEIGHT}:
        counted = counted_from(answers)
        return None if counted is None else counted is Counted.ALL_MEMBERS
    return category.rule is not None and category.rule is not Rule.CONSENSUS


def binds_everyone(category: DecisionCategory) -> bool:
    """Whether every member votes in this category: it binds all, or who is bound is not answered."""
    return category.binds in {Binds.ALL, None}


@known_of
def quorum_trusts(answers: Answers) -> int | None:
    """How many members make a quorum; None where that cannot be told."""
    rule, members = quorum(answers), len(full_members(answers))
    if rule is None or members == 0:
        return None
    match rule.rule:
        case QuorumRule.EVERY_TRUST:
            return members
        case QuorumRule.NUMBER_OF_TRUSTS:
            return rule.number
        case QuorumRule.SHARE_OF_TRUSTS:
            return None if rule.share is None else whole_members(rule.share, members)


def _threshold(members: int, needed: int) -> Threshold:
    return Threshold(members, needed, needed, max(members - needed + 1, 1))


def _weighted_threshold(category: DecisionCategory, voters: Electorate) -> Threshold | None:
    game = game_of(category, voters)
    if game is None:
        return None
    found = Threshold(voters.size, fewest_to_carry(game), always_carries(game), fewest_to_stop(game))
    if category.rule is Rule.SHARE_OF_WEIGHTS:
        return found
    if category.number is None:
        return None
    plain = _threshold(voters.size, category.number)
    return Threshold(
        voters.size,
        max(found.fewest, plain.fewest),
        max(found.always, plain.always),
        min(found.stop, plain.stop),
    )


def _weight(basis: WeightsBasis | None, member: Member) -> int | None:
    match basis:
        case None:
            return None
        case WeightsBasis.EQUAL:
            return 1
        case WeightsBasis.TURNOVER:
            return _pence(member.turnover)
        case WeightsBasis.STAFF:
            return member.staff
        case WeightsBasis.POPULATION | WeightsBasis.AGREED:
            return member.weight


def _pence(pounds: Decimal | None) -> int | None:
    return None if pounds is None else round(pounds * 100)


def place_names(voters: Electorate, places: Sequence[int]) -> tuple[str, ...]:
    """The names of the members at these places."""
    return tuple(voters.members[place].name for place in places)
