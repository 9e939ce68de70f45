"""What was done to a collaborative, by whom and when, and how it stood at an earlier moment."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from app.domain.act_words import Surroundings, answer_words
from app.domain.questions import Question, Questionnaire
from app.domain.values import Kind
from app.domain.wording import capital
from app.services.act_summaries import changed_questions, row_steps
from app.services.past import Past, differences, told_row_by_row, value_in_full
from app.services.snapshots import Snapshot, Snapshots
from app.storage.records import ActFilter, ActKind, AnswerChange, HistoryEntry, SoughtWord
from app.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PastAct:
    """One act as the history page shows it. ``at`` is in universal time."""

    id: int
    at: datetime
    author: str
    summary: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """What an act did to one question. ``then`` and ``after`` are empty where there was, or is, no answer.

    ``words`` tells what became of rows, of a note or of a state. ``can_return`` says whether the answer that the
    act left is another one than today's. ``at`` is in universal time.
    """

    act: int
    at: datetime
    author: str
    then: str
    after: str
    words: tuple[str, ...]
    note: str
    can_return: bool
    way: str = ""
    """By undo or by redo; empty where somebody did it anew."""


@dataclass(frozen=True, slots=True)
class WantedActs:
    """Which acts the user wants to see: of one step or section, of one person, and with every word of a text."""

    step: str = ""
    section: str = ""
    author: str | None = None
    text: str = ""


ALL_ACTS = WantedActs()


class History:
    """Reads the change log of a workspace."""

    def __init__(self, workspace: Workspace, snapshots: Snapshots, questionnaire: Questionnaire) -> None:
        self._workspace = workspace
        self._snapshots = snapshots
        self._questionnaire = questionnaire

    def acts(
        self,
        collaborative: str,
        wanted: WantedActs = ALL_ACTS,
        limit: int = 200,
        before: int | None = None,
        after: int = 0,
    ) -> tuple[PastAct, ...]:
        """The latest wanted acts first; older ones by the id of the last one shown, newer ones by that of the first."""
        found = self._workspace.history(
            collaborative, limit=limit, before_act=before, after_act=after, wanted=self._filter(wanted)
        )
        return tuple(_past_act(entry) for entry in found)

    def authors(self, collaborative: str) -> tuple[str, ...]:
        """Everyone who ever acted, in the order of the alphabet."""
        return self._workspace.authors(collaborative)

    def of_question(
        self, present: Snapshot, question_id: str, limit: int = 20, before: int | None = None
    ) -> tuple[PastAnswer, ...]:
        """What acts did to one question, the latest first; older ones by the id of the last one shown."""
        if not self._questionnaire.has(question_id):
            return ()
        question = self._questionnaire.question(question_id)
        found = self._workspace.history(present.collaborative, question_id, limit=limit, before_act=before)
        around = Surroundings(self._questionnaire, present.answers)
        told = [_past_answer(question, entry, around) for entry in found]
        latest = next((place for place, each in enumerate(told) if each.can_return), None)
        if latest is not None and question.kind is Kind.TABLE and before is None:
            # The rows that the latest act left are today's.
            told[latest] = replace(told[latest], can_return=False)
        return tuple(told)

    def as_it_was(self, collaborative: str, moment: datetime) -> Snapshot:
        """How everything stood at a moment with a time zone; nothing is changed."""
        name = self._workspace.collaborative(collaborative).name
        answers = self._workspace.answers_at(collaborative, moment)
        todos = self._workspace.todos_at(collaborative, moment)
        return self._snapshots.take(collaborative, name, answers, todos=todos, day=moment.astimezone().date())

    def past(self, present: Snapshot, moment: datetime) -> Past:
        """How everything stood at a moment with a time zone, and what differs from the present."""
        then = self.as_it_was(present.collaborative, moment)
        return Past(moment, then, differences(self._questionnaire, then.answers, present.answers))

    def begun_at(self, collaborative: str) -> datetime:
        """When the collaborative was made; before, there is nothing to look at."""
        return self._workspace.collaborative(collaborative).created_at

    def _filter(self, wanted: WantedActs) -> ActFilter:
        questions = None
        if wanted.step or wanted.section:
            sections = [each for each in self._questionnaire.sections if wanted.section in {"", each.id}]
            chosen = [each for each in sections if wanted.step in {"", each.step}]
            questions = frozenset(question.id for section in chosen for question in section.questions)
        words = tuple(SoughtWord(word, self._questions_with(word)) for word in wanted.text.split())
        return ActFilter(questions, wanted.author, words)

    def _questions_with(self, word: str) -> frozenset[str]:
        sought = word.casefold()
        asked = self._questionnaire.questions
        return frozenset(each.id for each in asked if sought in f"{each.name} {each.label}".casefold())


def _past_act(entry: HistoryEntry) -> PastAct:
    act = entry.act
    return PastAct(act.id, act.at, act.author, _told(act.kind, act.summary), changed_questions(entry.changes))


_WAYS = {ActKind.UNDO: "by undo", ActKind.REDO: "by redo"}


def _told(kind: ActKind, summary: str) -> str:
    match kind:
        case ActKind.UNDO:
            return f"Undone: {summary}"
        case ActKind.REDO:
            return f"Done again: {summary}"
        case ActKind.DO | ActKind.FILE:
            return summary
        case _:
            assert_never(kind)


def _past_answer(question: Question, entry: HistoryEntry, around: Surroundings) -> PastAnswer:
    act = entry.act
    steps = row_steps(question.id, entry.changes)
    own = next((each for each in entry.changes if isinstance(each, AnswerChange)), None)
    before, after = (None, None) if own is None else (own.before, own.after)
    note = after.note if after is not None and after.note != (before.note if before else "") else ""
    was = None if before is None else before.value
    now = None if after is None else after.value
    if steps:
        words = told_row_by_row(question, steps, around)
        return PastAnswer(act.id, act.at, act.author, "", "", words, note, True, _WAYS.get(act.kind, ""))
    told = () if was != now else (capital(answer_words(question, before, after, around)),)
    return PastAnswer(
        act.id,
        act.at,
        act.author,
        "" if was is None or was == now else value_in_full(was, question, around),
        "" if now is None or was == now else value_in_full(now, question, around),
        told,
        note,
        can_return=was != now and now is not None and now != around.answers.value(question.id),
        way=_WAYS.get(act.kind, ""),
    )
