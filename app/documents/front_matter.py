"""What a document says in front of its clauses: its control block, its author, and law that is not settled."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.documents.blocks import Block, ControlEntry, Heading, LegalNotice, Run, Status, Words
from app.documents.filling import Filler
from app.domain.readings import Design
from app.domain.records import Confidence, LawRecord, LawStatus
from app.domain.wording import capital, date_in_words, duration_in_words, person_in_words

APP = "Fiveways"
FIRST_VERSION = "0.1"


def control_block(filler: Filler, status: Status, dated: date) -> tuple[ControlEntry, ...]:
    """The lines by which a reader tells one edition from another. A document without an owner has an open point."""
    answers = filler.design.answers
    version, supersedes = answers.text("review.version"), answers.text("review.supersedes")
    owner, frequency = answers.person("review.document-owner"), answers.duration("review.frequency")
    own_version: Run = Words(FIRST_VERSION) if version is None else filler.answer(version, "review.version")
    named: Run = (
        filler.open_points.gap("review.document-owner")
        if owner is None
        else filler.answer(person_in_words(owner), "review.document-owner")
    )
    next_review: Run = (
        Words("Not yet set")
        if frequency is None
        else filler.answer(f"{duration_in_words(frequency)} after approval", "review.frequency")
    )
    before: Run = Words("Nothing") if supersedes is None else filler.answer(capital(supersedes), "review.supersedes")
    approved = "See the record of approval" if status is Status.FINAL else "Not yet approved"
    return (
        ControlEntry("Version", (own_version,)),
        ControlEntry("Status", (Words(status.value),)),
        ControlEntry("Owner", (named,)),
        ControlEntry("Date", (Words(date_in_words(dated)),)),
        ControlEntry("Approved by", (Words(approved),)),
        ControlEntry("Next review", (next_review,)),
        ControlEntry("This pack supersedes", (before,)),
        ControlEntry("Made with", (Words(APP),)),
    )


def author_of(design: Design) -> str:
    """Who answers for a document: its owner, else the collaborative, else the app that drafted it."""
    owner = design.answers.person("review.document-owner")
    return person_in_words(owner) if owner is not None else design.answers.text("collaborative.name") or APP


def legal_notices(blocks: Iterable[Block], law: Mapping[str, LawRecord]) -> tuple[LegalNotice, ...]:
    """Law records that the text rests on and that are not settled: bills, and what is still to be confirmed."""
    used = dict.fromkeys(law_id for block in blocks if not isinstance(block, Heading) for law_id in block.origin.law)
    notices = []
    for law_id in used:
        record = law[law_id]
        if record.status is LawStatus.BILL:
            text = f"This is a bill, not law, as last checked on {date_in_words(record.checked_on)}."
        elif record.status is LawStatus.SUPERSEDED:
            text = f"This has been superseded, as last checked on {date_in_words(record.checked_on)}."
        elif record.confidence is Confidence.TO_BE_CONFIRMED:
            text = ""
        else:
            continue
        notices.append(LegalNotice(law_id, record.citation, f"{text} {record.note}".strip()))
    return tuple(notices)
