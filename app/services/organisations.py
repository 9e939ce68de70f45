"""Finds organisations of the public register by name or code, and renews the register from its file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.content.catalogue import Content
from app.content.organisations import read_register_file
from app.domain.organisations import RegisteredOrganisation
from app.domain.wording import date_in_words, sentence
from app.storage.workspace import Workspace

_MOST = 30


@dataclass(frozen=True, slots=True)
class RegisterState:
    """What the register in use is: how many organisations, as at when, and where from."""

    count: int
    as_at: date
    source: str

    @property
    def words(self) -> str:
        """Sentences for the settings page."""
        return f"{self.count:,} organisations as at {date_in_words(self.as_at)}. {sentence(self.source)}"


class Organisations:
    """The register that ships, or the one that was imported since."""

    def __init__(self, workspace: Workspace, content: Content, today: Callable[[], date]) -> None:
        self._workspace = workspace
        self._content = content
        self._today = today
        self._found: tuple[RegisteredOrganisation, ...] | None = None

    def search(self, text: str, legal_form: str = "") -> tuple[RegisteredOrganisation, ...]:
        """The organisations whose code or name holds every word of a text, best first, 30 at most.

        With a legal form, such as "icb", only those that have it.
        """
        words = text.casefold().split()
        if not words:
            return ()
        ranked = []
        for each in self._all():
            if legal_form and each.legal_form != legal_form:
                continue
            name, code = each.name.casefold(), each.code.casefold()
            if code == text.strip().casefold():
                ranked.append((0, name, each))
            elif all(word in name or code.startswith(word) for word in words):
                starts = name.startswith(words[0]) or any(part.startswith(words[0]) for part in name.split())
                ranked.append((1 if starts else 2, name, each))
        return tuple(each for _, _, each in sorted(ranked, key=lambda found: found[:2])[:_MOST])

    def names(self) -> Mapping[str, str]:
        """The registered name of each organisation, by its code."""
        return {each.code: each.name for each in self._all()}

    def state(self) -> RegisterState:
        """What register is in use."""
        imported = self._workspace.organisations_imported_on()
        if imported is None:
            register = self._content.register
            return RegisterState(len(register.organisations), register.as_at, register.source)
        return RegisterState(len(self._all()), imported, "Imported from a file of the public register.")

    def import_register(self, path: Path) -> RegisterState:
        """Renew the trusts from the register's 27-column file; boards stay as shipped.

        Raises AnswersFileError with every bad line, and then keeps nothing of the file.
        """
        boards = [each for each in self._content.register.organisations if each.legal_form == "icb"]
        found = read_register_file(path, {each.code: each.name for each in boards})
        self._workspace.replace_organisations((*found, *boards), self._today())
        self._found = None
        return self.state()

    def _all(self) -> tuple[RegisteredOrganisation, ...]:
        if self._found is None:
            stored = self._workspace.organisations()
            in_use = tuple(each for each in stored if each.closed is None or each.closed > self._today())
            self._found = in_use or self._content.register.organisations
        return self._found
