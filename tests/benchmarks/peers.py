"""The same document for two other makers of tagged PDF, Typst and WeasyPrint, with the same letters and margins."""

from html import escape
from json import dumps

from font_source_sans_pro import font_directory, font_files_ttf

from app.documents.blocks import Document, Heading, Paragraph, Table, runs_text


def typst_source(document: Document) -> str:
    """The document in Typst's own language. Texts go in as strings, which Typst does not read as markup."""
    parts = [_TYPST_OPENING % (dumps(document.title), dumps(document.author), dumps(document.title))]
    for block in document.body:
        match block:
            case Heading():
                parts.append(f"#heading({dumps(f'{block.number} {block.text}')})")
            case Paragraph():
                parts.append(f"#clause({dumps(block.number)}, {dumps(runs_text(block.runs))})")
            case Table():
                parts.append(_typst_table(block))
            case _:
                raise ValueError("The measured document has headings, paragraphs and tables only.")
    return "\n".join(parts)


def _typst_table(table: Table) -> str:
    shares = ", ".join(f"{column.width}fr" for column in table.columns)
    aligned = ", ".join("right" if column.is_figure else "left" for column in table.columns)
    header = ", ".join(f"strong({dumps(column.title)})" for column in table.columns)
    cells = ", ".join(dumps(runs_text(cell)) for row in table.rows for cell in row)
    return (
        f"#strong({dumps(f'{table.label}: {table.caption}')})\n"
        f"#table(columns: ({shares}), align: ({aligned}), table.header({header}), {cells})"
    )


_TYPST_OPENING = """
#set document(title: %s, author: %s)
#set page(paper: "a4", margin: (x: 22.2mm, top: 22mm, bottom: 24mm), numbering: "1 of 1",
  header: text(size: 8.5pt)[Northern Acute Alliance #h(1fr) Draft for legal review])
#set text(font: "Source Sans Pro", size: 11pt, lang: "en", region: "GB")
#set par(leading: 0.75em, spacing: 1.2em)
#set table(stroke: (bottom: 0.6pt + rgb("#D8DDE0")), inset: (x: 7pt, y: 5pt))
#show table: set text(size: 9.5pt)
#show heading: set text(size: 14pt, fill: rgb("#003087"))
#let clause(number, words) = grid(columns: (39pt, 1fr), number, words)
#text(size: 28pt, weight: "bold", %s)
#pagebreak()
#outline(title: "Contents")
#pagebreak()
"""


def html_source(document: Document) -> str:
    """The document as a web page for WeasyPrint, with contents whose page numbers it fills in."""
    contents: list[str] = []
    body: list[str] = []
    for block in document.body:
        match block:
            case Heading():
                words = escape(f"{block.number} {block.text}")
                contents.append(f'<li><a href="#{block.anchor}">{words}</a></li>')
                body.append(f'<h2 id="{block.anchor}">{words}</h2>')
            case Paragraph():
                words = escape(runs_text(block.runs))
                body.append(f'<p class="clause"><span class="number">{escape(block.number)} </span>{words}</p>')
            case Table():
                body.append(_html_table(block))
            case _:
                raise ValueError("The measured document has headings, paragraphs and tables only.")
    regular, bold = (f"file://{font_files_ttf[name]}" for name in ("SourceSansPro", "SourceSansProBold"))
    style = _CSS.replace("REGULAR", regular).replace("BOLD", bold)
    return (
        f'<html lang="en-GB"><head><title>{escape(document.title)}</title><style>{style}</style></head><body>'
        f'<h1>{escape(document.title)}</h1><ul class="contents">{"".join(contents)}</ul>{"".join(body)}</body></html>'
    )


def _html_table(table: Table) -> str:
    header = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in table.columns)
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td{' class=figure' if column.is_figure else ''}>{escape(runs_text(cell))}</td>"
            for column, cell in zip(table.columns, row, strict=True)
        )
        + "</tr>"
        for row in table.rows
    )
    caption = escape(f"{table.label}: {table.caption}")
    return f"<table><caption>{caption}</caption><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>"


_CSS = """
@font-face { font-family: "Source Sans Pro"; src: url("REGULAR"); }
@font-face { font-family: "Source Sans Pro"; font-weight: bold; src: url("BOLD"); }
@page { size: A4; margin: 22mm 22.2mm 24mm; @top-left { content: "Northern Acute Alliance"; font-size: 8.5pt }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font-size: 8.5pt } }
body { font: 11pt/1.5 "Source Sans Pro"; color: #212B32 }
h1 { font-size: 28pt; break-after: page } h2 { font-size: 14pt; color: #003087; break-after: avoid }
.contents { list-style: none; padding: 0; break-after: page }
.contents a { color: inherit; text-decoration: none }
.contents a::after { content: leader(".") target-counter(attr(href), page) }
.clause { margin: 5pt 0 5pt 39pt; text-indent: -39pt } .number { display: inline-block; width: 39pt; text-indent: 0 }
table { font-size: 9.5pt; line-height: 1.28; width: 100%; border-collapse: collapse; margin: 9pt 0 14pt }
caption { text-align: left; font-weight: bold } th { text-align: left } .figure { text-align: right }
td, th { padding: 5pt 7pt; border-bottom: 0.6pt solid #D8DDE0 }
"""

FONT_FOLDER = font_directory
