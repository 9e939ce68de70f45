"""Writes a document as the bytes of a Word file."""

from collections.abc import Iterator

from app.documents.blocks import Document
from app.exporters.page_styles import MILLIMETRE
from app.exporters.word.body import write_body
from app.exporters.word.contents import write_contents
from app.exporters.word.elements import DECLARATION, NAMES
from app.exporters.word.front_pages import (
    STARTS_PAGE,
    write_cover,
    write_notices,
    write_open_points,
    write_suggestion_key,
)
from app.exporters.word.lengths import LOOK, twips
from app.exporters.word.numbering import write_numbering
from app.exporters.word.package import Part, pack
from app.exporters.word.plan import Plan, plan_document
from app.exporters.word.references import Bookmarks
from app.exporters.word.running_lines import write_cover_header, write_footer, write_header
from app.exporters.word.settings import write_application, write_properties, write_settings, write_typefaces
from app.exporters.word.styles import write_styles

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_TO_HEADER = 11.5 * MILLIMETRE
_TO_FOOTER = 10.0 * MILLIMETRE


def write_word(document: Document) -> bytes:
    """The document as a Word file. Equal documents give equal bytes."""
    plan = plan_document(document)
    main = _part("document", "document.main", "officeDocument", _main(document, plan))
    footer = write_footer(document)
    own = (
        _part("header1", "header", "header", write_header(document)),
        _part("header2", "header", "header", write_cover_header()),
        _part("footer1", "footer", "footer", footer),
        _part("footer2", "footer", "footer", footer),
        _part("styles", "styles", "styles", write_styles(document)),
        _part("numbering", "numbering", "numbering", write_numbering(plan.restarts)),
        _part("settings", "settings", "settings", write_settings(document)),
        _part("fontTable", "fontTable", "fontTable", write_typefaces()),
    )
    return pack(main, own, _properties(document))


def _part(name: str, kind: str, relationship: str, content: str) -> Part:
    return Part(f"word/{name}.xml", f"{_WORD_TYPE}.{kind}+xml", f"{_OFFICE_RELATIONSHIP}/{relationship}", content)


def _properties(document: Document) -> tuple[Part, ...]:
    return (
        Part(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            f"{_PACKAGE_RELATIONSHIP}/core-properties",
            write_properties(document),
        ),
        Part(
            "docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            f"{_OFFICE_RELATIONSHIP}/extended-properties",
            write_application(document),
        ),
    )


def _main(document: Document, plan: Plan) -> str:
    content = "".join(_pages(document, plan))
    return f"{DECLARATION}<w:document {NAMES}><w:body>{content}{_SECTION}</w:body></w:document>"


def _pages(document: Document, plan: Plan) -> Iterator[str]:
    """Cover, open points, contents, law to be confirmed and body, in reading order."""
    bookmarks = Bookmarks()
    yield from write_cover(document, plan)
    yield from write_open_points(document, plan, bookmarks)
    if document.open_points:
        yield from write_suggestion_key(document)
    contents = "".join(write_contents(document, plan))
    yield contents
    yield from write_notices(document.notices, "" if contents else STARTS_PAGE)
    if not document.open_points:
        yield from write_suggestion_key(document)
    yield from write_body(document, plan, bookmarks)


_MARGINS = LOOK.margins
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/>'
    '<w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="first" r:id="rId4"/>'
    f'<w:pgSz w:w="{twips(LOOK.width)}" w:h="{twips(LOOK.height)}"/>'
    f'<w:pgMar w:top="{twips(_MARGINS.top)}" w:right="{twips(_MARGINS.right)}" w:bottom="{twips(_MARGINS.bottom)}" '
    f'w:left="{twips(_MARGINS.left)}" w:header="{twips(_TO_HEADER)}" w:footer="{twips(_TO_FOOTER)}" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr>"
)
