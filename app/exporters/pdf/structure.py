"""The structure of a document: which words on which pages are a heading, a list item or a table cell."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from app.exporters.pdf.objects import PdfFile, reference

# Content on a page: the page's index from 0 and the number of its marked piece. A link on a page: the page's
# index and the number of the annotation's object.
Kid: TypeAlias = "Element | tuple[int, int] | LinkOnPage"


class LinkOnPage:
    """The area on a page that follows a link."""

    __slots__ = ("annotation", "page")

    def __init__(self, page: int, annotation: int) -> None:
        self.page = page
        self.annotation = annotation


class Element:
    """One element of the structure. Parts of it on several pages are one element."""

    __slots__ = ("_is_attached", "attributes", "kids", "kind", "number", "parent")

    def __init__(self, kind: str, parent: "Element | None" = None, attributes: str = "") -> None:
        self.kind = kind
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Kid] = []
        self.number = 0
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


HEADER_OF_COLUMN = "/O/Table/Scope/Column"
HEADER_OF_ROW = "/O/Table/Scope/Row"
KEPT_WHEN_EMPTY = frozenset({"TD", "TH"})


def write_structure(
    file: PdfFile,
    root: Element,
    page_numbers: Sequence[int],
    marked: Sequence[Sequence[Element]],
    links: Sequence[Element],
) -> int:
    """Writes the tree below `root` and what leads from a page back to it; returns the tree's object number.

    `marked` holds, for each page, the element of each piece of marked content in order; `links` the element of
    each annotation in the order of their keys, which follow those of the pages.
    """
    tree = file.reserve()
    _prune(root)
    elements = list(_walk(root))
    for element in elements:
        element.number = file.reserve()
    for element in elements:
        file.put(element.number, _element_text(element, tree, page_numbers))
    pages = [f"{index}[{' '.join(reference(element.number) for element in page)}]" for index, page in enumerate(marked)]
    annotations = [f"{len(marked) + place} {reference(link.number)}" for place, link in enumerate(links)]
    parents = file.add(f"<</Nums[{' '.join([*pages, *annotations])}]>>")
    file.put(
        tree,
        f"<</Type/StructTreeRoot/K[{reference(root.number)}]/ParentTree {reference(parents)}"
        f"/ParentTreeNextKey {len(pages) + len(annotations)}>>",
    )
    return tree


def _prune(element: Element) -> bool:
    """Takes out elements that hold nothing; returns whether this one is to stay."""
    element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or _prune(kid)]
    return bool(element.kids) or element.kind in KEPT_WHEN_EMPTY


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)


def _element_text(element: Element, tree: int, page_numbers: Sequence[int]) -> str:
    home = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    kids = " ".join(_kid_text(kid, home, page_numbers) for kid in element.kids)
    parent = element.parent.number if element.parent else tree
    page = "" if home is None else f"/Pg {reference(page_numbers[home])}"
    attributes = f"/A<<{element.attributes}>>" if element.attributes else ""
    return f"<</Type/StructElem/S/{element.kind}/P {reference(parent)}/K[{kids}]{page}{attributes}>>"


def _kid_text(kid: Kid, home: int | None, page_numbers: Sequence[int]) -> str:
    match kid:
        case Element():
            return reference(kid.number)
        case LinkOnPage():
            return f"<</Type/OBJR/Obj {reference(kid.annotation)}/Pg {reference(page_numbers[kid.page])}>>"
        case (page, piece):
            if page == home:
                return str(piece)
            return f"<</Type/MCR/Pg {reference(page_numbers[page])}/MCID {piece}>>"
