"""The contents: a field that Word fills, and until then an entry for each heading that leads there."""

from collections.abc import Iterator

from app.documents.blocks import Document, Heading
from app.exporters import wording
from app.exporters.word.elements import field_end, field_start, paragraph
from app.exporters.word.lists import SCHEDULES
from app.exporters.word.plan import Numbering, Plan
from app.exporters.word.references import link
from app.exporters.word.texts import one_line, words

_INSTRUCTION = r'TOC \o "1-2" \h \z \t "Schedule heading,3,Unnumbered heading,4"'
"""Parts, sections, schedules and unnumbered parts each have an entry style, as their numbers differ in width."""


def write_contents(document: Document, plan: Plan) -> Iterator[str]:
    """A heading and the entries, in which Word puts the pages when it renews them, as only Word knows those."""
    headings = [
        (block, numbering)
        for block, numbering in zip(document.body, plan.numberings, strict=True)
        if isinstance(block, Heading) and block.anchor in plan.entries
    ]
    if not headings:
        return
    yield paragraph("FrontHeading", words(wording.CONTENTS), "<w:pageBreakBefore/>")
    for place, (heading, numbering) in enumerate(headings):
        start = field_start(_INSTRUCTION, is_dirty=True) if place == 0 else ""
        end = field_end() if place == len(headings) - 1 else ""
        yield paragraph(_entry_style(heading, numbering), start + _entry(heading, numbering, plan) + end)


def _entry_style(heading: Heading, numbering: Numbering | None) -> str:
    if heading.level > 1:
        return "TOC2"
    if numbering is None or not numbering.is_automatic:
        return "TOC4"
    return "TOC3" if numbering.listed is SCHEDULES else "TOC1"


def _entry(heading: Heading, numbering: Numbering | None, plan: Plan) -> str:
    # A typed number is followed by a space in its heading, which is what Word repeats in the entry.
    gap = "\t" if numbering is not None and numbering.is_automatic else "\u2003"
    number = f"{one_line(heading.number)}{gap}" if heading.number else ""
    return link(plan.entries[heading.anchor], words(number + one_line(heading.text)))
