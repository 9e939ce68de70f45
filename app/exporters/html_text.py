"""Text as an HTML page holds it: cleaned, and escaped so that whatever was typed is text and nothing else."""

from html import escape

from app.exporters.characters import clean_text


def safe_text(text: str) -> str:
    """The text for an element or for an attribute between double quotation marks."""
    return escape(clean_text(text), quote=True)


def safe_line(text: str) -> str:
    """The same with every run of white space as one space, for places that hold one line."""
    return " ".join(safe_text(text).split())


def identified(anchor: str) -> str:
    """The attribute that names a place, or nothing for a place without a name."""
    return f' id="{safe_text(anchor)}"' if anchor else ""
