"""Reads TOML strictly: every key has a type, unknown keys are refused, and every problem is kept."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TypeVar

from app.errors import Problem

_MISSING = object()
_NAMES = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    list: "a list",
    dict: "a table",
    date: "a date without quotation marks, such as 2026-08-06",
}
EnumT = TypeVar("EnumT", bound=Enum)


@dataclass
class Problems:
    """Collects what is wrong while content is read, and remembers which file each entry stands in."""

    found: list[Problem] = field(default_factory=list)
    _files: dict[str, list[str]] = field(default_factory=dict)

    def add(self, file: str, entry: str, reason: str) -> None:
        """Keep one problem."""
        self.found.append(Problem(file, entry, reason))

    def add_below(self, folder: str, entry: str, reason: str) -> None:
        """Keep a problem of an entry that was read from some file of a folder."""
        files = [file for file in self._files.get(entry, ()) if file.startswith(f"{folder}/")]
        self.add(files[-1] if files else folder, entry, reason)

    def remember(self, file: str, entry: str) -> None:
        """Note that an entry stands in a file."""
        self._files.setdefault(entry, []).append(file)


class Entry:
    """One TOML table being read. Each getter takes a key once; `finish` refuses the keys nobody asked for."""

    def __init__(self, raw: dict[str, object], file: str, name: str, problems: Problems) -> None:
        self.file = file
        self.name = name
        self.problems = problems
        self._raw = raw
        self._left = set(raw)

    def problem(self, reason: str) -> None:
        """Keep a problem of this entry."""
        self.problems.add(self.file, self.name, reason)

    def name_by_id(self) -> str:
        """Give a file that is one entry the name of its id, which is given back."""
        self.name = self.text("id")
        self.problems.remember(self.file, self.name)
        return self.name

    def has(self, key: str) -> bool:
        """Whether the entry has this key."""
        return key in self._raw

    def text(self, key: str, default: str | None = None) -> str:
        """A text without blanks around it; a problem if it is missing (and has no default) or empty."""
        value = self._take(key, str, _MISSING if default is None else default)
        text = value.strip() if isinstance(value, str) else ""
        if default is None and isinstance(value, str) and not text:
            self.problem(f"“{key}” is empty.")
        return text

    def truth(self, key: str, default: bool = False) -> bool:
        """True or false."""
        value = self._take(key, bool, default)
        return value if isinstance(value, bool) else default

    def whole_number(self, key: str, default: int) -> int:
        """A whole number."""
        value = self._take(key, int, default)
        return value if isinstance(value, int) else default

    def day(self, key: str) -> date | None:
        """A date; None if there is none."""
        value = self._take(key, date, None)
        if isinstance(value, datetime):
            self.problem(f"“{key}” must be {_NAMES[date]}.")
            return None
        return value if isinstance(value, date) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty if there is none."""
        value = self._take(key, list, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.problem(f"“{key}” must be a list of texts.")
            return ()
        return tuple(value)

    def raw(self, key: str) -> object:
        """Whatever is there, unread; None if there is nothing."""
        self._left.discard(key)
        return self._raw.get(key)

    def parts(self, key: str, identify: Callable[[dict[str, object]], str] | None = None) -> Iterator["Entry"]:
        """Each table of an array of tables, named after its id or its place."""
        value = self._take(key, list, [])
        for place, raw in enumerate(value if isinstance(value, list) else [], start=1):
            if not isinstance(raw, dict):
                self.problem(f"“{key}” must be a list of tables.")
                return
            own = identify(raw) if identify else str(raw.get("id", f"{key} {place}"))
            if not self.name:
                self.problems.remember(self.file, own)
            yield Entry(raw, self.file, f"{self.name} › {own}" if self.name else own, self.problems)

    def part(self, key: str) -> "Entry | None":
        """A table inside this one; None if there is none."""
        value = self._take(key, dict, None)
        if not isinstance(value, dict):
            return None
        return Entry(value, self.file, f"{self.name} › {key}", self.problems)

    def choice(self, key: str, default: EnumT) -> EnumT:
        """The member of an enum whose value the word is; the default, with a problem, for any other word."""
        word = self.text(key)
        try:
            return type(default)(word)
        except ValueError:
            known = ", ".join(each.value for each in type(default))
            self.problem(f"“{key}” is “{word}”; it must be one of {known}.")
            return default

    def finish(self) -> None:
        """Refuse every key that nobody asked for."""
        for key in sorted(self._left):
            self.problem(f"“{key}” is not known here.")

    def _take(self, key: str, kind: type, default: object) -> object:
        self._left.discard(key)
        value = self._raw.get(key, default)
        if value is _MISSING:
            self.problem(f"“{key}” is missing.")
            return None
        is_right = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
        if value is not default and not is_right:
            self.problem(f"“{key}” must be {_NAMES[kind]}.")
            return default if default is not _MISSING else None
        return value


def read_file(path: Path, root: Path, problems: Problems) -> Entry | None:
    """Open one TOML file as an entry; None, with a problem, if it cannot be read."""
    file = path.relative_to(root).as_posix()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.add(file, "", f"The file is not valid TOML in UTF-8: {error}.")
        return None
    except OSError as error:
        problems.add(file, "", f"The file cannot be read: {error.strerror}.")
        return None
    return Entry(raw, file, "", problems)


def files_in(folder: Path, pattern: str = "**/*.toml") -> list[Path]:
    """The content files of a folder in a fixed order."""
    return sorted(folder.glob(pattern))
