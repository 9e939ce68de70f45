"""Checks that nothing lies unused: questions, clauses and defined terms, law records and sources."""

from collections.abc import Iterator, Mapping

from app.content.catalogue import Content
from app.content.entries import Problems
from app.documents.markup import literal_words
from app.documents.templates import Templates
from app.documents.uses import questions_of_condition, questions_of_outline
from app.domain.checks import Check
from app.domain.readings import Askable, Calculation

_QUESTIONS = "resources/questions"


def check_uses(content: Content, askable: Askable, calculations: Mapping[str, Calculation], problems: Problems) -> None:
    """Add a problem for every question, clause and term that changes nothing."""
    templates = content.templates
    of_documents = {
        outline.id: questions_of_outline(outline, templates, askable) for outline in templates.outlines.values()
    }
    _check_questions(content, of_documents, askable, calculations, problems)
    placed = {each for outline in templates.outlines.values() for each in outline.clause_ids}
    for clause_id in templates.clauses:
        if clause_id not in placed:
            reason = "No document has this clause. Name it in an outline."
            problems.add_below("templates/clauses", clause_id, reason)
    _check_terms(templates, problems)


def orphans(content: Content) -> tuple[str, ...]:
    """The ids of the law records and sources that no clause, check or question names."""
    clauses = content.templates.clauses.values()
    law = {each for clause in clauses for each in clause.law}
    law |= {each for clause in clauses for variant in clause.variants for each in variant.law}
    law |= {each for check in content.checks for each in check.law}
    cited = [clause.sources for clause in clauses] + [check.sources for check in content.checks]
    cited += [question.sources for question in content.questionnaire.questions]
    sources = {citation.source for citations in cited for citation in citations}
    return (*sorted(set(content.law) - law), *sorted(set(content.sources) - sources))


def _check_questions(
    content: Content,
    of_documents: Mapping[str, frozenset[str]],
    askable: Askable,
    calculations: Mapping[str, Calculation],
    problems: Problems,
) -> None:
    used = {question for questions in of_documents.values() for question in questions}
    used.update(_questions_of_checks(content.checks, askable, calculations))
    for question in content.questionnaire.questions:
        if question.id not in used:
            reason = "No document and no check uses this question. Put it in a clause or a check."
            problems.add_below(_QUESTIONS, question.id, reason)
        for document in question.required_for:
            if document not in of_documents:
                reason = f"“required_for” names “{document}”, which is no document."
                problems.add_below(_QUESTIONS, question.id, reason)
            elif question.id not in of_documents[document]:
                reason = f"“required_for” names “{document}”, which does not use it. Put it in a clause there."
                problems.add_below(_QUESTIONS, question.id, reason)


def _questions_of_checks(
    checks: tuple[Check, ...], askable: Askable, calculations: Mapping[str, Calculation]
) -> Iterator[str]:
    for check in checks:
        yield from questions_of_condition(check.when, askable)
        if check.calculation is not None and check.calculation in calculations:
            yield from calculations[check.calculation].uses


def _check_terms(templates: Templates, problems: Problems) -> None:
    words = " ".join(
        literal_words(variant.text) for clause in templates.clauses.values() for variant in clause.variants
    )
    for term in templates.terms:
        if term.term not in words and (not term.plural or term.plural not in words):
            reason = f"No clause uses the defined term “{term.term}”. Use it, or take it out."
            problems.add("templates/terms.toml", term.id, reason)
