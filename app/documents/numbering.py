"""Numbers for paragraphs, items and schedules, and the label by which each clause is referred to."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.documents.markup import Mark
from app.documents.placeholders import Target
from app.documents.selecting import ChosenPart

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Label:
    """How a place is referred to in a sentence, such as "clause 9.2", and its anchor."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class NumberedPart:
    """A chosen part with its number ("9" or "Schedule 2") and anchor."""

    chosen: ChosenPart
    number: str
    anchor: str


Labels = Mapping[tuple[Target, str], Label]


def number_parts(chosen: tuple[ChosenPart, ...]) -> tuple[NumberedPart, ...]:
    """Number sections 1, 2, 3 and schedules 1, 2, 3, each in their own run."""
    sections = schedules = 0
    numbered = []
    for each in chosen:
        if each.part.is_schedule:
            schedules += 1
            numbered.append(NumberedPart(each, f"Schedule {schedules}", f"schedule.{each.part.id}"))
        else:
            sections += 1
            numbered.append(NumberedPart(each, str(sections), f"section.{each.part.id}"))
    return tuple(numbered)


def labels_of(parts: tuple[NumberedPart, ...]) -> dict[tuple[Target, str], Label]:
    """The label of every section, schedule and clause that is in the document."""
    labels: dict[tuple[Target, str], Label] = {}
    for numbered in parts:
        part = numbered.chosen.part
        target = Target.SCHEDULE if part.is_schedule else Target.SECTION
        own = numbered.number.lower() if part.is_schedule else f"clause {numbered.number}"
        labels[target, part.id] = Label(own, numbered.anchor)
        count = 0
        for chosen in numbered.chosen.clauses:
            marks = [statement.mark for statement in chosen.variant.text]
            if Mark.NUMBERED in marks:
                label = Label(_clause_label(numbered, count + 1), chosen.clause.id)
            else:
                label = labels[target, part.id]
            labels[Target.CLAUSE, chosen.clause.id] = label
            count += marks.count(Mark.NUMBERED)
    return labels


def paragraph_number(numbered: NumberedPart, count: int) -> str:
    """The number of the paragraph that comes at this count in a part: 9.2, or 2 in a schedule."""
    return str(count) if numbered.chosen.part.is_schedule else f"{numbered.number}.{count}"


def letter(count: int) -> str:
    """(a) for 1, (z) for 26, (aa) for 27."""
    letters = ""
    while count > 0:
        count, rest = divmod(count - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return f"({letters})"


def roman(count: int) -> str:
    """(i) for 1, (iv) for 4."""
    numeral = ""
    for value, sign in _ROMAN:
        while count >= value:
            numeral += sign
            count -= value
    return f"({numeral})"


def _clause_label(numbered: NumberedPart, count: int) -> str:
    if numbered.chosen.part.is_schedule:
        return f"paragraph {count} of {numbered.number.lower()}"
    return f"clause {numbered.number}.{count}"
