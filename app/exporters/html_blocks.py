"""The body of a document as elements of HTML: headings, numbered paragraphs, lists, tables and signatures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from app.documents.blocks import (
    Block,
    Gap,
    Given,
    Heading,
    Link,
    Paragraph,
    Run,
    Runs,
    SignatureBlock,
    Table,
    Words,
    run_text,
)
from app.exporters.html_text import identified, safe_line, safe_text

_BULLETS = frozenset("•–-‣◦▪")
_WIDE = 5
"""A table with as many columns can be moved sideways on a small screen."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where links may lead: the anchors of blocks, and the numbers of the open points that are listed."""

    anchors: frozenset[str]
    points: frozenset[int]


def point_anchor(number: int) -> str:
    """The name of an open point's place; its beginning keeps it apart from the anchors of a document."""
    return f"page.open-point-{number}"


def write_blocks(blocks: Sequence[Block], places: Places) -> Iterator[str]:
    """Every block in order. Paragraphs that follow each other as items share one list."""
    lists = _Lists()
    for block in blocks:
        if isinstance(block, Paragraph) and _is_item(block):
            yield lists.item(block, write_runs(block.runs, places))
        else:
            yield lists.close()
            yield _block(block, places)
    yield lists.close()


def _block(block: Block, places: Places) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return _paragraph(block, places)
        case Table():
            return write_table(block, places)
        case SignatureBlock():
            return "".join(_signatures(block))
        case _:
            assert_never(block)


def _heading(heading: Heading) -> str:
    name = "h2" if heading.level <= 1 else "h3"
    number = f'<span class="number">{safe_text(heading.number)} </span>' if heading.number else ""
    page = ' class="starts-page"' if heading.starts_page else ""
    return f"<{name}{identified(heading.anchor)}{page}>{number}{safe_text(heading.text)}</{name}>\n"


def _paragraph(block: Paragraph, places: Places) -> str:
    words = f'<span class="words">{write_runs(block.runs, places)}</span>'
    number = f'<span class="number">{safe_text(block.number)} </span>' if block.number else ""
    kinds = ["clause"] if number else []
    kinds += [f"depth-{min(block.depth, 2)}"] if block.depth else []
    kinds += ["leads"] if block.keeps_with_next else []
    shown = f' class="{" ".join(kinds)}"' if kinds else ""
    return f"<p{identified(block.anchor)}{shown}>{number}{words}</p>\n"


def _is_item(block: Paragraph) -> bool:
    return block.number in _BULLETS or (bool(block.number) and block.depth > 0)


class _Lists:
    """The lists that are open, one inside the last item of another: the depth and element of each."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def item(self, block: Paragraph, words: str) -> str:
        """An item, in the list that it goes on with or in a new one. It is closed when the next one comes."""
        name = "ul" if block.number in _BULLETS else "ol"
        before = ""
        while self._open and self._open[-1][0] > block.depth:
            before += self._close_last()
        if self._open and self._open[-1][0] == block.depth:
            if self._open[-1][1] == name and not _begins_list(block):
                before += "</li>\n"
            else:
                before += self._close_last()
        if not self._open or self._open[-1][0] < block.depth:
            indent = "" if self._open else f" depth-{min(block.depth, 2)}"
            before += f'<{name} class="items{indent}">\n'
            self._open.append((block.depth, name))
        number = "" if block.number == "•" else f'<span class="number">{safe_text(block.number)} </span>'
        return f'{before}<li{identified(block.anchor)}>{number}<span class="words">{words}</span>'

    def close(self) -> str:
        """The ends of all lists that are open."""
        return "".join(self._close_last() for _ in tuple(self._open))

    def _close_last(self) -> str:
        return f"</li>\n</{self._open.pop()[1]}>\n"


def _begins_list(block: Paragraph) -> bool:
    return block.number == "(a)" or (block.number == "(i)" and block.depth > 1)


def write_table(table: Table, places: Places, name: str = "", row_anchors: Sequence[str] = ()) -> str:
    """A table. ``name`` is what one without a caption is called to who cannot see it."""
    caption = ": ".join(part for part in (table.label, table.caption) if part)
    spoken = f' aria-label="{safe_line(name)}"' if name and not caption else ""
    head = "".join(
        f'<th scope="col"{_figure(column.is_figure)}>{safe_text(column.title)}</th>' for column in table.columns
    )
    rows = "".join(_rows(table, places, row_anchors))
    written = (
        f"<table{identified(table.anchor)}{spoken}>\n"
        + (f"<caption>{safe_text(caption)}</caption>\n" if caption else "")
        + f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )
    if len(table.columns) < _WIDE:
        return written
    about = safe_line(caption or name or "Table")
    return f'<section class="scroll" aria-label="{about}" tabindex="0">\n{written}</section>\n'


def _rows(table: Table, places: Places, anchors: Sequence[str]) -> Iterator[str]:
    last = len(table.rows) - 1 if table.has_total else None
    for place, row in enumerate(table.rows):
        anchor = identified(anchors[place]) if anchors else ""
        total = ' class="total"' if place == last else ""
        yield f"<tr{anchor}{total}>"
        for column_place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            name, scope = "td", ""
            if table.has_row_headers and column_place == 0:
                name, scope = "th", ' scope="row"'
            yield f"<{name}{scope}{_figure(column.is_figure)}>{write_runs(cell, places)}</{name}>"
        yield "</tr>\n"


def _figure(is_figure: bool) -> str:
    return ' class="figure"' if is_figure else ""


def _signatures(block: SignatureBlock) -> Iterator[str]:
    for place, part in enumerate(block.parts):
        yield f'<div class="signature"{identified(block.anchor if place == 0 else "")}>\n'
        yield f'<p class="party"><span class="words">{safe_text(part.party)}</span></p>\n'
        yield f'<p><span class="words">{safe_text(part.statement)}</span></p>\n' if part.statement else ""
        yield "<dl>\n" if part.fields else ""
        for field in part.fields:
            yield f"<div><dt>{safe_text(field.label)}</dt><dd>{safe_text(field.value)}</dd></div>\n"
        yield "</dl>\n</div>\n" if part.fields else "</div>\n"


def write_runs(runs: Runs, places: Places) -> str:
    """The runs of a paragraph, a cell or an entry."""
    return "".join(_run(run, places) for run in runs)


def _run(run: Run, places: Places) -> str:
    text = safe_text(run_text(run))
    match run:
        case Words():
            return f"<strong>{text}</strong>" if run.is_bold else text
        case Given():
            # What was typed may run from right to left; it must not turn the words around it.
            given = f"<bdi>{text}</bdi>"
            given = f"<strong>{given}</strong>" if run.is_bold else given
            return f'<span class="suggestion">{given}</span>' if run.is_suggestion else given
        case Gap():
            listed = run.number in places.points
            shown = f'<a href="#{point_anchor(run.number)}">{text}</a>' if listed else text
            return f'<mark class="gap">{shown}</mark>'
        case Link():
            return f'<a href="#{safe_text(run.anchor)}">{text}</a>' if run.anchor in places.anchors else text
        case _:
            assert_never(run)
