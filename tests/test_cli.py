"""The command line, as a user runs it: what it prints and the status it ends with."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parent.parent


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run main.py in a process of its own, with a folder of its own for everything the user owns."""
    kept = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env={**kept, "FIVEWAYS_FOLDER": str(folder), "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_examples_are_listed_one_per_line_with_the_id_first(tmp_path: Path) -> None:
    done = run("examples", folder=tmp_path)
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        "west-yorkshire-acute",
        "south-london-mental-health",
        "foundation-group",
    ]
    assert not (tmp_path / "workspace.sqlite3").exists()


def test_a_collaborative_is_made_listed_checked_and_exported(tmp_path: Path) -> None:
    made = run("new", "My group", "--from", "foundation-group", folder=tmp_path)
    assert made.returncode == 0
    listed = run("list", folder=tmp_path)
    assert listed.stdout.split()[0] == made.stdout.split()[0]
    assert run("check", "My group", folder=tmp_path).returncode == 0
    out = tmp_path / "out"
    arguments = ("export", "My group", "--out", str(out), "--documents", "dispute-resolution", "--format", "pdf,html")
    assert run(*arguments, folder=tmp_path).returncode == 0
    (pdf,) = out.glob("*.pdf")
    assert "Dispute" in PdfReader(pdf).pages[0].extract_text()
    assert len(list(out.glob("*.html"))) == 1


def test_an_error_ends_a_check_with_status_1_and_json_tells_which(tmp_path: Path) -> None:
    answers = {
        "forum.type": "committees-in-common",
        "decisions.casting-vote": True,
        "members.members": [{"organisation": {"name": "A"}, "legal-form": "foundation-trust", "membership": "full"}],
    }
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"format": "fiveways-answers/1", "name": "X", "answers": answers}), encoding="utf-8")
    done = run("check", str(path), "--json", folder=tmp_path)
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert any(each["severity"] == "error" and each["question"] == "decisions.casting-vote" for each in found)


def test_a_bad_answers_file_is_refused_with_every_path(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    text = json.dumps({"format": "fiveways-answers/1", "name": "X", "answers": {"a.b": 1, "gates.used": 3}})
    path.write_text(text, encoding="utf-8")
    done = run("new", "X", "--from", str(path), folder=tmp_path)
    assert done.returncode == 1
    assert "answers.a.b" in done.stderr
    assert "answers.gates.used" in done.stderr
    assert run("list", folder=tmp_path).stdout == ""


@pytest.mark.parametrize(
    "arguments", [("shout",), ("new",), ("export", "x"), ("export", "x", "--out", "y", "--format", "odt")]
)
def test_wrong_use_ends_with_status_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments, folder=tmp_path).returncode == 2


@pytest.mark.parametrize(
    "arguments", [("check", "nobody"), ("new", "X", "--from", "nothing"), ("check", "missing.json")]
)
def test_what_is_not_there_is_said_in_a_sentence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.strip().endswith(".")
    assert "Traceback" not in done.stderr


def test_a_final_export_is_refused_while_points_are_open(tmp_path: Path) -> None:
    run("new", "Bare", folder=tmp_path)
    done = run("export", "Bare", "--out", str(tmp_path / "out"), "--final", folder=tmp_path)
    assert done.returncode == 1
    assert "Still to do" in done.stderr


def test_the_content_is_sound_and_counted(tmp_path: Path) -> None:
    done = run("content", folder=tmp_path)
    assert done.returncode == 0
    counts = dict(line.split(": ") for line in done.stdout.splitlines() if ": " in line)
    assert int(counts["questions"]) >= 130
    assert counts["orphans"] == "0"


def test_the_schema_is_json(tmp_path: Path) -> None:
    done = run("schema", folder=tmp_path)
    assert done.returncode == 0
    assert "members.members" in json.loads(done.stdout)["properties"]["answers"]["properties"]


def test_another_workspace_is_chosen_by_option_or_variable(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite3"
    assert run("--database", str(other), "new", "There", folder=tmp_path).returncode == 0
    assert "There" in run("list", folder=tmp_path, FIVEWAYS_DATABASE=str(other)).stdout
    assert run("list", folder=tmp_path).stdout == ""


def test_without_a_display_the_window_says_so_in_one_sentence(tmp_path: Path) -> None:
    done = run(folder=tmp_path, WAYLAND_DISPLAY="")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "display" in done.stderr


def test_a_foreign_file_is_refused_untouched(tmp_path: Path) -> None:
    foreign = tmp_path / "letter.sqlite3"
    foreign.write_bytes(b"Dear Sir, this is no database.\n" * 100)
    before = foreign.read_bytes()
    done = run("--database", str(foreign), "list", folder=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert foreign.read_bytes() == before
