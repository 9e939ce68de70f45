"""Reads the five steps: steps, sections, questions, options, columns and suggestions."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path

from app.content.citations import read_citations
from app.content.conditions import read_condition
from app.content.entries import Entry, Problems, files_in, read_file
from app.content.values import read_value
from app.domain.questions import Column, Option, Question, Questionnaire, Section, Step, Suggestion
from app.domain.values import Kind, Unit
from app.errors import AnswerError

_WITH_OPTIONS = frozenset({Kind.ONE_OF, Kind.SOME_OF})
_WITH_TABLE = frozenset({Kind.ROW, Kind.ROWS})


def read_questionnaire(folder: Path, root: Path, problems: Problems) -> Questionnaire:
    """Read ``steps.toml`` and every section file below a folder."""
    sections: dict[str, tuple[Entry, list[Question]]] = {}
    for path in files_in(folder, "*/*.toml"):
        entry = read_file(path, root, problems)
        if entry is not None:
            section_id = entry.text("id")
            if section_id in sections:
                entry.problem(f"Section “{section_id}” is already in {sections[section_id][0].file}.")
            questions = [_question(each, section_id) for each in entry.parts("question")]
            sections[section_id] = (entry, questions)
    steps = read_file(folder / "steps.toml", root, problems)
    if steps is None:
        return Questionnaire(())
    found = tuple(_step(each, number, sections) for number, each in enumerate(steps.parts("step"), start=1))
    steps.finish()
    for section_id, (entry, _) in sections.items():
        entry.problem(f"Section “{section_id}” is in no step; name it in steps.toml.")
    return Questionnaire(found)


def _step(entry: Entry, number: int, sections: dict[str, tuple[Entry, list[Question]]]) -> Step:
    step_id = entry.text("id")
    found = []
    for section_id in entry.texts("sections"):
        if section_id not in sections:
            entry.problem(f"There is no section “{section_id}”, or two steps name it.")
            continue
        part, questions = sections.pop(section_id)
        found.append(Section(section_id, step_id, part.text("title"), part.text("introduction"), tuple(questions)))
        part.finish()
    step = Step(step_id, number, entry.text("title"), entry.text("introduction"), tuple(found))
    entry.finish()
    return step


def _question(entry: Entry, section: str) -> Question:
    kind = entry.choice("kind", Kind.TEXT)
    question = Question(
        id=entry.text("id"),
        section=section,
        kind=kind,
        label=entry.text("label"),
        hint=entry.text("hint"),
        why=entry.text("why"),
        sources=read_citations(entry),
        options=_options(entry, kind),
        columns=tuple(_column(each) for each in entry.parts("column")),
        show_when=read_condition(entry, "show_when"),
        required_for=entry.texts("required_for"),
        table=_table(entry, kind),
        minimum=_bound(entry, "minimum"),
        maximum=_bound(entry, "maximum"),
        units=_units(entry),
        gap=entry.text("gap", default=""),
        name=entry.text("name", default=""),
    )
    if not question.sources:
        entry.problem("A question needs at least one source with its place.")
    if (kind is Kind.TABLE) != bool(question.columns):
        entry.problem("A table, and nothing else, has columns.")
    question = replace(question, suggestion=_suggestion(entry, question))
    entry.finish()
    return question


def _column(entry: Entry) -> Column:
    kind = entry.choice("kind", Kind.TEXT)
    if kind is Kind.TABLE:
        entry.problem("A column cannot be a table; make a table question that points to the row.")
    column = Column(
        id=entry.text("id"),
        kind=kind,
        label=entry.text("label"),
        hint=entry.text("hint", default=""),
        options=_options(entry, kind),
        table=_table(entry, kind),
        is_required=entry.truth("required"),
        minimum=_bound(entry, "minimum"),
        maximum=_bound(entry, "maximum"),
        units=_units(entry),
        width=entry.whole_number("width", 2),
        show_when=read_condition(entry, "show_when"),
        offers=entry.text("offers", default=""),
    )
    if column.offers and kind is not Kind.ORGANISATION:
        entry.problem("Only a column of kind organisation has “offers”.")
    entry.finish()
    return column


def _options(entry: Entry, kind: Kind) -> tuple[Option, ...]:
    options = []
    for part in entry.parts("option"):
        options.append(
            Option(
                part.text("id"),
                part.text("label"),
                part.text("hint", default=""),
                part.text("wording", default=""),
            )
        )
        part.finish()
    if (kind in _WITH_OPTIONS) != bool(options):
        entry.problem("Kinds one-of and some-of, and no others, have options.")
    if len({option.id for option in options}) != len(options):
        entry.problem("Two options have the same id.")
    return tuple(options)


def _table(entry: Entry, kind: Kind) -> str | None:
    table = entry.text("table", default="") or None
    if (kind in _WITH_TABLE) != (table is not None):
        entry.problem("Kinds row and rows, and no others, name the table that they point to.")
    return table


def _units(entry: Entry) -> tuple[Unit, ...]:
    units = []
    for word in entry.texts("units"):
        try:
            units.append(Unit(word))
        except ValueError:
            entry.problem(f"“{word}” is not a unit; use one of {', '.join(unit.value for unit in Unit)}.")
    return tuple(units)


def _bound(entry: Entry, key: str) -> Decimal | None:
    raw: object = entry.raw(key)
    if raw is None:
        return None
    try:
        return Decimal(str(raw))
    except InvalidOperation:
        entry.problem(f"“{key}” must be a number.")
        return None


def _suggestion(entry: Entry, question: Question) -> Suggestion | None:
    part = entry.part("suggestion")
    if part is None:
        return None
    raw = part.raw("value")
    reason, usual_range = part.text("reason"), part.text("usual_range", default="")
    part.finish()
    try:
        return Suggestion(read_value(raw, question), reason, usual_range)
    except AnswerError as error:
        part.problem(f"The suggested value does not fit the question: {error}")
        return None
