"""Third form: to-dos, and which to-do an entry of the change log is about."""

import sqlalchemy as sa
from alembic import op

revision = "fiveways_3"
down_revision: str | None = "fiveways_2"


def upgrade() -> None:
    """From the second form. No table is rebuilt: the log only gets one more column, which is empty for all it holds."""
    op.create_table(
        "todos",
        sa.Column("collaborative_id", sa.String(100), nullable=False),
        sa.Column("id", sa.String(100), nullable=False),
        sa.Column("question_id", sa.String(100)),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("due", sa.String(10)),
        sa.Column("done_at", sa.String(32)),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(text) > 0", name=op.f("ck_todos_text_is_given")),
        sa.PrimaryKeyConstraint("collaborative_id", "id", name="pk_todos"),
        sa.ForeignKeyConstraint(
            ["collaborative_id"],
            ["collaboratives.id"],
            name="fk_todos_collaborative_id_collaboratives",
            ondelete="CASCADE",
        ),
    )
    op.add_column("changes", sa.Column("todo_id", sa.String(100)))
