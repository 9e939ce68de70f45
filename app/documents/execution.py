"""How documents end: the parties' signatures, or the record of each board's approval."""

from app.documents.blocks import (
    Block,
    Given,
    Heading,
    Origin,
    Paragraph,
    Runs,
    Signature,
    SignatureBlock,
    SignatureField,
    Table,
    TableColumn,
    Words,
)
from app.documents.templates import Execution, Outline
from app.domain.members import Member, full_members
from app.domain.readings import Design
from app.domain.wording import capital, date_in_words

_ANCHOR = "execution"
_MEMBERS = "members.members"
_ORIGIN = Origin(questions=(_MEMBERS,))


def execution_blocks(outline: Outline, design: Design) -> tuple[Block, ...]:
    """The signature block or approval record of a document; nothing if there are no members yet."""
    parties = _parties(design)
    if not parties:
        return ()
    this = f"{'these' if outline.is_plural else 'this'} {outline.title.lower()}"
    if outline.execution is Execution.SIGNATURE:
        return _signatures(parties, this)
    return _approvals(parties, this, is_plural=outline.is_plural)


def _parties(design: Design) -> list[Member]:
    own = design.member_row()
    members = full_members(design.answers) if own is None else (Member(own),)
    return [member for member in members if member.organisation is not None and member.is_full]


def _signatures(parties: list[Member], this: str) -> tuple[Block, ...]:
    fields = tuple(SignatureField(label) for label in ("Name", "Role", "Signature", "Date"))
    parts = tuple(Signature(party.name, f"Signed for and on behalf of {party.name} by:", fields) for party in parties)
    return (
        Heading(1, "", "Signatures", _ANCHOR),
        Paragraph("", 0, (Words(_signing_words(this)),), keeps_with_next=True),
        SignatureBlock(parts, f"{_ANCHOR}.parties", _ORIGIN),
    )


def _signing_words(this: str) -> str:
    return (
        f"By signing, each party confirms that its board has approved {this} and that the person "
        "who signs has authority to do so. Each party may sign a copy of its own, on paper or electronically."
    )


def _approvals(parties: list[Member], this: str, *, is_plural: bool) -> tuple[Block, ...]:
    columns = (
        TableColumn("Board", 4),
        TableColumn("Date of meeting", 2),
        TableColumn("Minute reference", 2),
        TableColumn("Version", 1),
        TableColumn("In force from", 2),
    )
    rows = tuple(_approval(party) for party in parties)
    boards = "the board named" if len(parties) == 1 else "each board named"
    words = (
        f"{capital(this)} {'need' if is_plural else 'needs'} the approval of {boards} below. The "
        "secretary fills in the minute reference, the version that was approved and the day from which it is in force."
    )
    return (
        Heading(1, "", "Approval", _ANCHOR),
        Paragraph("", 0, (Words(words),), keeps_with_next=True),
        Table("", "Record of approval", columns, rows, f"{_ANCHOR}.record", _ORIGIN),
    )


def _approval(party: Member) -> tuple[Runs, ...]:
    """A board's line. The version is left to the secretary, as the one approved is a later one than the draft."""
    board_date = party.board_date
    planned: Runs = (Given(f"Planned for {date_in_words(board_date)}", _MEMBERS),) if board_date else ()
    return ((Given(party.name, _MEMBERS),), planned, (), (), ())
