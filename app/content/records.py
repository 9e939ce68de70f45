"""Reads law records and sources."""

from datetime import date
from pathlib import Path

from app.content.entries import Entry, Problems, files_in, read_file
from app.domain.records import Confidence, LawRecord, LawStatus, Source


def read_law(folder: Path, root: Path, problems: Problems) -> list[LawRecord]:
    """Every law record below a folder."""
    records = []
    for path in files_in(folder):
        file = read_file(path, root, problems)
        if file is not None:
            records += [_law(entry) for entry in file.parts("law")]
            file.finish()
    return records


def read_sources(path: Path, root: Path, problems: Problems) -> list[Source]:
    """Every source of a file."""
    file = read_file(path, root, problems)
    if file is None:
        return []
    sources = []
    for entry in file.parts("source"):
        sources.append(
            Source(
                entry.text("id"),
                entry.text("title"),
                entry.text("publisher"),
                entry.text("published"),
                entry.text("note", default=""),
            )
        )
        entry.finish()
    file.finish()
    return sources


def _law(entry: Entry) -> LawRecord:
    checked_on = entry.day("checked_on")
    if not entry.has("checked_on"):
        entry.problem("“checked_on” is missing: the date on which the law was last looked up.")
    record = LawRecord(
        id=entry.text("id"),
        citation=entry.text("citation"),
        says=entry.text("says"),
        status=entry.choice("status", LawStatus.IN_FORCE),
        confidence=entry.choice("confidence", Confidence.TO_BE_CONFIRMED),
        checked_on=checked_on or date.min,
        source=entry.text("source"),
        in_force_from=entry.day("in_force_from"),
        note=entry.text("note", default=""),
    )
    entry.finish()
    return record
