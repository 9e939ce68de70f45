"""Reads checks."""

from pathlib import Path

from app.content.citations import read_citations
from app.content.conditions import read_condition
from app.content.entries import Entry, Problems, files_in, read_file
from app.domain.checks import Check, Severity


def read_checks(folder: Path, root: Path, problems: Problems) -> list[Check]:
    """Every check below a folder."""
    checks = []
    for path in files_in(folder):
        file = read_file(path, root, problems)
        if file is not None:
            checks += [_check(entry) for entry in file.parts("check")]
            file.finish()
    return checks


def _check(entry: Entry) -> Check:
    check = Check(
        id=entry.text("id"),
        severity=entry.choice("severity", Severity.NOTE),
        title=entry.text("title"),
        message=entry.text("message"),
        why=entry.text("why"),
        remedy=entry.text("remedy"),
        question=entry.text("question"),
        also=entry.texts("also"),
        when=read_condition(entry, "when"),
        calculation=entry.text("calculation", default="") or None,
        law=entry.texts("law"),
        sources=read_citations(entry),
    )
    if check.when is None and check.calculation is None:
        entry.problem("A check needs “when”, “calculation” or both.")
    if not check.law and not check.sources:
        entry.problem("A check needs at least one law record or source.")
    entry.finish()
    return check
