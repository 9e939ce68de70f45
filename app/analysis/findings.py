"""Runs the checks over a design and gives back what they find, the gravest first."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.analysis.calculations import CALCULATIONS
from app.analysis.law_calculations import law_calculations
from app.analysis.messages import filled
from app.analysis.register_calculations import register_calculations
from app.domain.answers import Answer
from app.domain.checks import Check, Finding, Severity
from app.domain.conditions import holds, questions_in
from app.domain.readings import Calculation, Design, Hit
from app.domain.records import LawRecord

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_ONE_HIT = (Hit(),)


def findings(
    checks: Iterable[Check],
    design: Design,
    law: Mapping[str, LawRecord] | None = None,
    register: Mapping[str, str] | None = None,
    visible: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """What the checks find in the visible answers of a design: errors, warnings, then notes, each in order.

    A check fires when its condition holds and its calculation, if it has one, finds something: once for each
    thing found. ``law`` holds the law records by id, ``register`` the registered name of each organisation by
    its code; without them, the checks that ask for them find nothing. Of the questions that can put a finding right
    as well, it names those that are ``visible``. Raises KeyError for a check that names a calculation or reading that
    does not exist, which loading the content refuses beforehand.
    """
    calculations = {**CALCULATIONS, **law_calculations(law or {}), **register_calculations(register or {})}
    found = [
        replace(finding, also=tuple(each for each in check.also if each in visible))
        for check in checks
        for finding in _findings_of(check, design, calculations)
    ]
    return tuple(sorted(found, key=lambda finding: _GRAVITY[finding.severity]))


def _findings_of(check: Check, design: Design, calculations: Mapping[str, Calculation]) -> list[Finding]:
    if not holds(check.when, design.answers, design.claim):
        return []
    hits = _ONE_HIT if check.calculation is None else calculations[check.calculation].find(design)
    rests_on = {*questions_in(check.when)}
    if check.calculation is not None:
        rests_on |= {*calculations[check.calculation].uses}
    is_illustrative = check.question in rests_on and _is_marked_illustrative(design.answers.answer(check.question))
    return [_finding(check, hit, design, is_illustrative=is_illustrative) for hit in hits]


def _is_marked_illustrative(answer: Answer | None) -> bool:
    """Whether the note beside an answer says so, as the notes of the examples do of what is not published."""
    return answer is not None and "illustrative" in answer.note.casefold()


def _finding(check: Check, hit: Hit, design: Design, *, is_illustrative: bool) -> Finding:
    return Finding(
        check_id=check.id,
        severity=check.severity,
        title=check.title,
        message=filled(check.message, design, hit.words),
        why=check.why,
        remedy=filled(check.remedy, design, hit.words),
        question=check.question,
        row=hit.row,
        law=check.law,
        sources=check.sources,
        is_illustrative=is_illustrative,
    )
