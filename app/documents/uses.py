"""Which answers a clause rests on, and so which clauses an answer changes. Both come free from the data."""

from collections.abc import Iterable, Iterator

from app.documents.markup import Piece, Slot, placeholders_in
from app.documents.placeholders import Form, Insert
from app.documents.templates import Clause, Outline, Templates, Term, Variant
from app.domain.conditions import Condition, questions_in, readings_in
from app.domain.questions import Column, Question, Questionnaire
from app.domain.readings import Askable

#: What every document shows in front of its clauses and where it is signed or approved.
SHOWN_IN_EVERY_DOCUMENT = (
    "collaborative.name",
    "review.version",
    "review.document-owner",
    "review.frequency",
    "review.supersedes",
    "members.members",
)


def questions_of_condition(condition: Condition | None, askable: Askable) -> Iterator[str]:
    """The questions a condition rests on, directly or through readings."""
    yield from questions_in(condition)
    for reading_id in readings_in(condition):
        if reading_id in askable.readings:
            yield from askable.readings[reading_id].uses


def questions_of_pieces(pieces: Iterable[Piece], askable: Askable) -> Iterator[str]:
    """The questions whose answers some pieces of text show."""
    inserts = (piece.placeholder for piece in pieces if isinstance(piece, Slot))
    return _questions_of_inserts((each for each in inserts if isinstance(each, Insert)), askable)


def questions_of_variant(variant: Variant, askable: Askable) -> tuple[str, ...]:
    """The questions whose answers one wording shows."""
    inserts = (each for each in placeholders_in(variant.text) if isinstance(each, Insert))
    return tuple(dict.fromkeys(_questions_of_inserts(inserts, askable)))


def questions_of_clause(clause: Clause, askable: Askable) -> tuple[str, ...]:
    """Every question that decides whether, how and with what words a clause is drafted."""
    found: dict[str, None] = dict.fromkeys(questions_of_condition(clause.when, askable))
    for variant in clause.variants:
        found.update(dict.fromkeys(questions_of_condition(variant.when, askable)))
        found.update(dict.fromkeys(questions_of_variant(variant, askable)))
    return tuple(found)


def questions_of_outline(outline: Outline, templates: Templates, askable: Askable) -> frozenset[str]:
    """Every question that a document rests on; defined terms count where the document lists terms."""
    found = set(SHOWN_IN_EVERY_DOCUMENT)
    found.update(questions_of_condition(outline.applies, askable))
    found.update(questions_of_pieces(outline.subtitle, askable))
    for part in outline.parts:
        found.update(questions_of_condition(part.when, askable))
    for clause in templates.clauses_of(outline):
        found.update(questions_of_clause(clause, askable))
    if any(part.holds_definitions for part in outline.parts):
        found.update(question for term in templates.terms for question in questions_of_term(term, askable))
    return frozenset(found)


def with_what_shows_them(questions: Iterable[str], askable: Askable) -> tuple[str, ...]:
    """The questions, and all that decide whether they apply: an answer that is hidden changes a clause too."""
    found: dict[str, None] = {}
    waiting = list(questions)
    while waiting:
        each = waiting.pop(0)
        if each not in found and askable.questionnaire.has(each):
            found[each] = None
            waiting += questions_of_condition(askable.questionnaire.question(each).show_when, askable)
    return tuple(found)


def questions_of_term(term: Term, askable: Askable) -> Iterator[str]:
    """The questions that decide what a defined term means, and those whose answers its meanings show."""
    for meaning in term.meanings:
        yield from questions_of_condition(meaning.when, askable)
        yield from questions_of_pieces(meaning.pieces, askable)


def _questions_of_inserts(inserts: Iterable[Insert], askable: Askable) -> Iterator[str]:
    for insert in inserts:
        if not insert.is_question:
            if insert.name in askable.readings:
                yield from askable.readings[insert.name].uses
        elif askable.questionnaire.has(insert.name):
            question = askable.questionnaire.question(insert.name)
            yield question.id
            for shown in _shown(insert, question):
                yield from _pointed_to(shown, askable.questionnaire)


def _shown(insert: Insert, question: Question) -> tuple[Question | Column, ...]:
    """What a placeholder writes out: the question itself, or columns of its table."""
    if not question.columns:
        return (question,)
    if insert.form in {Form.COUNT, Form.PLURAL}:
        return ()
    chosen = tuple(column for each in insert.columns if (column := question.column(each)) is not None)
    return chosen or question.columns[:1]


def _pointed_to(asked: Question | Column | None, questionnaire: Questionnaire) -> Iterator[str]:
    """The tables whose rows an answer names: the table it points to, and those that name the rows of that one."""
    seen: set[str] = set()
    while asked is not None and asked.table is not None and asked.table not in seen and questionnaire.has(asked.table):
        seen.add(asked.table)
        yield asked.table
        asked = next(iter(questionnaire.question(asked.table).columns), None)
