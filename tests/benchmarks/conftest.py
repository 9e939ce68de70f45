"""Benchmarks are collected from files named benchmark_*, so that an ordinary test run never meets them."""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--minutes", type=float, default=10.0, help="how long the app is used to find where it stalls")


@pytest.fixture
def minutes(request: pytest.FixtureRequest) -> float:
    """How long the app is to be used."""
    return float(request.config.getoption("--minutes"))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    # A file that is named on the command line is collected in any case.
    is_named = parent.session.isinitpath(file_path)
    if file_path.name.startswith("benchmark_") and file_path.suffix == ".py" and not is_named:
        return pytest.Module.from_parent(parent, path=file_path)
    return None
