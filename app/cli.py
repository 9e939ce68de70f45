"""The same acts without a screen: examples, new, list, check, export, content and schema."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from app.domain.answers import Origin
from app.domain.checks import Finding
from app.errors import NotFoundError
from app.services.packs import Format, PackRequest
from app.services.services import Services
from app.services.snapshots import Snapshot

#: How a command can end; on wrong use argparse itself ends the program with 2.
DONE, PROBLEMS = 0, 1


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments, as `--help` lists them."""
    top = argparse.ArgumentParser(
        prog="fiveways",
        description="Design the governance of a provider collaborative. Without a command the app opens.",
    )
    top.add_argument("--database", metavar="URL", help="another workspace: a path or a database URL")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("examples", help="list the examples, one per line, the id first")
    new = commands.add_parser("new", help="create a collaborative in the workspace")
    new.add_argument("name", metavar="NAME")
    new.add_argument("--from", dest="start", metavar="EXAMPLE|FILE", help="start from an example or an answers file")
    commands.add_parser("list", help="list what is in the workspace, one per line, the id first")
    check = commands.add_parser("check", help="print findings; exit status 1 if any is an error")
    check.add_argument("subject", metavar="NAME|FILE")
    check.add_argument("--json", action="store_true", help="print JSON")
    export = commands.add_parser("export", help="write the documents of a collaborative, an example or a file")
    export.add_argument("subject", metavar="NAME|FILE")
    export.add_argument("--out", required=True, type=_folder, metavar="DIR", help="where to write; made if missing")
    export.add_argument(
        "--documents", type=_ids, default=(), metavar="ID,ID", help="some of the documents instead of all that apply"
    )
    export.add_argument(
        "--format", type=_formats, default=(Format.PDF,), metavar="pdf,docx,html", help="one or more; pdf if left out"
    )
    export.add_argument("--combined", action="store_true", help="one PDF for the whole pack")
    export.add_argument("--final", action="store_true", help="refuse if errors or open points are left")
    content = commands.add_parser("content", help="check resources and templates, and print counts and every problem")
    content.add_argument(
        "--readings", action="store_true", help="list instead what conditions, clauses and checks can ask"
    )
    commands.add_parser("schema", help="print the JSON Schema of an answers file")
    return top


def needs_workspace(arguments: argparse.Namespace) -> bool:
    """Whether a command looks into the user's workspace; the others list what ships, or read a file."""
    if arguments.command in {"check", "export"}:
        return not _is_file(arguments.subject)
    return arguments.command not in {"examples", "schema"}


def run(arguments: argparse.Namespace, services: Services, out: TextIO) -> int:
    """Carry out one command and give back its exit status. Raises the errors of the services."""
    match arguments.command:
        case "examples":
            return _examples(services, out)
        case "new":
            return _new(services, arguments.name, arguments.start, out)
        case "list":
            return _list(services, out)
        case "check":
            return _check(services, arguments.subject, arguments.json, out)
        case "export":
            return _export(services, arguments, out)
        case "schema":
            return _schema(services, out)
        case _:
            raise ValueError(arguments.command)


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; argparse leaves with status 2 on wrong use."""
    return parser().parse_args(arguments)


def tell(sentence: str, err: TextIO) -> int:
    """Say what went wrong, and give back the exit status for it."""
    print(sentence, file=err)
    return PROBLEMS


def show_report(lines: Sequence[str], out: TextIO, *, is_sound: bool) -> int:
    """Print the lines of a report, and give back the exit status for it."""
    print("\n".join(lines), file=out)
    return DONE if is_sound else PROBLEMS


def _folder(text: str) -> Path:
    # A script whose variable is empty would else strew a pack over the folder it happens to be in.
    if not text.strip():
        raise argparse.ArgumentTypeError("name a folder; a full stop stands for the present one")
    return Path(text)


def _ids(text: str) -> tuple[str, ...]:
    ids = tuple(part.strip() for part in text.split(",") if part.strip())
    if not ids:
        raise argparse.ArgumentTypeError("name at least one, with commas between them")
    return ids


def _formats(text: str) -> tuple[Format, ...]:
    try:
        return tuple(Format(part) for part in _ids(text))
    except ValueError:
        known = ", ".join(each.value for each in Format)
        raise argparse.ArgumentTypeError(f"use one or more of {known}, with commas between them") from None


def _examples(services: Services, out: TextIO) -> int:
    for example_id, example in services.files.examples().items():
        print(f"{example_id}  {example.name}", file=out)
    return DONE


def _new(services: Services, name: str, start: str | None, out: TextIO) -> int:
    if start is None:
        made = services.collaboratives.create(name)
    elif start in services.files.examples():
        made = services.collaboratives.create_from(services.files.example(start), name, Origin.EXAMPLE)
    else:
        if not _is_file(start):
            raise NotFoundError(f"There is no example and no file “{start}”. “examples” shows what there is.")
        made = services.collaboratives.create_from(services.files.read(Path(start)), name, Origin.IMPORT)
    print(f"{made.id}  {made.name}", file=out)
    return DONE


def _list(services: Services, out: TextIO) -> int:
    for each in services.collaboratives.all():
        print(f"{each.id}  {each.name}", file=out)
    return DONE


def _check(services: Services, subject: str, is_json: bool, out: TextIO) -> int:
    snapshot = _snapshot(services, subject)
    if is_json:
        print(json.dumps([_finding_data(each) for each in snapshot.findings], indent=2), file=out)
    else:
        for each in snapshot.findings:
            print(f"{each.severity.value}: {each.message}\n    {each.remedy} [{each.question}]", file=out)
        if not snapshot.findings:
            print("Nothing found.", file=out)
    return PROBLEMS if snapshot.errors else DONE


def _finding_data(finding: Finding) -> dict[str, object]:
    return {
        "check": finding.check_id,
        "severity": finding.severity.value,
        "title": finding.title,
        "message": finding.message,
        "why": finding.why,
        "remedy": finding.remedy,
        "question": finding.question,
        "also": list(finding.also),
        "row": finding.row,
        "law": list(finding.law),
        "sources": [{"source": each.source, "place": each.place} for each in finding.sources],
    }


def _export(services: Services, arguments: argparse.Namespace, out: TextIO) -> int:
    snapshot = _snapshot(services, arguments.subject)
    request = PackRequest(arguments.documents, arguments.format, arguments.combined, arguments.final)
    for path in services.packs.export(snapshot, arguments.out, request):
        print(path, file=out)
    return DONE


def _schema(services: Services, out: TextIO) -> int:
    print(json.dumps(services.files.schema(), indent=2), file=out)
    return DONE


def _snapshot(services: Services, subject: str) -> Snapshot:
    """What NAME|FILE means: an answers file, a collaborative by id or name, or an example."""
    if _is_file(subject):
        file = services.files.read(Path(subject))
        return services.snapshots.take("", file.name, services.files.answers(file, Origin.IMPORT))
    found = services.collaboratives.find(subject)
    if found is not None:
        return services.answering.open(found.id)
    if subject in services.files.examples():
        file = services.files.example(subject)
        return services.snapshots.take("", file.name, services.files.answers(file, Origin.EXAMPLE))
    raise NotFoundError(
        f"There is no collaborative, answers file or example “{subject}”. “list” and “examples” show what there is."
    )


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except OSError:
        # The name of a collaborative may be longer than that of any file.
        return False
