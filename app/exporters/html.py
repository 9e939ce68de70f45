"""Writes a document as one HTML page that needs nothing else: for reading on screen and for screen readers."""

from collections.abc import Iterator
from html import escape
from typing import assert_never

from app.documents.blocks import (
    NOTICES_LEAD,
    NOTICES_TITLE,
    Block,
    Document,
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
)
from app.domain.wording import date_in_words

_STYLE = """
:root { --text: #212b32; --secondary: #4c6272; --accent: #005eb8; --dark: #003087; --line: #d8dde0;
  --surface: #f0f4f5; --gap: #8a1538; --gap-surface: #fbe9ea; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 48rem; color: var(--text); background: #fff;
  font: 1.125rem/1.5 "Source Sans Pro", "Source Sans 3", Arial, sans-serif; overflow-wrap: anywhere; }
h1, h2 { color: var(--dark); line-height: 1.25; } h1 { border-top: .5rem solid var(--accent); padding-top: 1.5rem; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.375rem; }
.status { display: inline-block; padding: .25rem .75rem; border: 2px solid var(--gap); border-radius: .25rem;
  color: var(--gap); font-weight: 700; }
.subtitle { color: var(--secondary); }
.clause { display: grid; grid-template-columns: 3.5rem 1fr; margin: .5rem 0; white-space: pre-wrap; }
.depth-1 { margin-left: 3.5rem; } .depth-2 { margin-left: 7rem; }
.plain { margin: .5rem 0 .5rem 3.5rem; white-space: pre-wrap; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; font-size: 1rem; }
caption { text-align: left; font-weight: 700; padding-bottom: .5rem; }
th, td { padding: .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  white-space: pre-wrap; }
thead th { background: #e8f0f9; } .figure { text-align: right; } .total { font-weight: 700; }
.gap { background: var(--gap-surface); color: var(--gap); border-bottom: 2px dotted var(--gap); }
.suggestion { border-bottom: 2px dotted var(--accent); }
.signature { margin: 1.5rem 0; padding: 1rem; border: 1px solid var(--line); break-inside: avoid; }
a { color: var(--accent); } a:focus { outline: 3px solid #212b32; background: #ffeb3b; }
dl { display: grid; grid-template-columns: 10rem 1fr; border-top: 1px solid var(--line); }
dt, dd { margin: 0; padding: .375rem 0; border-bottom: 1px solid var(--line); } dt { font-weight: 700; }
@media print { body { max-width: none; font-size: 11pt; } h2 { break-after: avoid; } }
"""


def write_html(document: Document) -> str:
    """The whole page. Every piece of text is escaped; characters that HTML cannot hold are left out."""
    return "\n".join(_page(document)) + "\n"


def write_body(blocks: tuple[Block, ...]) -> str:
    """Only the blocks, for a reader that brings its own page and style."""
    return "\n".join(line for block in blocks for line in _block(block))


def _page(document: Document) -> Iterator[str]:
    title = _text(f"{document.collaborative}: {document.title}")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_text(document.language)}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<title>{title}</title><meta name="author" content="{_text(document.author)}">'
    yield f"<style>{_STYLE}</style></head>"
    yield "<body>"
    yield "<header>"
    yield f"<h1>{_text(document.title)}</h1>"
    yield f"<p><strong>{_text(document.collaborative)}</strong></p>"
    yield f'<p class="subtitle">{_text(document.subtitle)}</p>'
    yield f'<p><span class="status">{_text(document.status.value)}</span></p>'
    yield f"<p>Version {_text(document.version)}, {_text(date_in_words(document.dated))}</p>"
    yield "<dl>"
    for entry in document.control:
        yield f"<dt>{_text(entry.label)}</dt><dd>{_runs(entry.runs)}</dd>"
    yield "</dl></header>"
    yield from _open_points(document)
    yield from _contents(document)
    yield from _notices(document)
    yield "<main>"
    for block in document.body:
        yield from _block(block)
    yield "</main></body></html>"


def _open_points(document: Document) -> Iterator[str]:
    if document.open_points:
        yield '<section aria-labelledby="open-points"><h2 id="open-points">Open points</h2><ol>'
        for point in document.open_points:
            place = _text(point.place)
            link = f'<a href="#{_text(point.anchor)}">{place}</a>' if point.anchor else place
            yield f"<li>{_text(point.label)} ({_text(point.section)}; {link})</li>"
        yield "</ol></section>"


def _contents(document: Document) -> Iterator[str]:
    headings = [block for block in document.body if isinstance(block, Heading) and block.level == 1]
    if headings:
        yield '<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ul>'
        for heading in headings:
            words = _text(f"{heading.number} {heading.text}".strip())
            yield f'<li><a href="#{_text(heading.anchor)}">{words}</a></li>'
        yield "</ul></nav>"


def _notices(document: Document) -> Iterator[str]:
    if document.notices:
        yield f'<section aria-labelledby="law"><h2 id="law">{NOTICES_TITLE}</h2><p>{NOTICES_LEAD}</p><ul>'
        for notice in document.notices:
            yield f"<li><strong>{_text(notice.citation)}</strong>. {_text(notice.text)}</li>"
        yield "</ul></section>"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            level = "h2" if block.level == 1 else "h3"
            yield f'<{level} id="{_text(block.anchor)}">{_text(f"{block.number} {block.text}".strip())}</{level}>'
        case Paragraph():
            yield _paragraph(block)
        case Table():
            yield from _table(block)
        case SignatureBlock():
            for part in block.parts:
                yield f'<div class="signature"><p>{_text(part.statement)}</p><dl>'
                for field in part.fields:
                    yield f"<dt>{_text(field.label)}</dt><dd>{_text(field.value)}&nbsp;</dd>"
                yield "</dl></div>"
        case _:
            assert_never(block)


def _paragraph(block: Paragraph) -> str:
    anchor = f' id="{_text(block.anchor)}"' if block.anchor else ""
    if not block.number:
        return f'<p class="plain"{anchor}>{_runs(block.runs)}</p>'
    depth = f"clause depth-{block.depth}"
    return f'<div class="{depth}"{anchor}><span>{_text(block.number)}</span> <span>{_runs(block.runs)}</span></div>'


def _table(block: Table) -> Iterator[str]:
    caption = _text(": ".join(part for part in (block.label, block.caption) if part))
    yield f'<table id="{_text(block.anchor)}"><caption>{caption}</caption><thead><tr>'
    for column in block.columns:
        yield f'<th scope="col"{_figure(column.is_figure)}>{_text(column.title)}</th>'
    yield "</tr></thead><tbody>"
    for place, row in enumerate(block.rows, start=1):
        is_total = block.has_total and place == len(block.rows)
        yield '<tr class="total">' if is_total else "<tr>"
        for column, cell in zip(block.columns, row, strict=True):
            is_head = block.has_row_headers and column is block.columns[0]
            name, scope = ("th", ' scope="row"') if is_head else ("td", "")
            yield f"<{name}{scope}{_figure(column.is_figure)}>{_runs(cell)}</{name}>"
        yield "</tr>"
    yield "</tbody></table>"


def _figure(is_figure: bool) -> str:
    return ' class="figure"' if is_figure else ""


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    match run:
        case Words():
            return f"<strong>{_text(run.text)}</strong>" if run.is_bold else _text(run.text)
        case Given():
            text = f"<strong>{_text(run.text)}</strong>" if run.is_bold else f"<bdi>{_text(run.text)}</bdi>"
            if run.is_suggestion:
                return f'<span class="suggestion" title="A suggestion that nobody has agreed yet">{text}</span>'
            return text
        case Gap():
            return f'<mark class="gap">{_text(f"{run.text} (open point {run.number})")}</mark>'
        case Link():
            return f'<a href="#{_text(run.anchor)}">{_text(run.text)}</a>'
        case _:
            assert_never(run)


def _text(text: str) -> str:
    """Escaped text; control and half characters, which no page can hold, are left out."""
    return escape("".join(each for each in text if each in "\n\t" or _is_printable(each)), quote=True)


def _is_printable(character: str) -> bool:
    code = ord(character)
    return not (code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE)
