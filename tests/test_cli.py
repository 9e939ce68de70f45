"""The command line, as a user runs it: what it prints and the status it ends with."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.bootstrap import main
from app.content.catalogue import Content
from tests.empty_workspace import lay_empty_workspace

ROOT = Path(__file__).parent.parent
EXAMPLES = ["west-yorkshire-acute", "south-london-mental-health", "foundation-group"]


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it wrote."""

    status: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Content) -> Command:
    """Runs a command in this program, in a folder of its own, over an empty workspace."""
    monkeypatch.chdir(tmp_path)
    lay_empty_workspace(tmp_path / "user" / "workspace.sqlite3")
    monkeypatch.setenv("FIVEWAYS_FOLDER", str(tmp_path / "user"))

    def command(*arguments: str) -> Done:
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                status = main(list(arguments), lambda _: content)
            except SystemExit as end:
                status = int(end.code or 0)
        assert "Traceback" not in err.getvalue()
        return Done(status, out.getvalue(), err.getvalue())

    return command


def start(*arguments: str, folder: Path, **environment: str) -> subprocess.Popen[bytes]:
    """Start main.py as a program of its own, on a machine without a display."""
    unset = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONIOENCODING"}
    kept = {key: value for key, value in os.environ.items() if key not in unset}
    return subprocess.Popen(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env={**kept, "FIVEWAYS_FOLDER": str(folder), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run_alone(*arguments: str, folder: Path, **environment: str) -> Done:
    """Run main.py as a program of its own."""
    with start(*arguments, folder=folder, **environment) as program:
        out, err = program.communicate(timeout=60)
    return Done(program.returncode, out.decode("utf-8"), err.decode("utf-8"))


@pytest.fixture
def untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user where there is nothing yet."""
    folder = tmp_path / "untouched"
    monkeypatch.setenv("FIVEWAYS_FOLDER", str(folder))
    return folder


@pytest.fixture
def answers_file(tmp_path: Path) -> Callable[[dict[str, object]], str]:
    def write(answers: dict[str, object]) -> str:
        path = tmp_path / "answers.json"
        path.write_text(json.dumps({"format": "fiveways-answers/1", "name": "X", "answers": answers}), encoding="utf-8")
        return str(path)

    return write


def test_examples_are_listed_one_per_line_with_the_id_first(tmp_path: Path) -> None:
    done = run_alone("examples", folder=tmp_path)
    assert done.status == 0
    assert [line.split()[0] for line in done.out.splitlines()] == EXAMPLES
    assert not (tmp_path / "workspace.sqlite3").exists()


def test_a_collaborative_is_made_listed_checked_and_exported(run: Command, tmp_path: Path) -> None:
    made = run("new", "My group", "--from", "foundation-group")
    assert made.status == 0
    assert run("list").out == made.out == f"{made.out.split()[0]}  My group\n"
    assert run("check", "My group").status == 0
    out = tmp_path / "out"
    wanted = ("--documents", "dispute-resolution", "--format", "pdf,html")
    assert run("export", "My group", "--out", str(out), *wanted).status == 0
    (pdf,) = out.glob("*.pdf")
    assert "Dispute" in PdfReader(pdf).pages[0].extract_text()
    assert len(list(out.glob("*.html"))) == 1


def test_an_error_ends_a_check_with_status_1_and_json_tells_which(
    run: Command, answers_file: Callable[[dict[str, object]], str]
) -> None:
    answers = {
        "forum.type": "committees-in-common",
        "decisions.casting-vote": True,
        "members.members": [{"organisation": {"name": "A"}, "legal-form": "foundation-trust", "membership": "full"}],
    }
    done = run("check", answers_file(answers), "--json")
    assert done.status == 1
    found = json.loads(done.out)
    assert any(each["severity"] == "error" and each["question"] == "decisions.casting-vote" for each in found)


def test_a_bad_answers_file_is_refused_with_every_path(
    run: Command, answers_file: Callable[[dict[str, object]], str]
) -> None:
    done = run("new", "X", "--from", answers_file({"a.b": 1, "gates.used": 3}))
    assert done.status == 1
    assert "answers.a.b" in done.err
    assert "answers.gates.used" in done.err
    assert run("list").out == ""


def test_a_file_is_checked_without_a_workspace(
    run: Command, answers_file: Callable[[dict[str, object]], str], untouched: Path
) -> None:
    assert run("check", answers_file({})).status == 0
    assert not (untouched / "workspace.sqlite3").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("shout",),
        ("new",),
        ("export", "x"),
        ("export", "x", "--out", ""),
        ("export", "x", "--out", "y", "--documents", ", "),
        ("export", "x", "--out", "y", "--format", "odt"),
        ("export", "x", "--out", "y", "--format", ""),
    ],
)
def test_wrong_use_ends_with_status_2(run: Command, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert "usage: fiveways" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "nobody"),
        ("check", "missing.json"),
        ("check", "x" * 5000),
        ("check", "../.."),
        ("new", "X", "--from", "nothing"),
        ("new", "X", "--from", "y" * 5000),
        ("new", ""),
        ("new", "x" * 121),
        ("export", "foundation-group", "--out", "here", "--documents", "../secret"),
        ("--database", "~nobody-of-this-name/work.sqlite3", "list"),
        ("--database", "nonsense://x", "list"),
        ("--database", "sqlite:///x.sqlite3?timeout=soon", "list"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(run: Command, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.status == 1
    assert done.out == ""
    assert done.err.endswith(".\n")
    assert "unexpected" not in done.err


def test_a_folder_of_nobody_is_said_in_a_sentence(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIVEWAYS_FOLDER", "~nobody-of-this-name/work")
    done = run("list")
    assert done.status == 1
    assert "whole path" in done.err


def test_a_folder_that_is_a_file_is_said_in_a_sentence(run: Command, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("A letter.", encoding="utf-8")
    for out in (taken, taken / "below"):
        done = run("export", "foundation-group", "--out", str(out), "--documents", "dispute-resolution")
        assert (done.status, done.out) == (1, "")
        assert "Choose another one." in done.err
    assert taken.read_text(encoding="utf-8") == "A letter."


def test_a_name_never_becomes_a_path(run: Command, tmp_path: Path) -> None:
    assert run("new", "../../escaped/away", "--from", "foundation-group").status == 0
    out = tmp_path / "out"
    done = run("export", "../../escaped/away", "--out", str(out), "--documents", "dispute-resolution")
    assert done.status == 0
    assert [Path(line).parent for line in done.out.splitlines()] == [out]


def test_a_final_export_is_refused_while_points_are_open(run: Command, tmp_path: Path) -> None:
    run("new", "Bare")
    done = run("export", "Bare", "--out", str(tmp_path / "out"), "--final")
    assert done.status == 1
    assert "Still to do" in done.err
    assert not (tmp_path / "out").exists()


def test_the_content_is_sound_and_counted(run: Command) -> None:
    done = run("content")
    assert done.status == 0
    counts = dict(line.split(": ") for line in done.out.splitlines() if ": " in line)
    assert int(counts["questions"]) >= 130
    assert counts["orphans"] == "0"
    assert done.out.endswith("No problems.\n")


def test_what_content_can_ask_is_listed_with_its_meaning(run: Command) -> None:
    done = run("content", "--readings")
    assert done.status == 0
    assert "reading voting-members (number): The number of full members." in done.out.splitlines()
    assert "\ncalculation leads-that-can-stop (gives category): " in done.out


def test_the_schema_is_json_that_any_terminal_can_show(run: Command) -> None:
    done = run("schema")
    assert done.status == 0
    assert done.out.isascii()
    assert "members.members" in json.loads(done.out)["properties"]["answers"]["properties"]


def test_another_workspace_is_chosen_by_option_or_variable(
    run: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other.sqlite3"
    assert run("--database", str(other), "new", "There").status == 0
    assert run("list").out == ""
    monkeypatch.setenv("FIVEWAYS_DATABASE", str(other))
    assert "There" in run("list").out


def test_a_foreign_file_is_refused_untouched(run: Command, tmp_path: Path) -> None:
    foreign = tmp_path / "letter.sqlite3"
    foreign.write_bytes(b"Dear Sir, this is no database.\n" * 100)
    before = foreign.read_bytes()
    done = run("--database", str(foreign), "list")
    assert done.status == 1
    assert "not a workspace of Fiveways" in done.err
    assert foreign.read_bytes() == before


def test_without_a_display_the_window_says_so_in_one_sentence(tmp_path: Path) -> None:
    done = run_alone(folder=tmp_path)
    assert done.status == 1
    assert done.err.count("\n") == 1
    assert "display" in done.err


def test_a_terminal_with_few_letters_shows_marks_for_the_others(run: Command, untouched: Path) -> None:
    made = run_alone("new", "Łódź 日本", folder=untouched, PYTHONIOENCODING="ascii")
    assert made.status == 0
    assert made.out.endswith("  ??d? ??\n")
    assert run("list").out.endswith("  Łódź 日本\n")


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    with start("schema", folder=tmp_path) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 1


def test_what_nobody_thought_of_is_said_in_a_sentence_and_logged(
    run: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    class FullDisk(StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, f"No room for {text}")

    run("new", "Secret name")
    with redirect_stdout(FullDisk()):
        assert main(["list"]) == 1
    assert capsys.readouterr().err.startswith("Something unexpected happened. What was saved is safe. The file ")
    log = (tmp_path / "user" / "logs" / "fiveways.log").read_text(encoding="utf-8")
    assert "OSError" in log
    assert "Secret name" not in log


def test_two_programs_that_write_at_once_lose_nothing(run: Command, untouched: Path) -> None:
    programs = [start("new", f"Number {place}", folder=untouched) for place in range(2)]
    for program in programs:
        _, err = program.communicate(timeout=60)
        assert (program.returncode, err) == (0, b"")
    listed = run("list").out
    assert sorted(line.split("  ")[1] for line in listed.splitlines()) == ["Number 0", "Number 1"]
