"""Finished PDFs are opened for previews: counted, drawn, read, and searched for anchors."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.errors import ExportError, NotFoundError
from app.exporters.page_styles import PageStyle
from app.exporters.pages import bands_between, find_place, page_count, page_size, page_text, render_page
from app.exporters.pdf.writer import write_pdf
from tests.exporters.sample_document import sample_document


@pytest.fixture(scope="module")
def sample() -> bytes:
    return write_pdf(sample_document())


def test_pages_are_counted_and_measured(sample: bytes) -> None:
    assert page_count(sample) == 9
    assert page_size(sample, 0) == pytest.approx((595.28, 841.89), abs=0.01)


def test_a_page_is_drawn_on_white_with_four_bytes_a_pixel(sample: bytes) -> None:
    picture = render_page(sample, 3, 1.5)
    assert (picture.width, picture.height) == (893, 1263)
    assert len(picture.pixels) == picture.width * picture.height * 4
    assert picture.pixels[:4] == b"\xff\xff\xff\xff"
    assert set(picture.pixels[3::4]) == {255}
    assert min(picture.pixels) < 80


def test_the_words_of_a_page_are_read_line_by_line(sample: bytes) -> None:
    lines = page_text(sample, 3).splitlines()
    assert lines[0] == "1 The members and their purpose"
    assert lines[1].startswith("1.1 This memorandum is made between the members of Northern Acute Alliance")


def test_an_anchor_is_found_on_its_page(sample: bytes) -> None:
    first, later = find_place(sample, "clause-1.1"), find_place(sample, "clause-2.4")
    assert first is not None
    assert later is not None
    assert first.page == later.page == 3
    assert 0 < first.share_down < later.share_down < 1
    assert find_place(sample, "no-such-anchor") is None


def test_what_the_words_of_a_clause_take_begins_at_it_and_ends_before_the_next_one(sample: bytes) -> None:
    first, second = find_place(sample, "clause-1.1"), find_place(sample, "clause-1.2")
    assert first is not None
    assert second is not None
    (band,) = bands_between(sample, first, second)
    assert first.share_down < band.top < band.bottom < second.share_down
    assert band.page == first.page
    assert band.bottom - band.top > 0.01


def test_what_runs_over_several_pages_has_a_band_on_each_without_their_running_lines(sample: bytes) -> None:
    style = PageStyle()
    first = find_place(sample, "clause-1.1")
    assert first is not None
    bands = bands_between(sample, first, None)
    assert [band.page for band in bands] == list(range(first.page, page_count(sample)))
    assert all(band.top * style.height >= style.margins.top for band in bands)
    assert all(band.bottom * style.height <= style.height - style.margins.bottom for band in bands)
    assert all(0 < band.left < band.right < 1 for band in bands)


def test_a_page_that_is_not_there_and_bytes_that_are_no_pdf_are_refused(sample: bytes) -> None:
    with pytest.raises(NotFoundError, match="There is no page 10: the document has 9"):
        page_text(sample, 9)
    with pytest.raises(NotFoundError):
        render_page(sample, -1, 1.0)
    with pytest.raises(ExportError, match="could not be opened"):
        page_count(b"no PDF at all")


def test_pages_can_be_drawn_from_several_threads(sample: bytes) -> None:
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda index: render_page(sample, index % 9, 0.5), range(36)))
    assert pictures[:9] == pictures[9:18] == pictures[27:]
