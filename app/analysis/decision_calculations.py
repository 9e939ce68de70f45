"""Calculations on decision rules: majorities that cannot bind, quorums that cannot decide, ties and outvoting."""

from collections.abc import Iterator

from app.analysis.hits import calculation, hit
from app.analysis.scope_readings import leads
from app.analysis.thresholds import (
    ELECTORATE,
    QUORUM,
    RULES,
    Electorate,
    Threshold,
    binds_everyone,
    electorate,
    game_of,
    is_counted_from_all,
    members_needed,
    quorum_trusts,
    threshold,
)
from app.domain.decisions import (
    Binds,
    Counted,
    DecisionCategory,
    Rule,
    categories,
    counted_from,
    voting_share_in_words,
)
from app.domain.members import full_members
from app.domain.readings import Calculation, Design, Hit
from app.domain.wording import listed

CATEGORIES = ("decisions.categories", *ELECTORATE)
WITH_QUORUM = tuple(dict.fromkeys((*RULES, *QUORUM)))
#: A share from here on sounds like more than a simple majority.
_SOUNDS_LARGER = 60


def _for_all(design: Design) -> Iterator[tuple[DecisionCategory, Threshold, Electorate]]:
    """Each category in which every member votes, with its rule in whole members."""
    voters = electorate(design.answers)
    for category in categories(design.answers):
        found = threshold(category, voters) if binds_everyone(category) else None
        if found is not None:
            yield category, found, voters


def _majorities_that_bind_others(design: Design) -> Iterator[Hit]:
    by_row = {category.row: found for category, found, _ in _for_all(design)}
    for category in categories(design.answers):
        found = by_row.get(category.row)
        is_certain = found is not None and found.fewest < found.members
        is_open = not binds_everyone(category) and category.share != 100
        if category.is_majority and (is_certain or is_open):
            yield hit(category.row, category=category.name)


def _quorum_too_small_to_decide(design: Design) -> Iterator[Hit]:
    quorum = quorum_trusts(design.answers)
    for category, found, _ in _for_all(design):
        if quorum is None or is_counted_from_all(category, design.answers) is not True:
            continue
        if quorum < found.fewest <= found.members:
            yield hit(category.row, category=category.name, needed=str(found.fewest), quorum=str(quorum))


def _minority_that_binds_all(design: Design) -> Iterator[Hit]:
    quorum = quorum_trusts(design.answers)
    for category, found, _ in _for_all(design):
        is_of_those_present = counted_from(design.answers) is Counted.THOSE_PRESENT
        if quorum is None or not is_of_those_present or category.rule is not Rule.SHARE_OF_MEMBERS:
            continue
        needed = members_needed(category, min(quorum, found.members))
        if needed is not None and needed * 2 <= found.members and quorum < found.members:
            yield hit(
                category.row,
                category=category.name,
                needed=str(needed),
                quorum=str(quorum),
                members=str(found.members),
            )


def _consensus_without_everyone(design: Design) -> Iterator[Hit]:
    quorum = quorum_trusts(design.answers)
    for category, found, _ in _for_all(design):
        if category.rule is Rule.CONSENSUS and quorum is not None and quorum < found.members:
            yield hit(category.row, category=category.name, quorum=str(quorum), members=str(found.members))


def _more_votes_than_members(design: Design) -> Iterator[Hit]:
    members = len(full_members(design.answers))
    for category in categories(design.answers):
        is_counted = category.rule in {Rule.NUMBER, Rule.DOUBLE_MAJORITY}
        if is_counted and category.number is not None and 0 < members < category.number:
            yield hit(category.row, category=category.name, number=str(category.number), members=str(members))


def _shares_that_mean_everyone(design: Design) -> Iterator[Hit]:
    for category, found, share in _shares(design):
        if category.share != 100 and found.fewest == found.members:
            yield hit(category.row, category=category.name, share=share, members=str(found.members))


def _shares_that_mean_a_bare_majority(design: Design) -> Iterator[Hit]:
    for category, found, share in _shares(design):
        is_bare = found.fewest == found.members // 2 + 1 and found.fewest < found.members
        if is_bare and category.share is not None and category.share >= _SOUNDS_LARGER:
            yield hit(
                category.row,
                category=category.name,
                share=share,
                needed=str(found.fewest),
                members=str(found.members),
            )


def _shares(design: Design) -> Iterator[tuple[DecisionCategory, Threshold, str]]:
    for category, found, _ in _for_all(design):
        if category.rule is Rule.SHARE_OF_MEMBERS and category.share is not None:
            yield category, found, voting_share_in_words(category.share)


def _half_that_carries(design: Design) -> Iterator[Hit]:
    for category, found, _ in _for_all(design):
        if category.rule in {Rule.SHARE_OF_MEMBERS, Rule.NUMBER} and found.fewest * 2 <= found.members:
            yield hit(
                category.row,
                category=category.name,
                needed=str(found.fewest),
                members=str(found.members),
            )


def _ties_without_a_way_out(design: Design) -> Iterator[Hit]:
    has_way_out = design.answers.is_yes("decisions.casting-vote") or bool(design.answers.rows("disputes.tiers"))
    for category, found, _ in _for_all(design):
        is_plain = category.rule in {Rule.SHARE_OF_MEMBERS, Rule.NUMBER}
        is_bare = found.members % 2 == 0 and found.fewest == found.members // 2 + 1
        if is_plain and is_bare and not has_way_out:
            half = str(found.members // 2)
            yield hit(category.row, category=category.name, half=half, members=str(found.members))


def _leads_that_can_be_outvoted(design: Design) -> Iterator[Hit]:
    lead_rows = leads(design.answers)
    for category, found, voters in _for_all(design):
        if category.lead_agrees or not category.is_majority:
            continue
        outvoted = [
            member.name
            for place, member in enumerate(voters.members)
            if member.row in lead_rows and _can_carry_without(place, category, found, voters)
        ]
        if outvoted:
            yield hit(category.row, category=category.name, names=listed(outvoted, "or"))


def _can_carry_without(place: int, category: DecisionCategory, found: Threshold, voters: Electorate) -> bool:
    game = game_of(category, voters)
    if game is None:
        return found.fewest < found.members
    others = game.total - game.weights[place]
    is_enough_members = category.rule is Rule.SHARE_OF_WEIGHTS or (category.number or 0) < found.members
    return others >= game.quota and is_enough_members


def _leads_that_can_stop(design: Design) -> Iterator[Hit]:
    for category in categories(design.answers):
        if category.lead_agrees and category.binds is not Binds.OWN:
            yield hit(category.row, category=category.name)


def _quorum_above_members(design: Design) -> Iterator[Hit]:
    quorum, members = quorum_trusts(design.answers), len(full_members(design.answers))
    if quorum is not None and quorum > members:
        yield hit(quorum=str(quorum), members=str(members))


def _quorum_below_half(design: Design) -> Iterator[Hit]:
    quorum, members = quorum_trusts(design.answers), len(full_members(design.answers))
    if quorum is not None and quorum * 2 < members:
        yield hit(quorum=str(quorum), members=str(members))


DECISION_CALCULATIONS: tuple[Calculation, ...] = (
    calculation(
        "majorities-that-bind-others",
        "Each category in which some members could decide for the others.",
        CATEGORIES,
        ("category",),
        _majorities_that_bind_others,
    ),
    calculation(
        "quorum-too-small-to-decide",
        "Each category that counts all members and needs more of them than the quorum.",
        WITH_QUORUM,
        ("category", "needed", "quorum"),
        _quorum_too_small_to_decide,
    ),
    calculation(
        "minority-that-binds-all",
        "Each category in which half of the members or fewer could decide at a meeting that has only its quorum.",
        WITH_QUORUM,
        ("category", "needed", "quorum", "members"),
        _minority_that_binds_all,
    ),
    calculation(
        "consensus-without-everyone",
        "Each category decided by consensus while the quorum leaves some members out.",
        tuple(dict.fromkeys((*CATEGORIES, *QUORUM))),
        ("category", "quorum", "members"),
        _consensus_without_everyone,
    ),
    calculation(
        "more-votes-than-members",
        "Each category that needs more votes than there are full members.",
        ("decisions.categories", "members.members"),
        ("category", "number", "members"),
        _more_votes_than_members,
    ),
    calculation(
        "shares-that-mean-everyone",
        "Each share below 100% of the members that comes to all of them.",
        CATEGORIES,
        ("category", "share", "members"),
        _shares_that_mean_everyone,
    ),
    calculation(
        "shares-that-mean-a-bare-majority",
        "Each share of 60% or more of the members that comes to no more than a simple majority.",
        CATEGORIES,
        ("category", "share", "needed", "members"),
        _shares_that_mean_a_bare_majority,
    ),
    calculation(
        "half-that-carries",
        "Each category that half of the members or fewer can carry.",
        CATEGORIES,
        ("category", "needed", "members"),
        _half_that_carries,
    ),
    calculation(
        "ties-without-a-way-out",
        "Each simple majority of an even number of members, without a casting vote or dispute tiers.",
        (*CATEGORIES, "decisions.casting-vote", "disputes.tiers"),
        ("category", "half", "members"),
        _ties_without_a_way_out,
    ),
    calculation(
        "leads-that-can-be-outvoted",
        "Each category that can be carried against a lead provider.",
        (*CATEGORIES, "lead-provider.contracts"),
        ("category", "names"),
        _leads_that_can_be_outvoted,
    ),
    calculation(
        "leads-that-can-stop",
        "Each category that needs the agreement of the lead provider.",
        ("decisions.categories",),
        ("category",),
        _leads_that_can_stop,
    ),
    calculation(
        "quorum-above-members",
        "The quorum is larger than the number of full members.",
        QUORUM,
        ("quorum", "members"),
        _quorum_above_members,
    ),
    calculation(
        "quorum-below-half",
        "The quorum is less than half of the full members.",
        QUORUM,
        ("quorum", "members"),
        _quorum_below_half,
    ),
)
