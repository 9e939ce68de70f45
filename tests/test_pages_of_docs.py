"""The pages for those who read the source: each file and folder that they name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
NAMED = re.compile(r"`((?:app|docs|resources|templates|tests)/[\w./-]+|[\w-]+\.(?:py|toml|txt))`")
#: What a page may name without its folder lies in one of these.
PACKAGES = ("analysis", "content", "documents", "exporters/pdf", "exporters/word", "services")
FOLDERS = ("", *(f"app/{package}" for package in PACKAGES))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_names_only_files_and_folders_that_are_there(page: Path) -> None:
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    missing = [name for name in named if not any((ROOT / folder / name).exists() for folder in FOLDERS)]
    assert not missing


def test_pages_name_many_files() -> None:
    assert sum(len(NAMED.findall(page.read_text(encoding="utf-8"))) for page in PAGES) > 40
