"""Second form: the imported register, where each collaborative was left, and rules on names and kinds."""

import sqlalchemy as sa
from alembic import op

revision = "fiveways_2"
down_revision: str | None = "fiveways_1"


def upgrade() -> None:
    """From the first form. SQLite rebuilds both altered tables, although others refer to their rows."""
    with op.batch_alter_table("collaboratives") as table:
        table.add_column(sa.Column("last_place", sa.Text(), server_default="", nullable=False))
        table.add_column(sa.Column("progress", sa.Text()))
        table.add_column(sa.Column("progress_revision", sa.Integer()))
        table.create_check_constraint(op.f("ck_collaboratives_name_is_given"), "length(name) > 0")
    with op.batch_alter_table("acts", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.create_check_constraint(op.f("ck_acts_kind_is_known"), "kind IN ('do', 'undo', 'redo', 'file')")
    op.create_table(
        "organisations",
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("legal_form", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("icb", sa.Text(), nullable=False),
        sa.Column("opened", sa.String(10)),
        sa.Column("closed", sa.String(10)),
        sa.Column("imported_on", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_organisations"),
    )
