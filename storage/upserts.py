"""INSERT … ON CONFLICT, which both databases spell alike and SQLAlchemy keeps apart."""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlmodel import Session, SQLModel

from storage.statements import Statements


def upsert(session: Session | Statements, make: Callable[[Any], Any]) -> Any:
    """The statement that ``make`` makes of the ``insert`` of the session's database; made once for each."""
    return _made(session.connection().dialect.name, make)


def insert_into(session: Session, table: type[SQLModel]) -> Any:
    """The insert statement of the session's database that knows ``on_conflict_do_update``."""
    return _insert(session.connection().dialect.name)(table)


@cache
def _made(dialect: str, make: Callable[[Any], Any]) -> Any:
    return make(_insert(dialect))


def _insert(dialect: str) -> Any:
    if dialect == "sqlite":
        from sqlalchemy.dialects.sqlite import insert
    else:
        from sqlalchemy.dialects.postgresql import insert
    return insert
