"""Writes the large document once with the maker named on the command line, and prints the seconds and the pages.

Run as a program of its own for each measurement, because some makers keep results of an earlier run.
"""

import sys
import time
from collections.abc import Callable

from app.exporters.pages import page_count
from tests.benchmarks.large_document import large_document
from tests.benchmarks.peers import FONT_FOLDER, html_source, typst_source


def _fiveways() -> Callable[[], bytes]:
    # Loaded only in the run that measures it, as are the others.
    from app.exporters.pdf.writer import write_pdf

    document = large_document()
    return lambda: write_pdf(document)


def _typst() -> Callable[[], bytes]:
    # Installed only where benchmarks are run.
    import typst

    source = typst_source(large_document()).encode("utf-8")
    return lambda: bytes(
        typst.compile(source, font_paths=[FONT_FOLDER], ignore_system_fonts=True, pdf_standards="ua-1")
    )


def _weasyprint() -> Callable[[], bytes]:
    # Installed only where benchmarks are run.
    import weasyprint

    source = html_source(large_document())
    return lambda: bytes(weasyprint.HTML(string=source).write_pdf(pdf_variant="pdf/ua-1"))


def _reportlab() -> Callable[[], bytes]:
    # Loaded only in the run that measures it: it brings in the whole layout of the library.
    from tests.benchmarks.plain_reportlab import write_plainly

    document = large_document()
    return lambda: write_plainly(document)


MAKERS = {"fiveways": _fiveways, "typst": _typst, "weasyprint": _weasyprint, "reportlab": _reportlab}


if __name__ == "__main__":
    write = MAKERS[sys.argv[1]]()
    start = time.perf_counter()
    written = write()
    print(time.perf_counter() - start, page_count(written))
