"""Checks content against itself: every id resolves, every condition and placeholder fits, no reference dangles."""

from collections.abc import Mapping

from app.content.catalogue import Content
from app.content.condition_checks import check_condition
from app.content.entries import Problems
from app.content.placeholder_checks import check_message, check_pieces, check_text
from app.content.reference_checks import check_documents, check_references
from app.content.use_checks import check_uses, orphans
from app.documents.uses import questions_of_condition
from app.domain.conditions import Condition
from app.domain.questions import Citation, Column, Question
from app.domain.readings import Askable, Calculation, Reading
from app.domain.values import Kind

_QUESTIONS = "resources/questions"
_CHECKS = "resources/checks"
_CLAUSES = "templates/clauses"
_OUTLINES = "templates/outlines"
_TERMS = "templates/terms.toml"
_TWICE = "This id is there twice; every id is used once."


def cross_check(
    content: Content,
    readings: Mapping[str, Reading],
    calculations: Mapping[str, Calculation],
    problems: Problems,
) -> tuple[str, ...]:
    """Add every problem found between entries; give back the ids of records that nothing rests on."""
    askable = Askable(content.questionnaire, readings)
    _check_questions(content, askable, problems)
    _check_clauses(content, askable, problems)
    _check_outlines(content, askable, problems)
    _check_terms(content, askable, problems)
    _check_checks(content, askable, calculations, problems)
    _check_what_python_uses(content, readings, calculations, problems)
    check_uses(content, askable, calculations, problems)
    return orphans(content)


def _check_questions(content: Content, askable: Askable, problems: Problems) -> None:
    seen: set[str] = set()
    for question in (q for section in content.questionnaire.sections for q in section.questions):
        if question.id in seen:
            problems.add_below(_QUESTIONS, question.id, _TWICE)
        seen.add(question.id)
        _check_table(content, question, question.id, problems)
        for column in question.columns:
            _check_table(content, column, question.id, problems)
            _check_offers(content, column, question.id, problems)
        for condition in (question.show_when, *(column.show_when for column in question.columns)):
            _check_condition(condition, askable, _QUESTIONS, question.id, problems)
        if _depends_on_itself(question, askable):
            problems.add_below(_QUESTIONS, question.id, "“show_when” leads back to the question itself.")
        _check_citations(content, question.sources, _QUESTIONS, question.id, problems)


def _check_table(content: Content, asked: Question | Column, entry: str, problems: Problems) -> None:
    table = asked.table
    if table is None:
        return
    if not content.questionnaire.has(table) or content.questionnaire.question(table).kind is not Kind.TABLE:
        problems.add_below(_QUESTIONS, entry, f"“{table}” is no table question.")


def _check_offers(content: Content, column: Column, entry: str, problems: Problems) -> None:
    if column.offers and not any(each.legal_form == column.offers for each in content.register.organisations):
        problems.add_below(_QUESTIONS, entry, f"No organisation of the register has the legal form “{column.offers}”.")


def _depends_on_itself(question: Question, askable: Askable) -> bool:
    waiting = set(questions_of_condition(question.show_when, askable))
    seen: set[str] = set()
    while waiting:
        each = waiting.pop()
        if each == question.id:
            return True
        if each not in seen and askable.questionnaire.has(each):
            seen.add(each)
            waiting.update(questions_of_condition(askable.questionnaire.question(each).show_when, askable))
    return False


def _check_clauses(content: Content, askable: Askable, problems: Problems) -> None:
    for clause in content.templates.clauses.values():
        for condition in (clause.when, *(variant.when for variant in clause.variants)):
            _check_condition(condition, askable, _CLAUSES, clause.id, problems)
        for variant in clause.variants:
            for reason in check_text(variant.text, askable):
                problems.add_below(_CLAUSES, clause.id, reason)
            _check_law(content, variant.law, _CLAUSES, clause.id, problems)
        _check_law(content, clause.law, _CLAUSES, clause.id, problems)
        _check_citations(content, clause.sources, _CLAUSES, clause.id, problems)


def _check_outlines(content: Content, askable: Askable, problems: Problems) -> None:
    clauses = content.templates.clauses
    for outline in content.templates.outlines.values():
        for condition in (outline.applies, *(part.when for part in outline.parts)):
            _check_condition(condition, askable, _OUTLINES, outline.id, problems)
        for reason in check_pieces(outline.subtitle, askable):
            problems.add_below(_OUTLINES, outline.id, f"In the subtitle: {reason}")
        missing = [each for each in outline.clause_ids if each not in clauses]
        for clause_id in missing:
            problems.add_below(_OUTLINES, outline.id, f"There is no clause “{clause_id}”.")
        for clause_id in {each for each in outline.clause_ids if outline.clause_ids.count(each) > 1}:
            problems.add_below(_OUTLINES, outline.id, f"The clause “{clause_id}” stands in this document twice.")
        if not missing:
            for clause_id, reason in check_references(outline, content.templates):
                problems.add_below(_CLAUSES, clause_id, f"In the {outline.title.lower()}: {reason}")


def _check_terms(content: Content, askable: Askable, problems: Problems) -> None:
    for term in content.templates.terms:
        for meaning in term.meanings:
            _check_condition(meaning.when, askable, _TERMS, term.id, problems)
            reasons = (*check_pieces(meaning.pieces, askable), *check_documents(meaning.pieces, content.templates))
            for reason in reasons:
                problems.add(_TERMS, term.id, reason)


def _check_checks(
    content: Content, askable: Askable, calculations: Mapping[str, Calculation], problems: Problems
) -> None:
    seen: set[str] = set()
    for check in content.checks:
        if check.id in seen:
            problems.add_below(_CHECKS, check.id, _TWICE)
        seen.add(check.id)
        for question in check.questions:
            if not content.questionnaire.has(question):
                problems.add_below(_CHECKS, check.id, f"There is no question “{question}”.")
        if len(set(check.questions)) < len(check.questions):
            problems.add_below(_CHECKS, check.id, "“also” names a question that is named already.")
        _check_condition(check.when, askable, _CHECKS, check.id, problems)
        calculation = calculations.get(check.calculation) if check.calculation else None
        if check.calculation and calculation is None:
            problems.add_below(_CHECKS, check.id, f"There is no calculation “{check.calculation}”.")
        for text in (check.message, check.remedy):
            for reason in check_message(text, calculation.gives if calculation else (), askable):
                problems.add_below(_CHECKS, check.id, reason)
        _check_law(content, check.law, _CHECKS, check.id, problems)
        _check_citations(content, check.sources, _CHECKS, check.id, problems)


def _check_what_python_uses(
    content: Content,
    readings: Mapping[str, Reading],
    calculations: Mapping[str, Calculation],
    problems: Problems,
) -> None:
    """Readings and calculations name questions, so a question that is taken away or renamed is missed there."""
    uses = [(reading.id, reading.uses) for reading in readings.values()]
    uses += [(calculation.id, calculation.uses) for calculation in calculations.values()]
    for name, question_ids in uses:
        for question_id in question_ids:
            if not content.questionnaire.has(question_id):
                problems.add("app/analysis", name, f"It uses “{question_id}”, which is no question.")


def _check_condition(
    condition: Condition | None, askable: Askable, folder: str, entry: str, problems: Problems
) -> None:
    for reason in check_condition(condition, askable):
        problems.add_below(folder, entry, reason)


def _check_law(content: Content, law: tuple[str, ...], folder: str, entry: str, problems: Problems) -> None:
    for law_id in law:
        if law_id not in content.law:
            problems.add_below(folder, entry, f"There is no law record “{law_id}”.")


def _check_citations(
    content: Content, citations: tuple[Citation, ...], folder: str, entry: str, problems: Problems
) -> None:
    for citation in citations:
        if citation.source not in content.sources:
            problems.add_below(folder, entry, f"There is no source “{citation.source}”.")
