"""Short ways to write calculations: hits with words, and tests that many of them share."""

from collections.abc import Callable, Iterable

from app.domain.answers import Row
from app.domain.parsing import plain_spaces
from app.domain.readings import Calculation, Design, Hit
from app.domain.values import Organisation, Person
from app.domain.wording import NOT_ANSWERED, person_in_words


def calculation(
    calculation_id: str,
    says: str,
    uses: tuple[str, ...],
    gives: tuple[str, ...],
    find: Callable[[Design], Iterable[Hit]],
) -> Calculation:
    """A calculation that may be written as a generator of hits."""
    return Calculation(calculation_id, says, uses, gives, lambda design: tuple(find(design)))


def hit(row: str | None = None, **words: str) -> Hit:
    """A hit with its words, and the row it is about."""
    return Hit(words, row)


def row_name(row: Row, column: str) -> str:
    """What a message calls a row: the text, organisation or person in a column."""
    value = row.cells.get(column)
    if isinstance(value, Organisation):
        return value.name
    if isinstance(value, Person):
        return person_in_words(value)
    return value if isinstance(value, str) and value else NOT_ANSWERED


def plain(text: str) -> str:
    """A text for comparing: without capitals and double blanks."""
    return plain_spaces(text).casefold()
