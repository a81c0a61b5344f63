"""Editions of the policies as they are kept: proposed once, then published, withdrawn or rolled back; never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func
from sqlmodel import Session, select

from storage import audit
from storage.codec import plain, utc
from storage.locks import TAKE, lock_number
from storage.tables import ContactConfirmation, Edition, EditionAct, LedgerDecision, Release, TaughtPhrase
from storage.upserts import insert_into

PUBLISHED, WITHDRAWN, ROLLED_BACK, REVIEWED = "published", "withdrawn", "rolled_back", "reviewed"
_STEPS = {PUBLISHED: "settled", WITHDRAWN: "settled", ROLLED_BACK: "rolled_back", REVIEWED: "reviewed"}
_COUNTED = select(func.count()).select_from
_FOLLOWED = (LedgerDecision, EditionAct, TaughtPhrase, ContactConfirmation, Release)
_MARK = select(*(_COUNTED(table).scalar_subquery() for table in _FOLLOWED))
_ALL = select(Edition).order_by(Edition.id)
_ACTS = select(EditionAct).order_by(EditionAct.id)
_OF = select(EditionAct).where(EditionAct.edition == bindparam("which")).order_by(EditionAct.id)


@dataclass(frozen=True, slots=True)
class Kept:
    """An edition with what was done with it, in order."""

    edition: Edition
    acts: tuple[EditionAct, ...] = ()

    def act(self, name: str) -> EditionAct | None:
        """Give the act of this name, None where it was not done."""
        return next((each for each in self.acts if each.act == name), None)

    @property
    def state(self) -> str:
        """``proposed``, ``published``, ``withdrawn`` or ``rolled_back``."""
        return next((name for name in (ROLLED_BACK, WITHDRAWN, PUBLISHED) if self.act(name)), "proposed")

    def begins(self, today: date) -> date:
        """Give its first day: where it was proposed for the very day, that of its publication, and until then today."""
        if self.edition.since > self.edition.made_on:
            return self.edition.since
        settled = self.act(PUBLISHED) or self.act(WITHDRAWN)
        return max(self.edition.since, settled.done_on if settled else today)

    @property
    def reviewed(self) -> frozenset[str]:
        """The clauses of it whose rules were read again."""
        return frozenset(each.subject for each in self.acts if each.act == REVIEWED)


def propose(
    *,
    session: Session,
    author: str,
    why: str,
    since: date,
    edits: Mapping[str, Any],
    follows: Mapping[str, int],
    document: str,
    now: datetime,
) -> Edition:
    """Keeps a proposal and its audit row, which names what it changes and holds none of its words."""
    fields = {"author": author, "why": why, "since": since, "document": document}
    made = Edition(**fields, edits=plain(edits), follows=plain(follows), made_on=now.date(), made_at=utc(now))
    session.add(made)
    session.flush()
    detail = {"from": since.isoformat(), "changes": sorted(follows)}
    subject = name_of(made.id)
    audit.append(session=session, actor=author, act="edition_proposed", subject=subject, detail=detail, now=now)
    return made


def record(
    *,
    session: Session,
    edition: int,
    act: str,
    by: str,
    now: datetime,
    why: str = "",
    subject: str = "",
    failing: Sequence[str] = (),
) -> EditionAct | None:
    """Keeps an act and its audit row; None where the same step was taken already, by whomever."""
    row = {"edition": edition, "step": _STEPS[act], "act": act, "subject": subject, "by": by, "why": why}
    row |= {"failing": list(failing), "done_on": now.date(), "done_at": utc(now)}
    added = insert_into(session, EditionAct).values(**row)
    added = added.on_conflict_do_nothing(index_elements=["edition", "step", "subject"]).returning(EditionAct.id)
    made = session.connection().execute(added).scalar_one_or_none()
    if made is None:
        return None
    detail = {"clause": subject} if subject else {"overridden": list(failing)} if failing else {}
    audit.append(session=session, actor=by, act=f"edition_{act}", subject=name_of(edition), detail=detail, now=now)
    return session.get(EditionAct, made)


def alone(session: Session) -> None:
    """Waits until nobody else settles an edition, and keeps them waiting until the commit. For publishing."""
    if session.connection().dialect.name != "sqlite":
        session.connection().execute(TAKE, {"number": lock_number("editions")})


def find(*, session: Session, edition: int) -> Kept | None:
    """An edition with its acts, or None."""
    found = session.get(Edition, edition)
    return None if found is None else Kept(found, tuple(session.exec(_OF, params={"which": edition}).all()))


def every(*, session: Session) -> list[Kept]:
    """All editions, in the order in which they were proposed."""
    acts = session.exec(_ACTS).all()
    editions = session.exec(_ALL).all()
    return [Kept(each, tuple(act for act in acts if act.edition == each.id)) for each in editions]


def mark(*, session: Session) -> tuple[int, ...]:
    """How much was decided, done, taught and confirmed; no row is ever changed or deleted, so it tells what is new."""
    return tuple(session.connection().execute(_MARK).one())


def name_of(edition: int) -> str:
    """The reference by which people know an edition: ``KB-3``."""
    return f"KB-{edition}"
