"""Puts answers and readings into the places that clauses keep for them. An answer is text and nothing else."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from app.documents.blocks import Given, Link, Run, Runs, TableColumn, Words
from app.documents.markup import Literal, Piece
from app.documents.numbering import Labels
from app.documents.open_points import OpenPoints
from app.documents.placeholders import Form, Insert, Reference, Style, Target
from app.domain.answers import Origin as AnswerOrigin
from app.domain.answers import Row, State
from app.domain.conditions import holds
from app.domain.questions import Column, Question
from app.domain.readings import Design, Grid, Result
from app.domain.values import Duration, Kind, Value
from app.domain.wording import (
    capital,
    duration_in_words,
    listed,
    lower,
    number_in_figures,
    number_in_words,
    row_in_words,
    value_in_words,
)
from app.errors import DraftingError

_FIGURES = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.WHOLE_NUMBER})
_CHOICES = frozenset({Kind.ONE_OF, Kind.SOME_OF, Kind.YES_NO})
_NOTHING = "–"


class Filler:
    """Fills the places of one document: knows the design, the labels of its clauses and its open points."""

    def __init__(
        self, design: Design, labels: Labels, document_titles: Mapping[str, str], open_points: OpenPoints
    ) -> None:
        self.design = design
        self.open_points = open_points
        self._labels = labels
        self._titles = document_titles

    def runs(self, pieces: Iterable[Piece]) -> Runs:
        """The text runs of one statement."""
        runs: list[Run] = []
        for piece in pieces:
            if isinstance(piece, Literal):
                runs.append(Words(piece.text, piece.is_bold))
            elif isinstance(piece.placeholder, Reference):
                runs.append(self._link(piece.placeholder))
            else:
                runs.append(self._insert(piece.placeholder, piece.is_bold))
        return tuple(runs)

    def items(self, insert: Insert) -> tuple[Run, ...]:
        """The items of a list placeholder, one run each; a single gap if there are none."""
        found = tuple(item for item in self._items(insert) if item)
        if not found:
            return (self.open_points.gap(self._question_of(insert)),)
        return tuple(self._given(item, insert) for item in found)

    def grid(self, insert: Insert) -> Grid | None:
        """A calculated table; None if it cannot be calculated yet or has no rows."""
        result = self.design.read(insert.name)
        return result if isinstance(result, Grid) and result.rows else None

    def table(self, insert: Insert) -> tuple[tuple[TableColumn, ...], tuple[tuple[Runs, ...], ...]]:
        """The columns and rows of a table answer; no rows if there are none that are wanted.

        A column that may be left empty, and is in every row, is left out: it would hold nothing but dashes.
        """
        question = self.design.questionnaire.question(insert.name)
        wanted = self._rows(insert)
        named = [column for each in insert.columns if (column := question.column(each)) is not None]
        columns = [column for column in named if column is named[0] or _says_something(column, wanted)]
        heads = tuple(TableColumn(c.label, c.width, c.kind in _FIGURES) for c in columns)
        rows = tuple(tuple(self._cell(row, c, question) for c in columns) for row in wanted)
        return heads, rows

    def gap(self, insert: Insert) -> Run:
        """The gap that stands where a table has nothing to show."""
        return self.open_points.gap(self._lacking(insert))

    def given_cell(self, text: str, insert: Insert) -> Runs:
        """A finished cell of a calculated table."""
        return (self._given(text, insert),) if text else ()

    def answer(self, text: str, question: str) -> Given:
        """An answer that is put in outside the clauses, in words that are already found."""
        return Given(text, question, self._is_unsettled_suggestion(question))

    # --- single placeholders ------------------------------------------------------------------------------

    def _link(self, reference: Reference) -> Run:
        if reference.target is Target.DOCUMENT:
            return Words(lower(self._titles[reference.id]))
        label = self._labels.get((reference.target, reference.id))
        if label is None:
            raise DraftingError(f"The reference to {reference.target.value} “{reference.id}” has no target here.")
        return Link(label.text, label.anchor)

    def _insert(self, insert: Insert, is_bold: bool) -> Run:
        text = self._text(insert)
        if not text:
            return self.open_points.gap(self._question_of(insert))
        for style in insert.styles:
            text = capital(text) if style is Style.CAPITAL else lower(text) if style is Style.LOWER else text
        return self._given(text, insert, is_bold)

    def _text(self, insert: Insert) -> str:
        match insert.form:
            case Form.NAMES:
                return listed(self._items(insert))
            case Form.COUNT:
                count = len(self._items(insert))
                if not count:
                    return ""
                return number_in_words(count) if Style.WORDS in insert.styles else str(count)
            case Form.PLURAL:
                return insert.choices[0] if self._amount(insert) == 1 else insert.choices[1]
            case _:
                return self._plain(insert)

    def _plain(self, insert: Insert) -> str:
        in_words = Style.WORDS in insert.styles
        if not insert.is_question:
            return _result_text(self.design.read(insert.name), in_words)
        question = self.design.questionnaire.question(insert.name)
        value = self.design.answers.value(insert.name)
        if value is None:
            return ""
        if in_words and isinstance(value, Duration):
            return duration_in_words(value, with_number_words=True)
        if in_words and isinstance(value, int) and not isinstance(value, bool):
            return number_in_words(value)
        return self._words(value, question)

    def _amount(self, insert: Insert) -> int | Decimal:
        value: Result | Value | None
        if insert.is_question:
            question = self.design.questionnaire.question(insert.name)
            value = None if question.kind is Kind.TABLE else self.design.answers.value(insert.name)
        else:
            value = self.design.read(insert.name)
        if isinstance(value, Duration):
            return value.amount
        if isinstance(value, int | Decimal):
            return value
        return len(self._items(insert))

    def _items(self, insert: Insert) -> tuple[str, ...]:
        if not insert.is_question:
            result = self.design.read(insert.name)
            return result if isinstance(result, tuple) else ()
        question = self.design.questionnaire.question(insert.name)
        if question.kind is not Kind.TABLE:
            return tuple(self._words((each,), question) for each in self.design.answers.several(insert.name))
        column = question.column(insert.columns[0]) if insert.columns else question.columns[0]
        cells = (row.cells.get(column.id) if column else None for row in self._rows(insert))
        return tuple(self._words(cell, column) for cell in cells if cell is not None and column is not None)

    # --- tables -------------------------------------------------------------------------------------------

    def _rows(self, insert: Insert) -> tuple[Row, ...]:
        rows = self.design.answers.rows(insert.name)
        only = insert.only
        return rows if only is None else tuple(row for row in rows if row.cells.get(only.column) in only.values)

    def _cell(self, row: Row, column: Column, question: Question) -> Runs:
        value = row.cells.get(column.id)
        text = "" if value is None else self._words(value, column)
        if isinstance(value, tuple) and column.kind is Kind.ROWS and column.table is not None:
            text = self._most_rows(value, column.table) or text
        if column.kind in _CHOICES:
            text = capital(text)
        if text:
            return (self.answer(text, question.id),)
        return (self.open_points.gap(question.id),) if column.is_required else (Words(_NOTHING),)

    def _most_rows(self, chosen: tuple[str, ...], table_id: str) -> str:
        """All, or all except one or two, where a cell would else name nearly every row of a table."""
        rows = self.design.answers.rows(table_id)
        missing = [row for row in rows if row.id not in chosen]
        if len(rows) <= 2 or len(missing) * 2 >= len(rows):
            return ""
        names = [row_name(self.design, table_id, row) for row in missing]
        return f"All except {listed(names)}" if missing else "All"

    # --- words --------------------------------------------------------------------------------------------

    def _words(self, value: Value, asked: Question | Column) -> str:
        return value_in_words(value, asked, self.design.answers, self.design.questionnaire)

    def _given(self, text: str, insert: Insert, is_bold: bool = False) -> Given:
        """What a placeholder puts in, marked where any answer behind it is a suggestion that nobody has agreed."""
        behind = (insert.name,) if insert.is_question else self.design.readings[insert.name].uses
        is_suggestion = any(self._is_unsettled_suggestion(each) for each in behind)
        return Given(text, self._question_of(insert), is_suggestion, is_bold)

    def _is_unsettled_suggestion(self, question: str) -> bool:
        answer = self.design.answers.answer(question)
        return answer is not None and answer.origin is AnswerOrigin.SUGGESTION and answer.state is not State.AGREED

    def _question_of(self, insert: Insert) -> str:
        """The question to answer for this placeholder: its own, or the first unanswered one of its reading."""
        if insert.is_question:
            return insert.name
        uses = self.design.readings[insert.name].uses
        if not uses:
            raise DraftingError(f"The reading “{insert.name}” names no question that it rests on.")
        return next((each for each in uses if self._is_waiting(each)), uses[0])

    def _lacking(self, insert: Insert) -> str:
        """The question that keeps a table from being told.

        Where all of its questions are answered, a table answer among them lacks a row or a figure: the last one,
        because readings name what they look at from the general to the particular.
        """
        question = self._question_of(insert)
        if insert.is_question or self._is_waiting(question):
            return question
        asked = [self.design.questionnaire.question(each) for each in self.design.readings[insert.name].uses]
        tables = [each.id for each in asked if each.kind is Kind.TABLE and self.design.answers.is_answered(each.id)]
        return tables[-1] if tables else question

    def _is_waiting(self, question_id: str) -> bool:
        """Whether a question applies and has no answer yet: only such a one can close a gap."""
        answers = self.design.answers
        question = self.design.questionnaire.question(question_id)
        return not answers.is_answered(question_id) and holds(question.show_when, answers, self.design.claim)


def _says_something(column: Column, rows: tuple[Row, ...]) -> bool:
    return column.is_required or any(row.cells.get(column.id) is not None for row in rows)


def row_name(design: Design, table_id: str, row: Row) -> str:
    """The name of a row as documents write it; empty if its first column is not answered."""
    return row_in_words(row, design.questionnaire.question(table_id), design.answers, design.questionnaire)


def _result_text(result: Result, in_words: bool) -> str:
    match result:
        case str():
            return result
        case bool():
            return "yes" if result else "no"
        case int():
            return number_in_words(result) if in_words else number_in_figures(result)
        case Decimal():
            return number_in_figures(result)
        case tuple():
            return listed(result)
        case Grid() | None:
            return ""
