"""The tables of the workspace database as they are today; `migrations` says how they came to be."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

_ID = String(100)
_MOMENT = String(32)
_WORD = String(20)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of_collaborative(*, primary_key: bool = False) -> Column[str]:
    return Column(
        "collaborative_id",
        _ID,
        ForeignKey("collaboratives.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


#: `revision` is the id of the latest act. `progress` is a note for the start page, true of one revision.
collaboratives = Table(
    "collaboratives",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", _MOMENT, nullable=False),
    Column("changed_at", _MOMENT, nullable=False),
    Column("archived_at", _MOMENT),
    Column("deleted_at", _MOMENT),
    Column("revision", Integer, nullable=False),
    Column("last_place", Text, server_default="", nullable=False),
    Column("progress", Text),
    Column("progress_revision", Integer),
    CheckConstraint("length(name) > 0", name="name_is_given"),
)

#: One row for each question that was touched. `revision` is the id of the act that last wrote the row: it
#: never comes twice, so a row that was removed and written again is not taken for the old one.
answers = Table(
    "answers",
    metadata,
    _of_collaborative(primary_key=True),
    Column("question_id", _ID, primary_key=True),
    Column("value", Text),
    Column("state", _WORD, nullable=False),
    Column("origin", _WORD, nullable=False),
    Column("note", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("changed_at", _MOMENT, nullable=False),
    Column("revision", Integer, nullable=False),
)

#: One row for each row of a table question. Positions only order the rows; there are gaps between them.
table_rows = Table(
    "table_rows",
    metadata,
    _of_collaborative(primary_key=True),
    Column("question_id", _ID, primary_key=True),
    Column("id", _ID, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("cells", Text, nullable=False),
    Column("origin", _WORD, nullable=False),
    Column("author", Text, nullable=False),
    Column("changed_at", _MOMENT, nullable=False),
    Column("revision", Integer, nullable=False),
)

#: What somebody still has to do, perhaps about one question. Days are days of the calendar without a time.
todos = Table(
    "todos",
    metadata,
    _of_collaborative(primary_key=True),
    Column("id", _ID, primary_key=True),
    Column("question_id", _ID),
    Column("text", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("due", String(10)),
    Column("done_at", _MOMENT),
    Column("made_by", Text, nullable=False),
    Column("made_at", _MOMENT, nullable=False),
    Column("author", Text, nullable=False),
    Column("changed_at", _MOMENT, nullable=False),
    Column("revision", Integer, nullable=False),
    CheckConstraint("length(text) > 0", name="text_is_given"),
)

#: One row for each act of a user: the changes that belong together, and are undone together.
acts = Table(
    "acts",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_collaborative(),
    Column("at", _MOMENT, nullable=False),
    Column("author", Text, nullable=False),
    Column("kind", _WORD, nullable=False),
    Column("target_id", Integer),
    Column("summary", Text, nullable=False),
    CheckConstraint("kind IN ('do', 'undo', 'redo', 'file')", name="kind_is_known"),
    Index(None, "collaborative_id", "id"),
    sqlite_autoincrement=True,
)

#: What an act did to one entry. A change with neither a question nor a to-do is one of the collaborative's name.
changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act_id", Integer, ForeignKey("acts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("collaborative_id", _ID, nullable=False),
    Column("question_id", _ID),
    Column("row_id", _ID),
    Column("before", Text),
    Column("after", Text),
    Column("todo_id", _ID),
    Index(None, "collaborative_id", "question_id", "id"),
    sqlite_autoincrement=True,
)

settings = Table(
    "settings",
    metadata,
    Column("key", _ID, primary_key=True),
    Column("value", Text, nullable=False),
)

#: The public register of organisations as it was last imported.
organisations = Table(
    "organisations",
    metadata,
    Column("code", String(20), primary_key=True),
    Column("name", Text, nullable=False),
    Column("legal_form", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("icb", Text, nullable=False),
    Column("opened", String(10)),
    Column("closed", String(10)),
    Column("imported_on", String(10), nullable=False),
)
