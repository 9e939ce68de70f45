"""What a Word file is made of: styles, page, what it says of itself, and the same bytes every time."""

import re
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn

from app.documents.blocks import Document, Status
from app.exporters.word.writer import write_word
from tests.exporters.sample_document import awkward_document, sample_document
from tests.exporters.word_reading import WordFile, field_results, read_word

_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr tabs bidi spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs color sz szCs u shd rtl lang",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan tcBorders shd vAlign",
    "pBdr": "top left bottom right",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr",
    "abstractNum": "nsid multiLevelType tmpl lvl",
    "numbering": "abstractNum num",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg",
    "settings": (
        "zoom defaultTabStop characterSpacingControl updateFields compat themeFontLang decimalSymbol listSeparator"
    ),
    "font": "altName panose1 charset family pitch",
}
"""Children in the order in which the schema of ECMA-376 wants them; Word refuses a file with another order."""


@pytest.fixture(scope="module")
def content() -> bytes:
    return write_word(sample_document())


@pytest.fixture(scope="module")
def file(content: bytes) -> WordFile:
    return read_word(content)


@pytest.mark.parametrize("document", [sample_document(), sample_document(Status.FINAL), awkward_document()])
def test_every_property_stands_where_word_wants_it(document: Document) -> None:
    met: Counter[str] = Counter()
    for part in _parts(write_word(document)).values():
        for element in ElementTree.fromstring(part).iter():
            name = _name(element)
            if name in _ORDERS:
                order = _ORDERS[name].split()
                places = [order.index(_name(child)) for child in element]
                assert places == sorted(places), f"{name}: {[_name(child) for child in element]}"
                met[name] += 1
    assert set(met) == set(_ORDERS)


def test_equal_documents_give_equal_bytes_whenever_they_are_written(content: bytes) -> None:
    time.sleep(0.01)
    assert write_word(sample_document()) == content
    assert write_word(sample_document(Status.FINAL)) != content
    moments = {entry.date_time for entry in ZipFile(BytesIO(content)).infolist()}
    assert moments == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_what_it_is(file: WordFile) -> None:
    said = file.package.core_properties
    assert said.title == "Memorandum of understanding"
    assert said.subject == "An agreement between six NHS trusts on how they will work together"
    assert said.author == said.last_modified_by == "Northern Acute Alliance"
    assert said.language == "en-GB"
    assert said.version == "0.3"
    assert said.content_status == "Draft for legal review"
    assert said.created == said.modified == datetime(2026, 8, 6, tzinfo=UTC)


def test_every_part_that_is_pointed_to_is_there(content: bytes) -> None:
    parts = _parts(content)
    for path, text in parts.items():
        if path.endswith(".rels"):
            folder = path.split("_rels/")[0]
            for relationship in ElementTree.fromstring(text):
                assert folder + relationship.attrib["Target"] in parts
    types = ElementTree.fromstring(parts["[Content_Types].xml"])
    named = {each.attrib["PartName"].lstrip("/") for each in types if _name(each) == "Override"}
    assert named == {path for path in parts if not path.endswith(".rels") and path != "[Content_Types].xml"}


def test_the_language_and_typefaces_are_set_once_for_the_whole_file(file: WordFile) -> None:
    default = file.package.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert default.find(qn("w:lang")).get(qn("w:val")) == "en-GB"
    assert set(default.find(qn("w:rFonts")).attrib.values()) == {"Arial"}
    assert file.package.element.body.xpath(".//w:rFonts | .//w:lang | .//w:sz | .//w:color") == []


def test_the_page_is_a4_and_the_cover_has_no_header(file: WordFile) -> None:
    section = file.package.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.different_first_page_header_footer
    assert [each.text for each in section.first_page_header.paragraphs] == [""]
    assert [each.text for each in section.header.paragraphs] == [
        "Northern Acute Alliance: Memorandum of understanding\tDraft for legal review"
    ]
    assert len(file.package.sections) == 1


def test_the_footer_says_the_edition_and_the_page_on_every_page(file: WordFile) -> None:
    section = file.package.sections[0]
    for footer in (section.footer, section.first_page_footer):
        (paragraph,) = footer.paragraphs
        assert re.fullmatch(r"Draft 0\.3 · 6 August 2026\tPage \d+ of \d+", paragraph.text)
        assert [instruction for instruction, _ in field_results(paragraph._p)] == ["PAGE", "NUMPAGES"]


def test_a_final_document_is_a_version_and_says_so_in_another_colour(file: WordFile) -> None:
    final = read_word(write_word(sample_document(Status.FINAL)))
    assert final.package.sections[0].footer.paragraphs[0].text.startswith("Version 0.3 · ")
    assert final.paragraph("Final").style == "CoverStatus"
    colours = [each.style("CoverStatus").rPr.find(qn("w:color")).get(qn("w:val")) for each in (file, final)]
    assert colours == ["8A1538", "003087"]


def test_a_long_name_leaves_room_for_the_status() -> None:
    file = read_word(write_word(replace(sample_document(), title="A very long title\n" * 30)))
    name, status = file.package.sections[0].header.paragraphs[0].text.split("\t")
    assert len(name) < 100
    assert name.endswith("…")
    assert "\n" not in name
    assert status == "Draft for legal review"


def test_a_name_too_long_for_the_line_leaves_its_title_whole() -> None:
    document = replace(sample_document(), collaborative="Alliance of every trust " * 9, has_illustrations=True)
    name, _ = read_word(write_word(document)).package.sections[0].header.paragraphs[0].text.split("\t")
    assert name.startswith("Alliance of every")
    assert name.endswith("…: Memorandum of understanding")
    assert len(name) < 62


def test_every_style_that_is_used_or_named_is_there(file: WordFile) -> None:
    styles = file.package.styles.element
    known = {each.get(qn("w:styleId")) for each in styles.iter(qn("w:style"))}
    named = {each.get(qn("w:val")) for name in ("basedOn", "next") for each in styles.iter(qn(f"w:{name}"))}
    used = set(file.package.element.body.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"))
    assert named | used <= known
    assert len(known) == len(list(styles.iter(qn("w:style"))))


def test_headings_are_headings_of_word_or_built_on_one(file: WordFile) -> None:
    assert file.style("Heading1").find(qn("w:name")).get(qn("w:val")) == "heading 1"
    for name in ("ScheduleHeading", "UnnumberedHeading", "FrontHeading", "Heading2"):
        chain = _chain(file, name)
        assert chain[-1].startswith(("Heading1", "Heading2"))
        assert file.style(chain[-1]).find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}") is not None
    levels = [each.style for each in file.paragraphs if each.text and "Heading" in each.style]
    assert levels.count("Heading1") == 4
    assert levels.count("Heading2") == 2


def test_the_look_comes_from_styles_and_not_from_words_or_paragraphs(file: WordFile) -> None:
    body = file.package.element.body
    words = {_name(each) for each in body.xpath(".//w:r/w:rPr/*")}
    paragraphs = {_name(each) for each in body.xpath(".//w:p/w:pPr/*")}
    assert words == {"rStyle"}
    assert paragraphs == {"pStyle", "keepNext", "pageBreakBefore", "numPr", "ind"}
    assert len(body.xpath(".//w:p/w:pPr/w:ind")) == 1


def test_forty_pages_are_written_in_less_than_a_third_of_a_second() -> None:
    sample = sample_document()
    body = sample.body * 8
    document = replace(sample, body=tuple(replace(block, anchor="") for block in body))
    took = []
    for _ in range(3):
        start = time.perf_counter()
        write_word(document)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.3


def test_the_text_width_is_the_page_without_its_margins(file: WordFile) -> None:
    section = file.package.sections[0]
    width = (section.page_width.emu - section.left_margin.emu - section.right_margin.emu) / 635
    tabs = [int(each.get(qn("w:pos"))) for each in file.style("Header").iter(qn("w:tab"))]
    assert tabs == [pytest.approx(width, abs=2)]


def _parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as held:
        return {name: held.read(name).decode() for name in held.namelist()}


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _chain(file: WordFile, name: str) -> list[str]:
    """A style and those below it, without the one for all text."""
    names = [name]
    while (below := file.style(names[-1]).find(qn("w:basedOn")).get(qn("w:val"))) != "Normal":
        names.append(below)
    assert all(before != after for before, after in pairwise(names))
    return names
