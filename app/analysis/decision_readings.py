"""Readings of how decisions are made: which rules there are, the quorum, and each rule in whole members."""

from collections.abc import Callable

from app.analysis.option_words import chosen_in_words
from app.analysis.reading_kinds import MISSING, claim, grid, number, text_column, words
from app.analysis.rules_in_words import Setting, rule_in_words, whole_members_in_words
from app.analysis.thresholds import QUORUM, RULES, electorate, quorum_trusts
from app.domain.decisions import (
    RULES_OF_EVERYONE,
    RULES_OF_WEIGHT,
    Binds,
    DecisionCategory,
    QuorumRule,
    Rule,
    categories,
    counted_from,
    quorum,
    voting_share_in_words,
    weights_basis,
)
from app.domain.members import full_members
from app.domain.readings import Design, Grid, Reading
from app.domain.wording import capital

CATEGORIES = ("decisions.categories",)


def _any_category(wanted: Callable[[DecisionCategory], bool]) -> Callable[[Design], bool | None]:
    """Whether some category is of a kind; None while there are no categories."""

    def of(design: Design) -> bool | None:
        found = categories(design.answers)
        return any(wanted(category) for category in found) if found else None

    return of


def _need_everyone(design: Design) -> bool | None:
    rules = [category.rule for category in categories(design.answers)]
    if any(rule is not None and rule not in RULES_OF_EVERYONE for rule in rules):
        return False
    return None if not rules or None in rules else True


def _quorum_is_everyone(design: Design) -> bool | None:
    rule = quorum(design.answers)
    if rule is not None and rule.rule is QuorumRule.EVERY_TRUST:
        return True
    trusts = quorum_trusts(design.answers)
    return None if trusts is None else trusts == len(full_members(design.answers))


def _quorum_trusts(design: Design) -> int | None:
    return quorum_trusts(design.answers)


def _quorum_in_words(design: Design) -> str | None:
    rule, trusts = quorum(design.answers), quorum_trusts(design.answers)
    members = len(full_members(design.answers))
    if rule is None or trusts is None:
        return None
    if rule.rule is QuorumRule.SHARE_OF_TRUSTS and rule.share is not None and trusts < members:
        return f"{voting_share_in_words(rule.share)} of the Members ({trusts} of the {members})"
    if trusts != members:
        return f"{trusts} of the {members} Members"
    return "both Members" if members == 2 else f"all {members} Members"


def _quorum_at_least(design: Design) -> str | None:
    quorum_words = _quorum_in_words(design)
    # All are never more than all; of fewer, more may come.
    return quorum_words if quorum_words is None or _quorum_is_everyone(design) else f"at least {quorum_words}"


def _quorum_share_in_words(design: Design) -> str | None:
    share = design.answers.amount("decisions.quorum-share")
    return None if share is None else voting_share_in_words(share)


def _rules_grid(design: Design) -> Grid | None:
    found = categories(design.answers)
    if not found:
        return None
    answers = design.answers
    setting = Setting(electorate(answers), counted_from(answers), weights_basis(answers), quorum_trusts(answers))
    columns = (
        text_column("Category", 3),
        text_column("Whom it concerns", 3),
        text_column("What carries it", 4),
        text_column("In whole Members", 4),
    )
    rows = tuple(
        (
            category.name or MISSING,
            _concerned(design, category),
            rule_in_words(category, setting),
            whole_members_in_words(category, setting),
        )
        for category in found
    )
    return Grid(columns, rows)


def _concerned(design: Design, category: DecisionCategory) -> str:
    if category.binds is None:
        return MISSING
    return capital(chosen_in_words(design, "decisions.categories", category.binds.value, "binds"))


DECISION_READINGS: tuple[Reading, ...] = (
    claim(
        "any-majority-rule",
        "Some category that binds others than its maker has a rule other than consensus or unanimity.",
        CATEGORIES,
        _any_category(lambda category: category.is_majority),
    ),
    claim(
        "decisions-need-everyone",
        "Every category is decided by consensus or unanimity.",
        CATEGORIES,
        _need_everyone,
    ),
    claim(
        "any-consensus-rule",
        "Some category is decided by consensus.",
        CATEGORIES,
        _any_category(lambda category: category.rule is Rule.CONSENSUS),
    ),
    claim(
        "any-affected-category",
        "Some category binds only the members that it affects.",
        CATEGORIES,
        _any_category(lambda category: category.binds is Binds.AFFECTED),
    ),
    claim(
        "any-weighted-rule",
        "Some category counts weights.",
        CATEGORIES,
        _any_category(lambda category: category.rule in RULES_OF_WEIGHT),
    ),
    claim(
        "any-lead-agrees",
        "Some category needs the agreement of the lead provider.",
        CATEGORIES,
        _any_category(lambda category: category.lead_agrees),
    ),
    claim("quorum-is-everyone", "The quorum is every full member.", QUORUM, _quorum_is_everyone),
    number("quorum-trusts", "How many full members make a quorum.", QUORUM, _quorum_trusts),
    words("quorum-in-words", "The quorum as a plural noun, such as: 4 of the 6 Members.", QUORUM, _quorum_in_words),
    words(
        "quorum-at-least",
        "Whom it takes, as a plural noun, such as: at least 4 of the 6 Members; all 6 Members.",
        QUORUM,
        _quorum_at_least,
    ),
    words(
        "quorum-share-words",
        "The share of members that makes a quorum: two-thirds, one-third, or a percentage.",
        ("decisions.quorum-share",),
        _quorum_share_in_words,
    ),
    grid(
        "decision-rules-grid",
        "Each category with whom it concerns, what carries it and what that means in whole members.",
        tuple(dict.fromkeys((*RULES, *QUORUM))),
        _rules_grid,
    ),
)
