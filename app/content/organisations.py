"""Reads the reference data on organisations that ships with the app, and files of the public register."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.content.entries import Problems, read_file
from app.domain.organisations import RegisteredOrganisation
from app.errors import AnswersFileError, AnswersProblem

#: The public register's file of NHS trusts has no header and 27 fields: 1 code, 2 name, 3 region,
#: 4 integrated care board, 11 opened, 12 closed, 22 amended; the others are addresses or empty.
REGISTER_FIELDS = 27
_SHIPPED = ("code", "name", "legal_form", "region", "icb", "opened")
_BOARDS = ("code", "name", "region")


@dataclass(frozen=True, slots=True)
class Register:
    """All organisations known, with the day that they were taken from the register and where from."""

    organisations: tuple[RegisteredOrganisation, ...]
    as_at: date
    source: str
    licence: str


def read_register(folder: Path, root: Path, problems: Problems) -> Register:
    """The register that ships: trusts, integrated care boards, and a file that says what they are."""
    boards = _rows(folder / "icbs.csv", root, _BOARDS, problems)
    names = {row["code"]: row["name"] for row in boards}
    trusts = [
        RegisteredOrganisation(
            row["code"],
            row["name"],
            row["legal_form"],
            row["region"],
            names.get(row["icb"], row["icb"]),
            _shipped_day(row["opened"]),
        )
        for row in _rows(folder / "trusts.csv", root, _SHIPPED, problems)
    ]
    found = [RegisteredOrganisation(r["code"], r["name"], "icb", r["region"], r["name"]) for r in boards]
    about = read_file(folder / "about.toml", root, problems)
    if about is None:
        return Register(tuple(trusts + found), date.min, "", "")
    register = Register(
        tuple(sorted(trusts + found, key=lambda each: each.name)),
        about.day("as_at") or date.min,
        about.text("source"),
        about.text("licence"),
    )
    about.finish()
    return register


def read_register_file(path: Path, board_names: dict[str, str]) -> tuple[RegisteredOrganisation, ...]:
    """Read the public register's 27-column file. Raises AnswersFileError with every bad line; nothing is kept."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_text(encoding="cp1252")
    except OSError as error:
        raise AnswersFileError((AnswersProblem("", f"The file cannot be read: {error.strerror}."),)) from error
    problems: list[AnswersProblem] = []
    found = []
    for number, row in enumerate(csv.reader(text.splitlines()), start=1):
        if not row:
            continue
        reason = _fault(row)
        if reason:
            problems.append(AnswersProblem(f"line {number}", reason))
        else:
            found.append(_registered(row, board_names))
    if not found and not problems:
        problems.append(AnswersProblem("", "The file has no lines; choose the register's file of NHS trusts."))
    if problems:
        raise AnswersFileError(tuple(problems))
    return tuple(found)


def legal_form_from_name(name: str) -> str:
    """The likely legal form, as an option id: the register says it only in the name."""
    upper = name.upper()
    if "FOUNDATION TRUST" in upper:
        return "foundation-trust"
    if "CARE TRUST" in upper:
        return "care-trust"
    return "nhs-trust"


def _fault(row: list[str]) -> str:
    if len(row) != REGISTER_FIELDS:
        return f"There are {len(row)} columns; the register's file has {REGISTER_FIELDS}."
    if not (row[0].strip().isalnum() and 3 <= len(row[0].strip()) <= 6):
        return f"“{row[0]}” is not a code of 3 to 6 letters and digits."
    if not row[1].strip():
        return "The name is empty."
    for place in (10, 11):
        if row[place].strip() and _register_day(row[place]) is None:
            return f"“{row[place]}” is not a date such as 20260401."
    return ""


def _registered(row: list[str], board_names: dict[str, str]) -> RegisteredOrganisation:
    name = _title(row[1].strip())
    board = row[3].strip()
    return RegisteredOrganisation(
        row[0].strip().upper(),
        name,
        legal_form_from_name(name),
        row[2].strip(),
        board_names.get(board, board),
        _register_day(row[10]),
        _register_day(row[11]),
    )


def _title(name: str) -> str:
    """The register writes names in capitals; small joining words and NHS keep their own form."""
    if not name.isupper():
        return name
    small = {"And", "Of", "The", "For", "In", "On", "With", "Upon"}
    words = [word.capitalize() for word in name.split()]
    words = [w.lower() if w in small and place else "NHS" if w == "Nhs" else w for place, w in enumerate(words)]
    return " ".join("-".join(p[:1].upper() + p[1:] for p in w.split("-")) for w in words)


def _register_day(text: str) -> date | None:
    text = text.strip()
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8])) if len(text) == 8 else None
    except ValueError:
        return None


def _shipped_day(text: str) -> date | None:
    return _register_day(text.replace("-", ""))


def _rows(path: Path, root: Path, header: tuple[str, ...], problems: Problems) -> list[dict[str, str]]:
    file = path.relative_to(root).as_posix()
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines, strict=True)
            if tuple(reader.fieldnames or ()) != header:
                problems.add(file, "", f"The header must be {', '.join(header)}.")
                return []
            rows = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        problems.add(file, "", f"The file cannot be read: {error}.")
        return []
    seen: set[str] = set()
    for row in rows:
        if row["code"] in seen:
            problems.add(file, row["code"], "This code is there twice.")
        seen.add(row["code"])
    return rows
