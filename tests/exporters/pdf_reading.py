"""Reads a PDF back the way a screen reader does: down its structure, through the marked content of its pages."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass
class Node:
    """One element of the structure with what it holds, in reading order."""

    kind: str
    attributes: dict[str, str] = field(default_factory=dict)
    kids: list["Node | str"] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    link_targets: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def find(self, *kinds: str) -> list["Node"]:
        """Every element of these kinds below this one, in reading order."""
        return [node for node in self.walk() if node.kind in kinds]

    def walk(self) -> Iterator["Node"]:
        for kid in self.kids:
            if isinstance(kid, Node):
                yield kid
                yield from kid.walk()


@dataclass
class ReadPdf:
    """What was read: the structure, and texts that are neither in it nor marked as decoration."""

    root: Node
    untagged: list[str]
    decorations: list[str]
    """For each page, the words of its decorations."""


def squeezed(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def spoken_texts(node: Node) -> list[str]:
    """What is spoken, one text for each element that holds words itself or through its links and spans."""
    inline = {"Link", "Reference", "Span", "Lbl"}
    texts: list[str] = []

    def gather(element: Node) -> None:
        held = ""
        for kid in element.kids:
            if isinstance(kid, str):
                held += kid
            elif kid.kind in inline:
                held += kid.text
            else:
                if squeezed(held):
                    texts.append(squeezed(held))
                held = ""
                gather(kid)
        if squeezed(held):
            texts.append(squeezed(held))

    gather(node)
    return texts


def read_pdf(content: bytes) -> ReadPdf:
    """Reads the bytes of a tagged PDF."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        page_of = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        marked: dict[tuple[int, int], str] = {}
        read = ReadPdf(Node("Root"), [], [])
        for index, page in enumerate(pdf.pages):
            _read_page(page, index, marked, read)
        read.root = _read_element(pdf.Root.StructTreeRoot.K[0], page_of, marked)
        return read


def _read_element(element: Any, page_of: dict[tuple[int, int], int], marked: dict[tuple[int, int], str]) -> Node:
    node = Node(str(element.S)[1:])
    if "/A" in element:
        node.attributes = {str(key)[1:]: str(value) for key, value in element.A.items()}
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            index = page_of[element.Pg.objgen]
            node.kids.append(marked.pop((index, kid)))
            node.pages.append(index)
        elif kid.get("/Type") == "/MCR":
            index = page_of[kid.Pg.objgen]
            node.kids.append(marked.pop((index, int(kid.MCID))))
            node.pages.append(index)
        elif kid.get("/Type") == "/OBJR":
            node.link_targets.append(bytes(kid.Obj.Dest).decode("utf-8"))
        else:
            node.kids.append(_read_element(kid, page_of, marked))
    return node


def _read_page(page: pikepdf.Page, index: int, marked: dict[tuple[int, int], str], read: ReadPdf) -> None:
    resources: Any = page.obj.Resources
    fonts = {str(name): _spoken_codes(font) for name, font in resources.Font.items()}
    opened: list[tuple[str, int | None, str | None]] = []
    decorations = ""
    spoken: dict[int, str] = {}
    width = 2
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        operands: Any = instruction.operands
        if operator in ("BDC", "BMC"):
            entries: Any = operands[1] if operator == "BDC" else {}
            told = str(entries["/ActualText"]) if "/ActualText" in entries else None
            piece = int(entries["/MCID"]) if "/MCID" in entries else None
            opened.append((str(operands[0]), piece, told))
            if piece is not None:
                marked[(index, piece)] = ""
            text = told or ""
        elif operator == "EMC":
            opened.pop()
            continue
        elif operator == "Tf":
            width, spoken = fonts[str(operands[0])]
            continue
        elif operator in ("Tj", "TJ") and all(told is None for _, _, told in opened):
            shown = operands[0] if operator == "TJ" else [operands[0]]
            codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
            text = "".join(spoken[int.from_bytes(codes[at : at + width])] for at in range(0, len(codes), width))
        else:
            continue
        pieces = [piece for _, piece, _ in opened if piece is not None]
        if pieces:
            marked[(index, pieces[-1])] += text
        elif any(tag == "/Artifact" for tag, _, _ in opened):
            decorations += text
        elif text:
            read.untagged.append(text)
    read.decorations.append(decorations)


def _spoken_codes(font: Any) -> tuple[int, dict[int, str]]:
    """How many bytes a code has, and what each code says by the font's own map."""
    rows = re.findall(rb"<([0-9a-f]+)><([0-9a-f]+)>", font.ToUnicode.read_bytes().split(b"endcodespacerange")[1])
    spoken = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows}
    return (1 if font.Subtype == "/Type3" else 2), spoken
