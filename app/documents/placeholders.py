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


#: Forms that make blocks of their own and so must stand alone in a paragraph.
BLOCK_FORMS = frozenset({Form.TABLE, Form.GRID, Form.BULLETS, Form.ITEMS})


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
    word, colon, rest = filters[0].partition(":")
    if word in {style.value for style in Style}:
        return Insert(name, styles=tuple(_style(each) for each in filters))
    form, _, extra = word.partition(" ")
    match form:
        case "names":
            return Insert(name, Form.NAMES, columns=_columns(rest) if colon else ())
        case "count":
            styles = (_style(extra),) if extra else ()
            return Insert(name, Form.COUNT, styles=styles)
        case "plural":
            one, comma, many = rest.partition(",")
            if not comma:
                raise PlaceholderError("A plural needs two words, as in “plural: trust, trusts”.")
            return Insert(name, Form.PLURAL, choices=(one.strip(), many.strip()))
        case "table":
            return _table(name, rest, filters[1:])
        case "grid":
            return Insert(name, Form.GRID, caption=filters[1] if len(filters) > 1 else "")
        case "bullets" | "items":
            return Insert(name, Form(form), columns=_columns(rest) if colon else ())
        case _:
            raise PlaceholderError(f"“{word}” is not a way to put an answer in.")


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


def _table(name: str, columns: str, rest: list[str]) -> Insert:
    only = None
    captions = []
    for part in rest:
        if "=" in part:
            column, _, values = part.partition("=")
            only = RowFilter(column.strip(), tuple(value.strip() for value in values.split(",")))
        else:
            captions.append(part)
    return Insert(name, Form.TABLE, columns=_columns(columns), caption=" ".join(captions), only=only)
