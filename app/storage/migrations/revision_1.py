"""First form: collaboratives, their answers and table rows, the change log, and settings."""

import sqlalchemy as sa
from alembic import op

revision = "fiveways_1"
down_revision: str | None = None


def upgrade() -> None:
    """From an empty database."""
    op.create_table(
        "collaboratives",
        sa.Column("id", sa.String(100), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.Column("archived_at", sa.String(32)),
        sa.Column("deleted_at", sa.String(32)),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_collaboratives"),
    )
    _create_answers()
    _create_change_log()
    op.create_table(
        "settings",
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_settings"),
    )


def _create_answers() -> None:
    op.create_table(
        "answers",
        sa.Column("collaborative_id", sa.String(100), nullable=False),
        sa.Column("question_id", sa.String(100), nullable=False),
        sa.Column("value", sa.Text()),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("collaborative_id", "question_id", name="pk_answers"),
        sa.ForeignKeyConstraint(
            ["collaborative_id"],
            ["collaboratives.id"],
            name="fk_answers_collaborative_id_collaboratives",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "table_rows",
        sa.Column("collaborative_id", sa.String(100), nullable=False),
        sa.Column("question_id", sa.String(100), nullable=False),
        sa.Column("id", sa.String(100), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("collaborative_id", "question_id", "id", name="pk_table_rows"),
        sa.ForeignKeyConstraint(
            ["collaborative_id"],
            ["collaboratives.id"],
            name="fk_table_rows_collaborative_id_collaboratives",
            ondelete="CASCADE",
        ),
    )


def _create_change_log() -> None:
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("collaborative_id", sa.String(100), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("target_id", sa.Integer()),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_acts"),
        sa.ForeignKeyConstraint(
            ["collaborative_id"],
            ["collaboratives.id"],
            name="fk_acts_collaborative_id_collaboratives",
            ondelete="CASCADE",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_acts_collaborative_id_id", "acts", ["collaborative_id", "id"])
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("collaborative_id", sa.String(100), nullable=False),
        sa.Column("question_id", sa.String(100)),
        sa.Column("row_id", sa.String(100)),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
        sa.ForeignKeyConstraint(["act_id"], ["acts.id"], name="fk_changes_act_id_acts", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_changes_act_id", "changes", ["act_id"])
    op.create_index("ix_changes_collaborative_id_question_id_id", "changes", ["collaborative_id", "question_id", "id"])
