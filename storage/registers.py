"""Pages of the registers, newest first, each an index read however long the register is."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, Select, literal, select, tuple_
from sqlmodel import Session

from storage.codec import pounds, utc
from storage.givers import giver_key
from storage.tables import Record

NORMAL = "normal"
_COLUMNS = tuple(
    getattr(Record, name)
    for name in (
        "id", "reference", "kind", "filed_at", "sensitivity", "status", "situation", "audience", "person",
        "on_behalf_of", "concerns", "answers", "ruling", "giver", "value_pence", "offered_on", "event_on",
        "organisation", "device",
    )
)  # fmt: skip
_NEWEST = (Record.filed_at.desc(), Record.id.desc())


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a register. A sensitive one shows that it exists and nothing more: the rest is None."""

    id: int
    reference: str
    kind: str
    filed_at: datetime
    sensitivity: str
    status: str | None = None
    situation: str | None = None
    audience: str | None = None
    person: str | None = None
    on_behalf_of: str | None = None
    concerns: str | None = None
    answers: dict[str, Any] | None = None
    ruling: dict[str, Any] | None = None
    giver: str | None = None
    value: Decimal | None = None
    offered_on: date | None = None
    event_on: date | None = None
    organisation: str | None = None
    device: str | None = None

    @property
    def place(self) -> tuple[datetime, int]:
        """Where this line stands: handed to ``page`` as ``after``, the next page begins behind it."""
        return self.filed_at, self.id


def page(
    *,
    session: Session,
    kind: str | None = None,
    giver: str | None = None,
    person: str | None = None,
    status: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    after: tuple[datetime, int] | None = None,
    limit: int,
) -> list[Entry]:
    """A page of the register, newest first, of those that match every filter given.

    ``giver`` in any spelling; ``person`` is whom a record concerns; filed from ``since`` and before ``until`` (aware).
    ``after`` is the ``place`` of the last entry of the page before. A filter by giver, person or status leaves out
    sensitive records, because a match would itself say something about them (SITUATIONS, who may see what).
    """
    found = _filtered(select(*_COLUMNS), kind, giver, person, status)
    if since is not None:
        found = found.where(Record.filed_at >= utc(since))
    if until is not None:
        found = found.where(Record.filed_at < utc(until))
    if after is not None:
        found = found.where(tuple_(Record.filed_at, Record.id) < tuple_(*_place(after)))
    rows = session.execute(found.order_by(*_NEWEST).limit(limit))
    return [_entry(row) for row in rows]


def _filtered(found: Select, kind: str | None, giver: str | None, person: str | None, status: str | None) -> Select:
    """The most telling filter picks the index; the others are kept from the planner, which knows no better."""
    wanted = [
        (Record.giver_key, giver_key(giver) if giver else None),
        (Record.concerns, person),
        (Record.kind, kind),
        (Record.status, status),
    ]
    wanted = [(column, value) for column, value in wanted if value is not None]
    leading = 1 if giver or person else 2
    for number, (column, value) in enumerate(wanted):
        found = found.where((column if number < leading else column.concat("")) == value)
    if giver or person or status:
        found = found.where(Record.sensitivity == NORMAL)
    return found


def _place(after: tuple[datetime, int]) -> tuple[Any, Any]:
    moment, number = after
    return literal(utc(moment), Record.filed_at.type), literal(number)


def _entry(row: Row) -> Entry:
    open_to_all = (row.id, row.reference, row.kind, row.filed_at, row.sensitivity)
    if row.sensitivity != NORMAL:
        return Entry(*open_to_all)
    fields = dict(row._mapping)
    worth = fields.pop("value_pence")
    return Entry(**fields, value=None if worth is None else pounds(worth))
