"""The structure of a document: which words on which pages are a heading, a list item or a table cell."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject

from app.exporters.pdf.file import TaggedFile

# Content on a page: the page's index from 0 and the number of its marked piece. A link on a page: the page's
# index and how other objects name the annotation.
Kid: TypeAlias = "Element | tuple[int, int] | LinkOnPage"


class LinkOnPage:
    """The area on a page that follows a link."""

    __slots__ = ("annotation", "page")

    def __init__(self, page: int, annotation: str) -> None:
        self.page = page
        self.annotation = annotation


class Element(PDFObject):
    """One element of the structure. Parts of it on several pages are one element."""

    __RefOnly__ = 1

    def __init__(self, kind: str, parent: "Element | None" = None, attributes: str = "") -> None:
        self.kind = kind
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Kid] = []
        self.reference = ""
        """How other objects name this one, once it is in a file."""
        self._is_attached = parent is None

    def add(self, kind: str, attributes: str = "") -> "Element":
        """A new element that comes next in this one."""
        element = Element(kind, self, attributes)
        element._take_place()
        return element

    def prepare(self, kind: str, attributes: str = "") -> "Element":
        """A new element that comes next when it, or one in it, is first drawn: a link or list amid words."""
        return Element(kind, self, attributes)

    def attach(self) -> None:
        """Takes the next place in the parent, and the parent in its own, where they have none yet."""
        element: Element | None = self
        while element is not None:
            element._take_place()
            element = element.parent

    def _take_place(self) -> None:
        if not self._is_attached and self.parent is not None:
            self._is_attached = True
            self.parent.kids.append(self)

    def take_apart(self) -> None:
        """Let go of everything in it. Parent and kids hold each other, and Python finds thousands of such only late."""
        left = [self]
        while left:
            element = left.pop()
            left.extend(kid for kid in element.kids if isinstance(kid, Element))
            element.kids.clear()
            element.parent = None

    def format(self, document: TaggedFile) -> bytes:
        """The element as an object of the file. It is written at once because a file has thousands of them."""
        pages = document.page_references
        home = next((kid[0] for kid in self.kids if isinstance(kid, tuple)), None)
        kids = " ".join([_written(kid, home, pages) for kid in self.kids])
        if len(self.kids) != 1:
            kids = f"[{kids}]"
        page = "" if home is None else f"/Pg {pages[home]}"
        attributes = f"/A<<{self.attributes}>>" if self.attributes else ""
        above = self.parent.reference if self.parent else document.written_reference(document.Catalog.StructTreeRoot)
        return f"<</S/{self.kind}/P {above}/K {kids}{page}{attributes}>>".encode("ascii")


HEADER_OF_COLUMN = "/O/Table/Scope/Column"
HEADER_OF_ROW = "/O/Table/Scope/Row"
KEPT_WHEN_EMPTY = frozenset({"TD", "TH"})


class _Parents(PDFObject):
    """What leads from pages and links back to their elements: a row of pieces for each page, then each link."""

    __RefOnly__ = 1

    def __init__(self, marked: Sequence[Sequence[Element]], links: Sequence[Element]) -> None:
        self._marked = marked
        self._links = links

    def format(self, _: TaggedFile) -> bytes:
        rows = [f"{key}[{' '.join([element.reference for element in page])}]" for key, page in enumerate(self._marked)]
        rows += [f"{key} {link.reference}" for key, link in enumerate(self._links, len(self._marked))]
        return f"<</Nums[{' '.join(rows)}]>>".encode("ascii")


def add_structure(
    file: TaggedFile, root: Element, marked: Sequence[Sequence[Element]], links: Sequence[Element]
) -> None:
    """Puts the tree below `root` into the file, and what leads from a page back to it.

    `marked` holds, for each page, the element of each piece of marked content in order; `links` the element of
    each annotation in the order of their keys, which follow those of the pages.
    """
    _prune(root)
    for element in _walk(root):
        element.reference = file.written_reference(element)
    file.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    file.Catalog.StructTreeRoot = PDFDictionary(
        {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFArray([root]),
            "ParentTree": _Parents(marked, links),
            "ParentTreeNextKey": len(marked) + len(links),
        }
    )


def _prune(element: Element) -> bool:
    """Takes out elements that hold nothing; returns whether this one is to stay."""
    element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or _prune(kid)]
    return bool(element.kids) or element.kind in KEPT_WHEN_EMPTY


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)


def _written(kid: Kid, home: int | None, pages: Sequence[str]) -> str:
    match kid:
        case Element():
            return kid.reference
        case LinkOnPage():
            return f"<</Type/OBJR/Obj {kid.annotation}/Pg {pages[kid.page]}>>"
        case (page, piece):
            if page == home:
                return str(piece)
            return f"<</Type/MCR/Pg {pages[page]}/MCID {piece}>>"


@contextmanager
def whole_document() -> Iterator[Element]:
    """The element that holds all others, for as long as a file is made."""
    root = Element("Document")
    try:
        yield root
    finally:
        root.take_apart()
