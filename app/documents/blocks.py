"""The neutral document that every exporter writes: frozen blocks of text runs, each knowing where it came from."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

# --- runs: pieces of text inside a paragraph, a heading or a table cell -----------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """Text from a clause. Never holds markup; a newline is a line break."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """Text that an answer put in. ``is_suggestion`` marks an accepted suggestion that nobody has agreed yet."""

    text: str
    question: str
    is_suggestion: bool = False
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing answer, shown as its words and the number of its open point, counted from 1."""

    text: str
    question: str
    number: int


@dataclass(frozen=True, slots=True)
class Link:
    """A cross-reference such as "clause 9.2" to the block with this anchor in the same document."""

    text: str
    anchor: str


Run: TypeAlias = Words | Given | Gap | Link
Runs: TypeAlias = tuple[Run, ...]

# --- blocks -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Origin:
    """Why a block is there: its clause, the questions it rests on, its law records and sources, by id."""

    clause: str = ""
    questions: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


NOWHERE = Origin()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is a numbered part ("9", "Schedule 2" or "" where unnumbered), level 2 lies inside it."""

    level: int
    number: str
    text: str
    anchor: str
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. ``number`` is "9.2", "(a)", "(i)", "•" or "". ``depth`` is its indent: 0 for body text
    and 9.2, 1 for (a) and first bullets, 2 for (i). One that leads to what follows, as with a colon, keeps with it.
    """

    number: str
    depth: int
    runs: Runs
    anchor: str = ""
    origin: Origin = NOWHERE
    keeps_with_next: bool = False


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A table column: its header, its share of the width, and whether its cells are figures (set right)."""

    title: str
    width: int = 2
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A real table with one header row. Every row has a cell (runs, perhaps empty) for every column.

    ``label`` is "Table 3" or ""; ``caption`` follows it. ``has_total`` says the last row is a total.
    ``has_row_headers`` says the first column names its row. There is always a row: where an answer has none, a
    paragraph with a gap stands instead.
    """

    label: str
    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Runs, ...], ...]
    anchor: str = ""
    origin: Origin = NOWHERE
    has_total: bool = False
    has_row_headers: bool = True


@dataclass(frozen=True, slots=True)
class SignatureField:
    """One line to fill in by hand under a party's name, such as "Signature"."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """One party's part of a signature or approval block."""

    party: str
    statement: str
    fields: tuple[SignatureField, ...]


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Where the parties sign or the boards record approval. ``parts`` are kept whole, one after another."""

    parts: tuple[Signature, ...]
    anchor: str = ""
    origin: Origin = NOWHERE


Block: TypeAlias = Heading | Paragraph | Table | SignatureBlock

# --- the document -----------------------------------------------------------------------------------------


class Status(Enum):
    """How far a document has come. Everything is a draft for legal review until it is final."""

    DRAFT = "Draft for legal review"
    FINAL = "Final"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One gap: its number, the question's label, the section that asks it, and where it shows first."""

    number: int
    question: str
    label: str
    section: str
    place: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ControlEntry:
    """One line of the document control block, such as version: 0.3."""

    label: str
    runs: Runs


ILLUSTRATIONS = (
    "This document holds illustrative answers, made up for an example and not the position of any organisation "
    "named: each must be replaced or confirmed before anyone relies on it."
)

NOTICES_TITLE = "Law to be confirmed"
NOTICES_LEAD = (
    "This draft rests on the rules listed here, which have not been checked against their current text or are not "
    "yet law. A lawyer must confirm them before anyone relies on this document."
)


@dataclass(frozen=True, slots=True)
class LegalNotice:
    """What a reader must know of a law record that this document rests on and that is not settled.

    ``text`` may be empty where ``NOTICES_LEAD`` says it all.
    """

    law: str
    citation: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """One drafted document, complete and neutral. ``anchor``s are unique in it.

    ``id`` is the document's id, with the member's code for a document made per trust; ``subtitle`` is one line.
    Reading order: cover (title, collaborative, subtitle, status, `ILLUSTRATIONS` where it has them, control), open
    points, contents, legal notices, body.
    """

    id: str
    title: str
    collaborative: str
    subtitle: str
    status: Status
    version: str
    dated: date
    author: str
    control: tuple[ControlEntry, ...]
    open_points: tuple[OpenPoint, ...]
    notices: tuple[LegalNotice, ...]
    body: tuple[Block, ...]
    file_name: str
    language: str = "en-GB"
    has_illustrations: bool = False
    """Whether it rests on answers of an example that nobody has confirmed or replaced."""

    @property
    def standing(self) -> str:
        """How far it has come, and what it still rests on, in a few words for every page."""
        return standing(self.status, has_illustrations=self.has_illustrations)


def standing(status: Status, *, has_illustrations: bool) -> str:
    """How far a document or a pack has come, and what it still rests on."""
    return f"{status.value}, with illustrative answers" if has_illustrations else status.value


def run_text(run: Run) -> str:
    """The bare words of one run, as a reader would say them."""
    return f"{run.text} (open point {run.number})" if isinstance(run, Gap) else run.text


def runs_text(runs: Runs) -> str:
    """The bare words of several runs."""
    return "".join(run_text(run) for run in runs)
