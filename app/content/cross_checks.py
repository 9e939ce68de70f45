"""Checks content against itself: every id resolves, every reference holds, and nothing lies unused."""

from collections.abc import Iterator, Mapping

from app.content.catalogue import Content
from app.content.condition_checks import check_condition
from app.content.entries import Problems
from app.content.placeholder_checks import check_message, check_pieces, check_text
from app.content.reference_checks import check_documents, check_references
from app.documents.markup import Slot, literal_words
from app.documents.placeholders import Insert
from app.documents.templates import Clause
from app.documents.uses import (
    questions_of_clause,
    questions_of_condition,
    questions_of_inserts,
    questions_of_outline,
)
from app.domain.conditions import questions_in
from app.domain.questions import Citation, Column, Question
from app.domain.readings import Calculation, Reading
from app.domain.values import Kind


def cross_check(
    content: Content,
    readings: Mapping[str, Reading],
    calculations: Mapping[str, Calculation],
    problems: Problems,
) -> tuple[str, ...]:
    """Add every problem found between entries; give back the ids of records that nothing rests on."""
    _check_questions(content, readings, problems)
    _check_clauses(content, readings, problems)
    _check_outlines(content, readings, problems)
    _check_terms(content, readings, problems)
    _check_checks(content, readings, calculations, problems)
    _check_readings(content, readings, calculations, problems)
    _check_uses(content, readings, calculations, problems)
    return _orphans(content)


def _check_questions(content: Content, readings: Mapping[str, Reading], problems: Problems) -> None:
    file = "resources/questions"
    used = {document: _document_questions(content, document, readings) for document in content.templates.outlines}
    seen: set[str] = set()
    listed = [q for section in content.questionnaire.sections for q in section.questions]
    for question in listed:
        if question.id in seen:
            problems.add(file, question.id, "This id is there twice; every id is used once.")
        seen.add(question.id)
        _check_table(content, question, question.id, problems)
        for column in question.columns:
            _check_table(content, column, question.id, problems)
        for reason in check_condition(question.show_when, content.questionnaire, readings):
            problems.add(file, question.id, reason)
        for document in question.required_for:
            if document not in content.templates.outlines:
                problems.add(file, question.id, f"“required_for” names “{document}”, which is no document.")
            elif question.id not in used[document]:
                problems.add(file, question.id, f"“required_for” names “{document}”, which does not use it.")
        _check_citations(content, question.sources, file, question.id, problems)
    for question in listed:
        if _depends_on_itself(question, content, readings):
            problems.add(file, question.id, "“show_when” leads back to the question itself.")


def _check_table(content: Content, asked: Question | Column, name: str, problems: Problems) -> None:
    table = asked.table
    if table is None:
        return
    if not content.questionnaire.has(table) or content.questionnaire.question(table).kind is not Kind.TABLE:
        problems.add("resources/questions", name, f"“{table}” is no table question.")


def _depends_on_itself(question: Question, content: Content, readings: Mapping[str, Reading]) -> bool:
    waiting = set(questions_of_condition(question.show_when, readings))
    seen: set[str] = set()
    while waiting:
        each = waiting.pop()
        if each == question.id:
            return True
        if each not in seen and content.questionnaire.has(each):
            seen.add(each)
            waiting |= set(questions_in(content.questionnaire.question(each).show_when))
    return False


def _check_clauses(content: Content, readings: Mapping[str, Reading], problems: Problems) -> None:
    file = "templates/clauses"
    for clause in content.templates.clauses.values():
        for condition in (clause.when, *(variant.when for variant in clause.variants)):
            for reason in check_condition(condition, content.questionnaire, readings):
                problems.add(file, clause.id, reason)
        for variant in clause.variants:
            for reason in check_text(variant.text, content.questionnaire, readings):
                problems.add(file, clause.id, reason)
            _check_law(content, variant.law, file, clause.id, problems)
        _check_law(content, clause.law, file, clause.id, problems)
        _check_citations(content, clause.sources, file, clause.id, problems)


def _check_outlines(content: Content, readings: Mapping[str, Reading], problems: Problems) -> None:
    for outline in content.templates.outlines.values():
        file = f"templates/outlines/{outline.id}.toml"
        conditions = (outline.applies, *(part.when for part in outline.parts))
        for condition in conditions:
            for reason in check_condition(condition, content.questionnaire, readings):
                problems.add(file, outline.id, reason)
        for reason in check_pieces(outline.subtitle, content.questionnaire, readings):
            problems.add(file, "subtitle", reason)
        missing = [each for each in outline.clause_ids if each not in content.templates.clauses]
        for clause_id in missing:
            problems.add(file, clause_id, "There is no clause with this id.")
        for clause_id in {each for each in outline.clause_ids if outline.clause_ids.count(each) > 1}:
            problems.add(file, clause_id, "The clause stands in this document twice.")
        if not missing:
            for clause_id, reason in check_references(outline, content.templates):
                problems.add(file, clause_id, reason)


def _check_terms(content: Content, readings: Mapping[str, Reading], problems: Problems) -> None:
    words = " ".join(
        literal_words(variant.text) for clause in content.templates.clauses.values() for variant in clause.variants
    )
    for term in content.templates.terms:
        for meaning in term.meanings:
            for condition_reason in check_condition(meaning.when, content.questionnaire, readings):
                problems.add("templates/terms.toml", term.id, condition_reason)
            for reason in check_pieces(meaning.pieces, content.questionnaire, readings):
                problems.add("templates/terms.toml", term.id, reason)
            for reason in check_documents(meaning.pieces, content.templates):
                problems.add("templates/terms.toml", term.id, reason)
        if term.term not in words and (not term.plural or term.plural not in words):
            problems.add("templates/terms.toml", term.id, f"No clause uses the defined term “{term.term}”.")


def _check_checks(
    content: Content,
    readings: Mapping[str, Reading],
    calculations: Mapping[str, Calculation],
    problems: Problems,
) -> None:
    file = "resources/checks"
    ids = [check.id for check in content.checks]
    for check in content.checks:
        if ids.count(check.id) > 1:
            problems.add(file, check.id, "This id is there twice; every id is used once.")
        if not content.questionnaire.has(check.question):
            problems.add(file, check.id, f"There is no question “{check.question}”.")
        for reason in check_condition(check.when, content.questionnaire, readings):
            problems.add(file, check.id, reason)
        calculation = calculations.get(check.calculation) if check.calculation else None
        if check.calculation and calculation is None:
            problems.add(file, check.id, f"There is no calculation “{check.calculation}”.")
        given = calculation.gives if calculation else ()
        for text in (check.message, check.remedy):
            for reason in check_message(text, given, content.questionnaire, readings):
                problems.add(file, check.id, reason)
        _check_law(content, check.law, file, check.id, problems)
        _check_citations(content, check.sources, file, check.id, problems)


def _check_readings(
    content: Content,
    readings: Mapping[str, Reading],
    calculations: Mapping[str, Calculation],
    problems: Problems,
) -> None:
    uses = [(reading.id, reading.uses) for reading in readings.values()]
    uses += [(calculation.id, calculation.uses) for calculation in calculations.values()]
    for name, question_ids in uses:
        for question_id in question_ids:
            if not content.questionnaire.has(question_id):
                problems.add("app/analysis", name, f"It uses “{question_id}”, which is no question.")


def _check_uses(
    content: Content,
    readings: Mapping[str, Reading],
    calculations: Mapping[str, Calculation],
    problems: Problems,
) -> None:
    used = set(_used_questions(content, readings, calculations))
    for question in content.questionnaire.questions:
        if question.id not in used:
            problems.add("resources/questions", question.id, "No document and no check uses this question.")
    placed = {each for outline in content.templates.outlines.values() for each in outline.clause_ids}
    for clause_id in content.templates.clauses:
        if clause_id not in placed:
            problems.add("templates/clauses", clause_id, "No document has this clause.")


def _used_questions(
    content: Content, readings: Mapping[str, Reading], calculations: Mapping[str, Calculation]
) -> Iterator[str]:
    templates = content.templates
    for outline in templates.outlines.values():
        if all(clause_id in templates.clauses for clause_id in outline.clause_ids):
            yield from questions_of_outline(outline, templates, readings)
    for term in templates.terms:
        for meaning in term.meanings:
            yield from questions_of_condition(meaning.when, readings)
            inserts = [p.placeholder for p in meaning.pieces if isinstance(p, Slot)]
            yield from questions_of_inserts((each for each in inserts if isinstance(each, Insert)), readings)
    for check in content.checks:
        yield from questions_of_condition(check.when, readings)
        if check.calculation is not None and check.calculation in calculations:
            yield from calculations[check.calculation].uses
    yield from ("review.document-owner", "review.version", "review.supersedes")  # the document control block


def _document_questions(content: Content, document: str, readings: Mapping[str, Reading]) -> frozenset[str]:
    outline = content.templates.outlines[document]
    control = {"review.document-owner", "review.version", "review.supersedes"}
    found: set[str] = set(control)
    for clause_id in outline.clause_ids:
        clause: Clause | None = content.templates.clauses.get(clause_id)
        if clause is not None:
            found.update(questions_of_clause(clause, readings))
    for condition in (outline.applies, *(part.when for part in outline.parts)):
        found.update(questions_of_condition(condition, readings))
    for term in content.templates.terms:
        for meaning in term.meanings:
            inserts = [p.placeholder for p in meaning.pieces if isinstance(p, Slot)]
            found.update(questions_of_inserts((each for each in inserts if isinstance(each, Insert)), readings))
    return frozenset(found)


def _check_law(content: Content, law: tuple[str, ...], file: str, entry: str, problems: Problems) -> None:
    for law_id in law:
        if law_id not in content.law:
            problems.add(file, entry, f"There is no law record “{law_id}”.")


def _check_citations(
    content: Content, citations: tuple[Citation, ...], file: str, entry: str, problems: Problems
) -> None:
    for citation in citations:
        if citation.source not in content.sources:
            problems.add(file, entry, f"There is no source “{citation.source}”.")


def _orphans(content: Content) -> tuple[str, ...]:
    clauses = content.templates.clauses.values()
    law = {each for clause in clauses for each in clause.law}
    law |= {each for clause in clauses for variant in clause.variants for each in variant.law}
    law |= {each for check in content.checks for each in check.law}
    cited = [clause.sources for clause in clauses] + [check.sources for check in content.checks]
    cited += [question.sources for question in content.questionnaire.questions]
    sources = {citation.source for citations in cited for citation in citations}
    return (*sorted(set(content.law) - law), *sorted(set(content.sources) - sources))
