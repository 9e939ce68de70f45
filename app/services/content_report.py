"""What the content check prints: counts, and every problem with its file, entry and reason."""

from collections.abc import Iterator
from pathlib import Path

from app.content.library import examine_content
from app.domain.values import Kind


def report_on_content(root: Path) -> tuple[tuple[str, ...], bool]:
    """Lines to print, and whether the content is sound: no problem and no orphan."""
    content, problems = examine_content(root)
    questions = content.questionnaire.questions
    clauses = content.templates.clauses.values()
    counts = (
        ("questions", len(questions)),
        ("tables", sum(question.kind is Kind.TABLE for question in questions)),
        ("sections", len(content.questionnaire.sections)),
        ("documents", len(content.templates.outlines)),
        ("clauses", len(content.templates.clauses)),
        ("clause variants", sum(len(clause.variants) for clause in clauses)),
        ("defined terms", len(content.templates.terms)),
        ("checks", len(content.checks)),
        ("law records", len(content.law)),
        ("sources", len(content.sources)),
        ("organisations", len(content.register.organisations)),
        ("examples", len(content.examples)),
        ("orphans", len(content.orphans)),
    )
    lines = [f"{name}: {count}" for name, count in counts]
    lines += [f"orphan: nothing rests on {orphan}" for orphan in content.orphans]
    lines += _listed(str(problem) for problem in problems)
    return tuple(lines), not problems and not content.orphans


def _listed(problems: Iterator[str]) -> list[str]:
    listed = list(problems)
    if not listed:
        return ["No problems."]
    return [f"problem: {problem}" for problem in listed]
