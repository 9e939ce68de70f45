"""How a document lies on its pages: nothing outside them, nothing torn apart that belongs together."""

import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.blocks import (
    Block,
    Document,
    Given,
    Heading,
    Paragraph,
    Signature,
    SignatureBlock,
    SignatureField,
    Status,
    Table,
    TableColumn,
)
from app.exporters.columns import ColumnNeed, share_width
from app.exporters.page_styles import PageStyle
from app.exporters.pages import page_count, page_text, render_page
from app.exporters.pdf.writer import write_pdf
from tests.exporters.pdf_reading import read_pdf, squeezed
from tests.exporters.sample_document import awkward_document, sample_document, words

STYLE = PageStyle()
LONG = " ".join(f"word{place}" for place in range(5_000))


@pytest.mark.parametrize("document", [sample_document(), awkward_document()], ids=["sample", "awkward"])
def test_no_letter_stands_outside_the_margins(document: Document) -> None:
    for left, _, right, _ in _letters(write_pdf(document)):
        assert left >= STYLE.margins.left - 1
        assert right <= STYLE.width - STYLE.margins.right + 1


def test_words_too_long_for_a_narrow_column_stay_within_it() -> None:
    columns = tuple(TableColumn("Responsibilities", 1) for _ in range(8))
    cell = (Given("L" * 80 + " https://example.nhs.uk/a/very/long/address", "any.question"),)
    content = write_pdf(_document(Table("Table 1", "narrow", columns, ((cell,) * 8,))))
    edges = [STYLE.margins.left + STYLE.measure * place / 8 for place in range(9)]
    pdf = read_pdf(content)
    assert [squeezed(each.text) for each in pdf.root.find("TD")] == [cell[0].text] * 7
    for left, _, right, _ in _letters(content, first_page=2):
        column = max(place for place in range(8) if left >= edges[place] - 1)
        assert right <= edges[column + 1] + 1


def test_a_cell_of_five_thousand_words_runs_over_pages_and_loses_none() -> None:
    columns = (TableColumn("Ref", 1), TableColumn("Account", 6))
    rows = ((words("R1"), words(LONG)), (words("R2"), words("short")))
    content = write_pdf(_document(Table("Table 1", "long", columns, rows)))
    assert page_count(content) > 5
    cells = read_pdf(content).root.find("TD")
    assert squeezed(cells[-2].text) == LONG
    assert len(set(cells[-2].pages)) == page_count(content) - 1
    for _, bottom, _, top in _letters(content, first_page=2):
        assert bottom >= 0
        assert top <= STYLE.height


def test_a_header_row_stands_on_each_page_of_its_table() -> None:
    content = write_pdf(sample_document())
    pages = [text for text in _pages(content) if "that the joint committee takes on behalf" in text]
    assert len(pages) == 2
    assert all("Ref Decision Category Up to" in squeezed(text) for text in pages)


@pytest.mark.parametrize("count", range(26, 38))
def test_the_end_of_a_table_never_leaves_fewer_than_three_rows_for_a_page(count: int) -> None:
    rows = tuple((words(f"Matter {number:02}"),) for number in range(count))
    content = write_pdf(_document(Table("Table 1", "matters", (TableColumn("Matter"),), rows)))
    pages = [len(re.findall(r"Matter \d\d", page)) for page in _pages(content)]
    assert sum(pages) == count
    assert all(each >= 3 for each in pages if each)


def test_a_header_row_too_high_to_repeat_is_drawn_once() -> None:
    columns = (TableColumn(LONG[:4_000], 1), TableColumn("Account", 1))
    rows = tuple((words(f"R{place}"), words("short")) for place in range(60))
    content = write_pdf(_document(Table("Table 1", "high header", columns, rows)))
    assert " ".join(_pages(content)).count("word100 ") == 1
    assert len(read_pdf(content).root.find("TD")) == 60


def test_no_heading_and_no_lead_paragraph_ends_a_page() -> None:
    blocks: list[Block] = []
    for part in range(60):
        blocks.append(Heading(1, str(part), f"Heading {part}", f"part-{part}"))
        blocks.append(Paragraph(f"{part}.1", 0, words(f"Lead {part} has these items:"), keeps_with_next=True))
        blocks += [Paragraph("(a)", 1, words("an item. " * (1 + part % 7))) for _ in range(1 + part % 3)]
    pages = [page for page in _pages(write_pdf(_document(*blocks))) if "Lead" in page]
    assert len(pages) > 4
    for page in pages:
        last = _last_line(page)
        assert not last.endswith(":")
        assert "Heading" not in last


def test_no_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    filler = "filling words that go on " * 4
    blocks = [
        Paragraph(f"1.{place}", 0, words(f"start{place} {filler * (2 + place * 3 % 7)} end{place}"))
        for place in range(90)
    ]
    pages = _pages(write_pdf(_document(*blocks)))[1:]
    assert len(pages) > 8
    for page in pages:
        assert "start" not in _last_line(page)
        assert "end" not in page.splitlines()[0]


def test_a_small_table_and_a_signature_box_are_never_parted() -> None:
    fields = (SignatureField("Signature"), SignatureField("Name"), SignatureField("Position"), SignatureField("Date"))
    parts = tuple(Signature(f"Trust {place}", f"Statement {place}", fields) for place in range(30))
    columns = (TableColumn("Ref", 1), TableColumn("Matter", 4))
    tables = [
        Table(
            f"Table {place}",
            "small",
            columns,
            tuple((words(f"first{place}"), words("last")) for _ in range(3 + place % 5)),
        )
        for place in range(30)
    ]
    root = read_pdf(write_pdf(_document(*tables, SignatureBlock(parts)))).root
    for kept in (*root.find("Table"), *root.find("Div")):
        assert len({page for node in kept.walk() for page in node.pages}) == 1


def test_a_part_that_asks_for_a_page_gets_one() -> None:
    content = write_pdf(sample_document())
    starts = [text for text in _pages(content) if squeezed(text).startswith(("Schedule 1 Members", "Schedule 2 "))]
    assert len(starts) == 2


def test_gaps_are_marked_by_ground_and_line_and_not_by_colour_alone() -> None:
    drawn = _operators(write_pdf(_document(*sample_document().body[:8])))
    ground = [round(int("FBE9E7"[start : start + 2], 16) / 255, 3) for start in (0, 2, 4)]
    fills = [list(map(float, colour)) for colour in re.findall(r"(\S+) (\S+) (\S+) rg", drawn)]
    assert ground in fills
    assert "[1.1 1.1] 0 d" in drawn
    assert "[1.1 1.1] 0 d" not in _operators(write_pdf(_document(Paragraph("", 0, words("Plain.")))))


def test_suggestions_are_underlined_with_dots() -> None:
    suggested = _document(Paragraph("", 0, (Given("75%", "any.question", is_suggestion=True),)))
    assert "[1.1 1.1] 0 d" in _operators(write_pdf(suggested))


def test_figures_are_set_to_the_right_edge_of_their_column() -> None:
    columns = (TableColumn("Ref", 1), TableColumn("Sum", 1, is_figure=True))
    rows = ((words("x"), words("1")), (words("x"), words("1,000,000")))
    content = write_pdf(_document(Table("Table 1", "figures", columns, rows)))
    edge = STYLE.width - STYLE.margins.right - STYLE.cell_padding
    rights = [right for left, _, right, _ in _letters(content, first_page=1) if left > STYLE.width / 2]
    assert sum(abs(right - edge) < 1.5 for right in rights) >= 3


def test_every_page_but_the_cover_says_whose_draft_it_is_and_which_page_of_how_many() -> None:
    read = read_pdf(write_pdf(sample_document()))
    count = len(read.decorations)
    assert "Northern Acute Alliance" not in read.decorations[0]
    for number, words_around in enumerate(read.decorations, start=1):
        assert words_around.endswith(f"Draft 0.3 · 6 August 2026Page {number} of {count}")
        if number > 1:
            assert "Northern Acute Alliance: Memorandum of understandingDraft for legal review" in words_around


def test_a_final_document_says_final_and_its_version() -> None:
    read = read_pdf(write_pdf(sample_document(Status.FINAL)))
    assert [squeezed(node.text) for node in read.root.find("P")][2] == "Final"
    assert read.decorations[1].endswith("Version 0.3 · 6 August 2026Page 2 of 9")


def test_a_header_too_long_for_its_line_is_shortened() -> None:
    read = read_pdf(write_pdf(replace(sample_document(), collaborative="Alliance " * 40)))
    assert "…: Memorandum of understandingDraft for legal review" in read.decorations[1]
    read = read_pdf(write_pdf(replace(sample_document(), collaborative="Alliance", title="Title " * 24)))
    assert "Alliance: Title Title" in read.decorations[1]
    assert "…Draft for legal review" in read.decorations[1]


def test_the_first_page_shows_the_bar_in_the_accent_colour() -> None:
    picture = render_page(write_pdf(sample_document()), 0, 1.0)
    left, top = round(STYLE.margins.left) + 10, round(STYLE.margins.top + 67) + 3
    at = (top * picture.width + left) * 4
    assert tuple(picture.pixels[at : at + 4]) == (0x00, 0x5E, 0xB8, 255)


def test_another_page_style_is_kept_to() -> None:
    small = PageStyle(width=420, height=595)
    content = write_pdf(sample_document(), small)
    with pypdfium2.PdfDocument(content) as pdf:
        assert pdf[0].get_size() == (420, 595)
    assert all(right <= 420 - small.margins.right + 1 for _, _, right, _ in _letters(content))


def test_columns_give_room_to_those_whose_words_need_it() -> None:
    short, long = ColumnNeed(1, 10, 10, 10), ColumnNeed(1, 10, 500, 400)
    assert _shared([short, long]) == pytest.approx([10, 190])
    assert _shared([ColumnNeed(1, 80, 300, 50), ColumnNeed(3, 20, 300, 200)]) == pytest.approx([80, 120])
    assert _shared([ColumnNeed(1, 40, 60, 50), ColumnNeed(3, 40, 60, 50)]) == pytest.approx([60, 140])
    assert _shared([ColumnNeed(1, 300, 900, 800), ColumnNeed(1, 20, 30, 30)]) == pytest.approx([180, 20])


def _shared(needs: list[ColumnNeed]) -> list[float]:
    """Widths within 200 points where no way of sharing makes lower rows than another."""
    return share_width(needs, 200, lambda _: (1, 1))


def test_a_column_with_much_text_is_widened_where_that_makes_rows_lower() -> None:
    columns = (TableColumn("Owner", 3), TableColumn("Account", 1))
    rows = tuple((words("The chief operating officer"), words("many words that go on " * 12)) for _ in range(3))
    content = write_pdf(_document(Table("Table 1", "uneven", columns, rows)))
    lefts = [left for left, _, _, _ in _letters(content, first_page=1)]
    account = min(left for left in lefts if left > STYLE.margins.left + 60)
    assert account < STYLE.margins.left + STYLE.measure / 2


@given(
    st.lists(
        st.tuples(st.integers(1, 9), st.floats(5, 300), st.floats(0, 900), st.floats(0, 1)), min_size=1, max_size=30
    )
)
def test_columns_always_fill_the_table_and_no_more(rows: list[tuple[int, float, float, float]]) -> None:
    needs = [ColumnNeed(share, least, least + more, least + more * part) for share, least, more, part in rows]
    widths = share_width(needs, 450.0, lambda _: (1, 1))
    assert sum(widths) == pytest.approx(450.0)
    assert all(width > 0 for width in widths)
    if sum(need.least for need in needs) <= 450:
        assert all(width >= need.least - 0.01 for width, need in zip(widths, needs, strict=True))


def _document(*blocks: Block) -> Document:
    return replace(sample_document(), control=(), open_points=(), notices=(), body=blocks)


def _pages(content: bytes) -> list[str]:
    return [page_text(content, index) for index in range(page_count(content))]


def _last_line(page: str) -> str:
    """The last line of the text on a page; its header and footer are drawn after it."""
    lines = page.strip().splitlines()
    return lines[lines.index("Northern Acute Alliance: Memorandum of understanding Draft for legal review") - 1]


def _letters(content: bytes, first_page: int = 0) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of every letter that shows ink."""
    boxes: list[tuple[float, float, float, float]] = []
    with pypdfium2.PdfDocument(io.BytesIO(content)) as pdf:
        for page in list(pdf)[first_page:]:
            text = page.get_textpage()
            boxes += (
                text.get_charbox(place) for place in range(text.count_chars()) if text.get_text_range(place, 1).strip()
            )
    return boxes


def _operators(content: bytes) -> str:
    """What draws the pages, one after another."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return "\n".join(page.Contents.read_bytes().decode("latin-1") for page in pdf.pages)
