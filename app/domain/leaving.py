"""The terms on which a member may leave: notice, its end, and the costs left behind."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from app.domain.answers import Answers
from app.domain.choices import chosen
from app.domain.values import Duration


class Stranded(Enum):
    """Who bears costs that a leaver leaves behind."""

    LEAVER_PAYS = "leaver-pays"
    SHARED_EQUALLY = "shared-equally"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ExitTerms:
    """How a member leaves. ``stranded_share`` is a percentage of its annual contribution."""

    notice: Duration | None
    ends_with_the_year: bool
    minimum_term: Duration | None
    plan: Duration | None
    is_staged: bool
    stranded: Stranded | None
    stranded_share: Decimal | None
    stranded_period: Duration | None


def exit_terms(answers: Answers) -> ExitTerms:
    """The terms of leaving as far as they are answered."""
    return ExitTerms(
        notice=answers.duration("leaving.notice"),
        ends_with_the_year=answers.is_yes("leaving.year-end") is True,
        minimum_term=answers.duration("leaving.minimum-term"),
        plan=answers.duration("leaving.plan"),
        is_staged=answers.is_yes("leaving.staged") is True,
        stranded=chosen(Stranded, answers.text("leaving.stranded")),
        stranded_share=answers.amount("leaving.stranded-share"),
        stranded_period=answers.duration("leaving.stranded-period"),
    )
