"""Questions of every kind, a register of three organisations, and a desk that keeps what a card asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.answers import Answer, Row
from app.domain.questions import Citation, Column, Option, Question, Suggestion
from app.domain.values import Duration, Kind, Organisation, Person, Unit, Value
from app.ui.card.card_view import CardView
from app.ui.fields.settings import FieldSettings, OrganisationChoice
from app.ui.question_card import QuestionCard

REGISTER = (
    OrganisationChoice("Airedale NHS Foundation Trust", "RCF", "foundation-trust", "West Yorkshire"),
    OrganisationChoice("Leeds Teaching Hospitals NHS Trust", "RR8", "nhs-trust", "West Yorkshire"),
    OrganisationChoice("Leeds Community Healthcare NHS Trust", "RY6", "nhs-trust", "West Yorkshire"),
)


def search(text: str, legal_form: str = "") -> Sequence[OrganisationChoice]:
    words = text.casefold().split()
    return [
        each
        for each in REGISTER
        if legal_form in {"", each.legal_form}
        and all(word in each.name.casefold() or word == each.code.casefold() for word in words)
    ]


#: A pause long enough that no test meets it by chance; those about pausing wait for a short one.
SETTINGS = FieldSettings(lambda: date(2026, 11, 20), search, pause=60_000)
QUICK = replace(SETTINGS, pause=10)

GROUPS = tuple(Option(name, name.capitalize()) for name in ("patients", "carers", "governors"))
RULES = (
    Option("every-trust", "Every trust", "An absent trust stops everything."),
    Option("number-of-trusts", "A set number of trusts"),
    Option("share-of-trusts", "A share of the trusts", "Follows members as they join and leave."),
)
FORUMS = tuple(Option(f"forum-{number}", f"Forum of sort {number}", "What it can do.") for number in range(9))
FORMS = (Option("foundation-trust", "NHS foundation trust"), Option("nhs-trust", "NHS trust"))
ROW_OPTIONS = {"members.members": (Option("1", "Airedale"), Option("2", "Bradford"))}

#: For each kind save tables: a value, and another one.
VALUES: dict[Kind, tuple[Value, Value]] = {
    Kind.TEXT: ("Northern Alliance", "Southern Alliance"),
    Kind.LONG_TEXT: ("One line.\nAnother.", "Something else."),
    Kind.ONE_OF: ("every-trust", "share-of-trusts"),
    Kind.SOME_OF: (("patients",), ("patients", "governors")),
    Kind.YES_NO: (True, False),
    Kind.WHOLE_NUMBER: (12, 1200),
    Kind.PERCENTAGE: (Decimal(75), Decimal("12.5")),
    Kind.MONEY: (Decimal(1_250_000), Decimal("12.50")),
    Kind.DURATION: (Duration(10, Unit.WORKING_DAYS), Duration(2, Unit.WEEKS)),
    Kind.DATE: (date(2026, 8, 6), date(2027, 3, 31)),
    Kind.ORGANISATION: (Organisation("Airedale NHS Foundation Trust", "RCF"), Organisation("A Charity")),
    Kind.PERSON: (Person("Jo Bloggs", "Chair"), Person("", "Medical director")),
    Kind.ROW: ("1", "2"),
    Kind.ROWS: (("2",), ("1", "2")),
}

MEMBERS = (
    Column("organisation", Kind.ORGANISATION, "Organisation", "The full legal name.", is_required=True),
    Column("legal-form", Kind.ONE_OF, "Legal form", options=FORMS, is_required=True),
    Column("icb", Kind.TEXT, "ICB area"),
    Column("turnover", Kind.MONEY, "Turnover", "Pounds a year."),
    Column("leads", Kind.ROW, "Reports to", table="members.members"),
    Column("votes", Kind.YES_NO, "Votes"),
)


def question(kind: Kind, **parts: object) -> Question:
    """A question of a kind, complete enough for its card."""
    options = {Kind.ONE_OF: RULES, Kind.SOME_OF: GROUPS}.get(kind, ())
    made = Question(
        id=f"sample.{kind.value}",
        section="sample",
        kind=kind,
        label=f"What is the {kind.value.replace('-', ' ')}?",
        hint="How to answer this one, in a sentence.",
        why="Why it matters, in a sentence.",
        sources=(Citation("practice", "page 3"),),
        options=options,
        columns=MEMBERS if kind is Kind.TABLE else (),
        table="members.members" if kind in {Kind.ROW, Kind.ROWS} else None,
        units=(Unit.WORKING_DAYS, Unit.WEEKS) if kind is Kind.DURATION else (),
        suggestion=Suggestion(VALUES[kind][0], "It has worked elsewhere.", "half to all")
        if kind in {Kind.PERCENTAGE, Kind.ONE_OF, Kind.DURATION}
        else None,
    )
    return replace(made, **parts)  # type: ignore[arg-type]


class Desk:
    """Does what the rest of the app does for a card: keeps what it asks for and shows it at once."""

    def __init__(self, card: QuestionCard, view: CardView | None = None) -> None:
        self.card = card
        self.view = view or CardView(row_options=ROW_OPTIONS)
        self.asked: list[str] = []
        self._next = 100
        card.answered.connect(self._on_answered)
        card.row_put.connect(self._on_row_put)
        card.row_removed.connect(self._on_row_removed)
        card.row_moved.connect(self._on_row_moved)
        card.rows_pasted.connect(self._on_rows_pasted)
        card.show_view(self.view)

    @property
    def value(self) -> Value | None:
        return self.view.answer.value if self.view.answer else None

    @property
    def rows(self) -> list[dict[str, Value]]:
        return [dict(row.cells) for row in self.view.rows]

    def show(self, **parts: object) -> None:
        self.view = replace(self.view, **parts)  # type: ignore[arg-type]
        self.card.show_view(self.view)

    def _on_answered(self, question_id: str, value: Value | None) -> None:
        self.asked.append("answer")
        self.show(answer=Answer(question_id, value), rows=self.view.rows if value is not None else ())

    def _on_row_put(self, _question: str, row_id: str, cells: Mapping[str, Value], position: int) -> None:
        self.asked.append("put")
        rows = [row for row in self.view.rows if row.id != row_id]
        if not row_id:
            self._next += 1
        rows.insert(position, Row(row_id or str(self._next), dict(cells)))
        self.show(rows=tuple(rows))

    def _on_row_removed(self, _question: str, row_id: str) -> None:
        self.asked.append("remove")
        self.show(rows=tuple(row for row in self.view.rows if row.id != row_id))

    def _on_row_moved(self, _question: str, row_id: str, position: int) -> None:
        self.asked.append("move")
        rows = [row for row in self.view.rows if row.id != row_id]
        rows.insert(position, next(row for row in self.view.rows if row.id == row_id))
        self.show(rows=tuple(rows))

    def _on_rows_pasted(self, _question: str, pasted: Sequence[Mapping[str, Value]]) -> None:
        self.asked.append("paste")
        rows = [*self.view.rows]
        for cells in pasted:
            self._next += 1
            rows.append(Row(str(self._next), dict(cells)))
        self.show(rows=tuple(rows))
