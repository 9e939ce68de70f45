"""The small parts of a Word file: its settings, its typefaces, and what it says of itself."""

from app.documents.blocks import Document
from app.exporters.word.elements import DECLARATION, NAMES, quoted
from app.exporters.word.lengths import LOOK, twips
from app.exporters.word.styles import TYPEFACE
from app.exporters.word.texts import one_line

_OF_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)
_MUCH_LIKE_IT = "Liberation Sans"
"""A free typeface with letters as wide as those of Arial."""
_SANS = '<w:family w:val="swiss"/><w:pitch w:val="variable"/>'


def write_settings(document: Document) -> str:
    """How Word treats the file; it renews the fields when it opens it, as only Word knows the pages."""
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_OF_WORD}" w:val="{setting}"/>' for name, setting in _COMPATIBILITY
    )
    return (
        f'{DECLARATION}<w:settings {NAMES}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{twips(LOOK.indent)}"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:updateFields w:val="true"/>'
        f"<w:compat>{compatibility}</w:compat>"
        f'<w:themeFontLang w:val="{quoted(document.language)}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def write_typefaces() -> str:
    """The typeface by name, with what tells a machine without it which other comes closest."""
    return (
        f'{DECLARATION}<w:fonts {NAMES}><w:font w:name="{TYPEFACE}"><w:altName w:val="{_MUCH_LIKE_IT}"/>'
        f'<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>{_SANS}</w:font></w:fonts>'
    )


def write_properties(document: Document) -> str:
    """Title, author, subject, language, status, version and date."""
    moment = f"{document.dated.isoformat()}T00:00:00Z"
    author = _said(document.author)
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_said(document.title)}</dc:title><dc:subject>{_said(document.subtitle)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<cp:contentStatus>{_said(document.standing)}</cp:contentStatus>"
        f"<dc:language>{_said(document.language)}</dc:language><cp:version>{_said(document.version)}</cp:version>"
        "</cp:coreProperties>"
    )


def write_application(document: Document) -> str:
    """Which collaborative the document belongs to, where Word asks for the company."""
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>Microsoft Office Word</Application><Company>{_said(document.collaborative)}</Company>"
        "<AppVersion>16.0000</AppVersion></Properties>"
    )


def _said(text: str) -> str:
    return quoted(one_line(text))
