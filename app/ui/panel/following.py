"""Which document and which blocks the preview shows for the question in focus, and what has just changed."""

from collections.abc import Sequence

from app.documents.blocks import Block, Document, Paragraph, Table


def document_to_show(now: str, applicable: Sequence[str], using: Sequence[str], *, is_chosen_by_user: bool) -> str:
    """The document for a question: the one shown now if the question shows there, else the first where it does.

    A document that the user chose stays. Empty where no document applies.
    """
    if now in applicable and (is_chosen_by_user or now in using or not using):
        return now
    return next(iter(using), "") or next(iter(applicable), "")


def changed_anchors(before: Document | None, after: Document) -> tuple[str, ...]:
    """The anchors of the blocks that say something else than before; a new number alone is no change."""
    if before is None or before is after or before.id != after.id:
        return ()
    said = {block.anchor: _said(block) for block in before.body if block.anchor}
    return tuple(block.anchor for block in after.body if block.anchor and said.get(block.anchor) != _said(block))


def anchor_to_show(changed: Sequence[str], about: Sequence[str]) -> str:
    """Where to go after an answer: to what changed and has to do with the question, else to what changed."""
    both = [anchor for anchor in changed if anchor in about]
    return next(iter(both), "") or next(iter(changed), "")


def _said(block: Block) -> object:
    match block:
        case Paragraph():
            return block.runs
        case Table():
            return block.columns, block.rows
        case _:
            return None
