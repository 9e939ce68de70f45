"""The file that reportlab writes, with the entries it lacks for tagged and archived PDF."""

import hashlib
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFPage,
    PDFResourceDictionary,
    PDFStream,
    PDFZCompress,
)

from app.marks import override


class EndedStream(PDFStream):
    """A stream with a line end before `endstream`, which reportlab leaves out and PDF/A-2a asks for (6.1.7.1)."""

    @override
    def format(self, document: "TaggedFile") -> bytes:
        return super().format(document).removesuffix(b"endstream\n") + b"\nendstream\n"


def packed_stream(content: bytes | str, entries: dict[str, object] | None = None) -> EndedStream:
    """A compressed stream with further entries in its dictionary."""
    return EndedStream(PDFDictionary(entries or {}), content, [PDFZCompress])


class _TaggedCatalog(PDFCatalog):
    __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012 - reportlab's own way


_PAGE_ENTRIES = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]


class TaggedFile(PDFDocument):
    """One file. Pages say where they are in the structure, and share one list of fonts."""

    Catalog: Any

    def __init__(self, language: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        # The library begins the digest with a moment, which a variable of the system may set.
        self.signature = hashlib.md5(usedforsecurity=False)
        catalog = _TaggedCatalog()
        vars(catalog).update(vars(self.Catalog))
        self.Catalog = self._catalog = catalog
        self.page_references: list[str] = []
        """How objects name each page that was added."""
        resources = PDFResourceDictionary()
        resources.basicFonts()
        self._resources = self.Reference(resources)

    @override
    def addPage(self, page: Any) -> None:
        page.__NoDefault__ = _PAGE_ENTRIES
        page.StructParents = len(self.page_references)
        page.Tabs = PDFName("S")
        page.Resources = self._resources
        page.Contents = packed_stream(page.stream)
        # The identifier of the file is a digest of what it holds.
        self.updateSignature(page.stream.encode("latin-1"))
        super().addPage(page)
        self.page_references.append(self.written_reference(page))

    @override
    def Reference(self, obj: object, name: str | None = None) -> Any:
        return super().Reference(obj, name)  # type: ignore[no-untyped-call]

    def written_reference(self, value: object) -> str:
        """How other objects name this one, which gets its number now if it has none yet."""
        number, version = self.idToObjectNumberAndVersion[self.Reference(value).name]
        return f"{number} {version} R"
