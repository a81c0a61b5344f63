"""References without gaps: GH-2026-0001, GH-2026-0002…"""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from storage.codec import utc
from storage.tables import Series
from storage.upserts import upsert

PREFIXES = {
    "gift": "GH",
    "incident": "INC",
    "declaration": "DEC",
    "request": "REQ",
    "acknowledgement": "ACK",
    "notice": "NOT",
}


def next_reference(*, session: Session, kind: str, now: datetime) -> tuple[str, int, int]:
    """The next reference of a kind with its year and number; the year is that of ``now`` as it stands (local, aware).

    Others who file this kind wait until the transaction ends; rolled back, the number is given out again.
    Raises ValueError for a kind that has no series and for a time without a zone.
    """
    if kind not in PREFIXES:
        raise ValueError(f"no series of references for {kind}")
    utc(now)
    first = {"kind": kind, "year": now.year, "last": 1}
    number = session.connection().scalar(upsert(session, _next), first)
    return f"{PREFIXES[kind]}-{now.year}-{number:04d}", now.year, number


def _next(insert: Any) -> Any:
    row, last = insert(Series.__table__), Series.__table__.c.last
    return row.on_conflict_do_update(index_elements=["kind", "year"], set_={"last": last + 1}).returning(last)
