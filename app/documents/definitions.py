"""Finds the defined terms that a document uses, so that its list of definitions holds those and no others."""

import re
from collections.abc import Iterable
from functools import cache

from app.documents.blocks import Block, Heading, Paragraph, Run, SignatureBlock, Table, Words
from app.documents.markup import Literal, Piece
from app.documents.selecting import applies
from app.documents.templates import Term
from app.domain.readings import Design


def used_terms(
    blocks: Iterable[Block], terms: tuple[Term, ...], design: Design
) -> tuple[tuple[Term, tuple[Piece, ...]], ...]:
    """The terms that the clauses' own words use, or the meaning of a used term uses, with their meanings."""
    texts = ["\n".join(_words(blocks))]
    meanings = {term.id: _meaning(term, design) for term in terms}
    found: dict[str, Term] = {}
    while texts:
        text = texts.pop()
        for term in terms:
            meaning = meanings[term.id]
            if term.id not in found and meaning and _is_used(term, terms, text):
                found[term.id] = term
                texts.append(" ".join(piece.text for piece in meaning if isinstance(piece, Literal)))
    ordered = sorted(found.values(), key=lambda term: term.term.casefold())
    return tuple((term, meanings[term.id]) for term in ordered)


def _meaning(term: Term, design: Design) -> tuple[Piece, ...]:
    return next((each.pieces for each in term.meanings if applies(each.when, design)), ())


def _is_used(term: Term, terms: tuple[Term, ...], text: str) -> bool:
    """Whether a term stands in a text by itself, and not only inside a longer term such as "Quality Gate"."""
    own = _pattern(_forms(term))
    if own.search(text) is None:
        return False
    longer = tuple(form for other in terms if other is not term for form in _forms(other) if own.search(form))
    # Whatever is a longer term is matched first, so the term itself is found only where it stands by itself.
    forms = _forms(term)
    return any(match.group() in forms for match in _pattern((*longer, *forms)).finditer(text))


def _forms(term: Term) -> tuple[str, ...]:
    return tuple(form for form in (term.term, term.plural) if form)


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _words(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield _joined(block.runs)
            case Table():
                yield block.caption
                for row in block.rows:
                    for cell in row:
                        yield _joined(cell)
            case Heading() | SignatureBlock():
                continue


def _joined(runs: Iterable[Run]) -> str:
    """Own words only: what an answer puts in is the user's and defines nothing."""
    return "".join(run.text if isinstance(run, Words) else " \N{OBJECT REPLACEMENT CHARACTER} " for run in runs)
