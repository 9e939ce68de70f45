"""Where a question is used, and what rests on a law record: clauses, checks, calculations and other questions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.analysis.calculations import CALCULATIONS
from app.analysis.messages import names_in
from app.analysis.readings import READINGS
from app.content.catalogue import Content
from app.documents.numbering import labels_of, number_parts
from app.documents.placeholders import Target
from app.documents.selecting import choose
from app.documents.templates import Clause, Outline
from app.documents.uses import (
    SHOWN_IN_EVERY_DOCUMENT,
    questions_of_clause,
    questions_of_condition,
    questions_of_outline,
    questions_of_pieces,
    questions_of_term,
)
from app.domain.checks import Check
from app.domain.members import full_members
from app.domain.questions import Question
from app.domain.readings import Askable
from app.services.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class ClauseUse:
    """A clause in a document. ``label`` is "clause 9.2" where it is drafted at present, else empty."""

    clause: str
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class UsedPlace:
    """One place in a document that applies. ``words`` say which, such as "clause 9.2" or "front page and signatures".

    ``clause`` is the id of the clause, and ``name`` what it is called; both are empty where it is none.
    """

    document: str
    title: str
    words: str
    clause: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class DocumentUse:
    """What of one document rests on something. ``elsewhere`` says where besides in clauses, such as "front page"."""

    document: str
    title: str
    applies: bool
    clauses: tuple[ClauseUse, ...]
    elsewhere: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[UsedPlace, ...]:
        """Every place at present: none in a document that does not apply or in a clause that is not drafted."""
        if not self.applies:
            return ()
        drafted = (
            UsedPlace(self.document, self.title, each.label, each.clause, each.title)
            for each in self.clauses
            if each.label
        )
        return (*drafted, *(UsedPlace(self.document, self.title, each) for each in self.elsewhere))


@dataclass(frozen=True, slots=True)
class CheckUse:
    """A check. ``question`` is where it leads, ``fires`` whether it finds something at present."""

    check: str
    title: str
    question: str
    fires: bool


@dataclass(frozen=True, slots=True)
class Rests:
    """All that rests on a question or a law record.

    Of a question, ``questions`` are those that are asked or not because of it, and ``calculations`` say what is
    worked out from it. Of a law record, they are those that its clauses and checks look at.
    """

    documents: tuple[DocumentUse, ...]
    checks: tuple[CheckUse, ...]
    questions: tuple[Question, ...]
    calculations: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many clauses, other places in documents, and checks there are."""
        return len(self.checks) + sum(len(each.clauses) + len(each.elsewhere) for each in self.documents)


class Uses:
    """Follows the content; only numbers, and what applies or fires at present, are taken from a snapshot."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._askable = Askable(content.questionnaire, READINGS)
        self._found: dict[tuple[str, str], tuple[tuple[Clause, ...], tuple[str, ...]]] = {}
        self._labels: tuple[Snapshot | None, dict[tuple[str, str], str]] = (None, {})

    def places(self, question_id: str, snapshot: Snapshot) -> tuple[UsedPlace, ...]:
        """Every place in the documents that apply which uses the answer to a question, document by document."""
        return tuple(place for use in self._documents_of(question_id, snapshot) for place in use.places)

    def of_question(self, question_id: str, snapshot: Snapshot) -> Rests:
        """All that uses the answer to a question."""
        return Rests(
            documents=self._documents_of(question_id, snapshot),
            checks=tuple(
                _check_use(check, snapshot)
                for check in self._content.checks
                if question_id in self._questions_of_checks[check.id]
            ),
            questions=tuple(
                each
                for each in self._content.questionnaire.questions
                if question_id in questions_of_condition(each.show_when, self._askable)
            ),
            calculations=tuple(each.says for each in READINGS.values() if question_id in each.uses),
        )

    def of_law(self, law_id: str, snapshot: Snapshot) -> Rests:
        """All that rests on a law record."""
        labels = self._labels_in(snapshot)
        resting = [clause for clause in self._content.templates.clauses.values() if law_id in _law_of(clause)]
        documents = []
        for outline in self._content.templates.outlines.values():
            own = [clause for clause in resting if clause.id in outline.clause_ids]
            if own:
                documents.append(_document_use(outline, own, labels, snapshot))
        checks = [check for check in self._content.checks if law_id in check.law]
        asked = {check.question for check in checks}
        asked.update(question for clause in resting for question in self._questions_of_clauses[clause.id])
        questions = tuple(each for each in self._content.questionnaire.questions if each.id in asked)
        return Rests(tuple(documents), tuple(_check_use(check, snapshot) for check in checks), questions)

    def _documents_of(self, question_id: str, snapshot: Snapshot) -> tuple[DocumentUse, ...]:
        labels = self._labels_in(snapshot)
        documents = []
        for outline in self._content.templates.outlines.values():
            if question_id in self._questions_of_outlines[outline.id]:
                clauses, elsewhere = self._in_outline(outline, question_id)
                documents.append(_document_use(outline, clauses, labels, snapshot, elsewhere))
        return tuple(documents)

    def _in_outline(self, outline: Outline, question_id: str) -> tuple[tuple[Clause, ...], tuple[str, ...]]:
        """The clauses of an outline that use a question, and where else it does; the same whatever is answered."""
        key = (outline.id, question_id)
        if key not in self._found:
            clauses = self._content.templates.clauses_of(outline)
            using = tuple(clause for clause in clauses if question_id in self._questions_of_clauses[clause.id])
            self._found[key] = using, tuple(self._elsewhere(outline, question_id))
        return self._found[key]

    @cached_property
    def _questions_of_clauses(self) -> dict[str, frozenset[str]]:
        clauses = self._content.templates.clauses.values()
        return {clause.id: frozenset(questions_of_clause(clause, self._askable)) for clause in clauses}

    @cached_property
    def _questions_of_outlines(self) -> dict[str, frozenset[str]]:
        templates = self._content.templates
        return {
            outline.id: questions_of_outline(outline, templates, self._askable)
            for outline in templates.outlines.values()
        }

    @cached_property
    def _questions_of_terms(self) -> tuple[tuple[str, frozenset[str]], ...]:
        return tuple(
            (term.term, frozenset(questions_of_term(term, self._askable))) for term in self._content.templates.terms
        )

    @cached_property
    def _questions_of_checks(self) -> dict[str, frozenset[str]]:
        return {check.id: frozenset(self._looked_at(check)) for check in self._content.checks}

    def _looked_at(self, check: Check) -> Iterator[str]:
        yield check.question
        yield from questions_of_condition(check.when, self._askable)
        if check.calculation is not None and check.calculation in CALCULATIONS:
            yield from CALCULATIONS[check.calculation].uses
        for name in names_in(f"{check.message} {check.remedy}"):
            if name in READINGS:
                yield from READINGS[name].uses
            elif "." in name:
                yield name

    def _elsewhere(self, outline: Outline, question_id: str) -> Iterator[str]:
        """Where an outline uses a question besides in its clauses."""
        askable = self._askable
        if question_id in questions_of_condition(outline.applies, askable):
            yield "whether it applies"
        if question_id in SHOWN_IN_EVERY_DOCUMENT or question_id in questions_of_pieces(outline.subtitle, askable):
            yield "front page and signatures"
        for part in outline.parts:
            if question_id in questions_of_condition(part.when, askable):
                yield f"whether it has “{part.title}”"
        if any(part.holds_definitions for part in outline.parts):
            for term, questions in self._questions_of_terms:
                if question_id in questions:
                    yield f"what “{term}” means"

    def _labels_in(self, snapshot: Snapshot) -> dict[tuple[str, str], str]:
        """The label of every clause that is drafted at present, by document and clause."""
        if self._labels[0] is not snapshot:
            found: dict[tuple[str, str], str] = {}
            for document in snapshot.documents:
                outline = self._content.templates.outlines[document]
                found |= self._labels_of(outline, snapshot)
            self._labels = (snapshot, found)
        return self._labels[1]

    def _labels_of(self, outline: Outline, snapshot: Snapshot) -> dict[tuple[str, str], str]:
        design = snapshot.design
        if outline.is_per_member:
            # The copies differ little: the first member's stands for all, as in the preview.
            members = full_members(design.answers)
            design = design.for_member(members[0].row if members else None)
        labels = labels_of(number_parts(choose(outline, self._content.templates, design)))
        return {(outline.id, own): label.text for (target, own), label in labels.items() if target is Target.CLAUSE}


def _document_use(
    outline: Outline,
    clauses: Iterable[Clause],
    labels: Mapping[tuple[str, str], str],
    snapshot: Snapshot,
    elsewhere: tuple[str, ...] = (),
) -> DocumentUse:
    found = (ClauseUse(clause.id, clause.title, labels.get((outline.id, clause.id), "")) for clause in clauses)
    return DocumentUse(outline.id, outline.title, outline.id in snapshot.documents, tuple(found), elsewhere)


def _check_use(check: Check, snapshot: Snapshot) -> CheckUse:
    fires = any(finding.check_id == check.id for finding in snapshot.findings)
    return CheckUse(check.id, check.title, check.question, fires)


def _law_of(clause: Clause) -> set[str]:
    return {*clause.law, *(law for variant in clause.variants for law in variant.law)}
