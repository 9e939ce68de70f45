"""What the locked lists of libraries promise to whoever installs from them."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Each holds all of the one before it.
LOCKS = ("requirements.txt", "requirements-development.txt", "requirements-benchmarks.txt")


@pytest.mark.parametrize("file", LOCKS)
def test_the_locked_requirements_name_no_index_and_no_place(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not re.findall(r"://|--\w*index|--find-links|--trusted-host|file:|@", text)


@pytest.mark.parametrize("file", LOCKS)
def test_every_locked_requirement_has_one_version_and_its_hashes(file: str) -> None:
    entries = _locked(file)
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==[\w.]+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


def test_the_locked_requirements_agree_and_hold_all_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [project["dependencies"], *project["optional-dependencies"].values()]
    pinned: dict[str, str] = {}
    for file, wanted in zip(LOCKS, asked, strict=True):
        locked = dict(entry.split(" ")[0].split("==") for entry in _locked(file))
        names = {re.split(r"[<>=\[; ]", one)[0].lower().replace("_", "-") for one in wanted}
        assert names <= set(locked), file
        assert pinned.items() <= locked.items(), file
        pinned = locked


def _locked(file: str) -> list[str]:
    """Entries of a locked list, each with its hashes and conditions in one line and without comments."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    kept = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return kept.replace("\\\n", "").splitlines()
