"""Says decision rules in words: what carries a decision, and what that means in whole members."""

from dataclasses import dataclass

from app.analysis.thresholds import Electorate, Threshold, game_of, members_needed, place_names, threshold
from app.analysis.voting import veto_holders
from app.domain.decisions import (
    RULES_OF_WEIGHT,
    Binds,
    Counted,
    DecisionCategory,
    Rule,
    WeightsBasis,
    voting_share_in_words,
)
from app.domain.wording import NOT_ANSWERED, capital, counted, listed

#: A rule for those affected is spelt out for groups of 2 up to this many members.
_MOST_AFFECTED = 6

_WEIGHTS = {
    WeightsBasis.EQUAL: "equal weights",
    WeightsBasis.TURNOVER: "weights by turnover",
    WeightsBasis.STAFF: "weights by staff numbers",
    WeightsBasis.POPULATION: "weights by population served",
    WeightsBasis.AGREED: "agreed weights",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule is read against: who votes, what shares are counted from, what weights follow, the quorum."""

    voters: Electorate
    counted: Counted | None
    basis: WeightsBasis | None
    quorum: int | None


def rule_in_words(category: DecisionCategory, setting: Setting) -> str:
    """What carries a decision of a category, as an entry of a table."""
    if category.binds is Binds.OWN:
        return "The Member decides for itself"
    members = "affected Members" if category.binds is Binds.AFFECTED else "Members"
    text = _rule(category, members, setting)
    if text is None:
        return capital(NOT_ANSWERED)
    return f"{text}, with the agreement of the lead provider" if category.lead_agrees else text


def whole_members_in_words(category: DecisionCategory, setting: Setting) -> str:
    """What the rule of a category comes to in whole members, as an entry of a table."""
    match category.binds:
        case Binds.OWN:
            return "1 Member"
        case Binds.AFFECTED:
            return _affected_in_words(category, setting)
        case _:
            return _all_in_words(category, setting)


def _rule(category: DecisionCategory, members: str, setting: Setting) -> str | None:
    share = None if category.share is None else voting_share_in_words(category.share)
    present = " present" if setting.counted is Counted.THOSE_PRESENT else ""
    match category.rule:
        case Rule.CONSENSUS:
            return f"Consensus: no {members.removesuffix('s')} keeps up an objection"
        case Rule.UNANIMITY:
            return f"A vote in favour by every {members.removesuffix('s')}"
        case Rule.ALL_BUT_ONE:
            return f"The votes of all but 1 of the {members}"
        case Rule.NUMBER:
            return None if category.number is None else f"The votes of at least {category.number} of the {members}"
        case Rule.SHARE_OF_MEMBERS:
            return None if share is None else f"The votes of at least {share} of the {members}{present}"
        case Rule.SHARE_OF_WEIGHTS:
            return None if share is None else f"At least {share} of the weights of the {members}{present}{_by(setting)}"
        case Rule.DOUBLE_MAJORITY:
            if share is None or category.number is None:
                return None
            return (
                f"The votes of at least {category.number} of the {members} that also hold at least {share} "
                f"of the weights of the {members}{present}{_by(setting)}"
            )
        case None:
            return None


def _by(setting: Setting) -> str:
    return f" ({_WEIGHTS[setting.basis]})" if setting.basis is not None else ""


def _all_in_words(category: DecisionCategory, setting: Setting) -> str:
    found = threshold(category, setting.voters)
    if found is None:
        return capital(NOT_ANSWERED)
    if found.fewest > found.members:
        return f"{found.fewest}, but there {_are(found.members)}"
    if category.rule in RULES_OF_WEIGHT:
        return _weighted_in_words(category, setting, found)
    if category.rule is Rule.SHARE_OF_MEMBERS and setting.counted is Counted.THOSE_PRESENT:
        return _present_in_words(category, setting, found)
    return f"{_of(found.fewest, found.members)}; {_stopped_by(found.stop)}"


def _weighted_in_words(category: DecisionCategory, setting: Setting, found: Threshold) -> str:
    if found.fewest == found.always:
        text = _of(found.fewest, found.members)
    else:
        text = f"Between {found.fewest} and {found.always} of the {found.members} Members, by their weights"
    game = game_of(category, setting.voters)
    vetoes = place_names(setting.voters, veto_holders(game)) if game is not None else ()
    if vetoes and len(vetoes) < found.members:
        return f"{text}; {listed(vetoes, 'or')} can stop it alone"
    return f"{text}; {_stopped_by(found.stop)}"


def _present_in_words(category: DecisionCategory, setting: Setting, found: Threshold) -> str:
    full = f"{found.fewest} of {found.members} when all are present"
    if setting.quorum is None or not 0 < setting.quorum < found.members:
        return full
    at_the_quorum = members_needed(category, setting.quorum)
    return f"{at_the_quorum} of {setting.quorum} when only a quorum is present, {full}"


def _affected_in_words(category: DecisionCategory, setting: Setting) -> str:
    size = setting.voters.size
    if category.rule in {Rule.CONSENSUS, Rule.UNANIMITY}:
        return "All that are affected; any 1 of them can stop it"
    if category.rule is Rule.NUMBER and category.number is not None:
        return f"{category.number} of those affected"
    groups = range(2, min(size, _MOST_AFFECTED) + 1)
    needed = [(members_needed(category, group), group) for group in groups]
    if not needed or any(votes is None for votes, _ in needed):
        return capital(NOT_ANSWERED) if category.rule not in RULES_OF_WEIGHT else "It depends on who is affected"
    return capital(listed(f"{votes} of {group}" for votes, group in needed)) + " affected"


def _of(needed: int, members: int) -> str:
    return f"All {counted(members, 'Member', 'Members')}" if needed == members else f"{needed} of {members} Members"


def _are(members: int) -> str:
    return f"{'is' if members == 1 else 'are'} only {counted(members, 'Member', 'Members')}"


def _stopped_by(stop: int) -> str:
    return f"any {stop} can stop it"
