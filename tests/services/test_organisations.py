"""The register of organisations: found by name or code, and renewed from the public register's file."""

from pathlib import Path

import pytest

from app.domain.values import Organisation, Value
from app.errors import AnswersFileError
from app.services.services import Services


def _line(code: str, name: str, opened: str = "20260601", closed: str = "", columns: int = 27) -> str:
    fields = [""] * columns
    fields[0:4] = [code, name, "Y56", "QKK"]
    fields[10:12] = [opened, closed]
    return ",".join(f'"{field}"' for field in fields)


@pytest.mark.parametrize(
    ("text", "code"), [("RCF", "RCF"), ("airedale", "RCF"), ("leeds teaching", "RR8"), ("rr8", "RR8")]
)
def test_an_organisation_is_found_by_name_or_code(services: Services, text: str, code: str) -> None:
    assert services.organisations.search(text)[0].code == code


def test_a_code_need_not_begin_with_r(services: Services) -> None:
    assert services.organisations.search("K0N6A")[0].name == "The Online NHS Trust"


def test_organisations_of_one_legal_form_are_found_alone(services: Services) -> None:
    assert {each.legal_form for each in services.organisations.search("NHS West")} > {"icb"}
    boards = services.organisations.search("NHS West", "icb")
    assert {each.legal_form for each in boards} == {"icb"}
    assert "NHS West Yorkshire Integrated Care Board" in {each.name for each in boards}


def test_nothing_is_found_for_nothing(services: Services) -> None:
    assert services.organisations.search("  ") == ()
    assert services.organisations.search("no such trust anywhere") == ()


def test_the_register_can_be_renewed_from_its_file(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "etr.csv"
    lines = [
        _line("X9Z1A", "THE NEWEST NHS FOUNDATION TRUST"),
        _line("RXX", "CLOSED AND GONE NHS TRUST", closed="20250331"),
        _line("TAD", "A DISTRICT CARE TRUST"),
    ]
    path.write_text("\r\n".join(lines), encoding="utf-8")
    state = services.organisations.import_register(path)
    newest = services.organisations.search("newest")[0]
    assert (newest.name, newest.legal_form) == ("The Newest NHS Foundation Trust", "foundation-trust")
    assert newest.icb == services.organisations.search("QKK")[0].name
    assert services.organisations.search("closed and gone") == ()
    assert services.organisations.search("TAD")[0].legal_form == "care-trust"
    assert "6 August 2026" in state.words


def test_a_member_is_held_against_the_register_in_use(services: Services, tmp_path: Path) -> None:
    here = services.collaboratives.create("Northern Alliance").id
    cells: dict[str, Value] = {"organisation": Organisation("Airedale Newly Named NHS Foundation Trust", "RCF")}
    found = services.answering.put_row(here, "members.members", None, cells).findings
    assert any("Airedale NHS Foundation Trust" in each.message for each in found)
    path = tmp_path / "etr.csv"
    path.write_text(_line("RCF", "AIREDALE NEWLY NAMED NHS FOUNDATION TRUST"), encoding="utf-8")
    services.organisations.import_register(path)
    assert not any("registered" in each.message for each in services.answering.open(here).findings)


@pytest.mark.parametrize(
    "text",
    ["", "code,name\nR1,One", _line("RCF", ""), _line("R", "Too short"), _line("RCF", "Bad day", opened="2026-06-01")],
)
def test_a_file_that_is_not_the_register_is_refused_whole(services: Services, tmp_path: Path, text: str) -> None:
    path = tmp_path / "etr.csv"
    path.write_text(f"{_line('X9Z1A', 'GOOD NHS TRUST')}\n{text}" if text else "", encoding="utf-8")
    with pytest.raises(AnswersFileError):
        services.organisations.import_register(path)
    assert services.organisations.search("X9Z1A") == ()
