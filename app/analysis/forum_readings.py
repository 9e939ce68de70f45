"""Readings of the forum: its kind, its name and how its chair is found."""

from collections.abc import Callable

from app.analysis.option_words import chosen_in_words
from app.analysis.reading_kinds import claim, words
from app.analysis.seen_from import own_member
from app.domain.answers import Answers
from app.domain.forums import EACH_FOR_ITSELF, Chair, ForumType, forum_type
from app.domain.members import full_members
from app.domain.readings import Design, Reading
from app.domain.wording import duration_in_words

TYPE = ("forum.type",)


def forum_in_words(design: Design) -> str | None:
    """The kind of forum as a noun, such as "joint committee"; None where it is not chosen."""
    chosen_type = design.answers.text("forum.type")
    return None if chosen_type is None else chosen_in_words(design, "forum.type", chosen_type)


def forum_decides(answers: Answers) -> bool | None:
    """Whether the forum can decide anything; None where its kind is not chosen."""
    kind = forum_type(answers)
    return None if kind is None else kind is not ForumType.ADVISORY_GROUP


def _is_type(kind: ForumType) -> Callable[[Design], bool | None]:
    def of(design: Design) -> bool | None:
        found = forum_type(design.answers)
        return None if found is None else found is kind

    return of


def _forum_name(design: Design) -> str | None:
    kind = forum_in_words(design)
    return design.answers.text("forum.name") or (None if kind is None else f"the {kind}")


def _chair_in_words(design: Design) -> str | None:
    chair = design.answers.text("forum.chair")
    if chair is None:
        return None
    text = chosen_in_words(design, "forum.chair", chair)
    term = design.answers.duration("forum.chair-term")
    if chair == Chair.ROTATING.value:
        first = next(
            (m for m in full_members(design.answers) if m.row == design.answers.text("forum.chair-first")), None
        )
        turn = f", for {duration_in_words(term)} at a time" if term else ""
        return f"{text}{turn}" + (f", starting with {first.name}" if first else "")
    return f"{text}, for a term of {duration_in_words(term)}" if term else text


def _each_decides_for_itself(design: Design) -> bool | None:
    if own_member(design) is not None:
        return True
    kind = forum_type(design.answers)
    return None if kind is None else kind in EACH_FOR_ITSELF


def _is_beside_a_partnership_board(design: Design) -> bool:
    return own_member(design) is not None and forum_type(design.answers) is ForumType.PARTNERSHIP_BOARD


def _forum_decides(design: Design) -> bool | None:
    return forum_decides(design.answers)


FORUM_READINGS: tuple[Reading, ...] = (
    claim("forum-decides", "The forum is chosen and is more than an advisory group.", TYPE, _forum_decides),
    claim(
        "is-committees-in-common",
        "The forum is committees in common.",
        TYPE,
        _is_type(ForumType.COMMITTEES_IN_COMMON),
    ),
    claim("is-joint-committee", "The forum is a joint committee.", TYPE, _is_type(ForumType.JOINT_COMMITTEE)),
    claim(
        "each-decides-for-itself",
        "No member can decide for another, in this forum or in a document that one member has of its own.",
        (*TYPE, "members.members"),
        _each_decides_for_itself,
    ),
    claim(
        "is-beside-partnership-board",
        "The document is for a member's own committee, which takes major decisions beside a partnership board.",
        (*TYPE, "members.members"),
        _is_beside_a_partnership_board,
    ),
    words("forum-words", "The kind of forum as a noun.", TYPE, forum_in_words),
    words("forum-name", "The name of the forum, or its kind.", (*TYPE, "forum.name"), _forum_name),
    words(
        "chair-in-words",
        "How the chair is found and for how long, after the words: the chair is.",
        ("forum.chair", "forum.chair-term", "forum.chair-first", "members.members"),
        _chair_in_words,
    ),
)
