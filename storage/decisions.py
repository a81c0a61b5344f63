"""Asking for decisions and acknowledgements, and taking them once."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, literal_column, update
from sqlmodel import Session, select

from knowledge.errors import Sayable
from storage.codec import utc
from storage.inserting import insert_row
from storage.tables import Decision, Record

ANSWERS = {
    "approve": {"approved", "approved_with_conditions", "refused", "more_asked"},
    "acknowledge": {"acknowledged", "more_asked"},
    "weigh": {"acknowledged", "told_151", "more_asked"},
    "pass_on": {"passed_on", "more_asked"},
    "enter": {"entered", "more_asked"},
    "take_back": {"taken_back", "more_asked"},
    "inspect": {"inspected", "more_asked"},
    "advise": {"advised", "more_asked"},
    "take_step": {"step_taken", "more_asked"},
}
_FRESH = {"populate_existing": True}
_OPEN = Decision.state.in_(("pending", "more_asked"))
_ASKED_OF = (
    select(Decision, Record)
    .join(Record, Record.id == Decision.record_id)
    .where(Record.concerns == bindparam("who"), Decision.state == literal_column("'more_asked'"))
    .order_by(Decision.decided_at.desc(), Decision.id.desc())
)
_ANY_ASKED = (
    select(Decision.id)
    .join(Record, Record.id == Decision.record_id)
    .where(Record.concerns == bindparam("who"), Decision.state == literal_column("'more_asked'"))
    .limit(1)
)
_WAITS = (Decision.person == bindparam("who"), Decision.state == literal_column("'pending'"))
_PENDING = select(Decision).where(*_WAITS).order_by(Decision.id)
_OF_RECORD = select(Decision).where(Decision.record_id == bindparam("record")).order_by(Decision.step, Decision.id)
_LAST_BY = (
    select(Decision)
    .where(Decision.decided_by == bindparam("who"), Decision.state != literal_column("'more_asked'"))
    .order_by(Decision.decided_at.desc(), Decision.id.desc())
    .limit(1)
)
_HELD = (
    select(Decision, Record)
    .join(Record, Record.id == Decision.record_id)
    .where(Decision.id == bindparam("decision"))
    .with_for_update(of=Record)
)


class NotYours(Sayable):
    """Somebody tried to decide what was not asked of them, or their own case."""


def last_by(*, session: Session, person: str) -> Decision | None:
    """What the person decided or acknowledged last; None where there was nothing yet."""
    return session.exec(_LAST_BY, params={"who": person}).first()


def ask(
    *, session: Session, record: Record, step: int, role: str, person: str | None, wants: str, now: datetime
) -> Decision:
    """Asks a person in a role (or, without a person, whoever holds it) for one of ``ANSWERS`` about a record.

    ``approve`` it, ``acknowledge`` it, ``pass_on`` what it says, ``enter`` it in a register, ``advise`` on it,
    ``take_step`` and say which, ``take_back`` what it lists, or ``inspect`` it (ValueError else).
    """
    if wants not in ANSWERS:
        raise ValueError(f"a decision is to {', to '.join(ANSWERS)}, not to {wants}")
    asked = {"record_id": record.id, "step": step, "role": role, "person": person, "wants": wants}
    return insert_row(session, Decision, **asked, asked_at=utc(now))


def by_id(*, session: Session, decision_id: int) -> Decision | None:
    """The decision as it stands in the database now, or None."""
    return session.get(Decision, decision_id, populate_existing=True)


def pending_for(*, session: Session, person: str) -> list[Decision]:
    """What waits for this person, oldest first; a question they put to the requester is not waiting for them."""
    return list(session.exec(_PENDING, params={"who": person}).all())


def asked_of(*, session: Session, person: str) -> list[tuple[Decision, Record]]:
    """Questions that deciders put to this person about their own records, the latest first."""
    if session.connection().scalar(_ANY_ASKED, {"who": person}) is None:
        return []
    return [tuple(row) for row in session.exec(_ASKED_OF, params={"who": person}).all()]


def open_for(*, session: Session, person: str) -> list[Decision]:
    """What this person may still answer, oldest first: pending, or waiting for more from the requester."""
    waiting = select(Decision).where(Decision.person == person, _OPEN)
    return list(session.exec(waiting.order_by(Decision.id)).all())


def of_record(*, session: Session, record_id: int) -> list[Decision]:
    """Every step of a record, in order."""
    return list(session.exec(_OF_RECORD, params={"record": record_id}).all())


def decide(
    *,
    session: Session,
    decision_id: int,
    version: int,
    by: str,
    state: str,
    note: str | None,
    now: datetime,
    ground: str | None = None,
) -> Decision | None:
    """Answers a pending decision, once; None when it was answered, withdrawn or changed before.

    ``state`` is an answer to what was wanted: approved, approved_with_conditions, refused, more_asked, acknowledged,
    told_151, passed_on, entered, advised, step_taken (ValueError for another). ``ground`` is the key of the ground of
    a refusal.
    Raises NotYours when ``by`` is not the person asked, or is the one the record concerns or who filed it: nobody
    decides their own.
    """
    decision, record = _held(session, decision_id)
    if decision is None or record is None:
        return None
    if by in (record.person, record.concerns):
        raise NotYours("This one is your own, and nobody decides their own. It stays with the person it was sent to.")
    if decision.person not in (None, by):
        raise NotYours("This was sent to somebody else, so I cannot take your answer. Please ask them to reply to it.")
    if state not in ANSWERS[decision.wants]:
        raise ValueError(f"{state} is no answer where somebody was asked to {decision.wants}")
    change = {"state": state, "note": note, "ground": ground, "decided_by": by, "decided_at": utc(now)}
    return _change(session, decision_id, version, ("pending",), change)


def reassign(*, session: Session, decision_id: int, version: int, by: str, to: str, now: datetime) -> Decision | None:
    """Hands a decision that is still open to somebody else, once, and gives what is now asked of them.

    The old row stays, ``reassigned``. None when it was answered, handed over or changed before. Raises NotYours when
    ``by`` is not the person asked, or ``to`` is the one the record concerns or who filed it.
    """
    decision, record = _held(session, decision_id)
    if decision is None or record is None:
        return None
    if decision.person != by:
        raise NotYours("This was sent to somebody else, so only they can pass it to another person.")
    if to in (record.person, record.concerns):
        raise NotYours("It is that person's own, and nobody decides their own. Please name somebody else.")
    return _pass(session, decision, record, version, by, to, now)


def redirect(*, session: Session, decision_id: int, version: int, by: str, to: str, now: datetime) -> Decision | None:
    """Brings what is still open to whom the one it concerns chooses, also where nobody was listed to be asked.

    None when it was answered, handed over or changed before. Raises NotYours when ``by`` neither filed the record nor
    is the one it concerns, or ``to`` is.
    """
    decision, record = _held(session, decision_id)
    if decision is None or record is None:
        return None
    own = (record.person, record.concerns)
    if by not in own or to in own:
        raise NotYours("Only the person it is about can say who else should have it, and it cannot be they themselves.")
    if decision.person is None:
        return _change(session, decision_id, version, ("pending",), {"person": to, "asked_at": utc(now)})
    return _pass(session, decision, record, version, by, to, now)


def reopen(*, session: Session, decision_id: int, version: int, now: datetime) -> Decision | None:
    """Puts a decision that waited for more from the requester before its person again; None when it did not wait."""
    change = {"state": "pending", "asked_at": utc(now), "decided_by": None, "decided_at": None}
    return _change(session, decision_id, version, ("more_asked",), change)


def withdraw_all(*, session: Session, record: Record, now: datetime) -> list[Decision]:
    """Takes back every step of the record that is still open, and gives those it took back."""
    session.execute(select(Record.id).where(Record.id == record.id).with_for_update())
    taken = update(Decision).where(Decision.record_id == record.id, _OPEN).returning(Decision)
    change = {"state": "withdrawn", "decided_at": utc(now), "version": Decision.version + 1}
    rows = session.scalars(taken.values(change), execution_options=_FRESH | {"synchronize_session": False})
    return sorted(rows, key=lambda each: each.id)


def _held(session: Session, decision_id: int) -> tuple[Decision | None, Record | None]:
    """The decision and its record, the record held against change until the transaction ends."""
    found = session.execute(_HELD, {"decision": decision_id}, execution_options=_FRESH).one_or_none()
    return (None, None) if found is None else (found[0], found[1])


def _pass(
    session: Session, decision: Decision, record: Record, version: int, by: str, to: str, now: datetime
) -> Decision | None:
    change = {"state": "reassigned", "decided_by": by, "decided_at": utc(now), "passed_to": to}
    step, role, wants = decision.step, decision.role, decision.wants
    if _change(session, decision.id, version, ("pending", "more_asked"), change) is None:
        return None
    return ask(session=session, record=record, step=step, role=role, person=to, wants=wants, now=now)


def _change(
    session: Session, decision_id: int, version: int, before: tuple[str, ...], change: dict[str, Any]
) -> Decision | None:
    asked = (
        update(Decision)
        .where(Decision.id == decision_id, Decision.state.in_(before), Decision.version == version)
        .values(**change, version=version + 1)
        .returning(Decision)
    )
    return session.scalars(asked, execution_options=_FRESH | {"synchronize_session": False}).one_or_none()
