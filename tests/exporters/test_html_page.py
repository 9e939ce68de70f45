"""An HTML page: what was typed is text and nothing else, and a screen reader finds its way."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.blocks import (
    NOTICES_LEAD,
    NOTICES_TITLE,
    Block,
    ControlEntry,
    Document,
    Gap,
    Given,
    Heading,
    LegalNotice,
    Link,
    OpenPoint,
    Paragraph,
    Signature,
    SignatureBlock,
    SignatureField,
    Status,
    Table,
    TableColumn,
    Words,
    runs_text,
)
from app.exporters.characters import clean_text
from app.exporters.html import write_html
from tests.exporters.html_reading import Element, read_html
from tests.exporters.sample_document import CLEANED_TEXTS, awkward_document, sample_document, words


@pytest.fixture(scope="module")
def page() -> Element:
    return read_html(write_html(sample_document()))


@pytest.mark.parametrize("document", [sample_document(), awkward_document()], ids=["sample", "awkward"])
def test_every_text_of_the_body_is_on_the_page_once_and_in_order(document: Document) -> None:
    (main,) = read_html(write_html(document)).find("main")
    assert _shown(main) == _expected(document)


@pytest.mark.parametrize(("typed", "read"), CLEANED_TEXTS)
def test_what_no_page_can_hold_is_left_out_or_replaced(typed: str, read: str) -> None:
    (main,) = read_html(write_html(_document(typed))).find("main")
    assert _shown(main) == _expected(_document(read))


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=60))
def test_free_text_is_read_as_it_was_typed_in_every_place_and_is_never_an_element(text: str) -> None:
    document = _document(text)
    page = read_html(write_html(document))
    assert _shown(page.find("main")[0]) == _expected(document)
    clean = clean_text(text)
    assert page.find("h1")[0].text == page.find("dd")[0].text == clean
    assert page.find("title")[0].text == " ".join(f"{clean}: {clean}".split())
    (points,) = page.find("section", kind="open-points")
    assert [each.text for each in points.find("td")] == [clean, clean, clean]
    notice = page.find("ul", kind="items")[0].find("li")[0]
    assert notice.text == f"{clean}. {clean}"
    if clean.strip():
        plain = read_html(write_html(_document("a")))
        assert [each.name for each in page.find()] == [each.name for each in plain.find()]


def test_the_pages_before_the_body_come_in_the_order_of_the_other_formats(page: Element) -> None:
    headings = [each.text for each in page.find("h1", "h2")]
    assert headings[:5] == [
        "Memorandum of understanding",
        "Document control",
        "Open points",
        "Contents",
        NOTICES_TITLE,
    ]
    assert NOTICES_LEAD in [each.text for each in page.find("p")]
    assert "Words with a dotted line under them come from a suggestion that nobody has agreed yet." in [
        each.text for each in page.find("section", kind="open-points")[0].find("p")
    ]


def test_headings_go_down_one_level_at_a_time_from_a_single_title(page: Element) -> None:
    levels = [int(each.name[1]) for each in page.find("h1", "h2", "h3")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert 3 in levels


def test_the_page_names_its_language_and_landmarks_and_has_a_way_past_the_beginning(page: Element) -> None:
    assert page.attributes == {"lang": "en-GB"}
    body = page.find("body")[0]
    landmarks = [child.name for child in body.children if isinstance(child, Element)]
    assert landmarks == ["a", "header", "section", "nav", "section", "main", "footer"]
    skip = body.find("a")[0]
    assert skip.attributes["href"] == f"#{page.find('main')[0].attributes['id']}"
    names = {each.attributes["id"]: each.text for each in page.find() if "id" in each.attributes}
    for landmark in page.find("section", "nav"):
        assert landmark.attributes.get("aria-label") or names[landmark.attributes["aria-labelledby"]]


@pytest.mark.parametrize("document", [sample_document(), awkward_document()])
def test_every_link_leads_to_one_place_on_the_page(document: Document) -> None:
    page = read_html(write_html(document))
    names = [each.attributes["id"] for each in page.find() if "id" in each.attributes]
    assert len(names) == len(set(names))
    assert all(names)
    targets = [each.attributes["href"] for each in page.find("a")]
    assert {target.removeprefix("#") for target in targets} <= set(names)
    assert all(target.startswith("#") for target in targets)


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    page = write_html(awkward_document())
    root = read_html(page)
    style = root.find("style")[0].text
    assert "url(" not in style
    assert "@import" not in style
    policy = [each.attributes.get("content", "") for each in root.find("meta") if "http-equiv" in each.attributes]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert write_html(awkward_document()) == page


def test_tables_have_captions_and_say_what_their_headers_head(page: Element) -> None:
    tables = page.find("main")[0].find("table")
    assert [table.find("caption")[0].text for table in tables] == [
        "Table 1: matters kept by each board",
        "Table 2: shares of the running cost",
        "Table 3: every kind of decision and its category",
    ]
    for table in tables:
        (head,) = table.find("thead")
        assert {each.attributes["scope"] for each in head.find("th")} == {"col"}
        for row in table.find("tbody")[0].find("tr"):
            cells = [child for child in row.children if isinstance(child, Element)]
            assert [cell.name for cell in cells] == ["th", *["td"] * (len(cells) - 1)]
            assert cells[0].attributes["scope"] == "row"
    total = tables[1].find("tr")[-1]
    assert total.attributes == {"class": "total"}
    assert [cell.attributes.get("class", "") for cell in total.find("th", "td")] == ["", "figure", "figure", "figure"]


def test_a_table_without_row_headers_or_caption_has_none() -> None:
    table = Table("", "", (TableColumn("A"), TableColumn("B")), ((words("1"), ()),), has_row_headers=False)
    found = read_html(write_html(replace(sample_document(), body=(table,)))).find("main")[0].find("table")[0]
    assert found.attributes == {}
    assert found.find("caption") == []
    assert [cell.name for cell in found.find("tbody")[0].find("th", "td")] == ["td", "td"]


def test_a_wide_table_can_be_moved_sideways_with_the_keyboard() -> None:
    columns = tuple(TableColumn(f"Column {letter}") for letter in "ABCDE")
    table = Table("Table 1", "wide", columns, ((words("1"),) * 5,))
    (frame,) = read_html(write_html(replace(sample_document(), body=(table,)))).find(kind="scroll")
    assert frame.attributes == {"class": "scroll", "aria-label": "Table 1: wide", "tabindex": "0"}


def test_items_are_lists_inside_lists(page: Element) -> None:
    outer = next(each for each in page.find("ol", kind="items") if "non-executive" in each.text)
    items = [child for child in outer.children if isinstance(child, Element)]
    assert [item.find("span", kind="number")[0].text for item in items] == ["(a) ", "(b) ", "(c) "]
    (inner,) = items[1].find("ol")
    assert [each.text for each in inner.find("span", kind="number")] == ["(i) ", "(ii) "]
    (bullets,) = page.find("main")[0].find("ul", kind="items")
    assert len(bullets.find("li")) == 3


def test_lists_that_begin_afresh_or_change_their_kind_are_lists_of_their_own() -> None:
    numbers = ((1, "(a)"), (1, "(b)"), (1, "(a)"), (2, "(i)"), (2, "(i)"), (1, "•"), (0, "•"), (2, "(i)"), (1, "(a)"))
    body = tuple(Paragraph(number, depth, words(f"{number} {depth}")) for depth, number in numbers)
    main = read_html(write_html(replace(sample_document(), body=body))).find("main")[0]
    lists = [
        (each.name, len([child for child in each.children if isinstance(child, Element)]))
        for each in main.find("ol", "ul")
    ]
    assert lists == [("ol", 2), ("ol", 1), ("ol", 1), ("ol", 1), ("ul", 1), ("ul", 1), ("ol", 1), ("ol", 1)]


def test_gaps_and_suggestions_are_marked_and_a_gap_leads_to_its_point(page: Element) -> None:
    gaps = page.find("mark", kind="gap")
    assert [each.text for each in gaps] == [
        "who chairs? (open point 1)",
        "how many working days? (open point 2)",
        "what cap? (open point 3)",
    ]
    rows = {each.attributes["id"]: each for each in page.find("tr") if "id" in each.attributes}
    led_to = [rows[gap.find("a")[0].attributes["href"].removeprefix("#")] for gap in gaps]
    assert [row.find("th")[0].text for row in led_to] == ["1", "2", "3"]
    assert [each.text for each in page.find("main")[0].find("span", kind="suggestion")] == ["75%", "5 of the 6"]


def test_a_gap_or_reference_without_a_place_is_only_words() -> None:
    body = (Paragraph("", 0, (Gap("what?", "any.question", 9), Link("clause 7", "nowhere"))),)
    (main,) = read_html(write_html(replace(sample_document(), open_points=(), body=body))).find("main")
    assert main.find("a") == []
    assert main.text.strip() == "what? (open point 9)clause 7"


def test_the_page_says_how_far_the_document_has_come(page: Element) -> None:
    assert page.find("p", kind="status")[0].text == "Draft for legal review"
    assert page.find("footer")[0].text.strip() == "Draft 0.3 · 6 August 2026"
    final = read_html(write_html(sample_document(Status.FINAL)))
    assert final.find("p", kind="status")[0].attributes["class"] == "status final"
    assert final.find("footer")[0].text.strip() == "Version 0.3 · 6 August 2026"


def test_colours_of_words_stand_out_enough_from_their_ground() -> None:
    style = read_html(write_html(sample_document())).find("style")[0].text
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9A-Fa-f]{6})", style))
    for words_colour, ground in (
        *((name, "#FFFFFF") for name in ("text", "secondary", "accent", "dark", "danger")),
        *((name, colours["band"]) for name in ("text", "dark")),
        *(("text", colours[name]) for name in ("surface", "band")),
        ("danger", colours["danger-ground"]),
    ):
        assert _contrast(colours[words_colour], ground) >= 4.5


def _contrast(first: str, second: str) -> float:
    """By the formula of WCAG 2.2, success criterion 1.4.3."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _shown(main: Element) -> list[str]:
    """What each block or cell says, the number first."""
    texts = []
    for each in main.find("h2", "h3", "p", "li", "caption", "th", "td", "dt", "dd"):
        own = [child for child in each.children if isinstance(child, str) or child.name not in ("ol", "ul")]
        text = "".join(child if isinstance(child, str) else child.text for child in own)
        texts.append(text.removesuffix("\n") if each.name == "li" else text)
    return [text for text in texts if text]


def _expected(document: Document) -> list[str]:
    return [text for block in document.body for each in _block_texts(block) if (text := clean_text(each))]


def _block_texts(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{block.number} {block.text}" if block.number else block.text]
        case Paragraph():
            number = f"{block.number} " if block.number not in ("", "•") else ""
            return [number + runs_text(block.runs)]
        case Table():
            cells = [column.title for column in block.columns]
            cells += [runs_text(cell) for row in block.rows for cell in row]
            return [": ".join(part for part in (block.label, block.caption) if part), *cells]
        case SignatureBlock():
            texts = []
            for part in block.parts:
                texts += [part.party, part.statement]
                for each in part.fields:
                    texts += [each.label, each.value]
            return texts


def _document(text: str) -> Document:
    """A document with the text in every kind of place."""
    given = Given(text, "any.question", is_suggestion=True)
    columns = (TableColumn("Ref", 1), TableColumn(text, 2), TableColumn("Figure", 1, is_figure=True))
    fields = (SignatureField("Signature"), SignatureField("Name", text))
    return replace(
        sample_document(),
        title=text,
        collaborative=text,
        subtitle=text,
        author=text,
        control=(ControlEntry("Owner", (Given(text, "any.question"),)),),
        open_points=(OpenPoint(1, "any.question", text, text, text, "part-1"),),
        notices=(LegalNotice("any", text, text),),
        body=(
            Heading(1, "1", text, "part-1"),
            Paragraph("1.1", 0, (Words("Before "), given, Words(" after."))),
            Paragraph("(a)", 1, (Words(text, is_bold=True), Words("."))),
            Paragraph("(i)", 2, (Link(text, "part-1"), Words("."))),
            Table("Table 1", text, columns, ((words("R1"), (given,), words(text)),)),
            SignatureBlock((Signature(text, text, fields),)),
        ),
    )
