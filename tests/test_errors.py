"""What a user reads when something goes wrong."""

import inspect

import pytest

from app import errors
from app.errors import AnswersFileError, AnswersProblem, ContentError, FivewaysError, Problem


def test_a_content_error_lists_every_problem_with_its_file_and_entry() -> None:
    first = Problem("resources/checks/votes.toml", "votes.quorum", "It names no question.")
    second = Problem("templates/clauses/quorum.toml", "", "It is not TOML.")
    assert str(ContentError((first, second))).splitlines() == [
        "The content files have 2 problems:",
        "  resources/checks/votes.toml, votes.quorum: It names no question.",
        "  templates/clauses/quorum.toml: It is not TOML.",
    ]


def test_an_answers_file_error_keeps_the_path_to_each_entry() -> None:
    problem = AnswersProblem("answers.members[2].votes", "It must be a whole number.")
    refusal = AnswersFileError((problem,))
    assert refusal.problems == (problem,)
    assert str(refusal).splitlines() == [
        "The answers file has 1 problem:",
        "  answers.members[2].votes: It must be a whole number.",
    ]


def test_an_error_without_problems_is_never_raised() -> None:
    with pytest.raises(ValueError, match="at least one"):
        ContentError(())


def test_the_drawing_of_the_tree_shows_every_error_below_its_parent() -> None:
    drawn = _tree_as_drawn(errors.__doc__ or "")
    built = {
        kind.__name__: kind.__mro__[1].__name__
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, FivewaysError) and kind is not FivewaysError
    }
    assert drawn == built


def _tree_as_drawn(drawing: str) -> dict[str, str]:
    """Parent of each error, read from the indented lines of the drawing."""
    parents: dict[str, str] = {}
    above = ["FivewaysError"]
    for line in drawing.splitlines():
        branch, mark, rest = line.partition("── ")
        if mark:
            depth = len(branch) // 4
            name = rest.split()[0]
            del above[depth:]
            parents[name] = above[-1]
            above.append(name)
    return parents
