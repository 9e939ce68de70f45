"""How fast tagged PDF is written, beside Typst and WeasyPrint on the same document."""

import os
import statistics
import subprocess
import sys
import time

import pytest

from app.exporters.pages import page_count, render_page
from app.exporters.pdf.writer import write_pdf
from tests.benchmarks.large_document import large_document

RUNS = 5


@pytest.fixture(scope="module")
def speeds() -> dict[str, float]:
    """Pages a second of each maker: the median of runs that take turns, each in a program of its own."""
    measured: dict[str, list[float]] = {"fiveways": [], "typst": [], "weasyprint": []}
    for _ in range(RUNS):
        for maker, rates in measured.items():
            run = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.write_once", maker],
                capture_output=True,
                text=True,
                check=True,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
            seconds, pages = run.stdout.split()
            rates.append(float(pages) / float(seconds))
    medians = {maker: statistics.median(rates) for maker, rates in measured.items()}
    print("\n" + "\n".join(f"{maker:12} {rate:6.0f} pages a second" for maker, rate in medians.items()))
    return medians


def test_tagged_pdf_is_written_nearly_as_fast_as_by_typst(speeds: dict[str, float]) -> None:
    assert speeds["fiveways"] >= 0.9 * speeds["typst"]


def test_tagged_pdf_is_written_six_times_as_fast_as_by_weasyprint(speeds: dict[str, float]) -> None:
    assert speeds["fiveways"] >= 6 * speeds["weasyprint"]


def test_a_page_is_drawn_for_the_preview_in_a_fiftieth_of_a_second() -> None:
    content = write_pdf(large_document())
    seconds: list[float] = []
    for index in range(page_count(content)):
        start = time.perf_counter()
        render_page(content, index, 2.0)
        seconds.append(time.perf_counter() - start)
    print(f"\npreview page {statistics.median(seconds) * 1000:.1f} ms")
    assert statistics.median(seconds) < 0.02
