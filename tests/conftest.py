"""What every test stands on: no screen, no folder of the user, the same random examples each time."""

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from app.content.catalogue import Content
from tests.shipped import shipped_content

# Before any Qt module is loaded, which reads it once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

#: Folders whose files take many seconds each, and those whose files take a blink.
_SLOW, _QUICK = {"journeys", "accessibility", "ui"}, {"analysis", "domain", "documents", "content"}

settings.register_profile("suite", derandomize=True, max_examples=50, deadline=None)
settings.load_profile("suite")


@pytest.fixture(scope="session", autouse=True)
def _folder_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps tests, and the processes they start, away from the workspace of whoever runs them."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("FIVEWAYS_FOLDER", str(tmp_path_factory.mktemp("user")))
        environment.delenv("FIVEWAYS_DATABASE", raising=False)
        # Processes that tests start read what was compiled before, or compile it once for all.
        environment.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield


@pytest.fixture(scope="session")
def content() -> Content:
    """The content that ships, loaded once for all tests: it never changes."""
    return shipped_content()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first and what is quick last, so that all processes are done at the same time."""

    def turn(item: pytest.Item) -> int:
        folders = item.path.relative_to(item.config.rootpath).parts
        return 0 if _SLOW.intersection(folders) else 2 if _QUICK.intersection(folders) else 1

    items.sort(key=turn)


def pytest_collection_finish() -> None:
    """What was loaded to find the tests stays to the end: the collector of garbage need not go through it each time."""
    gc.collect()
    gc.freeze()
    # Else it goes through all that tests keep, some hundred times.
    gc.set_threshold(50_000, 20, 50)


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option to renew the golden texts after they were read."""
    parser.addoption("--renew", action="store_true", help="write the golden texts anew")
