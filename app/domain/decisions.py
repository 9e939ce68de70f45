"""How decisions are made: categories of decision with the rule for each, voting shares, and the quorum."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import ceil

from app.domain.answers import Answers, Row, known_of
from app.domain.choices import chosen
from app.domain.wording import percentage_in_words

_THIRD = frozenset(map(Decimal, ("33", "33.3", "33.33")))
_TWO_THIRDS = frozenset(map(Decimal, ("67", "66.7", "66.67")))


class Binds(Enum):
    """Who is bound by a decision: every member, those that it affects, or only the member that makes it."""

    ALL = "all"
    AFFECTED = "affected"
    OWN = "own"


class Rule(Enum):
    """What it takes to carry a decision."""

    CONSENSUS = "consensus"
    UNANIMITY = "unanimity"
    ALL_BUT_ONE = "all-but-one"
    NUMBER = "number"
    SHARE_OF_MEMBERS = "share-of-members"
    SHARE_OF_WEIGHTS = "share-of-weights"
    DOUBLE_MAJORITY = "double-majority"


RULES_OF_EVERYONE = frozenset({Rule.CONSENSUS, Rule.UNANIMITY})
RULES_OF_WEIGHT = frozenset({Rule.SHARE_OF_WEIGHTS, Rule.DOUBLE_MAJORITY})


class Counted(Enum):
    """What a voting share is a share of."""

    ALL_MEMBERS = "all-members"
    THOSE_PRESENT = "those-present"


class WeightsBasis(Enum):
    """What voting weights follow."""

    EQUAL = "equal"
    TURNOVER = "turnover"
    STAFF = "staff"
    POPULATION = "population"
    AGREED = "agreed"


class QuorumRule(Enum):
    """How the trusts that must be there are counted."""

    EVERY_TRUST = "every-trust"
    NUMBER_OF_TRUSTS = "number-of-trusts"
    SHARE_OF_TRUSTS = "share-of-trusts"


@dataclass(frozen=True, slots=True)
class DecisionCategory:
    """One kind of decision. ``share`` is a percentage; ``number`` a number of members."""

    row: str
    name: str
    binds: Binds | None
    rule: Rule | None
    number: int | None
    share: Decimal | None
    lead_agrees: bool

    @property
    def is_majority(self) -> bool:
        """Whether its rule, by its name, can carry a decision against somebody's vote."""
        return self.rule is not None and self.rule not in RULES_OF_EVERYONE and self.binds is not Binds.OWN


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many trusts must be there. ``share`` is a percentage."""

    rule: QuorumRule
    number: int | None
    share: Decimal | None


@known_of
def categories(answers: Answers) -> tuple[DecisionCategory, ...]:
    """Every category of decision, in the user's order."""
    return tuple(_category(row) for row in answers.rows("decisions.categories"))


def counted_from(answers: Answers) -> Counted | None:
    """What a voting share is a share of; None where it is not answered."""
    return chosen(Counted, answers.text("decisions.counted"))


def weights_basis(answers: Answers) -> WeightsBasis | None:
    """What voting weights follow; None where it is not answered."""
    return chosen(WeightsBasis, answers.text("decisions.weights-basis"))


@known_of
def quorum(answers: Answers) -> Quorum | None:
    """The quorum rule; None where it is not chosen yet."""
    rule = chosen(QuorumRule, answers.text("decisions.quorum-rule"))
    if rule is None:
        return None
    return Quorum(rule, answers.whole_number("decisions.quorum-number"), answers.amount("decisions.quorum-share"))


def voting_fraction(share: Decimal) -> Fraction:
    """What a voting share in per cent means: 33% is a third, 67% two-thirds, any other exactly itself.

    Nobody who asks for 67% of 6 trusts wants 5 of them because two-thirds is 66.67%.
    """
    if share in _THIRD:
        return Fraction(1, 3)
    if share in _TWO_THIRDS:
        return Fraction(2, 3)
    return Fraction(share) / 100


def voting_share_in_words(share: Decimal) -> str:
    """A voting share as documents write it: two-thirds, one-third, or a percentage."""
    fraction = voting_fraction(share)
    return {Fraction(1, 3): "one-third", Fraction(2, 3): "two-thirds"}.get(fraction) or percentage_in_words(share)


def whole_members(share: Decimal, members: int) -> int:
    """The fewest whole members that make up a voting share of so many members; at least 1."""
    exact = voting_fraction(share) * members
    return max(1, ceil(exact))


def _category(row: Row) -> DecisionCategory:
    return DecisionCategory(
        row=row.id,
        name=row.text("category") or "",
        binds=chosen(Binds, row.text("binds")),
        rule=chosen(Rule, row.text("rule")),
        number=row.whole_number("number"),
        share=row.amount("share"),
        lead_agrees=row.is_yes("lead-agrees") is True,
    )
