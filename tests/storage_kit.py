"""Databases for the tests of storage: one of each kind per module and worker, made here and dropped here.

It holds no assertions, so pytest need not rewrite it: PYTEST_DONT_REWRITE.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from storage import records
from storage.audit import START
from storage.store import Store, open_store
from storage.tables import AuditHead, Record, metadata

LONDON = ZoneInfo("Europe/London")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=LONDON)
POSTGRES = os.environ.get("PROBITY_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
REFERENCE = {"service_url": "https://smba.example/uk", "conversation_id": "a:1", "bot": "28:b", "tenant": "t"}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of an empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('storage') / 'probity.db'}"
    else:
        yield from postgres_database()


@pytest.fixture(scope="module")
def database(database_url: str) -> Iterator[Store]:
    """A store with the newest schema, kept for the module."""
    store = open_store(database_url)
    store.upgrade()
    yield store
    store.close()


@pytest.fixture
def store(database: Store) -> Store:
    """The module's store, emptied."""
    empty(database)
    return database


def postgres_database() -> Iterator[str]:
    """A PostgreSQL database that lives as long as the generator."""
    if POSTGRES == "off":
        pytest.skip("PROBITY_TEST_POSTGRES=off")
    name = f"probity_{uuid4().hex}"
    _administer(f'CREATE DATABASE "{name}"')
    try:
        yield make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    finally:
        _administer(f'DROP DATABASE "{name}" WITH (FORCE)')


def _administer(statement: str) -> None:
    engine = create_engine(make_url(POSTGRES).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    except OperationalError as error:
        pytest.fail(f"PostgreSQL cannot be used ({error.orig}): start it, or set PROBITY_TEST_POSTGRES=off")
    finally:
        engine.dispose()


def empty(store: Store) -> None:
    """Deletes every row, and starts the audit chain anew."""
    with store.write() as session:
        for table in reversed(metadata.sorted_tables):
            session.execute(table.delete())
        session.add(AuditHead(id=1, count=0, hash=START))


def later(**how: float) -> datetime:
    """Noon of the test day, later by days, hours, minutes or seconds."""
    return NOON + timedelta(**how)


def file_gift(session: Any, **given: Any) -> Record:
    """A gift filed with every field filled; the test states only what matters."""
    fields = {
        "kind": "gift",
        "situation": "gift_offered",
        "audience": "employee",
        "person": "ana",
        "answers": {"item": "a hamper"},
        "ruling": {"outcome": "approval", "duties": ["record"], "findings": []},
        "now": NOON,
        "status": "awaiting",
    }
    return records.file(session=session, **{**fields, **given})


def all_at_once(count: int, work: Callable[[int], Any]) -> list[Any]:
    """What ``work(0)``, ``work(1)``… give when so many threads do it together."""
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(work, range(count)))
