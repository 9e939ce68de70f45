"""Writes a document as one HTML page that needs nothing else: for reading on screen and for screen readers."""

from collections.abc import Iterator
from itertools import chain

from app.documents.blocks import (
    ILLUSTRATIONS,
    NOTICES_LEAD,
    NOTICES_TITLE,
    Document,
    Given,
    Heading,
    Link,
    OpenPoint,
    Paragraph,
    Status,
    Table,
    TableColumn,
    Words,
)
from app.exporters import wording
from app.exporters.html_blocks import Places, point_anchor, write_blocks, write_runs, write_table
from app.exporters.html_style import STYLE
from app.exporters.html_text import safe_line, safe_text

_BODY = "page.body"
_CONTENTS = "page.contents"
_CONTROL = "page.document-control"
_LAW = "page.law-to-be-confirmed"
_POINTS = "page.open-points"
"""Names of places that the page adds; their beginning keeps them apart from the anchors of a document."""


def write_html(document: Document) -> str:
    """The whole page, which loads nothing and runs nothing. Equal documents give equal pages."""
    return "".join(_page(document))


def _page(document: Document) -> Iterator[str]:
    places = Places(
        frozenset(block.anchor for block in document.body if block.anchor),
        frozenset(point.number for point in document.open_points),
    )
    yield f'<!DOCTYPE html>\n<html lang="{safe_line(document.language)}">\n'
    yield from _head(document)
    yield f'<body>\n<a class="skip" href="#{_BODY}">Skip to the text</a>\n'
    yield from _cover(document, places)
    yield from _open_points(document, places)
    yield from _contents(document)
    yield from _notices(document)
    key = _suggestion_key(document)
    if key and not document.open_points:
        yield f'<section aria-label="{wording.SUGGESTION_KEY[0]}">\n{key}</section>\n'
    yield f'<main id="{_BODY}" tabindex="-1">\n'
    yield from write_blocks(document.body, places)
    yield f"</main>\n<footer>\n<p>{safe_line(wording.edition(document))}</p>\n</footer>\n</body>\n</html>\n"


def _head(document: Document) -> Iterator[str]:
    name = f"{document.collaborative}: {document.title}" if document.collaborative else document.title
    yield '<head>\n<meta charset="utf-8">\n'
    # A page of text has no need to load or run anything, and a browser that knows so refuses to.
    yield (
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
    )
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{safe_line(name) or 'Document'}</title>\n"
    for about, text in (("author", document.author), ("description", document.subtitle)):
        if safe_line(text):
            yield f'<meta name="{about}" content="{safe_line(text)}">\n'
    yield f"<style>{STYLE}</style>\n</head>\n"


def _cover(document: Document, places: Places) -> Iterator[str]:
    yield f"<header>\n<h1><bdi>{safe_text(document.title)}</bdi></h1>\n"
    for kind, text in (("name", document.collaborative), ("subtitle", document.subtitle)):
        if text:
            yield f'<p class="{kind}"><bdi>{safe_text(text)}</bdi></p>\n'
    final = " final" if document.status is Status.FINAL else ""
    yield f'<p class="status{final}">{safe_text(document.status.value)}</p>\n'
    if document.has_illustrations:
        yield f'<p class="caution">{ILLUSTRATIONS}</p>\n'
    if document.control:
        yield f'<section class="control" aria-labelledby="{_CONTROL}">\n'
        yield f'<h2 id="{_CONTROL}">{wording.DOCUMENT_CONTROL}</h2>\n<dl>\n'
        for entry in document.control:
            yield f"<div><dt>{safe_text(entry.label)}</dt><dd>{write_runs(entry.runs, places)}</dd></div>\n"
        yield "</dl>\n</section>\n"
    yield "</header>\n"


def _open_points(document: Document, places: Places) -> Iterator[str]:
    if document.open_points:
        count = len(document.open_points)
        yield f'<section class="open-points" aria-labelledby="{_POINTS}">\n'
        yield f'<h2 id="{_POINTS}">{wording.OPEN_POINTS}</h2>\n<p>{wording.points_introduction(count)}</p>\n'
        anchors = [point_anchor(point.number) for point in document.open_points]
        yield write_table(_points(document.open_points), places, wording.OPEN_POINTS, anchors)
        yield f"{_suggestion_key(document)}</section>\n"


def _points(points: tuple[OpenPoint, ...]) -> Table:
    rows = tuple(
        (
            (Words(str(point.number)),),
            (Words(point.label),),
            (Words(point.section),),
            (Link(point.place, point.anchor),),
        )
        for point in points
    )
    return Table("", "", tuple(TableColumn(title) for title in wording.POINT_COLUMNS), rows)


def _contents(document: Document) -> Iterator[str]:
    """A list of the parts, each with its sections below it."""
    parts: list[list[Heading]] = []
    for block in document.body:
        if isinstance(block, Heading) and block.anchor:
            if block.level <= 1 or not parts:
                parts.append([])
            parts[-1].append(block)
    if parts:
        yield f'<nav class="contents" aria-labelledby="{_CONTENTS}">\n'
        yield f'<h2 id="{_CONTENTS}">{wording.CONTENTS}</h2>\n<ol>\n'
        for part, *sections in parts:
            below = "".join(f"<li>{_entry(section)}</li>\n" for section in sections)
            yield f"<li>{_entry(part)}" + (f"\n<ul>\n{below}</ul>\n" if below else "") + "</li>\n"
        yield "</ol>\n</nav>\n"


def _entry(heading: Heading) -> str:
    number = f'<span class="number">{safe_text(heading.number)} </span>' if heading.number else ""
    return f'<a href="#{safe_text(heading.anchor)}">{number}{safe_line(heading.text)}</a>'


def _notices(document: Document) -> Iterator[str]:
    if document.notices:
        yield f'<section aria-labelledby="{_LAW}">\n<h2 id="{_LAW}">{safe_text(NOTICES_TITLE)}</h2>\n'
        yield f'<p class="leads">{safe_text(NOTICES_LEAD)}</p>\n<ul class="items">\n'
        for notice in document.notices:
            ending = f". {notice.text}" if notice.text else "."
            yield f"<li><strong>{safe_text(notice.citation)}</strong>{safe_text(ending)}</li>\n"
        yield "</ul>\n</section>\n"


def _suggestion_key(document: Document) -> str:
    """What a dotted line under words means, shown on such words; nothing where no words have one."""
    bodies = (block.runs for block in document.body if isinstance(block, Paragraph))
    cells = (cell for block in document.body if isinstance(block, Table) for row in block.rows for cell in row)
    control = (entry.runs for entry in document.control)
    runs = chain.from_iterable((*control, *bodies, *cells))
    if not any(isinstance(run, Given) and run.is_suggestion for run in runs):
        return ""
    shown, explained = wording.SUGGESTION_KEY
    return f'<p><span class="suggestion">{safe_text(shown)}</span>{safe_text(explained)}</p>\n'
