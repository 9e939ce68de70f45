"""The part of a Word file that holds its styles, so that the look of a kind of text is changed in one place."""

from app.documents.blocks import Document
from app.exporters.word.column_widths import NARROW_PADDING, PADDING
from app.exporters.word.elements import DECLARATION, NAMES, quoted
from app.exporters.word.lengths import LOOK, colour_code, half_points, twips
from app.exporters.word.style_sheet import CharacterStyle, ParagraphStyle, character_styles, paragraph_styles

TYPEFACE = "Arial"
"""What every machine of the NHS has, so that a file looks there as it was checked; see decision 31."""

_LINE_SPACING = 288
_COLOURS = LOOK.colours


def write_styles(document: Document) -> str:
    """The whole part."""
    styles = paragraph_styles(document.status, has_illustrations=document.has_illustrations)
    paragraphs = "".join(_paragraph_style(style) for style in styles)
    characters = "".join(_character_style(style) for style in character_styles())
    return (
        f"{DECLARATION}<w:styles {NAMES}>{_defaults(document.language)}{_BASE}{paragraphs}{characters}"
        f"{_governance_table()}{_signature_table()}</w:styles>"
    )


def _defaults(language: str) -> str:
    size = half_points(LOOK.sizes.body)
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{TYPEFACE}" w:hAnsi="{TYPEFACE}" w:eastAsia="{TYPEFACE}" w:cs="{TYPEFACE}"/>'
        f'<w:color w:val="{colour_code(_COLOURS.text)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{quoted(language)}" w:eastAsia="{quoted(language)}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:before="0" w:after="0" w:line="{_LINE_SPACING}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


_BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def _paragraph_style(style: ParagraphStyle) -> str:
    look, letters = style.look.elements(), style.letters.elements()
    return (
        f'<w:style w:type="paragraph"{_own(style.name)} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/><w:next w:val="{style.followed_by}"/>'
        + ("<w:qFormat/>" if style.is_offered else '<w:uiPriority w:val="99"/>')
        + (f"<w:pPr>{look}</w:pPr>" if look else "")
        + (f"<w:rPr>{letters}</w:rPr>" if letters else "")
        + "</w:style>"
    )


def _character_style(style: CharacterStyle) -> str:
    letters = style.letters.elements()
    return (
        f'<w:style w:type="character"{_own(style.name)} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on or "DefaultParagraphFont"}"/><w:qFormat/>'
        + (f"<w:rPr>{letters}</w:rPr>" if letters else "")
        + "</w:style>"
    )


_BUILT_IN = frozenset(
    (
        *("heading 1", "heading 2", "Title", "Subtitle", "Body Text", "caption", "header", "footer", "toc 1", "toc 2"),
        *("toc 3", "toc 4", "List Bullet", "List Bullet 2", "List Bullet 3", "Strong"),
    )
)


def _own(name: str) -> str:
    """Says which styles are not Word's own."""
    return "" if name in _BUILT_IN else ' w:customStyle="1"'


def _governance_table() -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{colour_code(_COLOURS.line)}"'
    borders = f"<w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
    bands = _band("firstRow", _COLOURS.band) + _band("lastRow", _COLOURS.surface)
    return (
        f"{_table_style('GovernanceTable', 'Governance table', 'TableNormal')}"
        f"<w:tblPr>{borders}{_cell_margins(PADDING)}</w:tblPr>{bands}</w:style>"
        f"{_table_style('NarrowTable', 'Governance table with many columns', 'GovernanceTable')}"
        f"<w:tblPr>{_cell_margins(NARROW_PADDING)}</w:tblPr>{bands}</w:style>"
    )


def _table_style(style: str, name: str, based_on: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:qFormat/>'
    )


def _cell_margins(padding: float) -> str:
    sides = "".join(f'<w:{side} w:w="{twips(padding)}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def _band(row: str, colour: str) -> str:
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour_code(colour)}"/>'
    return f'<w:tblStylePr w:type="{row}"><w:tcPr>{ground}</w:tcPr></w:tblStylePr>'


def _signature_table() -> str:
    line = f'w:val="single" w:sz="6" w:space="0" w:color="{colour_code(_COLOURS.line)}"'
    edges = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right"))
    return (
        f"{_table_style('SignatureTable', 'Signature table', 'TableNormal')}"
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr></w:style>"
    )
