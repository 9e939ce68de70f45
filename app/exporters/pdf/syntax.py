"""How numbers, texts and the words behind codes are written inside content streams and fonts (ISO 32000-1, 9)."""

from collections.abc import Iterable

from reportlab.lib.rl_accel import fp_str


def number_text(value: float) -> str:
    """A length with as many digits as a page can show."""
    return fp_str(round(value, 2))


def utf16_hex(text: str, with_mark: bool = False) -> str:
    """Hexadecimal digits of the text in UTF-16, the high byte first."""
    return ("feff" if with_mark else "") + text.encode("utf-16-be").hex()


def spoken_map(texts: Iterable[str], code_digits: int = 4) -> str:
    """What each code, counted from 1, says when text is copied or read aloud."""
    rows = [f"<{code:0{code_digits}x}><{utf16_hex(_speakable(text))}>" for code, text in enumerate(texts, start=1)]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    listed = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'0' * code_digits}><{'f' * code_digits}>\nendcodespacerange\n{listed}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


def _speakable(text: str) -> str:
    """The byte order mark may not stand in this map (PDF/UA-1, 7.21.7); what it says is told beside it."""
    return text.replace("\ufeff", "\u2060")
