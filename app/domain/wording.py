"""How values read on the page: dates, money, percentages, lengths of time, lists and answers in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, assert_never

from app.domain.plain_words import counted, date_in_words
from app.domain.values import Duration, Kind, Organisation, Person, Unit, Value

if TYPE_CHECKING:
    # The first window needs a few words before anything is asked.
    from app.domain.answers import Answers, Row
    from app.domain.questions import Column, Option, Question, Questionnaire

#: Dates and counts are worded where no values are known, and passed on here with all the rest.
__all__ = (
    "NOT_ANSWERED",
    "capital",
    "counted",
    "date_in_words",
    "duration_in_words",
    "listed",
    "lower",
    "moment_in_words",
    "money_in_words",
    "number_in_figures",
    "number_in_words",
    "option_in_words",
    "percentage_in_words",
    "person_in_words",
    "row_in_words",
    "rows_in_words",
    "sentence",
    "unit_in_words",
    "value_in_words",
    "variance_in_words",
    "yes_or_no",
)

#: What stands where a list, a table or a message needs words and nothing has been answered.
NOT_ANSWERED = "not yet answered"

_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_PENNY = Decimal("0.01")


def moment_in_words(moment: datetime) -> str:
    """A moment as a minute would be kept: 6 August 2026, 14:02, in the time of this computer."""
    local = moment.astimezone()
    return f"{date_in_words(local.date())}, {local:%H:%M}"


def money_in_words(pounds: Decimal | int) -> str:
    """Pounds with commas, and pence only where there are some: £1,250,000 or £12.50 or -£3."""
    amount = Decimal(pounds).quantize(_PENNY, ROUND_HALF_UP)
    sign = "-" if amount < 0 else ""
    whole = amount == amount.to_integral_value()
    return f"{sign}£{abs(amount):,.0f}" if whole else f"{sign}£{abs(amount):,.2f}"


def percentage_in_words(percentage: Decimal | int) -> str:
    """A percentage without empty decimals: 75% or 12.5%."""
    return f"{_plain(Decimal(percentage))}%"


def number_in_figures(number: Decimal | int) -> str:
    """A number with commas and without empty decimals: 1,200 or 2.5."""
    return _plain(Decimal(number))


def number_in_words(number: int) -> str:
    """A word from zero to twelve; figures with commas beyond."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def unit_in_words(unit: Unit, amount: int) -> str:
    """The noun of a unit, singular for one: working day, months."""
    noun = unit.value.replace("-", " ")
    return noun.removesuffix("s") if amount == 1 else noun


def duration_in_words(duration: Duration, with_number_words: bool = False) -> str:
    """A length of time: 10 working days, 1 hour; or with number words: ten working days."""
    amount = number_in_words(duration.amount) if with_number_words else f"{duration.amount:,}"
    return f"{amount} {unit_in_words(duration.unit, duration.amount)}"


def person_in_words(person: Person) -> str:
    """A person with their post, or whichever of the two is known: Ada Khan, Chief executive."""
    return ", ".join(part for part in (person.name, person.role) if part)


def yes_or_no(claim: bool) -> str:
    """The word yes or no."""
    return "yes" if claim else "no"


def listed(items: Iterable[str], joined_by: str = "and") -> str:
    """Items in one line: A, B and C. Semicolons keep apart items that hold commas themselves."""
    words = [item for item in items if item]
    if len(words) < 2:
        return "".join(words)
    if any("," in word for word in words):
        return f"{'; '.join(words[:-1])}; {joined_by} {words[-1]}"
    return f"{', '.join(words[:-1])} {joined_by} {words[-1]}"


def capital(text: str) -> str:
    """The same text with its first letter upper case."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The same text as a sentence: a capital at its start and a full stop at its end, where it has no other mark."""
    return capital(text) + ("" if text.endswith((".", "?", "!")) else ".")


def lower(text: str) -> str:
    """The same text with its first letter lower case, unless it opens with an abbreviation such as NHS."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def variance_in_words(variance: Decimal) -> str:
    """The actual cost less the baseline, as documents define it: a Gain of £400,000, an Excess Cost of £12.50.

    Where the two are the same there is no Variance.
    """
    if variance == 0:
        return "no Variance"
    return f"{'a Gain' if variance < 0 else 'an Excess Cost'} of {money_in_words(abs(variance))}"


def option_in_words(options: Iterable[Option], option_id: str) -> str:
    """The document wording of an option; its id without hyphens where the content does not know it."""
    found = next((option.words for option in options if option.id == option_id), None)
    return found or option_id.replace("-", " ")


def value_in_words(value: Value, asked: Question | Column, answers: Answers, questionnaire: Questionnaire) -> str:
    """One answer or cell as a document writes it. A pointer to a row that is gone gives an empty text.

    ``asked`` is the question or column that the value answers; ``answers`` and ``questionnaire`` name the
    rows that it points to.
    """
    match value:
        case bool():
            return yes_or_no(value)
        case int():
            return number_in_figures(value)
        case Decimal():
            return money_in_words(value) if asked.kind is Kind.MONEY else percentage_in_words(value)
        case date():
            return date_in_words(value)
        case Duration():
            return duration_in_words(value)
        case Organisation(name):
            return name
        case Person():
            return person_in_words(value)
        case str():
            return _chosen_in_words((value,), asked, answers, questionnaire)
        case tuple():
            return _chosen_in_words(value, asked, answers, questionnaire)
        case _:
            assert_never(value)


def row_in_words(row: Row, table: Question, answers: Answers, questionnaire: Questionnaire) -> str:
    """The name of a row, which is its first column; empty where that is not answered."""
    naming = table.columns[0]
    cell = row.cells.get(naming.id)
    return "" if cell is None else value_in_words(cell, naming, answers, questionnaire)


def rows_in_words(table_id: str, answers: Answers, questionnaire: Questionnaire) -> tuple[str, ...]:
    """The names of all rows of a table that have one, in order."""
    table = questionnaire.question(table_id)
    names = (row_in_words(row, table, answers, questionnaire) for row in answers.rows(table_id))
    return tuple(name for name in names if name)


def _chosen_in_words(
    values: tuple[str, ...], asked: Question | Column, answers: Answers, questionnaire: Questionnaire
) -> str:
    match asked.kind:
        case Kind.ONE_OF | Kind.SOME_OF:
            return listed(option_in_words(asked.options, value) for value in values)
        case Kind.ROW | Kind.ROWS:
            if asked.table is None or not questionnaire.has(asked.table):
                return ""
            table = questionnaire.question(asked.table)
            rows = {row.id: row for row in answers.rows(table.id)}
            found = (rows[value] for value in values if value in rows)
            return listed(row_in_words(row, table, answers, questionnaire) for row in found)
        case _:
            return listed(values)


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
