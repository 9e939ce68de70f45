"""Comparing two drafts: what counts as a change, where it is, and which words of it."""

from copy import deepcopy
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.documents.blocks import (
    Block,
    ControlEntry,
    Document,
    Gap,
    Given,
    Heading,
    Link,
    Paragraph,
    Runs,
    Signature,
    SignatureBlock,
    Status,
    Table,
    TableColumn,
    Words,
)
from app.documents.comparison import (
    Change,
    ChangedPlace,
    Piece,
    compare_documents,
    compare_words,
    excerpt,
    text_after,
    text_before,
)

EMPTY = Document("a", "Agreement", "Humber", "", Status.DRAFT, "0.1", date(2026, 8, 6), "", (), (), (), (), "a")
SAME, REMOVED, ADDED = Change.SAME, Change.REMOVED, Change.ADDED
#: Few words, so that texts repeat themselves and each other.
TEXTS = st.lists(
    st.sampled_from(["four", "five", "members", " ", "  ", ",", "\n", "75%", "é", "the"]), max_size=30
).map("".join)


def holding(*blocks: Block) -> Document:
    return replace(EMPTY, body=blocks)


def paragraph(anchor: str, *runs: str | Gap | Given | Link, number: str = "1.1") -> Paragraph:
    return Paragraph(number, 0, tuple(Words(run) if isinstance(run, str) else run for run in runs), anchor)


def table(*rows: tuple[str, ...]) -> Table:
    columns = (TableColumn("Member"), TableColumn("Votes"))
    cells: tuple[tuple[Runs, ...], ...] = tuple(tuple((Words(cell),) for cell in row) for row in rows)
    return Table("Table 1", "Votes", columns, cells, "votes")


def told(before: Document, after: Document) -> list[tuple[str, str, str]]:
    """The anchor of each place with what it said and says."""
    return [
        (place.anchor, text_before(place.pieces), text_after(place.pieces))
        for place in compare_documents(before, after)
    ]


@given(st.text(), st.text())
def test_pieces_join_to_the_two_texts(before: str, after: str) -> None:
    pieces = compare_words(before, after)
    assert text_before(pieces) == before
    assert text_after(pieces) == after
    assert all(piece.text for piece in pieces)


@given(TEXTS, TEXTS)
def test_pieces_join_to_texts_that_repeat_their_words(before: str, after: str) -> None:
    pieces = compare_words(before, after)
    assert text_before(pieces) == before
    assert text_after(pieces) == after
    assert (before == after) == all(piece.change is SAME for piece in pieces)


@given(st.lists(TEXTS, max_size=8), st.lists(TEXTS, max_size=8))
def test_what_paragraphs_gain_and_lose_is_all_told_once(before: list[str], after: list[str]) -> None:
    earlier = holding(*(paragraph(f"a{place}", text) for place, text in enumerate(before)))
    later = holding(*(paragraph(f"a{place}", text) for place, text in enumerate(after)))
    places = compare_documents(earlier, later)
    lost, gained = list(before), list(after)
    for place in places:
        if not place.is_new:
            lost.remove(text_before(place.pieces))
        if not place.is_gone:
            gained.remove(text_after(place.pieces))
    # What is left over reads the same in both drafts; an empty paragraph says nothing that could change.
    assert sorted(text for text in lost if text) == sorted(text for text in gained if text)


@given(*([st.lists(TEXTS, max_size=4)] * 4))
def test_blocks_that_two_drafts_share_are_compared_as_if_each_had_its_own(
    beginning: list[str], before: list[str], after: list[str], end: list[str]
) -> None:
    first, last = (
        [paragraph(f"{name}{place}", text) for place, text in enumerate(texts)]
        for name, texts in (("b", beginning), ("e", end))
    )
    old, new = ([paragraph(f"a{place}", text) for place, text in enumerate(texts)] for texts in (before, after))
    earlier, later = holding(*first, *old, *last), holding(*first, *new, *last)
    # Of paragraphs that read alike it is not said which one came; what they say is the same.
    shared, own = told(earlier, later), told(deepcopy(earlier), later)
    assert sorted(words for _, *words in shared) == sorted(words for _, *words in own)


def test_single_words_are_marked_where_a_sentence_stays() -> None:
    assert compare_words("The quorum is four members.", "The quorum is five members.") == (
        Piece(SAME, "The quorum is "),
        Piece(REMOVED, "four"),
        Piece(ADDED, "five"),
        Piece(SAME, " members."),
    )


def test_texts_that_share_little_are_replaced_as_a_whole() -> None:
    before, after = "Every trust must be there.", "A chair who is absent names a deputy in writing."
    assert compare_words(before, after) == (Piece(REMOVED, before), Piece(ADDED, after))


def test_numbers_that_only_shift_are_no_change() -> None:
    before = holding(
        Heading(1, "3", "Meetings", "meetings"),
        paragraph("quorum", "See ", Link("clause 4.1", "votes"), ".", number="3.1"),
        paragraph("late", Gap("how many days?", "days", 2), number="3.2"),
    )
    after = holding(
        Heading(1, "4", "Meetings", "meetings"),
        paragraph("quorum", "See ", Link("clause 5.1", "votes"), ".", number="4.1"),
        paragraph("late", Gap("how many days?", "days", 1), number="4.2"),
    )
    assert told(before, after) == []


def test_a_reference_to_another_clause_is_a_change() -> None:
    before = holding(paragraph("quorum", "See ", Link("clause 4.1", "votes"), "."))
    after = holding(paragraph("quorum", "See ", Link("clause 4.1", "chair"), "."))
    assert [place.anchor for place in compare_documents(before, after)] == ["quorum"]


def test_how_words_came_into_a_sentence_is_no_change() -> None:
    before = holding(paragraph("quorum", "The quorum is ", Given("four", "q", is_suggestion=True), " members."))
    after = holding(paragraph("quorum", "The quorum is ", Given("four", "q"), " members."))
    assert told(before, after) == []
    assert told(before, holding(paragraph("quorum", "The quorum is four members."))) == []


def test_an_answer_in_place_of_a_gap_is_a_change() -> None:
    before = holding(paragraph("late", "Within ", Gap("how many days?", "days", 1), "."))
    after = holding(paragraph("late", "Within ", Given("5 days", "days"), "."))
    assert told(before, after) == [("late", "Within how many days?.", "Within 5 days.")]


def test_a_paragraph_that_comes_stands_alone_among_others_that_read_alike() -> None:
    same = [paragraph(f"a{place}", "Each member has one vote.") for place in range(5)]
    new = paragraph("new", "The chair has a casting vote.")
    assert told(holding(*same), holding(*same[:2], new, *same[2:])) == [("new", "", "The chair has a casting vote.")]
    assert told(holding(*same), holding(*same[:4])) == [("a3", "Each member has one vote.", "")]


def test_what_is_gone_is_looked_for_behind_what_stood_before_it() -> None:
    first, second, third = (paragraph(name, f"This is about {name}.") for name in ("money", "people", "time"))
    (place,) = compare_documents(holding(first, second, third), holding(first, third))
    assert place == ChangedPlace("money", "people", (Piece(REMOVED, "This is about people."),))
    assert place.is_gone
    assert not place.is_new


def test_another_wording_of_a_clause_is_one_change_of_that_clause() -> None:
    before = holding(paragraph("quorum", "Every trust."), paragraph("chair", "The chair is elected."))
    after = holding(paragraph("quorum", "Any two members, one of them a foundation trust."), *before.body[1:])
    assert [(place.anchor, len(place.pieces)) for place in compare_documents(before, after)] == [("quorum", 2)]


def test_each_changed_row_of_a_table_is_told_by_itself() -> None:
    before = holding(table(("Airedale", "1"), ("Bradford", "1"), ("Leeds", "1")))
    after = holding(table(("Airedale", "1"), ("Bradford", "2"), ("Leeds", "1"), ("Wakefield", "1")))
    assert told(before, after) == [("votes", "Bradford | 1", "Bradford | 2"), ("votes", "", "Wakefield | 1")]


def test_the_front_and_the_signatures_are_compared_too() -> None:
    control = (ControlEntry("Owner", (Words("Jo Bloggs"),)),)
    signature = Signature("Airedale", "Signed for Airedale by:", ())
    before = replace(holding(SignatureBlock((signature,), "end")), control=control)
    after = replace(
        holding(SignatureBlock((replace(signature, party="Leeds", statement="Signed for Leeds by:"),), "end")),
        control=(ControlEntry("Owner", (Words("Sam Smith"),)),),
        collaborative="Northern Alliance",
    )
    assert told(before, after) == [
        ("", "Humber", "Northern Alliance"),
        ("", "Owner: Jo Bloggs", "Owner: Sam Smith"),
        ("end", "Signed for Airedale by:", "Signed for Leeds by:"),
    ]


def test_an_excerpt_keeps_the_words_around_each_change() -> None:
    start, end = "one two three four five six seven eight ", " nine ten eleven twelve thirteen fourteen"
    pieces = (Piece(SAME, start), Piece(ADDED, "new"), Piece(SAME, end))
    short = excerpt(pieces, around=2)
    assert [piece.text for piece in short] == ["… seven eight ", "new", " nine ten … "]
    assert excerpt(pieces[:1], around=2) == pieces[:1]
