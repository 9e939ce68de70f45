"""How the house is built, one rule a sentence: each is held by every file, and broken by its own sample."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent

FORBIDDEN_WORDS = ["manager", "helper", "util", "handler", "controller", "info", "misc", "common"]
PACKAGES = ("domain", "analysis", "documents", "content", "storage", "exporters", "services", "ui")
PURE_PACKAGES = ("domain", "analysis", "documents", "content", "services")
PURE_BASES = {"Enum", "StrEnum", "IntEnum", "Flag", "Protocol", "Generic", "NamedTuple", "TypedDict"}
CLOCKS = {
    "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time",
    "QDate.currentDate", "QDateTime.currentDateTime", "QTime.currentTime",
}  # fmt: skip
TEXT_ENDINGS = {".css", ".html", ".in", ".json", ".md", ".py", ".svg", ".toml", ".txt", ""}
MADE_FOLDERS = {"__pycache__", "build", "dist", "packs"}
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(work|root|home|tmp|Users|farm)/\w|\b[A-Z]:\\\\?Users\b")


@dataclass(frozen=True)
class Source:
    """One file of Python, with its path below the project folder."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    @cached_property
    def functions(self) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, ...]:
        return tuple(node for node in self.nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))

    @cached_property
    def calls(self) -> tuple[tuple[ast.Call, str], ...]:
        """Every call, with the dotted name of what is called; empty where it has none."""
        return tuple((node, _dotted(node.func)) for node in self.nodes if isinstance(node, ast.Call))

    def is_in(self, *folders: str) -> bool:
        return self.path.startswith(folders)


@dataclass(frozen=True)
class Rule:
    """A sentence, what offends against it in one file, and a file that does."""

    sentence: str
    offences: Callable[[Source], Iterator[str]]
    broken_by: Source


RULES: list[Rule] = []


def rule(
    sentence: str, *, broken_by: str, at: str = "app/services/sample.py"
) -> Callable[[Callable[[Source], Iterator[str]]], Callable[[Source], Iterator[str]]]:
    def note(offences: Callable[[Source], Iterator[str]]) -> Callable[[Source], Iterator[str]]:
        RULES.append(Rule(sentence, offences, Source(at, broken_by)))
        return offences

    return note


@rule("a file of the app has at most 350 lines", broken_by="x = 1\n" * 351)
def _long_files(source: Source) -> Iterator[str]:
    lines = len(source.text.splitlines())
    if source.is_in("app/") and lines > 350:
        yield f"{lines} lines"


@rule("a function has at most 60 lines", broken_by="def f() -> None:\n" + "    x = 1\n" * 60)
def _long_functions(source: Source) -> Iterator[str]:
    for function in source.functions:
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > 60:
            yield f"{function.name} has {lines} lines"


@rule("a module opens with a sentence about what lives there", broken_by="x = 1\n")
def _modules_without_a_sentence(source: Source) -> Iterator[str]:
    opening = (ast.get_docstring(source.tree) or "").split("\n\n")[0]
    if not re.fullmatch(r"[A-Z`_].*[.:?]", opening, re.DOTALL):
        yield "no opening sentence"


@rule("__init__.py holds a docstring and nothing else", broken_by='"""A."""\nx = 1\n', at="app/ui/__init__.py")
def _code_in_package_openings(source: Source) -> Iterator[str]:
    if source.path.endswith("__init__.py") and len(source.tree.body) > 1:
        yield f"line {source.tree.body[1].lineno} is more than a docstring"


@rule(
    "no name says manager, helper, util, handler, controller, info, misc or common",
    broken_by="class DocumentManager: ...",
)
def _names_that_say_nothing(source: Source) -> Iterator[str]:
    classes = [node.name for node in source.nodes if isinstance(node, ast.ClassDef)]
    functions = [function.name for function in source.functions]
    for name in [*classes, *functions, *Path(source.path).with_suffix("").parts]:
        words = {word.lower().removesuffix("s") for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}
        if said := words.intersection(FORBIDDEN_WORDS):
            yield f"{name} says {', '.join(sorted(said))}"


@rule(
    "a function in camelCase overrides one of a library and says so",
    broken_by="def paintEvent(self) -> None: ...",
)
def _camel_case_of_our_own(source: Source) -> Iterator[str]:
    for function in source.functions:
        marks = {ast.unparse(mark).split(".")[-1] for mark in function.decorator_list}
        if re.search(r"[a-z][A-Z]", function.name) and "override" not in marks:
            yield f"{function.name} is not marked @override"


@rule(
    "what a layout holds is asked of app.ui.parts.laid_out, as Python keeps Qt's items for too long",
    broken_by="first = layout.itemAt(0)",
)
def _items_of_layouts(source: Source) -> Iterator[str]:
    if source.is_in("app/"):
        yield from (f"line {call.lineno} asks for an item" for call, name in source.calls if name.endswith("itemAt"))


@rule("nothing is printed outside the command line", broken_by="print('hello')")
def _printing(source: Source) -> Iterator[str]:
    if source.is_in("app/") and source.path != "app/cli.py":
        yield from (f"line {call.lineno} prints" for call, name in source.calls if name == "print")


@rule(
    "an import inside a function gives its reason in a comment",
    broken_by="def f() -> None:\n    import docx\n",
)
def _late_imports_without_a_reason(source: Source) -> Iterator[str]:
    lines = source.text.splitlines()
    for node in source.nodes:
        if isinstance(node, ast.Import | ast.ImportFrom) and any(_is_within(node, each) for each in source.functions):
            near = lines[max(node.lineno - 2, 0) : node.end_lineno]
            if not any("#" in line for line in near):
                yield f"line {node.lineno} gives no reason"


@rule("imports name the whole path", broken_by="from .errors import FivewaysError")
def _relative_imports(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"line {node.lineno} imports by a relative path"


@rule("the clock is read in bootstrap and handed on", broken_by="from datetime import date\nx = date.today()")
def _reading_the_clock(source: Source) -> Iterator[str]:
    if source.is_in("app/") and source.path != "app/bootstrap.py":
        for call, name in source.calls:
            if name.endswith(tuple(CLOCKS)):
                yield f"line {call.lineno} reads the clock"


@rule("the pure packages do not inherit from classes", broken_by="class Section(Clause): ...")
def _inheritance(source: Source) -> Iterator[str]:
    if not source.is_in(*(f"app/{package}/" for package in PURE_PACKAGES)):
        return
    for node in source.nodes:
        if isinstance(node, ast.ClassDef):
            bases = {re.sub(r"\[.*", "", ast.unparse(base)).split(".")[-1] for base in node.bases}
            if others := {base for base in bases - PURE_BASES if not base.endswith(("Error", "Exception"))}:
                yield f"{node.name} inherits from {', '.join(sorted(others))}"


@rule("an error that may leave its module descends from app.errors", broken_by="class LostError(Exception): ...")
def _errors_of_another_tree(source: Source) -> Iterator[str]:
    foreign = {"Exception", "BaseException", "ValueError", "RuntimeError", "KeyError", "OSError", "TypeError"}
    if not source.is_in("app/") or source.path == "app/errors.py":
        return
    for node in source.nodes:
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
            continue
        if foreign.intersection(map(ast.unparse, node.bases)):
            yield f"{node.name} stands outside the tree"


@rule(
    "an error is caught by its name, or a comment says why not",
    broken_by="try:\n    f()\nexcept Exception:\n    g()",
)
def _catching_everything(source: Source) -> Iterator[str]:
    lines = source.text.splitlines()
    for node in source.nodes:
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            raises_again = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
            explained = any("#" in line for line in lines[node.lineno - 1 : node.body[0].lineno])
            if caught in {"everything", "Exception", "BaseException"} and not (raises_again or explained):
                yield f"line {node.lineno} catches {caught}"


@rule("a test is named as a sentence", broken_by="def test_quorum() -> None: ...", at="tests/sample.py")
def _tests_without_a_sentence(source: Source) -> Iterator[str]:
    for function in source.functions:
        if function.name.startswith("test_") and function.name.count("_") < 4:
            yield f"{function.name} is no sentence"


@rule("tests use the real thing", broken_by="from unittest.mock import Mock", at="tests/sample.py")
def _mocks(source: Source) -> Iterator[str]:
    if any("mock" in name.split(".") for name in _imported(source)):
        yield "a mock is imported"


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.sentence)
def test_every_file_keeps_the_rule(each: Rule) -> None:
    offences = [f"{source.path}: {offence}" for source in _sources() for offence in each.offences(source)]
    assert not offences, "\n".join([each.sentence, *offences])


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.sentence)
def test_a_file_that_breaks_the_rule_is_found(each: Rule) -> None:
    assert list(each.offences(each.broken_by))


def test_nothing_names_a_folder_of_one_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in _text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert not found


def test_a_folder_of_one_machine_would_be_found() -> None:
    for folder in ("work", "root", "home", "tmp", "Users"):
        assert MACHINE_PATH.search(f"see /{folder}/someone")
    assert MACHINE_PATH.search("C:" + r"\Users\someone")
    assert not MACHINE_PATH.search("https://example.org/home/someone")


def test_every_library_the_app_imports_has_a_home() -> None:
    contracts = _contracts()
    homed = {name for one in contracts for name in one.get("forbidden_modules", ())}
    imported = {name.split(".")[0] for source in _sources() if source.is_in("app/") for name in _imported(source)}
    assert imported - set(sys.stdlib_module_names) - {"app"} <= homed


def test_the_contracts_on_imports_can_be_broken(tmp_path: Path) -> None:
    libraries = [name for one in _contracts() for name in one.get("forbidden_modules", ())]
    broken = {
        "app/__init__.py": "",
        **{f"app/{part}/__init__.py": "" for part in PACKAGES},
        "app/errors.py": "",
        "app/logs.py": "",
        "app/marks.py": "",
        "app/paths.py": "import app.ui.window",
        "app/domain/sample.py": "import app.ui.window\n" + "\n".join(f"import {name}" for name in libraries),
        "app/ui/window.py": "import app.ui.page",
        "app/ui/page.py": "import app.ui.window",
        "pyproject.toml": (ROOT / "pyproject.toml").read_text(encoding="utf-8"),
    }
    for path, text in broken.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    check = "from importlinter.cli import lint_imports_command as check; check()"
    outcome = subprocess.run(
        [sys.executable, "-c", check, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    kept = [one["name"] for one in _contracts() if f"{one['name']} BROKEN" not in outcome.stdout]
    assert not kept, outcome.stdout


@cache
def _sources() -> tuple[Source, ...]:
    paths = sorted([ROOT / "main.py", *ROOT.glob("app/**/*.py"), *ROOT.glob("tests/**/*.py")])
    return tuple(Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths)


def _text_files() -> Iterator[Path]:
    """Every file of the project that holds text, leaving out what is made and not kept."""
    for folder, names, files in os.walk(ROOT):
        names[:] = [name for name in names if not name.startswith(".") and name not in MADE_FOLDERS]
        for file in files:
            if Path(file).suffix in TEXT_ENDINGS or file == "Makefile":
                yield Path(folder) / file


def _is_within(node: ast.stmt, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return function.lineno <= node.lineno <= (function.end_lineno or function.lineno)


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return f"{_dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def _imported(source: Source) -> Iterator[str]:
    """Full names of the modules that a file imports, and of what it takes from them."""
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return contracts
