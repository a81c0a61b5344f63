"""Filing, finding and changing the state of records: one door each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, func, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, select

from storage.codec import pence, plain, pounds, utc
from storage.givers import giver_key
from storage.inserting import insert_row
from storage.registers import Entry, page
from storage.series import next_reference
from storage.tables import Record

__all__ = [
    "Entry", "by_id", "by_reference", "count_of", "earlier", "earlier_total", "file", "giver_key", "givers_of",
    "of_person", "of_situations", "page", "set_status",
]  # fmt: skip

_AT_A_TIME = 500
_ROW = Record.__table__
_BY_REFERENCE = select(Record).where(Record.reference == bindparam("reference"))
_NEWEST = (Record.filed_at.desc(), Record.id.desc())
_CONCERNS = select(Record).where(Record.concerns == bindparam("who")).order_by(*_NEWEST).limit(bindparam("most"))
_EARLIER_TOTAL = select(func.sum(_ROW.c.value_pence)).where(
    _ROW.c.concerns == bindparam("who"),
    _ROW.c.giver_key.in_(bindparam("givers", expanding=True)),
    _ROW.c.counts.is_(True),
)
_EARLIER = (
    select(Record)
    .where(Record.concerns == bindparam("who"), Record.giver_key == bindparam("giver"))
    .order_by(*_NEWEST)
    .limit(bindparam("most"))
)
_GIVERS = (
    select(func.max(_ROW.c.giver))
    .where(_ROW.c.concerns == bindparam("who"), _ROW.c.giver_key.is_not(None))
    .group_by(_ROW.c.giver_key)
)
_FOR_OTHERS = (
    select(Record)
    .where(Record.person == bindparam("who"), Record.on_behalf_of.is_not(None))
    .order_by(*_NEWEST)
    .limit(bindparam("most"))
)


def file(
    *,
    session: Session,
    kind: str,
    situation: str,
    audience: str,
    person: str,
    answers: Mapping[str, Any],
    ruling: Mapping[str, Any],
    now: datetime,
    status: str,
    sensitivity: str = "normal",
    on_behalf_of: str | None = None,
    giver: str | None = None,
    value: Decimal | None = None,
    offered_on: date | None = None,
    event_on: date | None = None,
    organisation: str | None = None,
    device: str | None = None,
    counts: bool = False,
) -> Record:
    """Files a record under the next reference of its kind and year, and gives it.

    ``now`` is the council's local time with its zone: its year is the year of the reference. ``value`` is in pounds.
    ``person`` files, for ``on_behalf_of`` where that is given. The reference is true once the transaction commits.
    """
    reference, year, number = next_reference(session=session, kind=kind, now=now)
    return insert_row(
        session,
        Record,
        reference=reference,
        kind=kind,
        year=year,
        number=number,
        situation=situation,
        audience=audience,
        person=person,
        on_behalf_of=on_behalf_of,
        concerns=on_behalf_of or person,
        answers=plain(answers),
        ruling=plain(ruling),
        status=status,
        sensitivity=sensitivity,
        giver=giver,
        giver_key=giver_key(giver) if giver else None,
        value_pence=None if value is None else pence(value),
        offered_on=offered_on,
        event_on=event_on,
        organisation=organisation,
        device=device,
        counts=counts,
        filed_at=utc(now),
        changed_at=utc(now),
    )


def by_reference(*, session: Session, reference: str) -> Record | None:
    """The record with this reference (``GH-2026-0001``, in any case), or None."""
    return session.exec(_BY_REFERENCE, params={"reference": reference.strip().upper()}).one_or_none()


def by_id(*, session: Session, record_id: int) -> Record | None:
    """The record with this id, or None."""
    return session.get(Record, record_id)


def of_person(*, session: Session, person: str, limit: int) -> list[Record]:
    """The newest records that concern this person or that they filed for another, newest first."""
    about = session.exec(_CONCERNS, params={"who": person, "most": limit}).all()
    filed = session.exec(_FOR_OTHERS, params={"who": person, "most": limit}).all()
    if not filed:
        return list(about)
    both = {record.id: record for record in (*about, *filed)}
    return sorted(both.values(), key=lambda each: (each.filed_at, each.id), reverse=True)[:limit]


def of_situations(*, session: Session, situations: Sequence[str], most: int) -> Iterator[Record]:
    """The newest records of some situations that were not withdrawn, newest first; a few hundred in memory at once."""
    wanted = select(Record).where(*_of(situations)).order_by(Record.id.desc()).limit(most)
    yield from session.exec(wanted, execution_options={"yield_per": _AT_A_TIME})


def count_of(*, session: Session, situations: Sequence[str]) -> int:
    """How many records of some situations there are that were not withdrawn."""
    return session.exec(select(func.count()).select_from(Record).where(*_of(situations))).one()


def mark_of(*, session: Session, situations: Sequence[str]) -> tuple[Any, ...]:
    """What tells whether records of some situations were filed, or changed, since it was asked last."""
    newest = select(func.count(), func.max(Record.id), func.max(Record.changed_at)).select_from(Record)
    return tuple(session.exec(newest.where(*_of(situations))).one())


def _of(situations: Sequence[str]) -> tuple[Any, ...]:
    return Record.situation.in_(list(situations)), Record.status != "withdrawn"


def earlier_total(*, session: Session, person: str, giver_keys: Sequence[str]) -> Decimal:
    """Pounds that these spellings of a giver have given the person before: accepted or not yet decided (CC-108)."""
    given = {"who": person, "givers": list(giver_keys)}
    return pounds(session.connection().scalar(_EARLIER_TOTAL, given) or 0)


def earlier(*, session: Session, person: str, giver_key: str, limit: int) -> list[Record]:
    """The person's newest records with this giver, whatever became of them, newest first."""
    return list(session.exec(_EARLIER, params={"who": person, "giver": giver_key, "most": limit}).all())


def givers_of(*, session: Session, person: str) -> list[str]:
    """The givers on the person's records, one spelling each, in alphabetical order."""
    return sorted(session.connection().scalars(_GIVERS, {"who": person}))


def note(*, session: Session, record: Record, answers: Mapping[str, Any], now: datetime) -> bool:
    """Replaces the answers of a record (what was added to it), if nobody changed it since; False when somebody did."""
    change = {"answers": plain(answers), "version": record.version + 1, "changed_at": utc(now)}
    return _change(session, record, change)


def set_status(*, session: Session, record: Record, status: str, counts: bool | None = None, now: datetime) -> bool:
    """Moves the record to a status if nobody changed it since it was read; False when somebody did.

    ``counts`` changes whether it adds to what the giver has given; None leaves that as it is.
    """
    counts = record.counts if counts is None else counts
    change = {"status": status, "counts": counts, "version": record.version + 1, "changed_at": utc(now)}
    return _change(session, record, change)


def _change(session: Session, record: Record, change: dict[str, Any]) -> bool:
    unchanged = update(Record).where(Record.id == record.id, Record.version == record.version)
    result = session.execute(unchanged.values(change), execution_options={"synchronize_session": False})
    if result.rowcount == 0:
        return False
    for name, value in change.items():
        set_committed_value(record, name, value)
    return True
