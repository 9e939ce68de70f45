"""Entries as the tables and the change log hold them: exact images that can be put back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from app.domain.answers import Answer, Origin, Row, State
from app.domain.encoding import decode, decode_cells, encode, encode_cells
from app.domain.values import Value
from app.storage.failures import EntryUnreadableError
from app.storage.moments import moment_from

#: After each act everything is read again, and nearly all of it reads as before: so many entries are decoded only once.
#: They are the same objects then, so that whoever compares two states of a collaborative sees it at once.
_KEPT = 8_192


@dataclass(frozen=True, slots=True)
class Key:
    """Which entry of a collaborative is meant: an answer, a row of a table, a to-do, or (none given) its name."""

    question_id: str | None = None
    row_id: str | None = None
    todo_id: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerImage:
    """An answer, with its value as JSON text; no value is None."""

    value: str | None
    state: str
    origin: str
    note: str
    author: str
    changed_at: str


@dataclass(frozen=True, slots=True)
class RowImage:
    """A row of a table, with its cells as JSON text."""

    cells: str
    position: int
    origin: str
    author: str
    changed_at: str


@dataclass(frozen=True, slots=True)
class TodoImage:
    """A to-do. It is done at a moment, or not at all; its day is an ISO date."""

    question_id: str | None
    text: str
    person: str
    due: str | None
    done_at: str | None
    made_by: str
    made_at: str
    author: str
    changed_at: str


@dataclass(frozen=True, slots=True)
class NameImage:
    """The name of the collaborative."""

    name: str


Image: TypeAlias = AnswerImage | RowImage | TodoImage | NameImage

THE_NAME = Key()

_JSON_PARTS = frozenset({"value", "cells"})


def storable(text: str) -> str:
    """Text that every database takes: halves of characters, as a broken paste has, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def value_text(value: Value | None) -> str | None:
    """A value as JSON text; no value is None."""
    return None if value is None else _json(encode(value))


def cells_text(cells: Mapping[str, Value]) -> str:
    """The cells of a row as JSON text, in the order of their columns' ids: the same cells, the same text."""
    return _json(dict(sorted(encode_cells(cells).items())))


@lru_cache(_KEPT)
def answer_from(question_id: str, image: AnswerImage, revision: int) -> Answer:
    """The answer that an image shows. Raises EntryUnreadableError if no app can have written it."""
    try:
        return Answer(
            question_id,
            None if image.value is None else decode(json.loads(image.value)),
            State(image.state),
            Origin(image.origin),
            image.note,
            image.author,
            moment_from(image.changed_at),
            revision,
        )
    except ValueError as error:
        raise EntryUnreadableError(f"The saved answer {question_id} cannot be read.") from error


@lru_cache(_KEPT)
def row_from(row_id: str, image: RowImage, revision: int) -> Row:
    """The row that an image shows. Raises EntryUnreadableError if no app can have written it."""
    try:
        return Row(
            row_id,
            MappingProxyType(decode_cells(json.loads(image.cells))),
            Origin(image.origin),
            image.author,
            moment_from(image.changed_at),
            revision,
        )
    except ValueError as error:
        raise EntryUnreadableError(f"The saved row {row_id} cannot be read.") from error


def parts_of(image: Image) -> dict[str, object]:
    """The parts of an image by name. They are texts and numbers, which need no copy as ``asdict`` would make."""
    return {each.name: getattr(image, each.name) for each in fields(image)}


def log_text(image: Image | None) -> str | None:
    """An image as the change log keeps it, its value or cells as JSON within JSON; None stays None."""
    if image is None:
        return None
    parts = parts_of(image)
    for name in _JSON_PARTS.intersection(parts):
        part = parts[name]
        parts[name] = None if part is None else json.loads(str(part))
    return _json(parts)


def image_from_log(key: Key, text: str | None) -> Image | None:
    """The image that `log_text` wrote. Raises EntryUnreadableError for anything else."""
    if text is None:
        return None
    try:
        parts = json.loads(text)
        for name in _JSON_PARTS.intersection(parts):
            parts[name] = None if parts[name] is None else _json(parts[name])
        if key.todo_id is not None:
            return TodoImage(**parts)
        if key.question_id is None:
            return NameImage(**parts)
        return AnswerImage(**parts) if key.row_id is None else RowImage(**parts)
    except (ValueError, TypeError) as error:
        raise EntryUnreadableError("An entry of the change log cannot be read.") from error


def _json(content: object) -> str:
    return json.dumps(content, separators=(",", ":"))
