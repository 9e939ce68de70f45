"""What every test stands on: no screen, no folder of the user, the same random examples each time."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from app.content.catalogue import Content
from app.content.library import load_content
from app.paths import shipped_folder

# Before any Qt module is loaded, which reads it once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("suite", derandomize=True, max_examples=50, deadline=None)
settings.load_profile("suite")


@pytest.fixture(scope="session", autouse=True)
def _folder_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps tests, and the processes they start, away from the workspace of whoever runs them."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("FIVEWAYS_FOLDER", str(tmp_path_factory.mktemp("user")))
        environment.delenv("FIVEWAYS_DATABASE", raising=False)
        yield


@pytest.fixture(scope="session")
def content() -> Content:
    """The content that ships, loaded once for all tests: it never changes."""
    return load_content(shipped_folder())


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option to renew the golden texts after they were read."""
    parser.addoption("--renew", action="store_true", help="write the golden texts anew")
