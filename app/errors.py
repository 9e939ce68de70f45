"""Every error that Fiveways raises on purpose; each message is a sentence that the user can act on.

    FivewaysError
    ├── AnswerError                  a value that the question cannot take
    ├── AnswersFileError             an answers file with problems, all of them listed
    ├── ContentError                 resources or templates with problems, all of them listed
    ├── DraftingError                a document that cannot be drafted from these answers
    ├── ExportError                  a file that could not be written
    │   └── ExportCancelled          the user stopped the export
    ├── NoDisplayError               a window was asked for where there is nothing to draw on
    ├── NotFoundError                something asked for by a name or id that nothing has
    └── StorageError                 the workspace could not be read or changed
        ├── ChangedElsewhereError    another window or person changed the same entry first
        ├── DiskFullError            no room left to save
        ├── WorkspaceDamagedError    the file fails its own integrity check
        ├── WorkspaceForeignError    the file is a database of some other program
        ├── WorkspaceNewerError      the file was written by a later version of Fiveways
        └── WorkspaceReadOnlyError   the file or its folder may not be written to

Errors of libraries are turned into these where they arise, with the original as the cause.
"""

from typing import NamedTuple


class FivewaysError(Exception):
    """Root of the tree: `str(error)` is always ready to be shown to a user."""


class Problem(NamedTuple):
    """One thing wrong with one entry of a content file."""

    file: str
    """Path of the file below the project folder, with forward slashes."""
    entry: str
    """Id of the entry, or an empty string when the whole file is meant."""
    reason: str
    """What is wrong and what would be right, as a sentence."""

    def __str__(self) -> str:
        place = f"{self.file}, {self.entry}" if self.entry else self.file
        return f"{place}: {self.reason}"


class AnswersProblem(NamedTuple):
    """One thing wrong with one entry of an answers file."""

    path: str
    """Where the entry stands, such as `answers.members[2].votes`; empty when the whole file is meant."""
    reason: str
    """What is wrong and what would be right, as a sentence."""

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" if self.path else self.reason


class ContentError(FivewaysError):
    """Resources or templates cannot be used as they stand."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(_listed("The content files have", problems))
        self.problems = problems


class AnswersFileError(FivewaysError):
    """An answers file was refused as a whole; nothing of it was stored."""

    def __init__(self, problems: tuple[AnswersProblem, ...]) -> None:
        super().__init__(_listed("The answers file has", problems))
        self.problems = problems


class AnswerError(FivewaysError):
    """A value was refused for a question; the message says what the question accepts."""


class DraftingError(FivewaysError):
    """A document cannot be drafted; the message names the document and the clause."""


class ExportError(FivewaysError):
    """A file could not be written; the message names the file and what to try."""


class ExportCancelled(ExportError):  # noqa: N818 - a wish of the user, not a fault
    """The user stopped the export; files already finished stay, none is left half written."""


class NoDisplayError(FivewaysError):
    """There is no display for a window; the message says what works without one."""


class NotFoundError(FivewaysError):
    """Nothing has the name or id that was asked for; the message says what there is."""


class StorageError(FivewaysError):
    """The workspace could not be read or changed; what was saved before is untouched."""


class ChangedElsewhereError(StorageError):
    """The entry was changed by another window or person after it was read here."""


class DiskFullError(StorageError):
    """There is no room left on the disk that holds the workspace."""


class WorkspaceDamagedError(StorageError):
    """The workspace file fails its integrity check; the message says where the backups are."""


class WorkspaceForeignError(StorageError):
    """The file is a database, but not one that Fiveways made; it is left as it was."""


class WorkspaceNewerError(StorageError):
    """The workspace was written by a later version of Fiveways; it is left as it was."""


class WorkspaceReadOnlyError(StorageError):
    """The workspace file or its folder may not be written to."""


def _listed(opening: str, problems: tuple[Problem, ...] | tuple[AnswersProblem, ...]) -> str:
    """One opening line with the count, then one line for each problem."""
    if not problems:
        raise ValueError("An error that lists problems needs at least one.")
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return "\n".join([f"{opening} {count}:", *(f"  {problem}" for problem in problems)])
