"""What a screen reader meets in a PDF: every word once, in order, under the right kind of element."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.documents.blocks import (
    NOTICES_LEAD,
    NOTICES_TITLE,
    Block,
    Document,
    Given,
    Heading,
    Paragraph,
    SignatureBlock,
    Status,
    Table,
    Words,
    runs_text,
)
from app.exporters.pages import find_place
from app.exporters.pdf.writer import combine_pdf, write_pdf
from tests.exporters.pdf_reading import Node, read_pdf, spoken_texts, squeezed
from tests.exporters.sample_document import awkward_document, sample_document


@pytest.fixture(scope="module")
def sample() -> bytes:
    return write_pdf(sample_document())


@pytest.fixture(scope="module")
def root(sample: bytes) -> Node:
    return read_pdf(sample).root


def test_every_word_of_the_document_is_read_once_and_in_order(sample: bytes, root: Node) -> None:
    document = sample_document()
    assert spoken_texts(root) == [squeezed(text) for text in _expected_texts(document, sample) if squeezed(text)]


def test_awkward_texts_are_read_exactly_as_they_were_typed() -> None:
    document = awkward_document()
    content = write_pdf(document)
    expected = [squeezed(text) for text in _expected_texts(document, content) if squeezed(text)]
    assert spoken_texts(read_pdf(content).root) == expected


def test_all_that_is_drawn_is_either_read_or_marked_as_decoration() -> None:
    for document in (sample_document(), awkward_document()):
        assert read_pdf(write_pdf(document)).untagged == []


def test_headings_nest_below_the_title_of_the_document(root: Node) -> None:
    headings = root.find("H1", "H2", "H3")
    assert [squeezed(heading.text) for heading in headings if heading.kind == "H1"] == ["Memorandum of understanding"]
    assert headings[0].kind == "H1"
    depths = [int(heading.kind[1]) for heading in headings]
    assert all(after <= before + 1 for before, after in pairwise(depths))
    assert "2 Decision making" in [squeezed(heading.text) for heading in headings if heading.kind == "H2"]
    assert "Quorum and votes" in [squeezed(heading.text) for heading in headings if heading.kind == "H3"]


def test_a_section_without_a_part_leaves_no_level_out() -> None:
    body = (Heading(2, "", "First", "a"), Heading(1, "1", "Part", "b"), Heading(2, "", "Second", "c"))
    for content in (
        write_pdf(_with_body(sample_document(), *body)),
        combine_pdf([_with_body(sample_document(), *body)]),
    ):
        kinds = [(node.kind, squeezed(node.text)) for node in read_pdf(content).root.find("H2", "H3")]
        assert kinds[-3:] == [("H2", "First"), ("H2", "1 Part"), ("H3", "Second")]


def test_items_are_read_as_lists_inside_lists(root: Node) -> None:
    outer = next(listed for listed in root.find("L") if "non-executive" in listed.text)
    assert outer.attributes["ListNumbering"] == "/LowerAlpha"
    assert [squeezed(label.text) for label in outer.find("Lbl")] == ["(a)", "(b)", "(i)", "(ii)", "(c)"]
    inner = outer.find("L")
    assert [listed.attributes["ListNumbering"] for listed in inner] == ["/LowerRoman"]
    assert [item.kind for item in outer.kids if isinstance(item, Node)] == ["LI", "LI", "LI"]


def test_one_list_goes_on_across_a_page_end(root: Node) -> None:
    steps = next(listed for listed in root.find("L") if "at step a" in listed.text)
    assert len([item for item in steps.kids if isinstance(item, Node)]) == 9


def test_a_table_has_one_header_row_however_many_pages_it_runs_over(root: Node) -> None:
    table = next(table for table in root.find("Table") if "every kind of decision" in table.text)
    headers = [cell for cell in table.find("TH") if cell.attributes["Scope"] == "/Column"]
    assert [squeezed(cell.text) for cell in headers] == ["Ref", "Decision", "Category", "Up to"]
    assert len(table.find("TR")) == 41
    assert {page for cell in table.find("TD") for page in cell.pages} >= {7, 8}
    rows = table.find("TR")[1:]
    assert all(row.find("TH", "TD")[0].attributes["Scope"] == "/Row" for row in rows)


def test_every_row_of_a_table_has_as_many_cells_as_the_header(root: Node) -> None:
    for table in root.find("Table"):
        counts = {len(row.find("TH", "TD")) for row in table.find("TR")}
        assert len(counts) == 1


def test_an_empty_cell_keeps_its_place(root: Node) -> None:
    table = next(table for table in root.find("Table") if "running cost" in table.text)
    row = next(row for row in table.find("TR") if "Coldwater" in row.text)
    assert [squeezed(cell.text) for cell in row.find("TH", "TD")] == [
        "Coldwater Community NHS Trust",
        "25%",
        "£250,000",
        "",
    ]


def test_the_contents_lead_to_each_heading_and_name_its_page(sample: bytes, root: Node) -> None:
    entries = [link for item in root.find("TOCI") for link in item.find("Link")]
    headings = [block for block in sample_document().body if isinstance(block, Heading)]
    assert [link.link_targets for link in entries] == [[heading.anchor] for heading in headings]
    for link, heading in zip(entries, headings, strict=True):
        place = find_place(sample, heading.anchor)
        assert place is not None
        assert squeezed(link.text) == squeezed(f"{heading.number} {heading.text} {place.page + 1}")


def test_a_cross_reference_is_a_link_amid_its_sentence(root: Node) -> None:
    clause = next(node for node in root.find("P") if node.text.startswith("2.1 "))
    links = clause.find("Link")
    assert [(squeezed(link.text), link.link_targets) for link in links] == [("schedule 2", ["schedule-2"])]
    assert squeezed(clause.text).startswith("2.1 Decisions fall into the categories in schedule 2. A category 1")


def test_an_open_point_leads_to_its_place(root: Node) -> None:
    table = root.find("Table")[1]
    assert [link.link_targets for link in table.find("Link")] == [["clause-1.3"], ["clause-2.4"]]


def test_a_document_without_gaps_law_or_headings_has_none_of_their_pages() -> None:
    plain = _with_body(sample_document(), Paragraph("", 0, (Words("Only these words."),)))
    root = read_pdf(write_pdf(plain)).root
    assert spoken_texts(root)[-1] == "Only these words."
    assert root.find("H2") == []


def test_suggestions_are_explained_where_there_are_no_open_points() -> None:
    suggested = Paragraph("", 0, (Given("75%", "any.question", is_suggestion=True),))
    texts = spoken_texts(read_pdf(write_pdf(_with_body(sample_document(), suggested))).root)
    assert any("come from a suggestion that nobody has agreed yet" in text for text in texts)


def test_documents_combined_are_parts_under_one_contents() -> None:
    documents = (sample_document(), awkward_document(), sample_document(Status.FINAL))
    root = read_pdf(combine_pdf(documents, "Governance pack")).root
    parts = root.find("Part")
    assert [squeezed(part.find("H1")[0].text) for part in parts] == [squeezed(one.title) for one in documents]
    assert len([heading for heading in root.find("H2") if heading.text == "Contents"]) == 1
    entries = [link.link_targets[0] for item in root.find("TOCI") for link in item.find("Link")]
    assert [entry for entry in entries if entry.endswith("/cover")] == ["1//cover", "2//cover", "3//cover"]
    assert "3/part-4" in entries


def test_documents_of_one_title_are_told_apart_by_their_subtitles() -> None:
    subtitles = ("How Ashdale decides", "How Coldwater decides")
    root = read_pdf(combine_pdf([replace(sample_document(), subtitle=one) for one in subtitles])).root
    entries = [squeezed(link.text) for item in root.find("TOCI") for link in item.find("Link")]
    assert [entry.rsplit(" ", 1)[0] for entry in entries if entry.startswith("Memorandum")] == [
        "Memorandum of understanding: How Ashdale decides",
        "Memorandum of understanding: How Coldwater decides",
    ]


def test_a_pack_is_final_when_all_in_it_is() -> None:
    final, draft = sample_document(Status.FINAL), sample_document()
    for documents, status in (((final, draft), "Draft for legal review"), ((final, final), "Final")):
        texts = spoken_texts(read_pdf(combine_pdf(documents)).root)
        assert texts[:4] == ["Governance pack", "Northern Acute Alliance", "2 documents, 6 August 2026", status]


def test_links_of_documents_combined_stay_within_their_own_document() -> None:
    root = read_pdf(combine_pdf((sample_document(), sample_document()))).root
    for place, part in enumerate(root.find("Part"), start=1):
        targets = [target for link in part.find("Link") for target in link.link_targets]
        assert targets
        assert all(target.startswith(f"{place}/") for target in targets)


def _with_body(document: Document, *blocks: Block) -> Document:
    return replace(document, open_points=(), notices=(), body=blocks)


def _expected_texts(document: Document, content: bytes) -> list[str]:
    """What is to be read, from the document alone; pages of the contents come from where anchors stand."""
    texts = [document.title, document.collaborative, document.subtitle, document.status.value, "Document control"]
    texts += (text for entry in document.control for text in (entry.label, runs_text(entry.runs)))
    if document.open_points:
        texts += [
            "Open points",
            "3 answers are still missing. The text shows the place of each with the number of the point.",
        ]
        texts += ["No.", "Question", "Section", "Place"]
        for point in document.open_points:
            texts += [str(point.number), point.label, point.section, point.place]
        texts.append("Words with a dotted line under them come from a suggestion that nobody has agreed yet.")
    texts.append("Contents")
    for block in document.body:
        if isinstance(block, Heading):
            place = find_place(content, block.anchor)
            assert place is not None
            texts.append(f"{block.number} {block.text} {place.page + 1}")
    if document.notices:
        texts += [
            NOTICES_TITLE,
            NOTICES_LEAD,
        ]
        for notice in document.notices:
            texts += ["•", f"{notice.citation}. {notice.text}"]
    return [*texts, *(text for block in document.body for text in _block_texts(block))]


def _block_texts(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{block.number} {block.text}"]
        case Paragraph() if block.number and (block.depth or block.number == "•"):
            return [block.number, runs_text(block.runs)]
        case Paragraph():
            return [f"{block.number} {runs_text(block.runs)}"]
        case Table():
            cells = [runs_text(cell) for row in block.rows for cell in row]
            return [f"{block.label}: {block.caption}", *(column.title for column in block.columns), *cells]
        case SignatureBlock():
            return [
                text
                for part in block.parts
                for text in (
                    part.party,
                    part.statement,
                    *(f"{field.label} {field.value}" for field in part.fields),
                )
            ]
