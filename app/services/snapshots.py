"""What the app knows of one collaborative at one moment: one immutable value that every panel draws from."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.analysis.findings import findings
from app.analysis.readings import READINGS
from app.analysis.whole_members import in_whole_members
from app.content.catalogue import Content
from app.documents.drafting import applicable
from app.domain.answers import Answers
from app.domain.checks import Finding, Severity
from app.domain.progress import Progress, left_to_answer, questions_progress, section_progress, step_progress
from app.domain.questions import Question
from app.domain.readings import Design
from app.domain.todos import Todo
from app.domain.visibility import visible_design
from app.domain.wording import capital, counted


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Answers, to-dos, what is visible, progress, findings and applicable documents, all of the same moment.

    ``answers`` holds every stored answer, ``design`` only the visible ones. ``documents`` are outline ids.
    """

    collaborative: str
    name: str
    answers: Answers
    design: Design
    visible: frozenset[str]
    sections: Mapping[str, Progress]
    steps: Mapping[str, Progress]
    left: tuple[Question, ...]
    findings: tuple[Finding, ...]
    documents: tuple[str, ...]
    undo: str | None = None
    redo: str | None = None
    todos: tuple[Todo, ...] = ()
    token: str = ""
    """The mark of the workspace that this was read from; empty where it was not read from one."""

    @property
    def total(self) -> Progress:
        """The progress of the whole."""
        total = Progress()
        for part in self.steps.values():
            total += part
        return total

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that hold back the word final."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    def findings_of(self, question_id: str) -> tuple[Finding, ...]:
        """The findings that an answer to a question can put right; of a check about another question the first one."""
        found = [each for each in self.findings if question_id in each.questions]
        checks = Counter(each.check_id for each in found)
        shown: list[Finding] = []
        for finding in found:
            if finding.question == question_id:
                shown.append(finding)
            elif not any(each.check_id == finding.check_id for each in shown):
                shown.append(_with_count(finding, checks[finding.check_id] - 1))
        return tuple(shown)


class Snapshots:
    """Makes snapshots from stored answers."""

    def __init__(
        self, content: Content, today: Callable[[], date], registered_names: Callable[[], Mapping[str, str]]
    ) -> None:
        self._content = content
        self._today = today
        self._registered_names = registered_names

    def take(
        self,
        collaborative: str,
        name: str,
        answers: Answers,
        undo: str | None = None,
        redo: str | None = None,
        *,
        todos: tuple[Todo, ...] = (),
        day: date | None = None,
        token: str = "",
    ) -> Snapshot:
        """A snapshot of these answers and to-dos, as they read on a day; today without one."""
        questionnaire = self._content.questionnaire
        design, visible = visible_design(answers, questionnaire, READINGS, day or self._today())
        documents = tuple(
            outline.id for outline in self._content.templates.outlines.values() if applicable(outline, design)
        )
        questions = questions_progress(questionnaire, design.answers, visible, frozenset(documents))
        sections = {section.id: section_progress(section, questions) for section in questionnaire.sections}
        return Snapshot(
            collaborative=collaborative,
            name=name,
            answers=answers,
            design=design,
            visible=visible,
            sections=sections,
            steps={step.id: step_progress(step, sections) for step in questionnaire.steps},
            left=left_to_answer(questionnaire, questions),
            findings=findings(self._content.checks, design, self._content.law, self._registered_names(), visible),
            documents=documents,
            undo=undo,
            redo=redo,
            todos=todos,
            token=token,
        )

    def meaning(self, question: Question, snapshot: Snapshot) -> str:
        """What a number means in this membership, such as "All 6 members"; empty where it means no more."""
        answers = snapshot.design.answers
        return capital(in_whole_members(question.id, answers)) if answers.is_answered(question.id) else ""


def _with_count(finding: Finding, more: int) -> Finding:
    words = f" {counted(more, 'more finding', 'more findings')} of this kind: see Checks." if more else ""
    return replace(finding, message=finding.message + words)
