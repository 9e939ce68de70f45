"""The session that the tests of a file share: each finds it as the one before found it."""

from pathlib import Path

from tests.ui.desk import borrowed, open_session

SHORT_NAME = "collaborative.short-name"
MEMBERS = "members.members"


def test_what_is_borrowed_comes_back_with_its_rows_and_to_dos(tmp_path: Path) -> None:
    with open_session(tmp_path) as session:
        before = session.snapshot
        members = before.answers.rows(MEMBERS)
        with borrowed(session) as lent:
            assert lent.remove_row(MEMBERS, members[0].id)
            assert lent.add_todo("Ask both chairs", "", None, None)
        assert [row.id for row in session.snapshot.answers.rows(MEMBERS)] == [row.id for row in members]
        assert session.snapshot.todos == before.todos


def test_what_was_done_before_it_was_borrowed_stays(tmp_path: Path) -> None:
    with open_session(tmp_path) as session:
        assert session.answer(SHORT_NAME, "Before")
        with borrowed(session) as lent:
            assert lent.answer(SHORT_NAME, "Meanwhile")
            assert lent.answer(SHORT_NAME, "Before")
        assert session.snapshot.answers.value(SHORT_NAME) == "Before"
        assert session.snapshot.undo == "Short name: WYAAT → Before"


def test_another_collaborative_that_was_opened_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    with open_session(tmp_path) as session:
        first = session.snapshot.collaborative
        other = session.services.collaboratives.create("Another one")
        with borrowed(session) as lent:
            assert lent.answer(SHORT_NAME, "Meanwhile")
            assert lent.open(other.id)
            assert lent.answer(SHORT_NAME, "OTHER")
        assert session.snapshot.collaborative == first
        assert session.snapshot.answers.value(SHORT_NAME) == "WYAAT"
        assert session.services.answering.open(other.id).answers.value(SHORT_NAME) == "OTHER"
