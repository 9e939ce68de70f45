"""The page of what is left, over an example and over an empty collaborative."""

from collections.abc import Iterator

import pytest

from app.ui.session import ProjectSession
from tests.ui.desk import open_session
from tests.ui.left.left_page import (
    lent_to_a_test,
)


@pytest.fixture(scope="package")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    with open_session(tmp_path_factory.mktemp("left")) as opened:
        yield opened


@pytest.fixture(scope="package")
def nothing_yet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    with open_session(tmp_path_factory.mktemp("empty"), None) as opened:
        yield opened


@pytest.fixture
def session(example: ProjectSession) -> Iterator[ProjectSession]:
    yield from lent_to_a_test(example)


@pytest.fixture
def empty(nothing_yet: ProjectSession) -> Iterator[ProjectSession]:
    yield from lent_to_a_test(nothing_yet)
