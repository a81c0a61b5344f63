"""Database engines: SQLite as a file of its own, or PostgreSQL by URL."""

from pathlib import Path
from sqlite3 import OperationalError
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url

from storage.codec import dumps

WRITES = "probity_writes"
_PRAGMAS = ("PRAGMA busy_timeout=15000", "PRAGMA foreign_keys=ON", "PRAGMA synchronous=FULL")
_PATIENCE = 15.0
_POSTGRES = {"postgres", "postgresql", "postgresql+psycopg"}


def make_engine(url: str) -> Engine:
    """An engine for ``sqlite:///file`` or ``postgresql://…``. Nothing is connected yet.

    Raises ValueError for another database, or for SQLite without a file.
    """
    address = make_url(url)
    if address.drivername in _POSTGRES:
        return _postgres(address.set(drivername="postgresql+psycopg"))
    if address.get_backend_name() == "sqlite":
        return _sqlite(address)
    raise ValueError(f"the database is SQLite or PostgreSQL, not {address.get_backend_name()}")


def is_sqlite(engine: Engine) -> bool:
    """True on SQLite, where one writer at a time is the rule."""
    return engine.dialect.name == "sqlite"


def _postgres(address: URL) -> Engine:
    return create_engine(
        address, json_serializer=dumps, pool_size=16, max_overflow=16, pool_use_lifo=True, query_cache_size=1000
    )


def _sqlite(address: URL) -> Engine:
    if address.database in (None, "", ":memory:"):
        raise ValueError("SQLite needs a file: sqlite:///path/to/probity.db")
    _make_file(Path(address.database))
    engine = create_engine(
        address,
        json_serializer=dumps,
        pool_size=16,
        max_overflow=16,
        pool_use_lifo=True,
        query_cache_size=1000,
        connect_args={"isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _make_file(path: Path) -> None:
    """The file holds what people said in confidence: only its owner may read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=True)


def _prepare(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    _use_wal(cursor)
    cursor.close()


def _use_wal(cursor: Any) -> None:
    """A file becomes WAL once and for all; while another process does it, SQLite refuses without waiting."""
    patience = monotonic() + _PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except OperationalError:
            if monotonic() > patience:
                raise
            sleep(0.02)


def begin(connection: Connection) -> None:
    """Begins what SQLAlchemy calls a transaction on SQLite too, where the driver leaves that to us.

    Called once at the start of each; a listener on the engine would be asked about every single statement.
    """
    if connection.dialect.name == "sqlite":
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
