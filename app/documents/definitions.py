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
    forms = {form: term for term in terms for form in (term.term, term.plural) if form}
    if not forms:
        return ()
    pattern = _pattern(tuple(forms))
    meanings = {term.id: _meaning(term, design) for term in terms}
    texts = ["\n".join(_words(blocks))]
    found: dict[str, Term] = {}
    while texts:
        for form in dict.fromkeys(pattern.findall(texts.pop())):
            term = forms[form]
            meaning = meanings[term.id]
            if term.id not in found and meaning:
                found[term.id] = term
                texts.append(" ".join(piece.text for piece in meaning if isinstance(piece, Literal)))
    ordered = sorted(found.values(), key=lambda term: term.term.casefold())
    return tuple((term, meanings[term.id]) for term in ordered)


def _meaning(term: Term, design: Design) -> tuple[Piece, ...]:
    return next((each.pieces for each in term.meanings if applies(each.when, design)), ())


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Every form as a whole word, the longest first: "Quality Gate" is then no use of "Gate".

    Sorted by first letter, so that a search passes quickly by whatever begins with another.
    """
    rests: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        rests.setdefault(re.escape(form[0]), []).append(re.escape(form[1:]))
    words = "|".join(rf"{first}(?<![\w-]{first})(?:{'|'.join(rest)})" for first, rest in rests.items())
    return re.compile(rf"(?:{words})(?![\w-])")


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
