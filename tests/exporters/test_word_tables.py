"""Tables and signatures in a Word file: real tables that hold together and say what they are."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from docx.oxml.ns import qn

from app.documents.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    Signature,
    SignatureBlock,
    SignatureField,
    Table,
    TableColumn,
)
from app.exporters.word.writer import write_word
from tests.exporters.sample_document import sample_document, words
from tests.exporters.word_reading import ReadTable, WordFile, read_word

_TEXT_WIDTH = 9389
"""Width of a line in twips: A4 without its margins of 22.2 mm."""


@pytest.fixture(scope="module")
def file() -> WordFile:
    return read_word(write_word(sample_document()))


def test_the_header_row_of_each_table_repeats_and_is_not_parted(file: WordFile) -> None:
    tables = _governance_tables(file)
    assert len(tables) == 5
    for table in tables:
        repeated = [place for place, row in enumerate(table.element.tr_lst) if row.xpath("w:trPr/w:tblHeader")]
        assert repeated == [0]
        assert table.element.tr_lst[0].xpath("w:trPr/w:cantSplit") != []
        assert {each.style for cell in table.rows[0] for each in cell} <= {"TableHeading", "TableFigureHeading"}
        assert table.element.xpath("w:tblPr/w:tblLook/@w:firstRow") == ["1"]


def test_every_table_is_as_wide_as_the_text_and_its_cells_as_wide_as_its_columns(file: WordFile) -> None:
    for table in file.tables:
        columns = [int(width) for width in table.element.xpath("w:tblGrid/w:gridCol/@w:w")]
        assert sum(columns) == pytest.approx(_TEXT_WIDTH, abs=2)
        assert table.element.xpath("w:tblPr/w:tblW/@w:w") == [str(sum(columns))]
        for row in table.element.tr_lst:
            at = 0
            for cell in row.tc_lst:
                over = cell.grid_span
                assert int(cell.xpath("w:tcPr/w:tcW/@w:w")[0]) == sum(columns[at : at + over])
                at += over
            assert at == len(columns)


def test_wide_words_make_their_column_wider_than_its_share() -> None:
    table = _sample_table(file_of(sample_document()), "Ashdale")
    narrow, *_, cap = [int(each) for each in table.element.xpath("w:tblGrid/w:gridCol/@w:w")]
    assert narrow > cap > 1000


@pytest.mark.parametrize(("count", "style"), [(4, "GovernanceTable"), (8, "NarrowTable")])
def test_many_columns_stand_closer_so_that_no_word_is_parted(count: int, style: str) -> None:
    texts = ("commissioning", "£1,000,000", "Foundation", "executives", "Quarterly", "September", "allowed", "Member")
    row = tuple(words(text) for text in texts[:count])
    table = Table("Table 1", "many columns", tuple(TableColumn("Title") for _ in row), (row,))
    file = file_of(replace(sample_document(), body=(table,)))
    read = file.tables[-1]
    assert _style(read) == style
    margins = file.style(style).find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")
    padding = sum(int(each.get(qn("w:w"))) for each in margins)
    for text, width in zip(texts, read.element.xpath("w:tblGrid/w:gridCol/@w:w"), strict=False):
        assert (int(width) - padding) / 20 > 9.5 * 0.5 * len(text)


def test_rows_stay_whole_and_a_small_table_stands_on_one_page(file: WordFile) -> None:
    table = _sample_table(file, "Ashdale")
    rows = table.element.tr_lst
    assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)
    kept = [bool(row.xpath(".//w:pPr/w:keepNext")) for row in rows]
    assert kept == [False, True, True, True, False]
    assert {each.style for cell in table.rows[-1] for each in cell} == {"TableTotal", "TableFigureTotal"}
    assert table.element.xpath("w:tblPr/w:tblLook/@w:lastRow") == ["1"]


@pytest.mark.parametrize("has_total", [False, True])
def test_no_row_of_a_long_table_is_left_alone(has_total: bool) -> None:
    rows = tuple((words(f"Matter {number}"), words("A reason of a few words")) for number in range(40))
    table = Table("", "matters", (TableColumn("Matter"), TableColumn("Reason")), rows, has_total=has_total)
    read = file_of(replace(sample_document(), body=(table,))).tables[-1]
    head, *kept = [bool(row.xpath(".//w:pPr/w:keepNext")) for row in read.element.tr_lst]
    assert kept == [True, *[False] * 37, True, False]
    assert head is False
    assert read.element.xpath("w:tr/w:trPr/w:tblHeader") != []


def test_a_file_that_ends_in_a_full_page_has_no_empty_one_after_it() -> None:
    table = Table("", "matters", (TableColumn("Matter"),), ((words("One"),),))
    read = file_of(replace(sample_document(), body=(table, table)))
    styles = [block.style for block in read.blocks if not isinstance(block, ReadTable)]
    assert styles[-3:] == ["AfterTable", "Caption", "AfterLastTable"]
    assert read.style("AfterLastTable").rPr.find(qn("w:sz")).get(qn("w:val")) == "2"


def test_figures_stand_at_the_right_and_words_at_the_left(file: WordFile) -> None:
    table = _sample_table(file, "Ashdale")
    assert [cell[0].style for cell in table.rows[1]] == ["TableText", *["TableFigure"] * 3]
    assert file.style("TableFigure").find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")) == "right"


def test_a_caption_stays_with_its_table(file: WordFile) -> None:
    for name in ("Caption", "TableHeading", "Heading1", "Heading2"):
        assert file.style(name).find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    places = [place for place, block in enumerate(file.blocks) if getattr(block, "style", "") == "Caption"]
    assert all(isinstance(file.blocks[place + 1], ReadTable) for place in places)


def test_each_table_says_what_it_is_to_who_cannot_see_it(file: WordFile) -> None:
    names = [table.element.xpath("w:tblPr/w:tblCaption/@w:val") for table in file.tables]
    assert names == [
        ["Document control"],
        ["Open points"],
        ["Table 1: matters kept by each board"],
        ["Table 2: shares of the running cost"],
        ["Table 3: every kind of decision and its category"],
        ["Signature of Ashdale Hospitals NHS Foundation Trust"],
        ["Signature of Brackenfield University Hospitals"],
        ["Signature of Coldwater Community NHS Trust"],
    ]
    described = _sample_table(file, "Ashdale").element.xpath("w:tblPr/w:tblDescription/@w:val")
    assert described == ["Columns: Member, Share, First year, Cap on loss"]


def test_two_tables_are_never_joined_and_a_file_never_ends_in_one() -> None:
    table = next(block for block in sample_document().body if isinstance(block, Table))
    bare = replace(table, label="", caption="", anchor="")
    sign = next(block for block in sample_document().body if isinstance(block, SignatureBlock))
    read = file_of(replace(sample_document(), body=(bare, bare, sign, sign, table, bare)))
    kinds = [isinstance(block, ReadTable) for block in read.blocks]
    assert not any(before and after for before, after in pairwise(kinds))
    assert kinds[-1] is False


def test_each_party_signs_in_a_table_of_its_own_that_is_kept_whole(file: WordFile) -> None:
    tables = [table for table in file.tables if _style(table) == "SignatureTable"]
    assert [table.rows[0][0][0].text for table in tables] == [
        "Ashdale Hospitals NHS Foundation Trust",
        "Brackenfield University Hospitals",
        "Coldwater Community NHS Trust",
    ]
    for table in tables:
        rows = table.element.tr_lst
        assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)
        styles = {each.style for row in table.rows[:-1] for cell in row for each in cell}
        assert all(_keeps_with_next(file, name) for name in styles)
        assert not any(_keeps_with_next(file, each.style) for cell in table.rows[-1] for each in cell)


def test_signature_fields_have_a_line_to_write_on() -> None:
    fields = tuple(SignatureField(label) for label in ("Name", "Role", "Signature"))
    block = SignatureBlock((Signature("A trust", "", fields),))
    table = file_of(replace(sample_document(), body=(block,))).tables[-1]
    assert [[text for text in row if text] for row in table.texts] == [["A trust"], ["Name", "Role"], ["Signature"], []]
    lines = [len(row.xpath("w:tc[w:tcPr/w:tcBorders/w:bottom]")) for row in table.element.tr_lst]
    assert lines == [0, 2, 1, 0]


def test_lead_paragraphs_stay_with_what_they_lead_to(file: WordFile) -> None:
    leads = [block for block in sample_document().body if isinstance(block, Paragraph) and block.keeps_with_next]
    assert len(leads) == 4
    for lead in leads:
        assert file.paragraph(lead.runs[0].text).element.xpath("w:pPr/w:keepNext") != []
    assert file.paragraph("bears the cost").element.xpath("w:pPr/w:keepNext") == []


@pytest.mark.parametrize("text", ["The matters in table 1", "Signed for the members"])
def test_a_paragraph_before_a_table_or_signatures_stays_with_them(file: WordFile, text: str) -> None:
    assert file.paragraph(text).element.xpath("w:pPr/w:keepNext") != []


_HEADING = Heading(1, "1", "first", "one")
_TABLE = Table("Table 1", "first", (TableColumn("Ref"),), ((words("R1"),),), "table")
_FIRST_BLOCKS: tuple[Block, ...] = (
    _HEADING,
    replace(_HEADING, level=2, number=""),
    replace(_HEADING, number="Schedule 1", starts_page=True),
    Paragraph("", 0, words("first")),
    Paragraph("•", 1, words("first")),
    _TABLE,
    replace(_TABLE, label="", caption="", columns=(TableColumn("first"),)),
    SignatureBlock((Signature("first", "", ()),)),
)


@pytest.mark.parametrize("block", _FIRST_BLOCKS)
def test_a_block_of_any_kind_can_begin_the_body_on_a_page_of_its_own(block: Block) -> None:
    file = file_of(replace(sample_document(), body=(block,)))
    first = next(each for each in file.paragraphs if "first" in each.text and not each.style.startswith("TOC"))
    begins = first.element.xpath("w:pPr/w:pageBreakBefore")
    assert begins or file.style(first.style).find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None


def test_only_headings_that_ask_for_it_begin_a_page() -> None:
    later = (
        replace(_HEADING, text="later", starts_page=True),
        replace(_HEADING, number="Schedule 1", text="not later", starts_page=False),
    )
    file = file_of(replace(sample_document(), body=(_HEADING, *later)))
    breaks = [
        each.element.xpath("w:pPr/w:pageBreakBefore/@w:val") or each.element.xpath("w:pPr/w:pageBreakBefore")
        for each in file.paragraphs
        if each.text in ("later", "not later") and not each.style.startswith("TOC")
    ]
    assert [bool(breaks[0]), breaks[1]] == [True, ["0"]]


def file_of(document: Document) -> WordFile:
    """A document as its file is read."""
    return read_word(write_word(document))


def _style(table: ReadTable) -> Any:
    return table.element.xpath("w:tblPr/w:tblStyle/@w:val")[0]


def _governance_tables(file: WordFile) -> list[ReadTable]:
    return [table for table in file.tables if _style(table) == "GovernanceTable"]


def _sample_table(file: WordFile, text: str) -> ReadTable:
    return next(table for table in file.tables if any(text in cell for row in table.texts for cell in row))


def _keeps_with_next(file: WordFile, name: str) -> bool:
    """Whether a style, or one below it, keeps its paragraphs with what follows."""
    while name:
        style = file.style(name)
        if style.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None:
            return True
        below = style.find(qn("w:basedOn"))
        name = below.get(qn("w:val")) if below is not None else ""
    return False
