"""Files that are written whole or not at all."""

from pathlib import Path

import pytest

from app.errors import ExportError
from app.services.files_beside import write_beside


def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"before")
    assert write_beside(path, b"after") == path
    assert path.read_bytes() == b"after"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_leaves_everything_as_it_was(tmp_path: Path) -> None:
    taken = tmp_path / "pack.pdf"
    (taken / "inside").mkdir(parents=True)
    for path in (taken, tmp_path / "no such folder" / "pack.pdf"):
        with pytest.raises(ExportError, match=r"pack\.pdf could not be written"):
            write_beside(path, b"after")
    assert list(tmp_path.iterdir()) == [taken]
    assert (taken / "inside").is_dir()
