"""Turns chosen clauses into numbered blocks: headings, paragraphs, lists and tables."""

from typing import assert_never

from app.documents.blocks import Block, Heading, Origin, Paragraph, Run, Table, TableColumn, Words
from app.documents.filling import Filler
from app.documents.markup import Mark, Statement
from app.documents.numbering import NumberedPart, letter, paragraph_number, roman
from app.documents.placeholders import Form, Insert
from app.documents.selecting import ChosenClause
from app.documents.uses import questions_of_variant
from app.domain.readings import Askable
from app.errors import DraftingError


class Builder:
    """Builds the blocks of one document, counting tables as they come."""

    def __init__(self, filler: Filler) -> None:
        self._filler = filler
        self._askable = Askable(filler.design.questionnaire, filler.design.readings)
        self._tables = 0

    def heading(self, numbered: NumberedPart) -> Heading:
        """The heading of a section or schedule. A schedule starts a page."""
        part = numbered.chosen.part
        return Heading(1, numbered.number, part.title, numbered.anchor, starts_page=part.is_schedule)

    def clause_blocks(self, numbered: NumberedPart, count: int, chosen: ChosenClause) -> tuple[list[Block], int]:
        """The blocks of one clause, and the count of numbered paragraphs after it."""
        blocks: list[Block] = []
        origin = self._origin(chosen)
        letters = romans = 0
        for statement in chosen.variant.text:
            anchor = chosen.clause.id if not blocks else f"{chosen.clause.id}.{len(blocks) + 1}"
            match statement.mark:
                case Mark.NUMBERED:
                    count, letters, romans = count + 1, 0, 0
                    number = paragraph_number(numbered, count)
                case Mark.LETTERED:
                    letters, romans = letters + 1, 0
                    number = letter(letters)
                case Mark.ROMAN:
                    romans += 1
                    number = roman(romans)
                case Mark.BULLET | Mark.BLOCK:
                    number = "•"
            self._filler.open_points.at(_place(numbered, count), anchor)
            if statement.block is not None:
                blocks += self._block(statement.block, anchor, origin)
            else:
                blocks.append(self._paragraph(statement, number, anchor, origin))
        return blocks, count

    def _paragraph(self, statement: Statement, number: str, anchor: str, origin: Origin) -> Paragraph:
        runs = self._filler.runs(statement.pieces)
        return Paragraph(number, statement.depth, runs, anchor, origin, keeps_with_next=statement.leads)

    def _block(self, insert: Insert, anchor: str, origin: Origin) -> list[Block]:
        match insert.form:
            case Form.TABLE:
                columns, rows = self._filler.table(insert)
                if not rows:
                    return [self._missing(insert, anchor, origin)]
                return [self._table(insert, columns, rows, anchor, origin)]
            case Form.GRID:
                grid = self._filler.grid(insert)
                if grid is None:
                    return [self._missing(insert, anchor, origin)]
                columns = tuple(TableColumn(c.title, c.width, c.is_figure) for c in grid.columns)
                rows = tuple(tuple(self._filler.given_cell(cell, insert) for cell in row) for row in grid.rows)
                return [self._table(insert, columns, rows, anchor, origin, has_total=grid.has_total)]
            case Form.BULLETS | Form.ITEMS | Form.ANY_OF:
                return self._list(insert, anchor, origin)
            case Form.PLAIN | Form.NAMES | Form.COUNT | Form.PLURAL:
                raise DraftingError(f"“{insert.name}” makes no paragraph of its own as {insert.form.value}.")
            case _:
                assert_never(insert.form)

    def _table(
        self,
        insert: Insert,
        columns: tuple[TableColumn, ...],
        rows: tuple[tuple[tuple[Run, ...], ...], ...],
        anchor: str,
        origin: Origin,
        *,
        has_total: bool = False,
    ) -> Table:
        self._tables += 1
        return Table(f"Table {self._tables}", insert.caption, columns, rows, anchor, origin, has_total=has_total)

    def _missing(self, insert: Insert, anchor: str, origin: Origin) -> Paragraph:
        return Paragraph("", 0, (self._filler.gap(insert),), anchor, origin)

    def _list(self, insert: Insert, anchor: str, origin: Origin) -> list[Block]:
        items = self._filler.items(insert)
        last = len(items)
        blocks: list[Block] = []
        for place, item in enumerate(items, start=1):
            is_bullet = insert.form is Form.BULLETS
            number = "•" if is_bullet else letter(place)
            runs = (item,) if is_bullet else (item, *_item_end(place, last, insert.form))
            own = anchor if place == 1 else f"{anchor}.item-{place}"
            blocks.append(Paragraph(number, 1, runs, own, origin))
        return blocks

    def _origin(self, chosen: ChosenClause) -> Origin:
        clause = chosen.clause
        return Origin(
            clause=clause.id,
            questions=questions_of_variant(chosen.variant, self._askable),
            law=tuple(dict.fromkeys((*clause.law, *chosen.variant.law))),
            sources=tuple(dict.fromkeys(citation.source for citation in clause.sources)),
        )


def _item_end(place: int, last: int, form: Form) -> tuple[Words, ...]:
    if place == last:
        return (Words("."),)
    joined = "; or" if form is Form.ANY_OF else "; and"
    return (Words(joined),) if place == last - 1 else (Words(";"),)


def _place(numbered: NumberedPart, count: int) -> str:
    number = paragraph_number(numbered, max(count, 1))
    return f"{numbered.number}, paragraph {number}" if numbered.chosen.part.is_schedule else f"Clause {number}"
