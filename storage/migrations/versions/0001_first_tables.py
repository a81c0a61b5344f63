"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_GIVEN = "giver_key IS NOT NULL"
_FOR_ANOTHER = "on_behalf_of IS NOT NULL"
_UNDELIVERED = "state IN ('pending', 'waiting', 'sending')"
_FRESH_IDS = {"sqlite_autoincrement": True}


def upgrade() -> None:
    _records()
    _decisions()
    _messages()
    _conversations()
    _audit()


def downgrade() -> None:
    for table in (
        "audit_head", "audit", "turn", "draft", "person", "posted", "notice", "clock", "decision", "series", "record",
    ):  # fmt: skip
        op.drop_table(table)


def _records() -> None:
    op.create_table(
        "record",
        _number("id", primary_key=True),
        *(_words("reference"), _words("kind"), _number("year"), _number("number")),
        *(_words("situation"), _words("audience")),
        *(_words("person"), _words("on_behalf_of", nullable=True), _words("concerns")),
        *(_json("answers"), _json("ruling"), _words("status"), _words("sensitivity")),
        *(_words("giver", nullable=True), _words("giver_key", nullable=True)),
        sa.Column("value_pence", sa.BigInteger(), nullable=True),
        sa.Column("offered_on", sa.Date(), nullable=True),
        sa.Column("event_on", sa.Date(), nullable=True),
        *(_words("organisation", nullable=True), _words("device", nullable=True)),
        sa.Column("counts", sa.Boolean(), nullable=False),
        *(_time("filed_at"), _time("changed_at"), _number("version")),
        sa.UniqueConstraint("reference", name="uq_record_reference"),
        sa.UniqueConstraint("kind", "year", "number", name="uq_record_series"),
        **_FRESH_IDS,
    )
    _index("ix_record_concerns", "record", "concerns", "filed_at", "id")
    _index("ix_record_person", "record", "person", "filed_at", "id", where=_FOR_ANOTHER)
    _index("ix_record_earlier", "record", "concerns", "giver_key", "filed_at", "id", where=_GIVEN)
    _index("ix_record_giver", "record", "giver_key", "filed_at", "id", where=_GIVEN)
    _index("ix_record_kind", "record", "kind", "filed_at", "id")
    _index("ix_record_kind_status", "record", "kind", "status", "filed_at", "id")
    _index("ix_record_status", "record", "status", "filed_at", "id")
    _index("ix_record_filed", "record", "filed_at", "id")
    op.create_table(
        "series",
        _words("kind", primary_key=True),
        _number("year", primary_key=True, autoincrement=False),
        _number("last"),
    )


def _decisions() -> None:
    op.create_table(
        "decision",
        *(_number("id", primary_key=True), _record(), _number("step")),
        *(_words("role"), _words("person", nullable=True), _words("wants"), _words("state")),
        *(_words("note", nullable=True), _words("decided_by", nullable=True)),
        *(_time("asked_at"), _time("decided_at", nullable=True), _number("version")),
        **_FRESH_IDS,
    )
    _index("ix_decision_record", "decision", "record_id", "step")
    _index("ix_decision_person", "decision", "person", "state", "id")
    op.create_table(
        "clock",
        *(_number("id", primary_key=True), _record(), _words("what")),
        *(_time("due_at"), _time("done_at", nullable=True)),
        **_FRESH_IDS,
    )
    _index("ix_clock_due", "clock", "due_at", "id", where="done_at IS NULL")
    _index("ix_clock_record", "clock", "record_id")


def _messages() -> None:
    op.create_table(
        "notice",
        *(_number("id", primary_key=True), _words("to_person"), _words("kind"), _words("template"), _json("body")),
        *(_record(nullable=True), _words("card", nullable=True), _words("turn_key", nullable=True)),
        *(_time("not_before", nullable=True), _words("state"), _number("attempts"), _number("repeats")),
        *(_time("claimed_until", nullable=True), _words("claimed_by", nullable=True)),
        *(_time("created_at"), _time("sent_at", nullable=True)),
        *(_words("activity_id", nullable=True), _words("error", nullable=True)),
        **_FRESH_IDS,
    )
    _index("ix_notice_undelivered", "notice", "to_person", "id", where=_UNDELIVERED)
    _index("ix_notice_turn", "notice", "turn_key", where="turn_key IS NOT NULL")
    _index("ix_notice_state", "notice", "state", "kind", "sent_at")
    _index("ix_notice_record", "notice", "record_id")
    op.create_table(
        "posted",
        *(_number("id", primary_key=True), _record(), _words("person"), _words("view")),
        *(_words("conversation_id"), _words("activity_id")),
        sa.UniqueConstraint("record_id", "person", "view", name="uq_posted_card"),
    )


def _conversations() -> None:
    op.create_table(
        "person",
        *(_words("id", primary_key=True), _json("reference", nullable=True), _time("met_at", nullable=True)),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        *(_json("profile"), _time("updated_at")),
    )
    op.create_table(
        "draft",
        *(_number("id", primary_key=True), _words("person"), _words("situation"), _words("audience")),
        *(_words("state"), _json("answers"), _json("meta"), _words("reference", nullable=True)),
        *(_time("created_at"), _time("updated_at"), _number("version")),
        **_FRESH_IDS,
    )
    _index("uq_draft_active", "draft", "person", where="state = 'active'", unique=True)
    _index("ix_draft_person", "draft", "person", "state", "updated_at")
    _index("ix_draft_updated", "draft", "updated_at")
    op.create_table("turn", _words("key", primary_key=True), _json("answer", nullable=True), _time("created_at"))
    _index("ix_turn_created_at", "turn", "created_at")


def _audit() -> None:
    op.create_table(
        "audit",
        *(_number("id", primary_key=True, autoincrement=False), _time("at")),
        *(_words("actor"), _words("act"), _words("subject"), _json("detail")),
        *(_words("previous_hash"), _words("hash")),
    )
    head = op.create_table(
        "audit_head", _number("id", primary_key=True, autoincrement=False), _number("count"), _words("hash")
    )
    op.bulk_insert(head, [{"id": 1, "count": 0, "hash": "0" * 64}])


def _words(name: str, *, nullable: bool = False, **more) -> sa.Column:
    return sa.Column(name, sa.String(), nullable=nullable, **more)


def _number(name: str, **more) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=False, **more)


def _json(name: str, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.JSON(), nullable=nullable)


def _time(name: str, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _record(nullable: bool = False) -> sa.Column:
    return sa.Column("record_id", sa.Integer(), sa.ForeignKey("record.id"), nullable=nullable)


def _index(name: str, table: str, *columns: str, where: str | None = None, unique: bool = False) -> None:
    only = None if where is None else sa.text(where)
    op.create_index(name, table, list(columns), unique=unique, sqlite_where=only, postgresql_where=only)
