"""Elements of WordprocessingML as text: the names, quoting, and the few shapes that come again and again."""

from xml.sax.saxutils import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
"""What the root of each part declares."""


def quoted(text: str) -> str:
    """Text as it stands in an element or in an attribute between double quotation marks."""
    return escape(text, {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a style. ``properties`` are elements that follow w:pStyle, in Word's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def run(content: str, properties: str = "") -> str:
    """A run of content that is ready, with the elements of its properties in Word's order."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>" if properties else f"<w:r>{content}</w:r>"


def field(instruction: str, result: str, properties: str = "", is_dirty: bool = False) -> str:
    """A field and what it shows until Word renews it. ``result`` is runs."""
    return field_start(instruction, properties, is_dirty) + result + field_end(properties)


def field_start(instruction: str, properties: str = "", is_dirty: bool = False) -> str:
    """The opening of a field; what it shows and `field_end` must follow."""
    dirty = ' w:dirty="true"' if is_dirty else ""
    return (
        run(f'<w:fldChar w:fldCharType="begin"{dirty}/>', properties)
        + run(f'<w:instrText xml:space="preserve"> {quoted(instruction)} </w:instrText>', properties)
        + run('<w:fldChar w:fldCharType="separate"/>', properties)
    )


def field_end(properties: str = "") -> str:
    """The close of a field."""
    return run('<w:fldChar w:fldCharType="end"/>', properties)
