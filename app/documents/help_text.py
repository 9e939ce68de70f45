"""Reads the small Markdown of help: headings, paragraphs, bullets, bold words, and keys such as {keys:find}."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.documents.markup import MarkupError
from app.domain.help import HelpBlock, HelpForm, HelpPiece, NamedKey

_READER = MarkdownIt("zero").enable(["list", "emphasis", "newline", "heading"])
_KEYS = re.compile(r"\{([^{}]*)\}")
_FORMS = {"heading_open": HelpForm.HEADING, "paragraph_open": HelpForm.PARAGRAPH}


def read_help_text(text: str) -> tuple[HelpBlock, ...]:
    """Read a text of help. Raises MarkupError for an empty text, a key that is not known, or a list in a list."""
    blocks: list[HelpBlock] = []
    form, depth = HelpForm.PARAGRAPH, 0
    for token in _READER.parse(text):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            depth += 1
            if depth > 1 or token.type == "ordered_list_open":
                raise MarkupError("Help has plain bullets only: no list inside a list, and none with numbers.")
        elif token.type == "bullet_list_close":
            depth -= 1
        elif token.type in _FORMS:
            form = HelpForm.BULLET if depth else _FORMS[token.type]
        elif token.type == "inline":
            blocks.append(HelpBlock(form, tuple(_pieces(token))))
    if not blocks:
        raise MarkupError("The text is empty.")
    return tuple(blocks)


def _pieces(inline: Token) -> Iterator[HelpPiece]:
    is_bold = False
    for token in inline.children or ():
        match token.type:
            case "strong_open" | "strong_close":
                is_bold = token.type == "strong_open"
            case "softbreak" | "hardbreak":
                yield HelpPiece(" ", is_bold)
            case "text":
                yield from _split(token.content, is_bold)
            case _:
                raise MarkupError(f"“{token.markup}” has no meaning here; use ** around bold words.")


def _split(text: str, is_bold: bool) -> Iterator[HelpPiece]:
    for place, part in enumerate(_KEYS.split(text)):
        if place % 2:
            yield HelpPiece("", is_bold, _key(part))
        elif "{" in part or "}" in part:
            raise MarkupError("A brace has lost its other half.")
        elif part:
            yield HelpPiece(part, is_bold)


def _key(inside: str) -> NamedKey:
    kind, _, name = inside.partition(":")
    if kind != "keys":
        raise MarkupError(f"“{{{inside}}}” is no key; write {{keys:find}}, for example.")
    try:
        return NamedKey(name)
    except ValueError:
        known = ", ".join(each.value for each in NamedKey)
        raise MarkupError(f"There is no key “{name}”; it must be one of {known}.") from None
