"""What a room can choose from: the answers offered for a question, and what each means in whole members."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import assert_never

from app.analysis.whole_members import members_needed_by
from app.domain.answers import Answer, Answers
from app.domain.members import full_members
from app.domain.parsing import parse_duration, parse_money, parse_percentage, parse_whole_number
from app.domain.questions import Column, Option, Question
from app.domain.values import Duration, Kind, Unit, Value
from app.domain.wording import (
    capital,
    date_in_words,
    duration_in_words,
    money_in_words,
    number_in_figures,
    number_in_words,
    percentage_in_words,
)
from app.errors import AnswerError

#: Shares of the members that agreements usually ask for.
_USUAL_SHARES = tuple(map(Decimal, ("51", "67", "75", "100")))
_SHARES_OF_MEMBERS = frozenset({"decisions.quorum-share", "joining.approval-share", "leaving.exclusion-share"})
_NUMBERS_OF_MEMBERS = frozenset({"decisions.quorum-number"})
#: As many numbers of members as can be taken in at one look.
_MOST_NUMBERS = 6
_YES_OR_NO = ((True, "Yes"), (False, "No"))


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer on offer: its words, a hint that can be left out, and short lines that say what it means."""

    value: Value
    label: str
    hint: str = ""
    lines: tuple[str, ...] = ()
    is_chosen: bool = False
    is_suggested: bool = False


def choices(
    asked: Question | Column, value: Value | None, options: Sequence[Option], answers: Answers
) -> tuple[Choice, ...]:
    """The answers on offer, with those chosen marked; empty where an answer can only be written.

    ``options`` are the rows to choose from for a pointer; ``answers`` tell what a figure means.
    """
    match asked.kind:
        case Kind.ONE_OF | Kind.ROW:
            offered = [Choice(each.id, each.label, capital(each.hint)) for each in _options(asked, options)]
        case Kind.SOME_OF | Kind.ROWS:
            chosen = value if isinstance(value, tuple) else ()
            return tuple(
                Choice(each.id, each.label, capital(each.hint), is_chosen=each.id in chosen)
                for each in _options(asked, options)
            )
        case Kind.YES_NO:
            offered = [Choice(claim, word) for claim, word in _YES_OR_NO]
        case Kind.PERCENTAGE | Kind.WHOLE_NUMBER | Kind.MONEY | Kind.DURATION | Kind.DATE:
            offered = [Choice(each, figure_in_words(each, asked)) for each in _figures(asked, value, answers)]
        case Kind.TEXT | Kind.LONG_TEXT | Kind.ORGANISATION | Kind.PERSON:
            offered = [Choice(each, str(each)) for each in _suggested(asked) if isinstance(each, str)]
        case Kind.TABLE:
            offered = []
        case _:
            assert_never(asked.kind)
    suggested = next(_suggested(asked), None)
    return tuple(
        replace(
            each,
            lines=meaning(asked.id, each.value, answers) if isinstance(asked, Question) else (),
            is_chosen=_is_same(each.value, value),
            is_suggested=_is_same(each.value, suggested),
        )
        for each in offered
    )


def toggled(value: Value | None, option: Value, options: Sequence[Option]) -> tuple[str, ...] | None:
    """The chosen options once one of them was added or taken away, in their order; None where none is left."""
    chosen = set(value) if isinstance(value, tuple) else set()
    chosen ^= {str(option)}
    return tuple(each.id for each in options if each.id in chosen) or None


def options_of(asked: Question | Column, rows: Sequence[tuple[str, str]]) -> tuple[Option, ...]:
    """The options of a question; for a pointer, the rows of its table as options."""
    is_pointer = asked.kind in {Kind.ROW, Kind.ROWS}
    return tuple(Option(row, name) for row, name in rows) if is_pointer else asked.options


def meaning(question_id: str, value: Value, answers: Answers) -> tuple[str, ...]:
    """What a value would mean in this membership, in two short lines; empty where it means no more."""
    needed = members_needed_by(question_id, _with(answers, question_id, value))
    if needed is None:
        return ()
    fewest, members = needed
    if fewest > members:
        return (f"More than the {members} there are",)
    share = f"All {members}" if fewest == members else f"{fewest} of {members}"
    stop = number_in_words(members - fewest + 1)
    if question_id.startswith("decisions.quorum"):
        return f"{share} must be there", f"{capital(stop)} away: no quorum"
    return f"{share} must agree", f"Any {stop} can stop it"


def figure_in_words(value: Value, asked: Question | Column) -> str:
    """A number, a sum, a length of time or a day as it is said in a room."""
    match value:
        case Duration():
            return duration_in_words(value)
        case Decimal():
            return money_in_words(value) if asked.kind is Kind.MONEY else percentage_in_words(value)
        case bool():
            return "Yes" if value else "No"
        case int():
            return number_in_figures(value)
        case date():
            return date_in_words(value)
        case _:
            return str(value)


def usual_ends(usual_range: str, question: Question) -> tuple[Value, ...]:
    """The two ends of a usual range such as "5 to 15 working days", or as many of them as are figures."""
    low, parted, rest = usual_range.partition(" to ")
    if not parted:
        return ()
    high = re.split(r"[;,(]", rest)[0].strip()
    unit = high.lstrip("0123456789., ")
    found: list[Value] = []
    for words in (f"{low} {unit}" if low.isdecimal() else low, high):
        try:
            found.append(_read(words, question))
        except AnswerError:
            continue
    return tuple(found)


def _figures(asked: Question | Column, value: Value | None, answers: Answers) -> list[Value]:
    """The figures on offer, each once, the smallest first; what is answered is always among them."""
    found = [*_suggested(asked)]
    if isinstance(asked, Question):
        if asked.suggestion is not None:
            found += usual_ends(asked.suggestion.usual_range, asked)
        if asked.id in _SHARES_OF_MEMBERS:
            found += _USUAL_SHARES
        if asked.id in _NUMBERS_OF_MEMBERS:
            found += _majorities(len(full_members(answers)))
    if value is not None:
        found.append(value)
    order = {unit: place for place, unit in enumerate(asked.units)}
    unique = {(type(each), str(each)): each for each in found}.values()
    return sorted(unique, key=lambda each: _size(each, order))


def _majorities(members: int) -> list[Value]:
    """Numbers from the smallest majority of so many members to all of them; a few where there are many."""
    numbers = range(members // 2 + 1, members + 1)
    step = -(-len(numbers) // _MOST_NUMBERS) or 1
    return [*numbers[::-1][::step]] if members > 1 else []


def _size(value: Value, order: Mapping[Unit, int]) -> tuple[float, float]:
    if isinstance(value, Duration):
        return (-order.get(value.unit, 0), value.amount)
    if isinstance(value, date):
        return (0, value.toordinal())
    return (0, float(value)) if isinstance(value, int | Decimal) else (0, 0)


def _read(words: str, question: Question) -> Value:
    match question.kind:
        case Kind.PERCENTAGE:
            return parse_percentage(words)
        case Kind.WHOLE_NUMBER:
            return parse_whole_number(words)
        case Kind.MONEY:
            return parse_money(words)
        case Kind.DURATION:
            return parse_duration(words, question.units)
        case _:
            raise AnswerError("A usual range is one of figures.")


def _suggested(asked: Question | Column) -> Iterator[Value]:
    if isinstance(asked, Question) and asked.suggestion is not None:
        yield asked.suggestion.value


def _options(asked: Question | Column, options: Sequence[Option]) -> Sequence[Option]:
    return options if asked.kind in {Kind.ROW, Kind.ROWS} else asked.options


def _is_same(one: Value, other: Value | None) -> bool:
    """Whether two values are the same answer: yes is not the number one."""
    return other is not None and isinstance(one, bool) == isinstance(other, bool) and one == other


def _with(answers: Answers, question_id: str, value: Value) -> Answers:
    return Answers({**answers.answers, question_id: Answer(question_id, value)}, answers.tables)
