"""Who sends which message: leases on notices, in strict order per person."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, literal_column, or_, select, update
from sqlmodel import Session

from storage.codec import UtcTime, utc
from storage.statements import Statements
from storage.tables import Notice, Person

REPEATS = 3
_NOTICE = Notice.__table__
_mine, _earlier, _person = _NOTICE.c, _NOTICE.alias("earlier").c, Person.__table__.c
_NOW = bindparam("now", type_=UtcTime())
_WHO = bindparam("who")
_KEY = bindparam("which_turn")


@dataclass(frozen=True, slots=True)
class Leased:
    """A message that a worker has taken, to send it now."""

    id: int
    to_person: str
    kind: str
    body: dict[str, Any]
    record_id: int | None
    card: str | None


@dataclass(frozen=True, slots=True)
class Lease:
    """Who takes messages to send them, and for how long nobody else may."""

    worker: str
    seconds: float

    def taken_at(self, now: datetime) -> dict[str, Any]:
        """What a message says of itself that is taken as it is written."""
        until = utc(now) + timedelta(seconds=self.seconds)
        return {"state": "sending", "attempts": 1, "repeats": 0, "claimed_by": self.worker, "claimed_until": until}


def anything_due(*, session: Session, now: datetime) -> bool:
    """Tells, without a lock, whether ``claim`` would find something to do: a message to send, or a lease run out."""
    return session.connection().scalar(_PEEK, {"now": utc(now)}) is not None


def claim(
    *, session: Session, worker: str, now: datetime, lease_seconds: float, person: str | None = None, limit: int
) -> list[Leased]:
    """Takes up to ``limit`` messages for this worker to send, at most one a person, until the lease runs out.

    A message is taken only when no earlier one of its person is on its way, due or being retried, and the person can
    be reached; those of people who cannot be reached are left ``waiting``. A message whose lease ran out may have
    arrived: it is sent once more and counted, and after that it is ``unknown``. Give every message back with ``sent``
    or ``failed``.
    """
    whose = {} if person is None else {"who": person}
    late, leave, take = _STATEMENTS[person is not None]
    _run_out(session, late, {"now": utc(now), **whose})
    session.connection().execute(leave, {"now": utc(now), **whose})
    return _take(session, take, {**_lease(worker, now, lease_seconds), **whose, "most": limit})


def claim_turn(*, session: Session, turn_key: str, worker: str, now: datetime, lease_seconds: float) -> list[Leased]:
    """Takes all the messages enqueued under ``turn_key`` that have not left yet, to be sent in order after the commit.

    For an activity that is delivered again. Takes nothing for a person to whom something earlier is still on its way:
    the sender does those in order. When one fails, ``failed`` frees the ones behind it.
    """
    return _take(session, _TURN, {**_lease(worker, now, lease_seconds), "which_turn": turn_key})


def way_is_free(*, session: Session, person: str, now: datetime) -> bool:
    """Tells whether a new message may leave at once: the person can be reached and nothing earlier is in the way."""
    return session.connection().scalar(_FREE, {"who": person, "now": utc(now)}) is not None


def more_waits(*, session: Session | Statements, person: str) -> bool:
    """Tells whether a message for the person has not been taken yet."""
    return session.connection().scalar(_MORE, {"who": person}) is not None


def after_doubt(repeats: int) -> dict[str, Any]:
    """What becomes of a message that may have arrived: sent once more, then left to the operators."""
    return {"state": "pending", "repeats": repeats + 1} if repeats < REPEATS else {"state": "unknown"}


def _lease(worker: str, now: datetime, seconds: float) -> dict[str, Any]:
    return {"now": utc(now), "until": utc(now) + timedelta(seconds=seconds), "worker": worker}


def _take(session: Session, statement: Any, given: dict[str, Any]) -> list[Leased]:
    taken = session.connection().execute(statement, given)
    return sorted((Leased(*row) for row in taken), key=lambda each: each.id)


def _run_out(session: Session, late: Any, given: dict[str, Any]) -> None:
    """What a worker left behind: only the first of a person's can have left, for messages are marked one by one."""
    begun: set[str] = set()
    for number, to_person, repeats in session.connection().execute(late, given).all():
        change = {"state": "pending"} if to_person in begun else after_doubt(repeats)
        begun.add(to_person)
        change = {"becomes": change["state"], "repeated": change.get("repeats", repeats)}
        session.connection().execute(_GIVEN_UP, {"which": number, "now": given["now"], **change})


def _undelivered(notice: Any) -> ColumnElement[bool]:
    """Spelt as in the partial index, or no planner would see that the index answers it."""
    return notice.state.in_([literal_column(f"'{state}'") for state in ("pending", "waiting", "sending")])


def _due(notice: Any) -> ColumnElement[bool]:
    return or_(notice.not_before.is_(None), notice.not_before <= _NOW)


def _in_the_way(notice: Any) -> ColumnElement[bool]:
    """A message holds up those behind it once it is due or has been tried; a later appointment does not."""
    return and_(_undelivered(notice), or_(_due(notice), notice.attempts > 0))


def _reachable(who: Any) -> ColumnElement[bool]:
    return exists().where(_person.id == who, _person.reference.is_not(None), _person.blocked.is_(False))


def _taking(which: ColumnElement[bool]) -> Any:
    claimed = update(_NOTICE).where(which, _OPEN)
    claimed = claimed.values(
        state="sending",
        claimed_by=bindparam("worker"),
        claimed_until=bindparam("until", type_=UtcTime()),
        attempts=_mine.attempts + 1,
    )
    return claimed.returning(*(_mine[name] for name in Leased.__slots__))


def _statements(*whose: ColumnElement[bool]) -> tuple[Any, Any, Any]:
    """Leases run out, leaving the unreachable waiting, and taking the first of each person; of all or of one person."""
    late = select(_mine.id, _mine.to_person, _mine.repeats).where(_LATE, *whose).order_by(_mine.id)
    stuck = update(_NOTICE).where(_undelivered(_mine), _mine.state == "pending", _due(_mine), ~_REACHABLE, *whose)
    heads = select(_mine.id).where(_HEAD, _REACHABLE, *whose).order_by(_mine.id)
    heads = heads.limit(bindparam("most")).with_for_update(skip_locked=True, of=_NOTICE)
    return late, stuck.values(state="waiting"), _taking(_mine.id.in_(heads))


_OPEN = and_(_undelivered(_mine), _mine.state != "sending")
_LATE = and_(_undelivered(_mine), _mine.state == "sending", _mine.claimed_until < _NOW)
_REACHABLE = _reachable(_mine.to_person)
_BEFORE = and_(_earlier.to_person == _mine.to_person, _earlier.id < _mine.id, _in_the_way(_earlier))
_OTHER_TURN = or_(_earlier.turn_key.is_(None), _earlier.turn_key != _KEY)
_HEAD = and_(_OPEN, _due(_mine), ~exists().where(_BEFORE))
_PEEK = select(_mine.id).where(or_(_LATE, and_(_HEAD, or_(_mine.state == "pending", _REACHABLE)))).limit(1)
_FREE = select(_person.id).where(
    _person.id == _WHO,
    _reachable(_WHO),
    ~exists().where(_mine.to_person == _WHO, _in_the_way(_mine)),
)
_MORE = select(_mine.id).where(_mine.to_person == _WHO, _OPEN).limit(1)
_GIVEN_UP = (
    update(_NOTICE)
    .where(_mine.id == bindparam("which"), _mine.state == "sending", _mine.claimed_until < _NOW)
    .values(state=bindparam("becomes"), repeats=bindparam("repeated"))
)
_STATEMENTS = {False: _statements(), True: _statements(_mine.to_person == _WHO)}
_TURN = _taking(and_(_mine.turn_key == _KEY, _due(_mine), _REACHABLE, ~exists().where(_BEFORE, _OTHER_TURN)))
