"""The one way to the database: turns, writes, reads and the schema."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock

from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from storage import audit, drafts
from storage.engines import WRITES, begin, is_sqlite, make_engine
from storage.locks import TAKE, PersonLocks, lock_number
from storage.migrations import HEAD
from storage.statements import Statements


def open_store(url: str) -> "Store":
    """A store on ``sqlite:///file`` or ``postgresql://…``; nothing is connected yet. Raises ValueError otherwise."""
    return Store(make_engine(url))


class Store:
    """Transactions on one database. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._reader = engine
        self._writer = engine.execution_options(**{WRITES: True})
        self._sqlite = is_sqlite(engine)
        self._people = PersonLocks()
        self._one_writer: AbstractContextManager = Lock() if self._sqlite else nullcontext()

    @contextmanager
    def turn(self, person_id: str) -> Iterator[Session]:
        """One transaction in which nobody else writes for this person.

        Commits on leaving, rolls back on any error. The locks are taken in this order everywhere: person, record,
        decision, series, notice, audit. Do not open one turn inside another.
        """
        with self._people.holding(person_id), self._transaction(person_id) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction without a person, for work that belongs to nobody's turn. Commits or rolls back."""
        with self._transaction(None) as session:
            yield session

    @contextmanager
    def mark(self) -> Iterator[Statements]:
        """As ``write``, for work of plain statements that appends nothing to the audit chain; costs half as much."""
        with self._one_writer, self._writer.connect() as connection, connection.begin():
            begin(connection)
            yield Statements(connection)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for looking. On SQLite it sees one moment throughout; nothing done in it is kept."""
        with Session(self._reader, expire_on_commit=False, autoflush=False) as session:
            begin(session.connection())
            yield session

    def upgrade(self) -> None:
        """Brings the schema to the newest migration, in one transaction; safe for several processes at once."""
        if not self.behind():
            return
        from storage.migrations.upgrading import upgrade

        with self._one_writer, self._writer.connect() as connection, connection.begin():
            begin(connection)
            if not self._sqlite:
                connection.execute(TAKE, {"number": lock_number("schema")})
            upgrade(connection)

    def behind(self) -> bool:
        """True when the schema is not the one this code was written for."""
        with self._reader.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return True
            return connection.scalar(text("SELECT version_num FROM alembic_version")) != HEAD

    def ping(self) -> None:
        """Asks the database for a sign of life. Raises SQLAlchemy's OperationalError when there is none."""
        with self._reader.connect() as connection:
            connection.exec_driver_sql("SELECT 1")

    def close(self) -> None:
        """Closes every connection that is not in use."""
        self._reader.dispose()

    @contextmanager
    def _transaction(self, person_id: str | None) -> Iterator[Session]:
        with self._one_writer, Session(self._writer, expire_on_commit=False) as session:
            try:
                self._begin(session, person_id)
                audit.open_chain(session)
                yield session
                drafts.write_saved(session)
                audit.seal(session)
                session.commit()
            except BaseException:
                session.rollback()
                raise

    def _begin(self, session: Session, person_id: str | None) -> None:
        """A connection that died while idle is found here, before anything was done, and replaced once."""
        try:
            self._lock(session, person_id)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            session.rollback()
            self._lock(session, person_id)

    def _lock(self, session: Session, person_id: str | None) -> None:
        connection = session.connection()
        begin(connection)
        if person_id is not None and not self._sqlite:
            connection.execute(TAKE, {"number": lock_number("person:" + person_id)})
