"""How fast tagged PDF is written, beside other makers on the same document, and how fast pages are previewed."""

import os
import statistics
import subprocess
import sys
import time

from app.exporters.pages import page_count, render_page
from app.exporters.pdf.writer import write_pdf
from tests.benchmarks.large_document import large_document

RUNS = 7
MAKERS = ("fiveways", "typst", "weasyprint", "reportlab")


def test_tagged_pdf_is_written_beside_other_makers() -> None:
    """Runs take turns, each in a program of its own; typst and weasyprint write tags too, plain reportlab none."""
    rates: dict[str, list[float]] = {maker: [] for maker in MAKERS}
    for _ in range(RUNS):
        for maker, measured in rates.items():
            measured.append(_pages_a_second(maker))
    own = statistics.median(rates["fiveways"])
    print()
    for maker, measured in rates.items():
        rate = statistics.median(measured)
        print(f"{maker:12} {rate:6.0f} pages a second; fiveways writes {own / rate:.2f} times as many")


def test_a_page_is_drawn_for_the_preview() -> None:
    content = write_pdf(large_document())
    seconds: list[float] = []
    for index in range(page_count(content)):
        start = time.perf_counter()
        render_page(content, index, 2.0)
        seconds.append(time.perf_counter() - start)
    print(f"\npreview page {statistics.median(seconds) * 1000:.1f} ms")


def _pages_a_second(maker: str) -> float:
    run = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.write_once", maker],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    seconds, pages = run.stdout.split()
    return float(pages) / float(seconds)
