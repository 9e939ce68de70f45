"""Calculations on risks, actions, checks on each other, and maturity against the chosen form."""

from collections.abc import Iterator

from app.analysis.hits import calculation, hit, row_name
from app.analysis.option_words import chosen_in_words
from app.domain.forums import ForumType, forum_type
from app.domain.members import all_members
from app.domain.readings import Calculation, Design, Hit
from app.domain.wording import date_in_words, listed

RISKS = ("risks.risks",)
MATURITY = ("maturity.scores", "members.members", "forum.type", "model.kinds")
#: The levels of maturity, from 0.
LEVELS = ("not-started", "emerging", "developing", "established", "leading")
#: The lowest level of each capability with which a form or model is likely to hold.
LOWEST_FOR_FORUM = {
    ForumType.COMMITTEES_IN_COMMON: {"shared-governance": 2, "relationships": 2},
    ForumType.JOINT_COMMITTEE: {"shared-governance": 3, "mutual-accountability": 2, "data-sharing": 2},
}
LOWEST_FOR_MODEL = {
    "lead-provider": {"programme-delivery": 3, "shared-governance": 3, "data-sharing": 3},
    "shared-leadership": {"partnership-building": 3, "relationships": 3},
}


def _risks_for_the_boards(design: Design) -> Iterator[Hit]:
    limit = design.answers.whole_number("risks.board-score")
    for row in design.answers.rows("risks.risks"):
        score = row.whole_number("residual")
        if limit is not None and score is not None and score >= limit:
            yield hit(row.id, risk=row_name(row, "event"), score=str(score), limit=str(limit))


def _risks_out_of_order(design: Design) -> Iterator[Hit]:
    for row in design.answers.rows("risks.risks"):
        inherent, residual = row.whole_number("inherent"), row.whole_number("residual")
        target = row.whole_number("target")
        if inherent is not None and residual is not None and residual > inherent:
            yield hit(row.id, risk=row_name(row, "event"), higher="residual", lower="inherent")
        elif residual is not None and target is not None and target > residual:
            yield hit(row.id, risk=row_name(row, "event"), higher="target", lower="residual")


def _escalation_above_boards(design: Design) -> Iterator[Hit]:
    forum = design.answers.whole_number("risks.escalation-score")
    boards = design.answers.whole_number("risks.board-score")
    if forum is not None and boards is not None and forum > boards:
        yield hit(forum=str(forum), boards=str(boards))


def _actions_overdue(design: Design) -> Iterator[Hit]:
    for row in design.answers.rows("correction.actions"):
        due = row.day("due")
        if due is not None and due < design.today and row.is_yes("done") is not True:
            yield hit(row.id, action=row_name(row, "action"), date=date_in_words(due))


def _concerns_about_members(design: Design) -> Iterator[Hit]:
    names = {member.row: member.name for member in all_members(design.answers)}
    for row in design.answers.rows("due-diligence.checks"):
        if row.text("state") == "done-with-concerns":
            subject = chosen_in_words(design, "due-diligence.checks", row.text("subject") or "", "subject")
            yield hit(row.id, name=names.get(row.text("member") or "", "a member"), subject=subject)


def _below_the_form(design: Design) -> Iterator[Hit]:
    names = {member.row: member.name for member in all_members(design.answers)}
    rows = design.answers.rows("maturity.scores")
    scores = [(row.text("capability"), row.text("level"), row.text("member")) for row in rows]
    for capability, lowest in _lowest(design).items():
        below = [
            names.get(member or "", "")
            for scored, level, member in scores
            if scored == capability and level in LEVELS and LEVELS.index(level) < lowest
        ]
        if below:
            yield hit(
                capability=chosen_in_words(design, "maturity.scores", capability, "capability"),
                level=chosen_in_words(design, "maturity.scores", LEVELS[lowest], "level"),
                names=listed(dict.fromkeys(below)),
            )


def _lowest(design: Design) -> dict[str, int]:
    """The lowest level that the forum and the models need of each capability."""
    needed: dict[str, int] = {}
    forum = forum_type(design.answers)
    wanted = [LOWEST_FOR_FORUM.get(forum, {})] if forum is not None else []
    wanted += [LOWEST_FOR_MODEL.get(model, {}) for model in design.answers.several("model.kinds")]
    for levels in wanted:
        for capability, level in levels.items():
            needed[capability] = max(level, needed.get(capability, 0))
    return needed


TRACKING_CALCULATIONS: tuple[Calculation, ...] = (
    calculation(
        "risks-for-the-boards",
        "Each risk whose residual score is at or above the score for boards.",
        (*RISKS, "risks.board-score"),
        ("risk", "score", "limit"),
        _risks_for_the_boards,
    ),
    calculation(
        "risks-out-of-order",
        "Each risk whose residual score is above the inherent one, or whose target is above the residual one.",
        RISKS,
        ("risk", "higher", "lower"),
        _risks_out_of_order,
    ),
    calculation(
        "escalation-above-boards",
        "The score that goes to the forum is above the score that goes to boards.",
        ("risks.escalation-score", "risks.board-score"),
        ("forum", "boards"),
        _escalation_above_boards,
    ),
    calculation(
        "actions-overdue",
        "Each corrective action that is not done and was due before today.",
        ("correction.actions",),
        ("action", "date"),
        _actions_overdue,
    ),
    calculation(
        "concerns-about-members",
        "Each check on a member that ended with concerns.",
        ("due-diligence.checks", "members.members"),
        ("name", "subject"),
        _concerns_about_members,
    ),
    calculation(
        "maturity-below-the-form",
        "Each capability in which some member is below the level that the forum or model needs.",
        MATURITY,
        ("capability", "level", "names"),
        _below_the_form,
    ),
)
