"""Writing or reading one row, and knowing it from then on, without the cost of a unit of work."""

from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Insert, insert
from sqlalchemy import Row as Read
from sqlalchemy.orm import class_mapper, make_transient_to_detached
from sqlmodel import Session, SQLModel

Row = TypeVar("Row", bound=SQLModel)


def insert_row(session: Session, table: type[Row], **values: Any) -> Row:
    """Inserts a new row at once and gives it with its id, as if it had been read in this session.

    What is not among ``values`` gets the default of the table. Values are kept as they are: nothing is checked twice.
    """
    statement, defaults = _statement(table)
    values = {**defaults, **values}
    done = session.connection().execute(statement, values)
    return _known(session, table, {**values, "id": done.inserted_primary_key[0]})


def read_row(session: Session, table: type[Row], read: Read) -> Row:
    """Gives the row that a statement read with all its columns, or the one the session knows by that id already."""
    known = session.identity_map.get(class_mapper(table).identity_key_from_primary_key((read.id,)))
    return _known(session, table, dict(read._mapping)) if known is None else known


def _known(session: Session, table: type[Row], values: dict[str, Any]) -> Row:
    row = class_mapper(table).class_manager.new_instance()
    row.__dict__.update(values)
    make_transient_to_detached(row)
    session.add(row)
    return row


@cache
def _statement(table: type[SQLModel]) -> tuple[Insert, dict[str, Any]]:
    fields = table.model_fields.items()
    return insert(table.__table__), {k: each.default for k, each in fields if k != "id" and not each.is_required()}
