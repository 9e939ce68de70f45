"""What stands in braces in a clause: an answer or reading to put in, or a reference to another place."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from app.errors import FivewaysError

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?")
_COLUMN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class PlaceholderError(FivewaysError):
    """A placeholder that cannot be read; the message says what would be right."""


class Form(Enum):
    """How an answer or reading is put in."""

    PLAIN = "plain"
    NAMES = "names"
    COUNT = "count"
    PLURAL = "plural"
    TABLE = "table"
    GRID = "grid"
    BULLETS = "bullets"
    ITEMS = "items"
    ANY_OF = "any-of"


#: Forms that make blocks of their own and so must stand alone in a paragraph.
BLOCK_FORMS = frozenset({Form.TABLE, Form.GRID, Form.BULLETS, Form.ITEMS, Form.ANY_OF})


class Style(Enum):
    """A small change to words that are put in."""

    WORDS = "words"
    CAPITAL = "capital"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Only rows whose cell in a column is one of these options."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Insert:
    """An answer (``topic.name``) or a reading (``name``) to put in.

    ``columns`` are column ids for names and tables; ``choices`` the two words of a plural.
    """

    name: str
    form: Form = Form.PLAIN
    styles: tuple[Style, ...] = ()
    columns: tuple[str, ...] = ()
    choices: tuple[str, str] = ("", "")
    caption: str = ""
    only: RowFilter | None = None

    @property
    def is_question(self) -> bool:
        """Whether the name is a question's id; otherwise it is a reading's."""
        return "." in self.name


class Target(Enum):
    """What a cross-reference points to."""

    CLAUSE = "clause"
    SECTION = "section"
    SCHEDULE = "schedule"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference by id."""

    target: Target
    id: str


Placeholder: TypeAlias = Insert | Reference


def read_placeholder(inside: str) -> Placeholder:
    """Read what stands between the braces; PlaceholderError says what is wrong with it."""
    head, *filters = [part.strip() for part in inside.split("|")]
    kind, colon, target = head.partition(":")
    if colon:
        return _reference(kind.strip(), target.strip(), filters)
    if not _NAME.fullmatch(head):
        raise PlaceholderError(f"“{{{inside}}}” does not start with the id of a question or reading.")
    return _insert(head, filters)


def _reference(kind: str, target: str, filters: list[str]) -> Reference:
    try:
        found = Target(kind)
    except ValueError:
        known = ", ".join(each.value for each in Target)
        raise PlaceholderError(f"“{kind}” is not something to refer to; it can be {known}.") from None
    if filters or not _NAME.fullmatch(target):
        raise PlaceholderError(f"“{{{kind}:{target}}}” needs an id after the colon and nothing else.")
    return Reference(found, target)


def _insert(name: str, filters: list[str]) -> Insert:
    if not filters:
        return Insert(name)
    first, *more = filters
    head, colon, rest = first.partition(":")
    if head.strip() in {style.value for style in Style}:
        return Insert(name, styles=tuple(_style(each) for each in filters))
    word, _, extra = head.strip().partition(" ")
    match word:
        case "names" | "bullets" | "items" | "any-of":
            _refuse_more(first, extra, *more)
            return Insert(name, Form(word), columns=_naming_column(rest) if colon else ())
        case "count":
            _refuse_more(first, colon, *more)
            return Insert(name, Form.COUNT, styles=(_style(extra),) if extra else ())
        case "plural":
            _refuse_more(first, extra, *more)
            return Insert(name, Form.PLURAL, choices=_two_words(rest))
        case "table":
            _refuse_more(first, extra)
            return _table(name, _columns(rest), more)
        case "grid":
            _refuse_more(first, extra, colon, *more[1:])
            return Insert(name, Form.GRID, caption=more[0] if more else "")
        case _:
            raise PlaceholderError(f"“{first}” is not a way to put an answer in.")


def _refuse_more(first: str, *parts: str) -> None:
    """Refuse what would be passed over without a word."""
    if any(parts):
        raise PlaceholderError(f"There is more beside “{first}” than it can take.")


def _style(word: str) -> Style:
    try:
        return Style(word)
    except ValueError:
        raise PlaceholderError(f"“{word}” is not a style; use words, capital or lower.") from None


def _columns(text: str) -> tuple[str, ...]:
    columns = tuple(part.strip() for part in text.split(",") if part.strip())
    if not columns or not all(_COLUMN.fullmatch(column) for column in columns):
        raise PlaceholderError("After the colon come column ids with commas between them.")
    return columns


def _naming_column(text: str) -> tuple[str]:
    columns = _columns(text)
    if len(columns) > 1:
        raise PlaceholderError("A list takes the words of one column only.")
    return (columns[0],)


def _two_words(text: str) -> tuple[str, str]:
    words = [part.strip() for part in text.split(",")]
    if len(words) != 2 or not all(words):
        raise PlaceholderError("A plural needs two words, as in “plural: trust, trusts”.")
    return words[0], words[1]


def _table(name: str, columns: tuple[str, ...], parts: list[str]) -> Insert:
    captions = [part for part in parts if "=" not in part]
    filters = [_row_filter(part) for part in parts if "=" in part]
    if len(captions) > 1 or len(filters) > 1:
        raise PlaceholderError("After its columns a table takes one caption, and one choice of rows with “=”.")
    return Insert(name, Form.TABLE, columns=columns, caption="".join(captions), only=filters[0] if filters else None)


def _row_filter(text: str) -> RowFilter:
    column, _, values = text.partition("=")
    return RowFilter(column.strip(), tuple(value.strip() for value in values.split(",")))
