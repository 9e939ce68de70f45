"""A small collaborative to draft for: a dozen questions, five readings, and ways to write clauses and outlines."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from app.documents.blocks import Document, Status
from app.documents.drafting import Edition, draft
from app.documents.filling import Filler
from app.documents.markup import read_line, read_text
from app.documents.numbering import Labels
from app.documents.open_points import OpenPoints
from app.documents.templates import (
    Binding,
    Clause,
    Execution,
    Meaning,
    Outline,
    Part,
    Templates,
    Term,
    Variant,
)
from app.domain.answers import Answer, Answers, Origin, Row, State
from app.domain.conditions import Condition, Is
from app.domain.questions import Citation, Column, Option, Question, Questionnaire, Section, Step
from app.domain.readings import Askable, Design, Grid, GridColumn, Reading, Shape
from app.domain.records import Confidence, LawRecord, LawStatus
from app.domain.values import Kind, Organisation, Unit, Value

TODAY = date(2026, 8, 6)
EDITION = Edition(Status.DRAFT, TODAY)
STYLES = (Option("plain", "In plain words", wording="plain words"), Option("legal", "Legal style"))
KINDS = (Option("acute", "Acute"), Option("mental", "Mental health"))
MEMBERSHIPS = (Option("full", "Full"), Option("observer", "Observer"))


def question(
    question_id: str,
    kind: Kind,
    *,
    gap: str = "",
    options: tuple[Option, ...] = (),
    columns: tuple[Column, ...] = (),
    units: tuple[Unit, ...] = (),
    table: str | None = None,
    show_when: Condition | None = None,
) -> Question:
    """A question of the one section there is, with what a test says of it."""
    label = question_id.split(".")[1].replace("-", " ").capitalize()
    return Question(
        question_id,
        "all",
        kind,
        f"{label}?",
        hint="",
        why="",
        sources=(Citation("practice", "here"),),
        gap=gap,
        options=options,
        columns=columns,
        units=units,
        table=table,
        show_when=show_when,
    )


QUESTIONS = (
    question("collaborative.name", Kind.TEXT, gap="which name?"),
    question("group.notice", Kind.DURATION, units=(Unit.WORKING_DAYS,)),
    question("group.number", Kind.WHOLE_NUMBER),
    question("group.share", Kind.PERCENTAGE),
    question("group.budget", Kind.MONEY),
    question("group.start", Kind.DATE),
    question("group.formal", Kind.YES_NO),
    question("group.style", Kind.ONE_OF, options=STYLES),
    question("group.styles", Kind.SOME_OF, options=STYLES, show_when=Is("group.formal", (True,))),
    question("group.host", Kind.ROW, table="members.members"),
    question("review.document-owner", Kind.PERSON, gap="who owns this?"),
    question("review.version", Kind.TEXT),
    question("review.frequency", Kind.DURATION),
    question("review.supersedes", Kind.TEXT),
    question(
        "members.members",
        Kind.TABLE,
        columns=(
            Column("organisation", Kind.ORGANISATION, "Organisation", is_required=True),
            Column("kind", Kind.ONE_OF, "Kind", options=KINDS),
            Column("turnover", Kind.MONEY, "Turnover", is_required=True),
            Column("membership", Kind.ONE_OF, "Membership", options=MEMBERSHIPS),
            Column("board-date", Kind.DATE, "Board meets"),
        ),
    ),
    question(
        "flows.flows",
        Kind.TABLE,
        columns=(
            Column("what", Kind.TEXT, "What"),
            Column("to", Kind.ROWS, "To", table="members.members"),
        ),
    ),
)
QUESTIONNAIRE = Questionnaire((Step("scope", 1, "Scope", "", (Section("all", "scope", "All", "", QUESTIONS),)),))


def _names(design: Design) -> tuple[str, ...]:
    organisations = (row.organisation("organisation") for row in design.answers.rows("members.members"))
    return tuple(each.name for each in organisations if each is not None)


def _turnovers(design: Design) -> Grid | None:
    turnovers = [row.amount("turnover") for row in design.answers.rows("members.members")]
    if not turnovers or None in turnovers:
        return None
    rows = tuple((name, str(amount)) for name, amount in zip(_names(design), turnovers, strict=True))
    return Grid((GridColumn("Member", 3), GridColumn("Turnover", is_figure=True)), (*rows, ("Total", "")), True)


def _rule(design: Design) -> str | None:
    share, number = design.answers.amount("group.share"), design.answers.whole_number("group.number")
    return None if share is None or number is None else f"{number} trusts with {share}%"


READINGS = {
    each.id: each
    for each in (
        Reading("member-names", "Names.", Shape.LIST, ("members.members",), _names),
        Reading("member-count", "Count.", Shape.NUMBER, ("members.members",), lambda design: len(_names(design))),
        Reading("turnover-grid", "Turnovers.", Shape.GRID, ("members.members",), _turnovers),
        Reading("rule", "The rule.", Shape.WORDS, ("group.number", "group.share"), _rule),
        Reading("is-formal", "Formal.", Shape.CLAIM, ("group.formal",), lambda d: d.answers.is_yes("group.formal")),
    )
}
ASKABLE = Askable(QUESTIONNAIRE, READINGS)


def member(row_id: str, name: str | None, code: str | None = None, **cells: Value) -> Row:
    """A row of the members table."""
    own: dict[str, Value] = {} if name is None else {"organisation": Organisation(name, code)}
    return Row(row_id, {**own, **{column.replace("_", "-"): value for column, value in cells.items()}})


ASH = member("ash", "Ash NHS Trust", "RA1", kind="acute", turnover=Decimal(100))
ELM = member("elm", "Elm NHS Trust", "RE1", kind="mental", turnover=Decimal(50))
OAK = member("oak", "Oak NHS Trust", "RO1", kind="acute", turnover=Decimal(25))


def design_of(values: Mapping[str, Value] | None = None, **tables: Iterable[Row]) -> Design:
    """A design with these answers, and rows of ``members`` and ``flows``."""
    answers = {question_id: Answer(question_id, value) for question_id, value in (values or {}).items()}
    return design_with(answers.values(), **tables)


def design_with(answers: Iterable[Answer], **tables: Iterable[Row]) -> Design:
    """A design with these answers, their states and origins included."""
    rows = {f"{name}.{name}": tuple(each) for name, each in tables.items()}
    return Design(Answers({each.question_id: each for each in answers}, rows), QUESTIONNAIRE, READINGS, TODAY)


def suggested(question_id: str, value: Value, state: State = State.ANSWERED) -> Answer:
    """An answer that came from accepting a suggestion."""
    return Answer(question_id, value, state, Origin.SUGGESTION)


def filler_of(design: Design, labels: Labels | None = None) -> Filler:
    """What fills one document about a design. There is another document, the Dispute procedure."""
    return Filler(design, labels or {}, {"dispute": "Dispute procedure"}, OpenPoints(QUESTIONNAIRE))


def clause(clause_id: str, *texts: str | tuple[Condition, str], when: Condition | None = None, law: str = "") -> Clause:
    """A clause with a wording for each text; a wording may come with its condition."""
    variants = tuple(
        Variant(None, read_text(text)) if isinstance(text, str) else Variant(text[0], read_text(text[1]))
        for text in texts
    )
    return Clause(clause_id, clause_id, when, variants, law=(law,) if law else ())


def section(part_id: str, *clauses: Clause, when: Condition | None = None, holds_definitions: bool = False) -> Part:
    """A section over some clauses."""
    return Part(part_id, part_id.capitalize(), tuple(each.id for each in clauses), when, holds_definitions)


def schedule(part_id: str, *clauses: Clause) -> Part:
    """A schedule over some clauses."""
    return Part(part_id, part_id.capitalize(), tuple(each.id for each in clauses), is_schedule=True)


def outline_of(*parts: Part, execution: Execution = Execution.SIGNATURE, is_per_member: bool = False) -> Outline:
    """The outline of a document called the Agreement."""
    subtitle = read_line("Between the members of {collaborative.name}")
    return Outline(
        "agreement", "Agreement", subtitle, "", 1, parts, execution, Binding.TERMS, is_per_member=is_per_member
    )


def term(word: str, meaning: str, plural: str = "") -> Term:
    """A defined term with one meaning."""
    return Term(word.lower().replace(" ", "-"), word, plural, (Meaning(None, read_line(meaning)),))


def law_record(
    law_id: str,
    status: LawStatus = LawStatus.IN_FORCE,
    confidence: Confidence = Confidence.READ,
    note: str = "",
) -> LawRecord:
    """A rule of law, checked five weeks before today."""
    checked = date(2026, 7, 2)
    return LawRecord(law_id, law_id.capitalize(), "It says so.", status, confidence, checked, "Statute book", note=note)


def drafted(
    design: Design,
    outline: Outline,
    *clauses: Clause,
    terms: tuple[Term, ...] = (),
    law: Mapping[str, LawRecord] | None = None,
) -> Document:
    """The document that these clauses make in this outline."""
    templates = Templates({each.id: each for each in clauses}, terms, {outline.id: outline})
    return draft(outline, templates, law or {}, design, EDITION)
