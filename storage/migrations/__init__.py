"""The history of the schema. Alembic itself is imported only when there is something to upgrade."""

HEAD = "0011"
