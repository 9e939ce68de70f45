"""What the first window knows before anything is loaded is what the start page knows once everything is."""

from datetime import UTC, date, datetime
from pathlib import Path

from app.content.catalogue import Content
from app.domain.answers import Origin
from app.paths import shipped_folder
from app.services.first_sight import FirstSight, first_sight
from app.services.services import build_services
from app.services.start_facts import StartFacts
from app.storage.workspace import Workspace

EXAMPLES = shipped_folder() / "resources" / "examples"


def test_it_is_what_the_services_say_of_the_workspace(content: Content, tmp_path: Path) -> None:
    file = tmp_path / "workspace.sqlite3"
    with Workspace.open(file, backups=tmp_path / "backups", clock=lambda: datetime.now(UTC), author="Ada") as workspace:
        services = build_services(content, workspace, date.today)
        for example in services.files.examples():
            services.collaboratives.create_from(services.files.example(example), None, Origin.EXAMPLE)
        first, second, _ = (each.id for each in services.collaboratives.all())
        services.collaboratives.archive(first)
        services.collaboratives.bin(second)
        services.preferences.put("screen.theme", "dark")
        seen = first_sight(file, EXAMPLES)
        assert seen.start == StartFacts(services.collaboratives.every_one(), services.files.example_names())
        assert [len(each) for each in (seen.start.in_use, seen.start.archived, seen.start.binned)] == [1, 1, 1]
        assert seen.get("screen.theme") == "dark"
        assert seen.get("screen.text-percent", "100") == "100"


def test_a_workspace_that_is_not_there_yet_has_examples_and_nothing_else(tmp_path: Path) -> None:
    seen = first_sight(tmp_path / "workspace.sqlite3", EXAMPLES).start
    assert seen is not None
    assert seen.collaboratives == ()
    assert len(seen.examples) == len(list(EXAMPLES.glob("*.json")))


def test_nothing_is_known_of_another_database_or_of_a_file_that_is_none(tmp_path: Path) -> None:
    assert first_sight(None, EXAMPLES) == FirstSight()
    other = tmp_path / "notes.txt"
    other.write_text("no workspace", encoding="utf-8")
    assert first_sight(other, EXAMPLES) == FirstSight()


def test_an_example_that_cannot_be_read_leaves_the_telling_to_the_whole_content(tmp_path: Path) -> None:
    (tmp_path / "1-damaged.json").write_text('{"name": "Half', encoding="utf-8")
    assert first_sight(tmp_path / "workspace.sqlite3", tmp_path).start is None
