"""Collaboratives as a whole: made, copied, renamed, put away, brought back, and one day removed for good."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from app.domain.answers import Origin, State
from app.errors import NotFoundError, StorageError
from app.storage.changes import PutRow, SetAnswer
from app.storage.workspace import Workspace
from tests.storage.conftest import Clock, OpenWorkspace


def test_a_new_collaborative_has_its_name_its_time_and_its_first_answers(workspace: Workspace, clock: Clock) -> None:
    made = workspace.create(
        "  Northern Alliance ", [SetAnswer("a.b", 1, origin=Origin.EXAMPLE), PutRow("a.table", "r", {"n": 2})]
    )
    assert (made.name, made.created_at, made.changed_at) == ("Northern Alliance", clock.moment, clock.moment)
    assert (made.archived_at, made.deleted_at, made.last_place, made.progress) == (None, None, "", None)
    assert workspace.collaboratives() == (made,)
    answers = workspace.answers(made.id)
    found = answers.answer("a.b")
    assert found is not None
    assert (found.value, found.origin, found.state) == (1, Origin.EXAMPLE, State.ANSWERED)
    assert answers.rows("a.table")[0].cells == {"n": 2}


def test_a_name_is_needed(workspace: Workspace) -> None:
    for name in ("", "  \n"):
        with pytest.raises(StorageError, match="needs a name"):
            workspace.create(name)
    collaborative = workspace.create("Northern").id
    with pytest.raises(StorageError, match="needs a name"):
        workspace.rename(collaborative, " ")
    assert workspace.collaborative(collaborative).name == "Northern"


def test_the_one_changed_last_comes_first(workspace: Workspace) -> None:
    ids = [workspace.create(name).id for name in ("A", "B", "C")]
    workspace.record(ids[0], [SetAnswer("a.b", 1)], "Act")
    assert [one.name for one in workspace.collaboratives()] == ["A", "C", "B"]


def test_an_answer_moves_the_time_of_the_last_change_and_filing_does_not(workspace: Workspace, clock: Clock) -> None:
    made = workspace.create("Northern")
    clock.pass_days(1)
    act = workspace.record(made.id, [SetAnswer("a.b", 1)], "Act")
    assert act is not None
    changed = workspace.collaborative(made.id)
    assert (changed.changed_at, changed.revision) == (act.at, act.id)
    clock.pass_days(1)
    workspace.archive(made.id)
    assert workspace.restore(made.id).changed_at == act.at


def test_a_copy_has_every_answer_and_goes_its_own_way(workspace: Workspace) -> None:
    first = workspace.create("Northern").id
    given = SetAnswer("a.b", 1, State.AGREED, Origin.WORKSHOP, "Why")
    workspace.record(first, [given, PutRow("a.table", "r", {"n": 2})], "Act")
    before = workspace.answers(first).answer("a.b")
    workspace.author = "Bea Okafor"
    copy = workspace.duplicate(first, "Northern, second draft")
    after = workspace.answers(copy.id).answer("a.b")
    assert before is not None
    assert after is not None
    assert (after.value, after.state, after.origin, after.note, after.author, after.changed_at) == (
        before.value,
        before.state,
        before.origin,
        before.note,
        before.author,
        before.changed_at,
    )
    assert [row.id for row in workspace.answers(copy.id).rows("a.table")] == ["r"]
    workspace.record(copy.id, [SetAnswer("a.b", 9)], "Act")
    assert workspace.answers(first).value("a.b") == 1
    workspace.undo(copy.id)
    assert workspace.undo(copy.id) is None
    assert workspace.answers(copy.id).value("a.b") == 1


def test_the_archive_and_the_bin_are_left_in_turn(workspace: Workspace) -> None:
    made = workspace.create("Northern")
    assert workspace.restore(made.id) == made
    archived = workspace.archive(made.id)
    assert archived.archived_at is not None
    assert workspace.archive(made.id) == archived
    binned = workspace.put_in_bin(made.id)
    assert binned.deleted_at is not None
    assert workspace.restore(made.id).archived_at == archived.archived_at
    restored = workspace.restore(made.id)
    assert (restored.archived_at, restored.deleted_at) == (None, None)
    summaries = [entry.act.summary for entry in workspace.history(made.id)]
    assert summaries == [
        "Taken out again",
        "Taken out again",
        "Put in the bin",
        "Put in the archive",
        "Collaborative created",
    ]


def test_what_is_in_the_bin_cannot_be_changed_before_it_is_taken_out(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern", [SetAnswer("a.b", 1)]).id
    workspace.put_in_bin(collaborative)
    for act in (
        lambda: workspace.record(collaborative, [SetAnswer("a.b", 2)], "Act"),
        lambda: workspace.undo(collaborative),
        lambda: workspace.redo(collaborative),
        lambda: workspace.rename(collaborative, "Other"),
        lambda: workspace.duplicate(collaborative, "Other"),
    ):
        with pytest.raises(NotFoundError, match="“Northern” is in the bin"):
            act()
    assert workspace.answers(collaborative).value("a.b") == 1
    workspace.restore(collaborative)
    assert workspace.record(collaborative, [SetAnswer("a.b", 2)], "Act") is not None


def test_the_bin_keeps_for_thirty_days_and_then_removes_for_good(
    workspace: Workspace, clock: Clock, file: Path
) -> None:
    kept = workspace.create("Kept", [SetAnswer("a.b", 1)]).id
    gone = workspace.create("Gone", [SetAnswer("a.b", 1), PutRow("a.table", "r", {})]).id
    workspace.put_in_bin(gone)
    clock.pass_days(29)
    assert workspace.empty_bin() == ()
    token = workspace.token()
    clock.pass_days(1)
    assert workspace.empty_bin() == ("Gone",)
    assert workspace.token() != token
    assert [one.id for one in workspace.collaboratives()] == [kept]
    with closing(sqlite3.connect(file)) as connection:
        for table in ("answers", "table_rows", "acts", "changes"):
            query = f"SELECT count(*) FROM {table} WHERE collaborative_id = ?"
            assert connection.execute(query, (gone,)).fetchone() == (0,)
    assert workspace.answers(kept).value("a.b") == 1
    with pytest.raises(NotFoundError):
        workspace.restore(gone)


def test_one_collaborative_is_removed_for_good_only_from_the_bin(workspace: Workspace) -> None:
    kept, gone = workspace.create("Kept").id, workspace.create("Gone", [SetAnswer("a.b", 1)]).id
    with pytest.raises(StorageError, match="“Gone” is not in the bin"):
        workspace.remove_for_good(gone)
    workspace.put_in_bin(kept)
    workspace.put_in_bin(gone)
    workspace.remove_for_good(gone)
    assert [one.id for one in workspace.collaboratives()] == [kept]
    with pytest.raises(NotFoundError):
        workspace.remove_for_good(gone)


def test_the_bin_can_be_emptied_at_once(workspace: Workspace) -> None:
    for name in ("A", "B"):
        workspace.put_in_bin(workspace.create(name).id)
    assert sorted(workspace.empty_bin(timedelta(0))) == ["A", "B"]
    assert workspace.collaboratives() == ()


def test_the_place_where_the_user_was_is_kept_and_is_no_change(
    workspace: Workspace, open_workspace: OpenWorkspace
) -> None:
    made = workspace.create("Northern")
    token = workspace.token()
    workspace.remember_place(made.id, "purpose/decisions.quorum-share")
    assert workspace.token() == token
    workspace.close()
    found = open_workspace().collaborative(made.id)
    assert (found.last_place, found.changed_at) == ("purpose/decisions.quorum-share", made.changed_at)


def test_progress_is_known_until_something_changes(workspace: Workspace) -> None:
    made = workspace.create("Northern")
    workspace.remember_progress(made.id, '{"answered": 3}', made.revision)
    assert workspace.collaborative(made.id).progress == '{"answered": 3}'
    workspace.record(made.id, [SetAnswer("a.b", 1)], "Act")
    assert workspace.collaborative(made.id).progress is None
    workspace.remember_progress(made.id, "too late", made.revision)
    assert workspace.collaborative(made.id).progress is None


def test_another_window_notices_every_act(workspace: Workspace, open_workspace: OpenWorkspace) -> None:
    other = open_workspace("Bea Okafor")
    collaborative = workspace.create("Northern").id
    for act in (
        lambda: workspace.record(collaborative, [SetAnswer("a.b", 1)], "Act"),
        lambda: workspace.undo(collaborative),
        lambda: workspace.redo(collaborative),
        lambda: workspace.rename(collaborative, "North"),
        lambda: workspace.archive(collaborative),
        lambda: workspace.restore(collaborative),
        lambda: workspace.create("Southern"),
    ):
        token = other.token()
        assert other.token() == token
        act()
        assert other.token() != token


def test_an_id_is_never_given_twice(file: Path, backups: Path, clock: Clock) -> None:
    with Workspace.open(
        file, backups=backups, clock=clock, author="Ann Lee", new_id=lambda: "always-the-same"
    ) as workspace:
        workspace.create("Northern", [SetAnswer("a.b", 1)])
        with pytest.raises(StorageError) as caught:
            workspace.create("Southern", [SetAnswer("a.b", 2)])
        assert isinstance(caught.value.__cause__, IntegrityError)
        assert [one.name for one in workspace.collaboratives()] == ["Northern"]
        assert workspace.answers("always-the-same").value("a.b") == 1
