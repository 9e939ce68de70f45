"""Documents built in code for exporter tests: one with a piece of everything, and one of awkward texts."""

from datetime import date

from app.documents.blocks import (
    Block,
    ControlEntry,
    Document,
    Gap,
    Given,
    Heading,
    LegalNotice,
    Link,
    OpenPoint,
    Origin,
    Paragraph,
    Run,
    Runs,
    Signature,
    SignatureBlock,
    SignatureField,
    Status,
    Table,
    TableColumn,
    Words,
)

DATED = date(2026, 8, 6)

AWKWARD_TEXTS: tuple[str, ...] = (
    "R&D <lab> & <b>bold?</b> &amp; &#65;",
    "{{x}} {members} %s $name ${name} \\n \\(x\\) [y]",
    "*stars* _underscores_ `ticks` # not a heading | not a cell |",
    "Llŷr Gŵynedd, Ŵ Ŷ ẃ ẁ ẅ — “quoted” ‘single’ … €5 ≥ 4 ≤ 9 × 2 ✓",
    "Family 👨‍👩‍👧 and thumbs 👍🏽, flag 🇬🇧, heart ❤️",
    "Hebrew שלום עולם (3) and Arabic السلام عليكم, then English",
    "Combining: e\u0301 a\u0308 x\u0302 and ZWJ a\u200db",
    "日本語 and Ελληνικά and Кириллица and हिन्दी",
    "L" * 80,
    "https://example.nhs.uk/a/very/long/address/that/goes/on-and-on-and-on/with?query=1&another=2#and-a-fragment-too",
    "AVAVA fi fl ffi office affluent TATTOO",
)
"""Texts that a user may type and that an exporter must carry through exactly as they are."""

CLEANED_TEXTS: tuple[tuple[str, str], ...] = (
    ("bell\x07 and null\x00 and escape\x1b[0m", "bell and null and escape[0m"),
    ("lone \ud800 surrogate \udfff here", "lone \ufffd surrogate \ufffd here"),
)
"""Texts that no file format can hold, each with what must be read in its place."""


def words(text: str) -> Runs:
    """Plain runs of one text."""
    return (Words(text),)


def sample_document(status: Status = Status.DRAFT) -> Document:
    """A memorandum with gaps, a suggestion, links, lists three deep, tables, schedules and signatures."""
    return Document(
        id="memorandum",
        title="Memorandum of understanding",
        collaborative="Northern Acute Alliance",
        subtitle="An agreement between six NHS trusts on how they will work together",
        status=status,
        version="0.3",
        dated=DATED,
        author="Northern Acute Alliance",
        control=_control(),
        open_points=_open_points(),
        notices=(
            LegalNotice(
                "nhs-act-65z5",
                "National Health Service Act 2006, section 65Z5",
                "This document relies on the power to arrange functions jointly. The record was last checked "
                "on 2 January 2026 and must be confirmed by a lawyer before signing.",
            ),
            LegalNotice(
                "health-bill",
                "Health Bill 2026",
                "A bill before Parliament would change how joint committees are formed. It is not in force.",
            ),
        ),
        body=(*_opening(), *_decisions(), *_money(), *_disputes(), *_schedules(), *_signatures()),
        file_name="memorandum-of-understanding",
    )


def awkward_document(texts: tuple[str, ...] = AWKWARD_TEXTS) -> Document:
    """Each text as a title, a heading, a paragraph, a list item, a cell and a signature field."""
    blocks: list[Block] = []
    for place, text in enumerate(texts, start=1):
        blocks += [
            Heading(1, str(place), text, f"part-{place}"),
            Paragraph(
                f"{place}.1",
                0,
                (Words("Before "), Given(text, "any.question"), Words(" after.")),
                f"clause-{place}",
            ),
            Paragraph("(a)", 1, (Words(text, is_bold=True),)),
            Table(
                f"Table {place}",
                text,
                (TableColumn("Ref", 1), TableColumn(text, 2), TableColumn("Figure", 1, is_figure=True)),
                ((words("R1"), (Given(text, "any.question"),), words("12")),),
                f"table-{place}",
            ),
        ]
    sign = Signature(texts[0], texts[1], (SignatureField("Signature"), SignatureField("Name", texts[-1])))
    return Document(
        id="awkward",
        title=texts[0],
        collaborative=texts[1],
        subtitle=texts[2],
        status=Status.DRAFT,
        version="0.1",
        dated=DATED,
        author=texts[0],
        control=(ControlEntry("Owner", (Given(texts[0], "any.question"),)),),
        open_points=(),
        notices=(),
        body=(*blocks, SignatureBlock((sign,))),
        file_name="awkward",
    )


def _control() -> tuple[ControlEntry, ...]:
    return (
        ControlEntry("Version", words("0.3")),
        ControlEntry("Status", words("Draft")),
        ControlEntry("Owner", (Given("Programme director", "document.owner"),)),
        ControlEntry("Date", words("6 August 2026")),
        ControlEntry("Approved by", words("Not yet approved")),
        ControlEntry("Next review", words("6 February 2027")),
        ControlEntry("Supersedes", words("0.2, 14 July 2026")),
        ControlEntry("Open points", words("3, listed after this page")),
    )


def _open_points() -> tuple[OpenPoint, ...]:
    return (
        OpenPoint(
            1,
            "scope.chair",
            "Who chairs the joint committee?",
            "1 Scope: members",
            "Clause 1.3",
            "clause-1.3",
        ),
        OpenPoint(
            2,
            "decisions.call-in",
            "Within how many working days may a member call in a decision?",
            "2 Purpose: how decisions are made",
            "Clause 2.4",
            "clause-2.4",
        ),
        OpenPoint(3, "money.cap", "What is the cap on a member's share of a loss?", "4 Delivery: money", "Table 2"),
    )


def _opening() -> tuple[Heading | Paragraph, ...]:
    return (
        Heading(1, "1", "The members and their purpose", "part-1"),
        Paragraph(
            "1.1",
            0,
            (
                Words("This memorandum is made between the members of "),
                Given("Northern Acute Alliance", "scope.name", is_bold=True),
                Words(", which are listed in "),
                Link("schedule 1", "schedule-1"),
                Words(". In it, "),
                Words("member", is_bold=True),
                Words(" means one of them."),
            ),
            "clause-1.1",
            Origin("members", ("scope.name",)),
        ),
        Paragraph("1.2", 0, words("The members work together so that:"), "clause-1.2", keeps_with_next=True),
        Paragraph("•", 1, words("no patient waits longer in one place than in another;")),
        Paragraph("•", 1, words("services that are fragile alone are safe together; and")),
        Paragraph("•", 1, words("money saved by all is shared by all.")),
        Paragraph(
            "1.3",
            0,
            (Words("The joint committee is chaired by "), Gap("who chairs?", "scope.chair", 1), Words(".")),
            "clause-1.3",
        ),
        Paragraph("", 0, words("A paragraph without a number stands at the margin.\nIts second line was asked for.")),
    )


def _decisions() -> tuple[Heading | Paragraph, ...]:
    gap = Gap("how many working days?", "decisions.call-in", 2)
    return (
        Heading(1, "2", "Decision making", "part-2"),
        Heading(2, "", "Quorum and votes", "part-2-quorum"),
        Paragraph(
            "2.1",
            0,
            (
                Words("Decisions fall into the categories in "),
                Link("schedule 2", "schedule-2"),
                Words(
                    ". A category 1 decision binds every member. A category 2 decision binds "
                    "the members that it affects, and only they vote on it."
                ),
            ),
            "clause-2.1",
        ),
        Paragraph(
            "2.2",
            0,
            (
                Words("A category 1 decision is made when at least "),
                Given("75%", "decisions.share", is_suggestion=True),
                Words(" of the members ("),
                Given("5 of the 6", "decisions.share", is_suggestion=True),
                Words(") vote for it at a quorate meeting of the joint committee."),
            ),
            "clause-2.2",
        ),
        Paragraph("2.3", 0, words("The quorum is four members, including:"), "clause-2.3", keeps_with_next=True),
        Paragraph("(a)", 1, words("at least one non-executive director;")),
        Paragraph("(b)", 1, words("at least one chief executive, who must be:"), keeps_with_next=True),
        Paragraph("(i)", 2, words("in post on the day of the meeting; and")),
        Paragraph("(ii)", 2, words("free of any interest that the register of interests shows for the matter; and")),
        Paragraph("(c)", 1, words("the chair, or in the chair's absence the vice chair.")),
        Heading(2, "", "Calling in", "part-2-calling-in"),
        Paragraph(
            "2.4",
            0,
            (
                Words("A member may call in a decision within "),
                gap,
                Words(" of the minutes being sent. The dispute steps in "),
                Link("clause 4.1", "clause-4.1"),
                Words(" then apply."),
            ),
            "clause-2.4",
        ),
        Paragraph("10.12", 0, words("A clause whose number is long keeps its words in line with the others.")),
    )


def _money() -> tuple[Heading | Paragraph | Table, ...]:
    return (
        Heading(1, "3", "Money and risk", "part-3"),
        Paragraph("3.1", 0, words("The matters in table 1 stay with the board of each member."), "clause-3.1"),
        Table(
            "Table 1",
            "matters kept by each board",
            (TableColumn("Ref", 1), TableColumn("Matter", 4), TableColumn("Why it stays", 5)),
            tuple(
                (words(f"R{place}"), words(matter), words(reason)) for place, (matter, reason) in enumerate(_KEPT, 1)
            ),
            "table-1",
        ),
        Paragraph("3.2", 0, words("Each member pays the share in table 2."), "clause-3.2"),
        Table(
            "Table 2",
            "shares of the running cost",
            (
                TableColumn("Member", 5),
                TableColumn("Share", 2, is_figure=True),
                TableColumn("First year", 2, is_figure=True),
                TableColumn("Cap on loss", 3, is_figure=True),
            ),
            (
                (
                    words("Ashdale Hospitals NHS Foundation Trust"),
                    words("40%"),
                    words("£400,000"),
                    words("£2,000,000"),
                ),
                (words("Brackenfield University Hospitals"), words("35%"), words("£350,000"), (_CAP,)),
                (words("Coldwater Community NHS Trust"), words("25%"), words("£250,000"), ()),
                (words("All members"), words("100%"), words("£1,000,000"), words("£2,000,000")),
            ),
            "table-2",
            has_total=True,
        ),
    )


_CAP: Run = Gap("what cap?", "money.cap", 3)
_KEPT = (
    ("Annual accounts and going concern", "Each board is accountable for its own accounts"),
    ("Appointing directors", "Set by the constitution or the regulations"),
    ("Merger, acquisition or dissolution", "Needs its own statutory process"),
    ("Borrowing above £2,000,000", "Above the limit given to the joint committee"),
)


def _disputes() -> tuple[Heading | Paragraph, ...]:
    step = "the members concerned meet within ten working days, note what each of them asked for, and send it on"
    return (
        Heading(1, "4", "Disputes and leaving", "part-4"),
        Paragraph("4.1", 0, words("A dispute is settled in these steps:"), "clause-4.1", keeps_with_next=True),
        *(Paragraph(f"({letter})", 1, words(f"at step {letter}, {step};")) for letter in "abcdefgh"),
        Paragraph("(i)", 1, words("last, an expert whom all of them accept decides.")),
        Paragraph(
            "4.2",
            0,
            words(
                "No member may give notice to leave before the last step has ended. A member that leaves "
                "bears the cost of leaving, keeps its duties for events before that day, and returns what it "
                "was lent. " * 4
            ),
            "clause-4.2",
        ),
    )


def _schedules() -> tuple[Heading | Paragraph | Table, ...]:
    categories = tuple(
        (
            words(f"D{place}"),
            words(f"A decision of kind {place} that the joint committee takes on behalf of the members"),
            words("Category 1" if place % 3 else "Category 2"),
            words(f"£{place * 25_000:,}"),
        )
        for place in range(1, 41)
    )
    return (
        Heading(1, "Schedule 1", "Members", "schedule-1", starts_page=True),
        Paragraph("1", 0, words("Ashdale Hospitals NHS Foundation Trust")),
        Paragraph("2", 0, words("Brackenfield University Hospitals NHS Foundation Trust")),
        Paragraph("3", 0, words("Coldwater Community NHS Trust")),
        Heading(1, "Schedule 2", "Categories of decision", "schedule-2", starts_page=True),
        Table(
            "Table 3",
            "every kind of decision and its category",
            (
                TableColumn("Ref", 1),
                TableColumn("Decision", 6),
                TableColumn("Category", 2),
                TableColumn("Up to", 2, is_figure=True),
            ),
            categories,
            "table-3",
        ),
    )


def _signatures() -> tuple[Heading | Paragraph | SignatureBlock, ...]:
    fields = (
        SignatureField("Signature"),
        SignatureField("Name", "Dr Siân Llywelyn-Ŵyn"),
        SignatureField("Position", "Chief executive"),
        SignatureField("Date"),
    )
    trusts = (
        "Ashdale Hospitals NHS Foundation Trust",
        "Brackenfield University Hospitals",
        "Coldwater Community NHS Trust",
    )
    return (
        Heading(1, "", "Signatures", "signatures"),
        Paragraph("", 0, words("Signed for the members on the dates shown.")),
        SignatureBlock(
            tuple(Signature(trust, "Signed for and on behalf of the board", fields) for trust in trusts),
            "signature-block",
        ),
    )
