"""Documents as PDF, from whatever thread: the writer keeps fonts of its own, so one file is written at a time."""

from collections.abc import Callable, Sequence
from threading import Lock

from app.documents.blocks import Document

OnShare = Callable[[float], None]
IsCancelled = Callable[[], bool]

_ONE_AT_A_TIME = Lock()


def pdf_of(document: Document, on_share: OnShare | None = None, is_cancelled: IsCancelled | None = None) -> bytes:
    """One document as PDF. ``on_share`` is told how far it is, from 0 to 1. Raises ExportCancelled."""
    # The letters and tables of the writer take a while to load, and many runs of the app write no PDF.
    from app.exporters.pdf.writer import write_pdf

    with _ONE_AT_A_TIME:
        return write_pdf(document, on_progress=on_share, is_cancelled=is_cancelled)


def combined_pdf_of(
    documents: Sequence[Document], on_share: OnShare | None = None, is_cancelled: IsCancelled | None = None
) -> bytes:
    """Several documents as one PDF; otherwise as ``pdf_of``."""
    # The letters and tables of the writer take a while to load, and many runs of the app write no PDF.
    from app.exporters.pdf.writer import combine_pdf

    with _ONE_AT_A_TIME:
        return combine_pdf(documents, on_progress=on_share, is_cancelled=is_cancelled)
