"""What the content check prints: counts, every problem with its file, entry and reason, and what can be asked."""

from pathlib import Path

from app.analysis.calculations import CALCULATIONS
from app.analysis.readings import READINGS
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
        ("topics of help", len(content.help)),
        ("words explained in help", sum(len(topic.meanings) for topic in content.help.values())),
        ("orphans", len(content.orphans)),
    )
    lines = [f"{name}: {count}" for name, count in counts]
    found = [
        *(
            f"orphan: no clause, check or question names {orphan}. Use it, or take it out."
            for orphan in content.orphans
        ),
        *(f"problem: {problem}" for problem in problems),
    ]
    return (*lines, *(found or ["No problems."])), not found


def what_can_be_asked() -> tuple[str, ...]:
    """A line for each reading, with its shape, and for each calculation, with the words it gives to messages."""
    readings = [f"reading {each.id} ({each.shape.value}): {each.says}" for each in READINGS.values()]
    calculations = [
        f"calculation {each.id} (gives {', '.join(each.gives) or 'no words'}): {each.says}"
        for each in CALCULATIONS.values()
    ]
    return (*readings, *calculations)
