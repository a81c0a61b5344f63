"""The schema: models and migrations agree, nothing is imported before it is used, and queries read indexes."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, inspect, text

from storage import audit, campaigns, clocks, decisions, drafts, ledger, outbox, persons, records, turns
from storage.engines import make_engine
from storage.migrations import HEAD
from storage.migrations.upgrading import configuration
from storage.store import open_store
from storage.tables import metadata
from tests.storage_kit import NOON, REFERENCE, all_at_once, file_gift, postgres_database

pytest_plugins = ("tests.storage_kit",)


def test_models_and_migrations_agree(store):
    with store._reader.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_indexes_of_models_and_migrations_have_the_same_conditions(store):
    def conditions(index):
        return "".join((index or "").lower().split()).strip("()")

    with store._reader.connect() as connection:
        found = inspect(connection)
        for table in metadata.sorted_tables:
            there = {each["name"]: each for each in found.get_indexes(table.name)}
            for index in table.indexes:
                dialect = connection.dialect.name
                wanted = index.dialect_options[dialect]["where"]
                kept = there[index.name].get("dialect_options", {}).get(f"{dialect}_where")
                assert (wanted is None) == (kept is None), index.name
                if dialect == "sqlite" and wanted is not None:
                    assert conditions(str(kept)) == conditions(str(wanted)), index.name


def test_the_head_this_code_was_written_for_is_the_newest_migration():
    assert ScriptDirectory.from_config(configuration()).get_heads() == [HEAD]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request, tmp_path):
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new' / 'probity.db'}"
    else:
        yield from postgres_database()


def test_a_new_database_is_behind_until_it_is_upgraded_and_upgrading_again_does_nothing(empty_url):
    store = open_store(empty_url)
    assert store.behind()
    store.upgrade()
    assert not store.behind()
    store.upgrade()
    with store.read() as session:
        assert audit.verify(session=session) is None
    store.close()


_OLD_RECORD = """
INSERT INTO record (reference, kind, year, number, situation, audience, person, concerns, answers, ruling, status,
                    sensitivity, counts, filed_at, changed_at, version)
VALUES ('GH-2026-0001', 'gift', 2026, 1, 'gift_offered', 'employee', 'ana', 'ana', '{}', '{}', 'awaiting', 'normal',
        false, '2026-03-02 12:00:00', '2026-03-02 12:00:00', 1)
"""
_OLD_DECISION = """
INSERT INTO decision (record_id, step, role, person, wants, state, asked_at, version)
VALUES (1, 1, 'line_manager', 'mia', 'approve', 'pending', '2026-03-02 12:00:00', 1)
"""


def test_a_database_of_the_first_release_keeps_its_decisions_and_gains_the_new_columns(empty_url):
    store = open_store(empty_url)
    with store._writer.connect() as connection, connection.begin():
        command.upgrade(configuration(connection), "0001")
        connection.execute(text(_OLD_RECORD))
        connection.execute(text(_OLD_DECISION))
    assert store.behind()
    store.upgrade()
    with store.turn("mia") as session:
        new = decisions.reassign(session=session, decision_id=1, version=1, by="mia", to="noa", now=NOON)
        assert (new.id, decisions.by_id(session=session, decision_id=1).passed_to) == (2, "noa")
    store.close()


@pytest.mark.parametrize(
    ("situation", "answers", "kept"),
    [
        ("leaving_office", {"last_day": "2026-11-30"}, {"due": "2026-12-14"}),
        ("leaving_office", {"last_day": "not known"}, {"within": "within two weeks of ceasing office"}),
        ("inspection_booking", {"device": "ipad", "last_inspected": "2024-02-29"}, {"due": "2025-02-28"}),
        ("inspection_booking", {"device": "ipad"}, {}),
        ("gift_offered", {"item": "a pen"}, {}),
    ],
)
def test_records_that_were_filed_before_their_dates_were_kept_have_them_now(empty_url, situation, answers, kept):
    store = open_store(empty_url)
    with store._writer.connect() as connection, connection.begin():
        command.upgrade(configuration(connection), "0010")
        said = json.dumps(answers).replace(":", "\\:")
        row = _OLD_RECORD.replace("gift_offered", situation).replace("'{}', '{}'", f"'{said}', '{{}}'")
        connection.execute(text(row))
    store.upgrade()
    with store.read() as session:
        assert records.by_reference(session=session, reference="GH-2026-0001").answers == {**answers, **kept}
    store.close()


def test_two_stores_that_upgrade_at_the_same_moment_do_it_once(empty_url):
    stores = [open_store(empty_url) for _ in range(2)]
    all_at_once(2, lambda number: stores[number].upgrade())
    assert [store.behind() for store in stores] == [False, False]
    for store in stores:
        store.close()


def test_a_turn_imports_no_migration_code(tmp_path):
    url = f"sqlite:///{tmp_path / 'probity.db'}"
    open_store(url).upgrade()
    script = f"""
import sys
from datetime import datetime, UTC
from storage import drafts
from storage.store import open_store
store = open_store({url!r})
assert not store.behind()
store.upgrade()
with store.turn("ana") as session:
    drafts.start(session=session, person="ana", situation="gift_offered", audience="employee", now=datetime.now(UTC))
print([name for name in sys.modules if name.startswith(("alembic", "mako", "psycopg"))])
"""
    root = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_database_file_is_for_its_owner_only(tmp_path):
    open_store(f"sqlite:///{tmp_path / 'probity.db'}").close()
    assert stat.S_IMODE((tmp_path / "probity.db").stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://root@localhost/x"])
def test_a_database_that_cannot_hold_the_promises_is_refused(url):
    with pytest.raises(ValueError):
        open_store(url)


@pytest.mark.parametrize("url", ["postgresql://u@h/d", "postgres://u@h/d", "postgresql+psycopg://u@h/d"])
def test_every_spelling_of_a_postgresql_url_uses_psycopg_3(url):
    assert make_engine(url).url.drivername == "postgresql+psycopg"


def test_sqlite_keeps_what_was_promised(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'probity.db'}")
    with store.read() as session:
        asked = {name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar() for name in
                 ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")}  # fmt: skip
    assert asked == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 15000}


def _everything(session):
    """Every query whose speed matters when there are a million records."""
    records.of_person(session=session, person="ana", limit=10)
    records.earlier_total(session=session, person="ana", giver_keys=["acme", "acme group"])
    records.earlier(session=session, person="ana", giver_key="acme", limit=5)
    records.givers_of(session=session, person="ana")
    records.by_reference(session=session, reference="GH-2026-0001")
    place = (NOON, 7)
    for filters in (
        {}, {"kind": "gift"}, {"status": "filed"}, {"kind": "gift", "status": "filed"}, {"giver": "Acme"},
        {"person": "ana"}, {"kind": "gift", "giver": "Acme"}, {"kind": "gift", "person": "ana"},
        {"since": NOON, "until": NOON}, {"kind": "gift", "since": NOON}, {"after": place},
        {"kind": "gift", "after": place}, {"giver": "Acme", "person": "ana", "status": "filed"},
    ):  # fmt: skip
        records.page(session=session, limit=20, **filters)
    decisions.pending_for(session=session, person="ana")
    decisions.of_record(session=session, record_id=1)
    drafts.active(session=session, person="ana")
    turns.seen(session=session, key="k")
    turns.forget_old(session=session, before=NOON)
    clocks.due(session=session, now=NOON)
    ledger.last_of(session=session, entry="X3")
    outbox.unsent_of_turn(session=session, turn_key="k")
    outbox.list_unknown(session=session)
    outbox.reminded_since(session=session, since=NOON)
    campaigns.asking(session=session, person="ana")
    campaigns.asked(session=session, person="ana", campaign_id=1)
    campaigns.of_owner(session=session, owner="ana")
    campaigns.answers(session=session, campaign_id=1)
    campaigns.left_to_answer(session=session, campaign_id=1)
    campaigns.due(session=session, now=NOON)
    campaigns.reached(session=session, people=["ana"])
    outbox.claim(session=session, worker="w", now=NOON, lease_seconds=30, limit=5)
    outbox.claim_turn(session=session, turn_key="k", worker="w", now=NOON, lease_seconds=30)
    persons.meet(session=session, person="ana", reference=REFERENCE, now=NOON)


def test_no_query_of_a_turn_or_a_register_scans_a_table_or_sorts_a_register_on_sqlite(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'probity.db'}")
    store.upgrade()
    seen = []
    with store.write() as session:
        file_gift(session)
        event.listen(store._reader, "before_cursor_execute", lambda *given: seen.append(given[2:4]))
        _everything(session)
        plans = [(sql, _plan(session, sql, values)) for sql, values in list(seen) if not sql.startswith("EXPLAIN")]
    assert len(plans) > 25
    slow = [(sql, line) for sql, plan in plans for line in plan if line.startswith("SCAN") and "USING" not in line]
    assert slow == []
    sorts = [sql for sql, plan in plans for line in plan if "TEMP B-TREE FOR ORDER BY" in line and "FROM record" in sql]
    assert sorts == []


def _plan(session, sql, values):
    return [row[3] for row in session.connection().exec_driver_sql("EXPLAIN QUERY PLAN " + sql, values)]
