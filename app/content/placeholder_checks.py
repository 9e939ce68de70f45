"""Checks that every placeholder names something that exists, in a form that fits its kind."""

import re
from collections.abc import Iterator

from app.documents.markup import ClauseText, Piece, Slot, placeholders_in
from app.documents.placeholders import Form, Insert, Style, Target
from app.domain.questions import Question
from app.domain.readings import Askable, Shape
from app.domain.values import Kind

_BRACES = re.compile(r"\{([^{}]*)\}")
_FORMS_OF_SHAPE = {
    Shape.CLAIM: frozenset[Form](),
    Shape.NUMBER: frozenset({Form.PLAIN, Form.PLURAL}),
    Shape.WORDS: frozenset({Form.PLAIN}),
    Shape.LIST: frozenset({Form.NAMES, Form.COUNT, Form.PLURAL, Form.BULLETS, Form.ITEMS, Form.ANY_OF}),
    Shape.GRID: frozenset({Form.GRID}),
}
_FORMS_OF_TABLE = frozenset({Form.NAMES, Form.COUNT, Form.PLURAL, Form.TABLE, Form.BULLETS, Form.ITEMS, Form.ANY_OF})
_COUNTABLE = frozenset({Kind.TABLE, Kind.SOME_OF, Kind.ROWS, Kind.WHOLE_NUMBER, Kind.DURATION})
_FORMS_OF_SEVERAL = frozenset({Form.PLAIN, Form.NAMES, Form.COUNT, Form.PLURAL, Form.BULLETS, Form.ITEMS, Form.ANY_OF})


def check_text(text: ClauseText, askable: Askable) -> Iterator[str]:
    """Every reason why a placeholder of a clause cannot work. References are checked per outline."""
    for placeholder in placeholders_in(text):
        if isinstance(placeholder, Insert):
            yield from _check_insert(placeholder, askable)


def check_pieces(pieces: tuple[Piece, ...], askable: Askable) -> Iterator[str]:
    """The same for a single line such as a subtitle, where a reference can only be to another document."""
    for piece in pieces:
        if isinstance(piece, Slot):
            if isinstance(piece.placeholder, Insert):
                yield from _check_insert(piece.placeholder, askable)
            elif piece.placeholder.target is not Target.DOCUMENT:
                yield "Only a reference to a document can stand here."


def check_message(message: str, given: tuple[str, ...], askable: Askable) -> Iterator[str]:
    """Every reason why a check's message cannot be filled: it takes given words, answers and plain readings."""
    for found in _BRACES.finditer(message):
        name = found[1].strip()
        reading, questions = askable.readings.get(name), askable.questionnaire
        is_known = name in given or (questions.has(name) and questions.question(name).kind is not Kind.TABLE)
        is_plain = reading is not None and reading.shape in {Shape.NUMBER, Shape.WORDS, Shape.LIST}
        if not is_known and not is_plain:
            yield f"The message has “{{{name}}}”, which is neither given by the calculation, an answer nor a reading."


def _check_insert(insert: Insert, askable: Askable) -> Iterator[str]:
    if insert.is_question:
        if not askable.questionnaire.has(insert.name):
            yield f"“{insert.name}” is no question."
        else:
            yield from _check_question(insert, askable.questionnaire.question(insert.name))
        return
    reading = askable.readings.get(insert.name)
    if reading is None:
        yield f"“{insert.name}” is no reading."
    elif insert.form not in _FORMS_OF_SHAPE[reading.shape]:
        yield f"“{insert.name}” is a {reading.shape.value} and cannot be put in as {insert.form.value}."
    elif insert.columns:
        yield f"“{insert.name}” is a reading and has no columns to choose."


def _check_question(insert: Insert, question: Question) -> Iterator[str]:
    forms = {Kind.TABLE: _FORMS_OF_TABLE, Kind.SOME_OF: _FORMS_OF_SEVERAL, Kind.ROWS: _FORMS_OF_SEVERAL}.get(
        question.kind, frozenset({Form.PLAIN, Form.PLURAL})
    )
    if insert.form not in forms:
        yield f"“{question.id}” is of the kind {question.kind.value} and cannot be put in as {insert.form.value}."
    if insert.form is Form.PLURAL and question.kind not in _COUNTABLE:
        yield f"“{question.id}” has nothing to count for a plural."
    for column in insert.columns:
        if question.column(column) is None:
            yield f"“{question.id}” has no column “{column}”."
    if insert.only is not None:
        column_asked = question.column(insert.only.column)
        if column_asked is None:
            yield f"“{question.id}” has no column “{insert.only.column}”."
        else:
            for value in insert.only.values:
                if column_asked.option(value) is None:
                    yield f"“{question.id}”, {column_asked.id} has no option “{value}”."
    if Style.WORDS in insert.styles and question.kind in {Kind.TEXT, Kind.LONG_TEXT}:
        yield f"“{question.id}” is text, so there is no number to write in words."
