"""The runs of a document as runs of Word, each in the style that says what it is."""

from typing import assert_never

from app.documents.blocks import Gap, Given, Link, Run, Runs, Words, run_text, runs_text
from app.exporters.word.plan import Plan
from app.exporters.word.references import reference
from app.exporters.word.texts import reads_from_the_right, words


def write_runs(runs: Runs, plan: Plan) -> str:
    """All runs of a paragraph, a cell or an entry."""
    return "".join(_write_run(run, plan) for run in runs)


def direction(runs: Runs) -> str:
    """The element that turns a paragraph whose words run from right to left; nothing for any other."""
    return "<w:bidi/>" if reads_from_the_right(runs_text(runs)) else ""


def _write_run(run: Run, plan: Plan) -> str:
    match run:
        case Words():
            return words(run.text, "Strong" if run.is_bold else "")
        case Given():
            return words(run.text, _given_style(run))
        case Gap():
            return words(run_text(run), "Gap")
        case Link():
            return reference(run.text, run.anchor, plan)
        case _:
            assert_never(run)


def _given_style(run: Given) -> str:
    if run.is_suggestion:
        return "SuggestionStrong" if run.is_bold else "Suggestion"
    return "Strong" if run.is_bold else ""
