"""Who sends which message: leases on notices, in strict order per person."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, literal_column, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, select

from storage.codec import UtcTime, utc
from storage.tables import Notice, Person

REPEATS = 1
_QUIET = {"synchronize_session": False}
_FRESH = {**_QUIET, "populate_existing": True}
_Earlier = aliased(Notice, name="earlier")
_NOW = bindparam("now", type_=UtcTime())
_WHO = bindparam("who")
_KEY = bindparam("which_turn")


def claim(
    *, session: Session, worker: str, now: datetime, lease_seconds: float, person: str | None = None, limit: int
) -> list[Notice]:
    """Takes up to ``limit`` messages for this worker to send, at most one a person, until the lease runs out.

    A message is taken only when no earlier one of its person is on its way, due or being retried, and the person can
    be reached; those of people who cannot be reached are left ``waiting``. A message whose lease ran out may have
    arrived: it is sent once more and counted, and after that it is ``unknown``. Give every message back with ``sent``
    or ``failed``.
    """
    whose = {} if person is None else {"who": person}
    leave, take = _STATEMENTS[person is not None]
    _run_out(session, {"now": utc(now), **whose}, person)
    session.execute(leave, {"now": utc(now), **whose}, execution_options=_QUIET)
    return _take(session, take, {**_lease(worker, now, lease_seconds), **whose, "most": limit})


def claim_turn(*, session: Session, turn_key: str, worker: str, now: datetime, lease_seconds: float) -> list[Notice]:
    """Takes all the messages this very transaction enqueued under ``turn_key``, to be sent in order after the commit.

    Spares the turn a second transaction. Takes nothing for a person to whom something earlier is still on its way:
    the sender does those in order. When one fails, ``failed`` frees the ones behind it.
    """
    return _take(session, _TURN, {**_lease(worker, now, lease_seconds), "which_turn": turn_key})


def after_doubt(repeats: int) -> dict[str, Any]:
    """What becomes of a message that may have arrived: sent once more, then left to the operators."""
    return {"state": "pending", "repeats": repeats + 1} if repeats < REPEATS else {"state": "unknown"}


def _lease(worker: str, now: datetime, seconds: float) -> dict[str, Any]:
    return {"now": utc(now), "until": utc(now) + timedelta(seconds=seconds), "worker": worker}


def _take(session: Session, statement: Any, given: dict[str, Any]) -> list[Notice]:
    return sorted(session.scalars(statement, given, execution_options=_FRESH), key=lambda each: each.id)


def _run_out(session: Session, given: dict[str, Any], person: str | None) -> None:
    """What a worker left behind: only the first of a person's can have left, for messages are marked one by one."""
    late = _LATE if person is None else _LATE.where(Notice.to_person == _WHO)
    begun: set[str] = set()
    for number, to_person, repeats in session.execute(late, given).all():
        change = {"state": "pending"} if to_person in begun else after_doubt(repeats)
        begun.add(to_person)
        given_up = update(Notice).where(Notice.id == number, Notice.state == "sending", Notice.claimed_until < _NOW)
        session.execute(given_up.values(change), {"now": given["now"]}, execution_options=_QUIET)


def _undelivered(notice: Any) -> ColumnElement[bool]:
    """Spelt as in the partial index, or no planner would see that the index answers it."""
    return notice.state.in_([literal_column(f"'{state}'") for state in ("pending", "waiting", "sending")])


def _taking(which: ColumnElement[bool]) -> Any:
    claimed = update(Notice).where(which, _OPEN)
    return claimed.values(
        state="sending",
        claimed_by=bindparam("worker"),
        claimed_until=bindparam("until", type_=UtcTime()),
        attempts=Notice.attempts + 1,
    ).returning(Notice)


def _statements(*whose: ColumnElement[bool]) -> tuple[Any, Any]:
    """Leaving the unreachable waiting, and taking the first of each person; for everybody or for one person."""
    stuck = update(Notice).where(_undelivered(Notice), Notice.state == "pending", _DUE, ~_REACHABLE, *whose)
    heads = select(Notice.id).where(_OPEN, _DUE, _REACHABLE, ~_HELD_UP, *whose).order_by(Notice.id)
    heads = heads.limit(bindparam("most")).with_for_update(skip_locked=True, of=Notice)
    return stuck.values(state="waiting"), _taking(Notice.id.in_(heads))


_OPEN = and_(_undelivered(Notice), Notice.state != "sending")
_DUE = or_(Notice.not_before.is_(None), Notice.not_before <= _NOW)
_REACHABLE = exists().where(Person.id == Notice.to_person, Person.reference.is_not(None), Person.blocked.is_(False))
# An earlier message holds up those behind it once it is due or has been tried; a later appointment does not.
_IN_THE_WAY = and_(
    _Earlier.to_person == Notice.to_person,
    _Earlier.id < Notice.id,
    _undelivered(_Earlier),
    or_(_Earlier.not_before.is_(None), _Earlier.not_before <= _NOW, _Earlier.attempts > 0),
)
_HELD_UP = exists().where(_IN_THE_WAY)
_HELD_UP_TURN = exists().where(_IN_THE_WAY, or_(_Earlier.turn_key.is_(None), _Earlier.turn_key != _KEY))
_LATE = (
    select(Notice.id, Notice.to_person, Notice.repeats)
    .where(_undelivered(Notice), Notice.state == "sending", Notice.claimed_until < _NOW)
    .order_by(Notice.id)
)
_STATEMENTS = {False: _statements(), True: _statements(Notice.to_person == _WHO)}
_TURN = _taking(and_(Notice.turn_key == _KEY, _DUE, _REACHABLE, ~_HELD_UP_TURN))
