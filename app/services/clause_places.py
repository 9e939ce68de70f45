"""Where things stand in a draft: the number of each block, and the blocks that a question has to do with."""

from collections.abc import Callable, Iterator

from app.documents.blocks import Block, Document, Heading, Paragraph, Table


def numbered_blocks(document: Document) -> Iterator[tuple[Block, str]]:
    """Every block with the number of the clause it stands in, such as "9.2" or "Schedule 5, 1"."""
    part = last = ""
    for block in document.body:
        match block:
            case Heading():
                part, last = block.number, ""
                yield block, part
            case Paragraph():
                if block.depth == 0 and block.number:
                    last = f"{part}, {block.number}" if part.startswith("Schedule") else block.number
                yield block, last or block.number or part
            case Table():
                yield block, last or block.label or part
            case _:
                yield block, ""


def place_words(document: Document, anchor: str) -> str:
    """What a reader calls the block with this anchor: "clause 9.2", "paragraph 1 of schedule 5", "table 3"."""
    for block, number in numbered_blocks(document):
        if block.anchor != anchor:
            continue
        if isinstance(block, Table) and block.label:
            return block.label[:1].lower() + block.label[1:]
        if isinstance(block, Heading):
            return f"“{block.text}”"
        schedule, comma, paragraph = number.partition(", ")
        if comma:
            return f"paragraph {paragraph} of {schedule[:1].lower()}{schedule[1:]}"
        item = f" ({block.number.strip('()')})" if isinstance(block, Paragraph) and _is_item(block) else ""
        return f"clause {number}{item}" if number else ""
    return ""


def anchors_about(document: Document, question_id: str, deciding: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """The anchors of the blocks that show an answer; where none shows it, of those it decides about.

    ``deciding`` gives the questions that decide whether and how a clause is drafted.
    """
    texts = [block for block in document.body if isinstance(block, Paragraph | Table) and block.anchor]
    showing = tuple(block.anchor for block in texts if question_id in block.origin.questions)
    if showing:
        return showing
    clauses = {block.origin.clause for block in texts if block.origin.clause}
    decided = {clause for clause in clauses if question_id in deciding(clause)}
    return tuple(block.anchor for block in texts if block.origin.clause in decided)


def _is_item(block: Paragraph) -> bool:
    return block.depth > 0 and block.number.startswith("(")
