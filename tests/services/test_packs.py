"""Packs: the files that are written, what is refused, and what typed text may never become."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.answers import Answers, Origin
from app.domain.values import Organisation
from app.errors import ExportCancelled, ExportError, NotFoundError
from app.services.packs import Format, PackProgress, PackRequest, file_stem
from app.services.services import Services
from app.services.snapshots import Snapshot


@pytest.fixture
def example(services: Services) -> Snapshot:
    file = services.files.example("south-london-mental-health")
    return services.snapshots.take("", file.name, services.files.answers(file, Origin.EXAMPLE))


def test_a_pack_has_a_file_for_each_document_and_format(services: Services, example: Snapshot, tmp_path: Path) -> None:
    request = PackRequest(("entry-and-exit", "dispute-resolution"), (Format.PDF, Format.HTML))
    written = services.packs.export(example, tmp_path / "new" / "folder", request)
    assert [path.suffix for path in written] == [".pdf", ".pdf", ".html", ".html"]
    assert all(path.stat().st_size > 1000 for path in written)
    assert sorted((tmp_path / "new" / "folder").iterdir()) == sorted(written)


def test_committees_have_a_document_for_each_trust(services: Services, example: Snapshot) -> None:
    documents = services.packs.documents(example, PackRequest(("terms-of-reference-committee",)))
    assert len({document.file_name for document in documents}) == 3


def test_two_members_of_one_name_have_a_file_each(services: Services, example: Snapshot, tmp_path: Path) -> None:
    members = example.answers.rows("members.members")
    alike = tuple(replace(row, cells={**row.cells, "organisation": Organisation("Twin NHS Trust")}) for row in members)
    answers = Answers(example.answers.answers, {**example.answers.tables, "members.members": alike})
    twins = services.snapshots.take("", example.name, answers)
    request = PackRequest(("terms-of-reference-committee",), (Format.HTML,))
    written = services.packs.export(twins, tmp_path, request)
    assert len({path.read_bytes() for path in written}) == len(members)
    (second,) = services.packs.documents(twins, PackRequest(("terms-of-reference-committee-twin-nhs-trust-2",)))
    assert written[1].name.endswith(f"{second.file_name}.html")


def test_the_same_answers_and_date_give_the_same_bytes(services: Services, example: Snapshot, tmp_path: Path) -> None:
    request = PackRequest(("dispute-resolution",), (Format.PDF, Format.HTML))
    first = [path.read_bytes() for path in services.packs.export(example, tmp_path / "one", request)]
    second = [path.read_bytes() for path in services.packs.export(example, tmp_path / "two", request)]
    assert first == second


def test_a_combined_pack_is_one_file(services: Services, example: Snapshot, tmp_path: Path) -> None:
    request = PackRequest(("entry-and-exit", "dispute-resolution"), is_combined=True)
    (only,) = services.packs.export(example, tmp_path, request)
    assert only.name.endswith("-pack.pdf")


def test_a_final_pack_is_refused_while_a_gap_is_left(services: Services, tmp_path: Path) -> None:
    empty = services.answering.open(services.collaboratives.create("New one").id)
    with pytest.raises(ExportError, match="Still to do"):
        services.packs.export(empty, tmp_path, PackRequest(is_final=True))
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_final_pack_no_longer_says_draft(services: Services, example: Snapshot) -> None:
    (document,) = services.packs.documents(example, PackRequest(("dispute-resolution",), is_final=True))
    assert document.status.value == "Final"


def test_an_unknown_document_is_refused(services: Services, example: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="memorandum-of-understanding"):
        services.packs.export(example, tmp_path, PackRequest(("no-such-document",)))


def test_a_document_that_does_not_apply_is_refused_with_the_reason(services: Services, tmp_path: Path) -> None:
    empty = services.answering.open(services.collaboratives.create("New one").id)
    with pytest.raises(ExportError, match="does not apply"):
        services.packs.export(empty, tmp_path, PackRequest(("risk-and-gain-share",)))


def test_an_export_that_is_stopped_leaves_no_half_file(services: Services, example: Snapshot, tmp_path: Path) -> None:
    done: list[PackProgress] = []
    with pytest.raises(ExportCancelled):
        services.packs.export(example, tmp_path / "out", PackRequest(), done.append, lambda: len(done) > 2)
    assert {path.suffix for path in (tmp_path / "out").iterdir()} <= {".pdf"}


def test_a_folder_that_is_a_file_gives_a_sentence(services: Services, example: Snapshot, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("here", encoding="utf-8")
    with pytest.raises(ExportError, match="Choose another"):
        services.packs.export(example, tmp_path / "taken", PackRequest(("dispute-resolution",)))


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Northern Alliance", "northern-alliance"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "c-windows"),
        ("R&D <lab>", "r-d-lab"),
        ("", "collaborative"),
        ("שלום", "collaborative"),
        ("x" * 300, "x" * 40),
    ],
)
def test_a_name_becomes_a_safe_start_of_a_file_name(name: str, stem: str) -> None:
    assert file_stem(name) == stem
