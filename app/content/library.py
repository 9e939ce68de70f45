"""Loads everything in resources and templates at once, and refuses it with every problem if anything is wrong."""

from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from app.analysis.calculations import CALCULATIONS
from app.analysis.readings import READINGS
from app.content.answers_files import AnswersFile, read_answers_file
from app.content.catalogue import Content
from app.content.checks import read_checks
from app.content.cross_checks import cross_check
from app.content.entries import Problems
from app.content.example_files import example_files
from app.content.help import check_help, read_help
from app.content.organisations import read_register
from app.content.questions import read_questionnaire
from app.content.records import read_law, read_sources
from app.content.templates import read_clauses, read_outlines, read_terms
from app.documents.templates import Templates
from app.domain.questions import Questionnaire
from app.errors import AnswersFileError, ContentError, Problem


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_WithId)


def load_content(root: Path) -> Content:
    """Load the content below a folder that holds ``resources`` and ``templates``.

    Raises ContentError with every problem: file, entry and reason.
    """
    content, problems = examine_content(root)
    if problems:
        raise ContentError(problems)
    return content


def examine_content(root: Path) -> tuple[Content, tuple[Problem, ...]]:
    """Load as far as possible, and give back what was found together with every problem."""
    problems = Problems()
    resources, templates = root / "resources", root / "templates"
    questionnaire = read_questionnaire(resources / "questions", root, problems)
    outlines = read_outlines(templates / "outlines", root, problems)
    clauses = read_clauses(templates / "clauses", root, problems)
    content = Content(
        questionnaire=questionnaire,
        templates=Templates(
            clauses=_by_id(clauses, "templates/clauses", problems),
            terms=tuple(read_terms(templates / "terms.toml", root, problems)),
            outlines=_by_id(outlines, "templates/outlines", problems),
        ),
        checks=tuple(read_checks(resources / "checks", root, problems)),
        law=_by_id(read_law(resources / "law", root, problems), "resources/law", problems),
        sources=_by_id(read_sources(resources / "sources.toml", root, problems), "resources/sources.toml", problems),
        register=read_register(resources / "organisations", root, problems),
        examples=_examples(resources / "examples", root, questionnaire, problems),
        help=_by_id(read_help(resources / "help", root, problems), "resources/help", problems),
    )
    check_help(content.help, problems)
    orphans = cross_check(content, READINGS, CALCULATIONS, problems)
    return replace(content, orphans=orphans), tuple(problems.found)


def _by_id(items: list[T], folder: str, problems: Problems) -> dict[str, T]:
    found: dict[str, T] = {}
    for item in items:
        if item.id in found:
            problems.add_below(folder, item.id, "This id is there twice; every id is used once.")
        found[item.id] = item
    return found


def _examples(folder: Path, root: Path, questionnaire: Questionnaire, problems: Problems) -> dict[str, AnswersFile]:
    examples = {}
    for key, path in example_files(folder).items():
        try:
            examples[key] = read_answers_file(path, questionnaire)
        except AnswersFileError as error:
            for problem in error.problems:
                problems.add(path.relative_to(root).as_posix(), problem.path, problem.reason)
    return examples
