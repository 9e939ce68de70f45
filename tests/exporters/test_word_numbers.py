"""Numbers and references in a Word file: Word counts what the document says, and references follow the clauses."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from app.documents.blocks import Block, Document, Heading, Link, OpenPoint, Paragraph, Table, Words
from app.exporters.word.writer import write_word
from tests.exporters.sample_document import sample_document, words
from tests.exporters.word_reading import ReadParagraph, WordFile, field_results, instructions, read_word


@pytest.fixture(scope="module")
def file() -> WordFile:
    return read_word(write_word(sample_document()))


def test_word_counts_the_numbers_of_the_document(file: WordFile) -> None:
    numbered = [(each.style, each.number) for each in file.paragraphs if each.number and each.style != "ListBullet"]
    assert numbered[:10] == [
        ("Heading1", "1"),
        ("Clause", "1.1"),
        ("Clause", "1.2"),
        ("ListBullet2", "•"),
        ("ListBullet2", "•"),
        ("ListBullet2", "•"),
        ("Clause", "1.3"),
        ("Heading1", "2"),
        ("Clause", "2.1"),
        ("Clause", "2.2"),
    ]
    assert numbered[10:17] == [
        ("Clause", "2.3"),
        ("ClauseItem", "(a)"),
        ("ClauseItem", "(b)"),
        ("ClauseSubitem", "(i)"),
        ("ClauseSubitem", "(ii)"),
        ("ClauseItem", "(c)"),
        ("Clause", "2.4"),
    ]
    assert [each for each in numbered if each[0].startswith("Schedule")] == [
        ("ScheduleHeading", "Schedule 1"),
        ("ScheduleParagraph", "1"),
        ("ScheduleParagraph", "2"),
        ("ScheduleParagraph", "3"),
        ("ScheduleHeading", "Schedule 2"),
    ]


def test_the_styles_alone_number_the_text_so_that_a_new_clause_only_needs_its_style(file: WordFile) -> None:
    direct = [each.text for each in file.paragraphs if each.element.xpath("w:pPr/w:numPr")]
    assert direct == ["10.12\tA clause whose number is long keeps its words in line with the others."]


def test_each_level_of_a_list_is_bound_to_the_style_that_asks_for_it(file: WordFile) -> None:
    numbering = file.package.part.numbering_part.element
    kinds = {each.numId: each.abstractNumId.val for each in numbering.num_lst}
    levels = list(numbering.iter(qn("w:lvl")))
    assert len(levels) == 11
    for level in levels:
        asked = file.style(level.find(qn("w:pStyle")).get(qn("w:val"))).pPr.numPr
        assert str(kinds[asked.numId.val]) == level.getparent().get(qn("w:abstractNumId"))
        assert str(asked.ilvl.val) == level.get(qn("w:ilvl"))


_JUMPS = (
    *((-1, "1"), (0, "1.1"), (1, "(a)"), (1, "(b)"), (1, "(a)"), (2, "(i)")),
    *((2, "(i)"), (1, "(b)"), (0, "1.4"), (1, "(c)"), (0, "1.5"), (1, "(a)")),
    *((-1, "4"), (0, "4.1"), (1, "(z)"), (1, "(aa)"), (1, "(ab)"), (1, "(i)")),
    *((-1, "Schedule 3"), (1, "(a)"), (0, "1"), (1, "(a)"), (0, "2.7"), (0, "2")),
    *((-1, "Annex A"), (0, "A1"), (1, "•"), (1, "–"), (2, "•"), (0, "01")),
)


def test_numbers_that_jump_or_that_no_list_can_count_are_shown_all_the_same() -> None:
    _check_numbers(_JUMPS)


_NUMBERS = st.sampled_from(
    ["1", "2", "3", "1.1", "1.2", "2.1", "(a)", "(b)", "(c)", "(i)", "(ii)", "•", "", "Schedule 1", "Schedule 2", "x"]
)


@given(st.lists(st.tuples(st.integers(-1, 3), _NUMBERS), max_size=25))
def test_any_order_of_numbers_is_shown_as_it_is(numbers: list[tuple[int, str]]) -> None:
    _check_numbers(tuple(numbers))


def test_every_reference_leads_to_a_place_in_the_file(file: WordFile) -> None:
    body = file.package.element.body
    names = body.xpath(".//w:bookmarkStart/@w:name")
    assert len(names) == len(set(names))
    assert len(set(body.xpath(".//w:bookmarkStart/@w:id"))) == len(names) == len(body.xpath(".//w:bookmarkEnd"))
    assert set(body.xpath(".//w:hyperlink/@w:anchor")) <= set(names)
    targets = [each.split()[1] for each in instructions(body) if each.startswith("REF")]
    assert set(targets) <= set(names)
    assert len(targets) >= 5


def test_a_reference_shows_the_number_that_word_counts_where_it_leads(file: WordFile) -> None:
    assert [(text.split()[0], shown, switches) for text, shown, switches in _references(file)] == [
        ("Clause", "1.3", r"\r \h"),
        ("Clause", "2.4", r"\r \h"),
        ("This", "schedule 1", r"\r \h \* Lower"),
        ("Decisions", "schedule 2", r"\r \h \* Lower"),
        ("A", "4.1", r"\r \h"),
    ]


def test_a_reference_into_a_schedule_follows_both_the_paragraph_and_the_schedule() -> None:
    body = (
        Heading(1, "1", "Part", "part"),
        Paragraph("1.1", 0, (Link("paragraph 2 of schedule 1", "second"), Words("."))),
        Heading(1, "Schedule 1", "Things", "things", starts_page=True),
        Paragraph("1", 0, words("One.")),
        Paragraph("2", 0, words("Two."), "second"),
    )
    points = (OpenPoint(1, "any.question", "What?", "1 Scope", "Schedule 1, paragraph 2", "second"),)
    file = read_word(write_word(replace(sample_document(), body=body, open_points=points)))
    assert [(results, switches) for _, results, switches in _references(file)] == [
        ("Schedule 1", r"\r \h"),
        ("2", r"\n \h"),
        ("2", r"\n \h"),
        ("schedule 1", r"\r \h \* Lower"),
    ]
    assert file.paragraph("paragraph 2 of").text == "paragraph 2 of schedule 1."


@pytest.mark.parametrize("text", ["the quorum", "clause 1.12", "1.1 above", "CLAUSE x1.1", "\nclause 1.1"])
def test_a_reference_that_does_not_say_the_number_is_a_link_with_its_own_words(text: str) -> None:
    body = (
        Heading(1, "1", "Part", "part"),
        Paragraph("1.1", 0, words("Here."), "here"),
        Paragraph("1.2", 0, (Link(text, "here"), Words(" applies."))),
    )
    file = read_word(write_word(replace(sample_document(), body=body)))
    paragraph = file.paragraph(" applies.")
    assert paragraph.text == f"{text} applies."
    links = paragraph.element.xpath("w:hyperlink/@w:anchor")
    assert [file.numbers[name] for name in links] == ["1.1"]


def test_the_contents_list_every_heading_and_lead_to_it(file: WordFile) -> None:
    headings = [block for block in sample_document().body if isinstance(block, Heading)]
    entries = [each for each in file.paragraphs if each.style.startswith("TOC")]
    assert [each.text for each in entries] == [
        f"{heading.number}\t{heading.text}" if heading.number else heading.text for heading in headings
    ]
    places = {name: each for each in file.paragraphs for name in each.bookmarks}
    led_to = [places[each.element.xpath("w:hyperlink/@w:anchor")[0]] for each in entries]
    assert [each.text for each in led_to] == [heading.text for heading in headings]
    assert instructions(file.package.element.body)[2] == (
        r'TOC \o "1-2" \h \z \t "Schedule heading,3,Unnumbered heading,4"'
    )


def test_word_is_told_to_renew_the_contents_and_all_other_fields(file: WordFile) -> None:
    assert len(file.package.element.body.xpath(".//w:fldChar[@w:dirty='true']")) == 1
    assert file.package.settings.element.xpath("w:updateFields/@w:val") == ["true"]


def test_fields_open_and_close_in_turn(file: WordFile) -> None:
    kinds = file.package.element.body.xpath(".//w:fldChar/@w:fldCharType")
    depth = 0
    for kind in kinds:
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert 0 <= depth <= 2
    assert depth == 0
    assert kinds.count("separate") == kinds.count("begin")


def test_tables_are_counted_by_fields_where_their_labels_are_a_count(file: WordFile) -> None:
    captions = [each for each in file.paragraphs if each.style == "Caption"]
    assert [field_results(each.element) for each in captions] == [
        [(r"SEQ Table \* ARABIC", str(number))] for number in (1, 2, 3)
    ]
    body = tuple(
        replace(block, label="Table 7") if isinstance(block, Table) else block for block in sample_document().body
    )
    other = read_word(write_word(replace(sample_document(), body=body)))
    assert not any("SEQ" in each for each in instructions(other.package.element.body))
    assert other.paragraph("matters kept by each board").text == "Table 7: matters kept by each board"


def _references(file: WordFile) -> list[tuple[str, str, str]]:
    """Each reference with the words around it, what it shows and its switches; it must show what Word counts."""
    found = []
    for each in file.paragraphs:
        for instruction, shown in field_results(each.element):
            if instruction.startswith("REF"):
                _, bookmark, switches = instruction.split(" ", 2)
                number = file.numbers[bookmark]
                assert shown == (number.lower() if "Lower" in switches else number)
                found.append((each.text, shown, switches))
    return found


def _check_numbers(numbers: tuple[tuple[int, str], ...]) -> None:
    """Every number stands before its words, whether Word counts it or it is typed. Depth -1 is a heading."""
    body: list[Block] = []
    for place, (depth, number) in enumerate(numbers):
        text = f"these are the words of block {place} here"
        body.append(Heading(1, number, text, "") if depth < 0 else Paragraph(number, depth, words(text)))
    document: Document = replace(sample_document(), body=tuple(body))
    file = read_word(write_word(document))
    for place, (_, number) in enumerate(numbers):
        assert _whole_number(file.paragraph(f"block {place} here")) == number


def _whole_number(paragraph: ReadParagraph) -> str:
    typed = paragraph.text.partition("these are")[0].rstrip("\t\u2003")
    assert not (typed and paragraph.number)
    return paragraph.number or typed
