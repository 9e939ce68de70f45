"""A document of some thirty pages: 120 clauses, 16 tables and about 12,500 words, the same each time."""

import re
from datetime import date
from itertools import cycle, islice

from app.documents.blocks import (
    Block,
    ControlEntry,
    Document,
    Given,
    Heading,
    Paragraph,
    Status,
    Table,
    TableColumn,
    Words,
)

_WORDS = re.findall(
    "[a-z]+",
    """
    the members of the joint committee must decide within ten working days of a meeting whether a matter that
    affects the patients of more than one trust is to be sent to each board with the papers it rests on and a
    note of what was agreed by whom and of any interest that was declared before the vote was taken so that
    governors commissioners auditors and regulators can follow how money staff estates and information are shared
    """,
)


def large_document() -> Document:
    """Twenty parts of six clauses, most parts with a table."""
    words = cycle(_WORDS)
    blocks: list[Block] = []
    for part in range(1, 21):
        blocks.append(Heading(1, str(part), _sentence(words, 4).removesuffix("."), f"part-{part}"))
        blocks += (_clause(part, clause, words) for clause in range(1, 7))
        if part <= 16:
            blocks.append(_table(part, words))
    return Document(
        id="large",
        title="Collaboration agreement",
        collaborative="Northern Acute Alliance",
        subtitle="A document to measure with",
        status=Status.DRAFT,
        version="0.1",
        dated=date(2026, 8, 6),
        author="Northern Acute Alliance",
        control=(ControlEntry("Version", (Words("0.1"),)),),
        open_points=(),
        notices=(),
        body=tuple(blocks),
        file_name="collaboration-agreement",
    )


def _sentence(words: "cycle[str]", count: int) -> str:
    return " ".join(islice(words, count)).capitalize() + "."


def _clause(part: int, clause: int, words: "cycle[str]") -> Paragraph:
    runs = (
        Words(f"{_sentence(words, 26)} {_sentence(words, 24)} "),
        Given(" ".join(islice(words, 4)), "any.question"),
        Words(f" {_sentence(words, 20)}"),
    )
    return Paragraph(f"{part}.{clause}", 0, runs, f"clause-{part}-{clause}")


def _table(part: int, words: "cycle[str]") -> Table:
    columns = (TableColumn("Ref", 1), TableColumn("Matter", 4), TableColumn("Rule", 5), TableColumn("Sum", 2, True))
    rows = tuple(
        (
            (Words(f"T{part}.{row}"),),
            (Words(_sentence(words, 8)),),
            (Words(_sentence(words, 12)),),
            (Words(f"£{part * row * 1_250:,}"),),
        )
        for row in range(1, 11)
    )
    return Table(f"Table {part}", "what each member keeps", columns, rows, f"table-{part}")
