"""What shares and rules that count members come to in whole members, in the words of the screen."""

from app.analysis.thresholds import binds_everyone, electorate, quorum_trusts, threshold
from app.domain.answers import Answers
from app.domain.decisions import RULES_OF_EVERYONE, categories, whole_members
from app.domain.members import full_members

#: The options by which everybody, or everybody but one, must agree; a share has a question of its own.
_ALL = frozenset({"all-members", "all-others"})
_ALL_BUT_ONE = frozenset({"all-but-one", "all-but-one-other"})

#: Questions on how many must be there, on how many must agree, and on how many must agree but for one member.
_OF_QUORUM = frozenset({"decisions.quorum-rule", "decisions.quorum-number", "decisions.quorum-share"})
_OF_APPROVAL = frozenset({"joining.approval", "joining.approval-share"})
_OF_OTHERS = frozenset({"leaving.exclusion-approval", "leaving.exclusion-share"})


def in_whole_members(question_id: str, answers: Answers) -> str:
    """What an answer means in this membership, such as "5 of 6 members"; empty where it means no more."""
    if question_id == "decisions.categories":
        return _of_each_category(answers)
    needed = members_needed_by(question_id, answers)
    if needed is None:
        return ""
    is_of_others = question_id in _OF_OTHERS
    return _of(*needed, "other members", "other member") if is_of_others else _of(*needed)


def members_needed_by(question_id: str, answers: Answers) -> tuple[int, int] | None:
    """How many members an answer calls for, and of how many; None where it means no number of members."""
    members = len(full_members(answers))
    voters = members - 1 if question_id in _OF_OTHERS else members
    if question_id in _OF_QUORUM:
        needed = quorum_trusts(answers)
    elif question_id in _OF_APPROVAL or question_id in _OF_OTHERS:
        needed = _agreeing(question_id, answers, voters)
    else:
        needed = None
    return None if needed is None or voters < 1 else (needed, voters)


def _agreeing(question_id: str, answers: Answers, voters: int) -> int | None:
    """How many of so many voters must agree, by the answer to one question; None where it does not tell."""
    share = answers.amount(question_id)
    if share is not None:
        return whole_members(share, voters)
    rule = answers.text(question_id)
    if rule in _ALL:
        return voters
    return max(voters - 1, 1) if rule in _ALL_BUT_ONE else None


def _of_each_category(answers: Answers) -> str:
    """What carries a decision of each category that counts votes or weights of every member."""
    voters = electorate(answers)
    parts = []
    for category in categories(answers):
        found = threshold(category, voters)
        if found is None or not category.name or category.rule in RULES_OF_EVERYONE or not binds_everyone(category):
            continue
        if found.fewest == found.always:
            words = _of(found.fewest, found.members)
        else:
            words = f"between {found.fewest} and {found.always} of {found.members} members, by their weights"
        parts.append(f"{category.name}: {words}")
    return "; ".join(parts)


def _of(needed: int | None, members: int, many: str = "members", one: str = "member") -> str:
    if needed is None or members < 1:
        return ""
    if needed > members:
        return f"more than the {members} {one if members == 1 else many} there are"
    if needed < members:
        return f"{needed} of {members} {many}"
    match members:
        case 1:
            return f"the only {one}"
        case 2:
            return f"both {many}"
        case _:
            return f"all {members} {many}"
