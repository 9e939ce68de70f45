"""Which view a slide, a row of its table or a layer over it calls for, and how its answer stands in words."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from app.domain.answers import State
from app.domain.checks import Severity
from app.domain.wording import counted, date_in_words
from app.services.projecting import QuestionSlide, SectionSlide, Slide, slide_beside
from app.services.snapshots import Snapshot
from app.ui.projector.foot_line import FootWords
from app.ui.projector.frame import View
from app.ui.projector.question_view import QuestionView
from app.ui.projector.reading_views import clause_view, guidance_view, keys_view, place_of, section_view
from app.ui.projector.room_clauses import RoomClauses
from app.ui.projector.row_view import RowStep, RowView
from app.ui.projector.writing_view import WritingView
from app.ui.session import ProjectSession

_AGREED = "Agreed"
_STATES = {State.OPEN: "Not answered", State.ANSWERED: "Not yet agreed", State.PARKED: "Parked"}


class Layer(Enum):
    """What lies over a slide until it is left."""

    CLAUSE = "clause"
    GUIDANCE = "guidance"
    KEYS = "keys"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the room is: a slide, perhaps at one column of a row of its table, perhaps under a layer."""

    slide: Slide
    row: RowStep | None = None
    layer: Layer | None = None

    @property
    def question(self) -> str:
        """The question of the slide; empty on the slide of a section."""
        return self.slide.question if isinstance(self.slide, QuestionSlide) else ""


def view_of(
    standing: Standing,
    session: ProjectSession,
    clauses: RoomClauses,
    room_below: Callable[[int], int],
    displays: int,
) -> View:
    """The view to show. ``room_below`` tells what is left of a page, ``displays`` how many are connected."""
    questionnaire = session.services.content.questionnaire
    slide = standing.slide
    match standing.layer:
        case Layer.CLAUSE if isinstance(slide, QuestionSlide):
            return clause_view(place_of(session, slide), clauses.now, clauses.before, clauses.others())
        case Layer.GUIDANCE if isinstance(slide, QuestionSlide):
            return guidance_view(session, place_of(session, slide), questionnaire.question(slide.question))
        case Layer.CLAUSE | Layer.GUIDANCE:
            # A section has neither.
            return _slide_view(standing, session)
        case Layer.KEYS:
            return keys_view(displays)
        case Layer.WRITING:
            return _writing_view(standing, session, room_below)
        case None:
            return _slide_view(standing, session)
        case _:
            assert_never(standing.layer)


def state_in_words(snapshot: Snapshot, question: str) -> str:
    """How the answer of a question stands; empty without a question."""
    if not question:
        return ""
    answer = snapshot.answers.answer(question)
    state = answer.state if answer is not None else State.OPEN
    if answer is not None and state is State.AGREED:
        return f"{_AGREED} {date_in_words(answer.changed_at.date())}" if answer.changed_at else _AGREED
    if state is State.OPEN and snapshot.answers.is_answered(question):
        state = State.ANSWERED
    return _STATES[state]


def foot_words(standing: Standing, view: View, session: ProjectSession) -> FootWords:
    """What the line below says of the answer, and what its buttons do."""
    question, snapshot = standing.question, session.snapshot
    state = state_in_words(snapshot, question)
    short = _AGREED if state.startswith(_AGREED) else ""
    if standing.layer is not None:
        return FootWords(state, short_state=short, back=f"Back to the {'question' if question else 'section'}")
    on = _way_on(standing, view, session)
    if not question:
        return FootWords(state, next=on)
    answer = snapshot.answers.answer(question)
    can_agree = snapshot.answers.is_answered(question)
    match answer.state if answer is not None else State.OPEN:
        case State.AGREED:
            # What is agreed is taken up again before it can be parked.
            return FootWords(state, agree="Reopen", next=on, short_state=short)
        case State.PARKED:
            return FootWords(state, "Agree", "Reopen", on, can_agree=can_agree, warned=_warned(snapshot, question))
        case _:
            return FootWords(state, "Agree", "Park", on, can_agree=can_agree, warned=_warned(snapshot, question))


def _warned(snapshot: Snapshot, question: str) -> str:
    """How many errors or warnings there are about an answer; empty where there is none."""
    found = [each.severity for each in snapshot.findings_of(question)]
    counts = ((found.count(Severity.ERROR), "error", "errors"), (found.count(Severity.WARNING), "warning", "warnings"))
    return next((counted(*each) for each in counts if each[0]), "")


def _way_on(standing: Standing, view: View, session: ProjectSession) -> str:
    """Where the slide leads after its last page; empty at the end of all."""
    if isinstance(view, RowView):
        return "Next detail" if view.beside(1) is not None else "All rows"
    questionnaire, visible = session.services.content.questionnaire, session.snapshot.visible
    following = slide_beside(questionnaire, visible, standing.slide, 1)
    if following is None:
        return ""
    return "Next section" if isinstance(following, SectionSlide) else "Next question"


def _slide_view(standing: Standing, session: ProjectSession) -> View:
    if isinstance(standing.slide, SectionSlide):
        return section_view(session, standing.slide)
    if standing.row is not None:
        return RowView(session, standing.row)
    return QuestionView(session, standing.slide)


def _writing_view(standing: Standing, session: ProjectSession, room_below: Callable[[int], int]) -> View:
    if standing.row is not None:
        row = RowView(session, standing.row)
        return WritingView(row.column, row.value, row.put, room_below)
    question = standing.question
    return WritingView(
        session.services.content.questionnaire.question(question),
        lambda: session.snapshot.answers.value(question),
        lambda value: session.answer(question, value),
        room_below,
    )
