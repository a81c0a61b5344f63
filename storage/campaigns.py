"""Reviews of declarations: started for many people at once, answered one by one, closed by their owner."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, func, insert, literal_column, or_, select, update
from sqlmodel import Session

from storage.codec import utc
from storage.inserting import insert_row
from storage.tables import Campaign, CampaignMember, Person, Record

_MEMBER, _RECORD = CampaignMember.__table__, Record.__table__
_QUIET = {"synchronize_session": False}
_WITHDRAWN = literal_column("'withdrawn'")
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of one person in a review: the reference and whether it is nil, never what it says.

    ``reference`` and ``nil`` are None while they have not answered; ``gone``: they are no longer in the directory.
    """

    person: str
    name: str
    reference: str | None
    nil: bool | None
    gone: bool


def start(
    *,
    session: Session,
    owner: str,
    label: str,
    situation: str,
    people: Sequence[tuple[str, str]],
    ends_on: date,
    next_what: str | None,
    next_at: datetime | None,
    now: datetime,
) -> Campaign:
    """Starts a review for people (id and name of each), written in one go; ``now`` and ``next_at`` are aware."""
    campaign = insert_row(
        session,
        Campaign,
        owner=owner,
        label=label,
        situation=situation,
        starts_on=now.date(),
        ends_on=ends_on,
        next_what=next_what,
        next_at=None if next_at is None else utc(next_at),
        started_at=utc(now),
    )
    rows = [{"campaign_id": campaign.id, "person": person, "name": name} for person, name in people]
    if rows:
        session.connection().execute(insert(_MEMBER), rows)
    return campaign


def by_id(*, session: Session, campaign_id: int) -> Campaign | None:
    """The review with this id, or None."""
    return session.get(Campaign, campaign_id, populate_existing=True)


def of_owner(*, session: Session, owner: str, state: str | None = None) -> list[Campaign]:
    """The reviews that this person started, the latest first; those in one state where that is given."""
    theirs = select(Campaign).where(Campaign.owner == owner)
    theirs = theirs.where(Campaign.state == state) if state else theirs
    return list(session.scalars(theirs.order_by(Campaign.id.desc())).all())


def asking(*, session: Session, person: str) -> list[Campaign]:
    """The open reviews to which this person still owes an answer, the one that ends first before the others."""
    owed = (
        select(Campaign)
        .join(CampaignMember, CampaignMember.campaign_id == Campaign.id)
        .outerjoin(Record, Record.id == CampaignMember.record_id)
        .where(CampaignMember.person == person, Campaign.state == "open", _unanswered(CampaignMember, Record))
    )
    return list(session.scalars(owed.order_by(Campaign.ends_on, Campaign.id)).all())


def asked(*, session: Session, person: str, campaign_id: int) -> bool:
    """Tells whether a review asked this person, whatever became of it."""
    mine = select(_MEMBER.c.id).where(_MEMBER.c.person == person, _MEMBER.c.campaign_id == campaign_id)
    return session.connection().scalar(mine) is not None


def answers(*, session: Session, campaign_id: int) -> list[Answer]:
    """What is known of everybody in a review, in the order in which they were asked."""
    columns = (_MEMBER.c.person, _MEMBER.c.name, _RECORD.c.reference, _MEMBER.c.nil, _MEMBER.c.gone_at)
    answered = and_(_RECORD.c.id == _MEMBER.c.record_id, _RECORD.c.status != _WITHDRAWN)
    rows = select(*columns).select_from(_MEMBER.outerjoin(_RECORD, answered))
    rows = rows.where(_MEMBER.c.campaign_id == campaign_id).order_by(_MEMBER.c.id)
    return [
        Answer(person, name, reference, nil if reference else None, gone is not None)
        for person, name, reference, nil, gone in session.connection().execute(rows)
    ]


def left_to_answer(*, session: Session, campaign_id: int) -> int:
    """How many in a review have not answered and are still in the directory, as far as is known."""
    open_still = select(func.count()).select_from(_MEMBER.outerjoin(_RECORD, _RECORD.c.id == _MEMBER.c.record_id))
    open_still = open_still.where(
        _MEMBER.c.campaign_id == campaign_id, _MEMBER.c.gone_at.is_(None), _unanswered(_MEMBER.c, _RECORD.c)
    )
    return session.connection().scalar(open_still)


def answer(*, session: Session, campaign: Campaign, person: str, record: Record, nil: bool) -> bool:
    """Links the record with which somebody answers; False when an answer that still counts was linked before."""
    earlier = select(_RECORD.c.id).where(_RECORD.c.status == _WITHDRAWN)
    change = (
        update(CampaignMember)
        .where(
            CampaignMember.campaign_id == campaign.id,
            CampaignMember.person == person,
            or_(CampaignMember.record_id.is_(None), CampaignMember.record_id.in_(earlier)),
        )
        .values(record_id=record.id, nil=nil)
    )
    return session.execute(change, execution_options=_QUIET).rowcount > 0


def put_off(*, session: Session, campaign: Campaign, person: str, now: datetime) -> None:
    """Notes that somebody said "not now"."""
    mine = update(CampaignMember).where(CampaignMember.campaign_id == campaign.id, CampaignMember.person == person)
    session.execute(mine.values(put_off_at=utc(now)), execution_options=_QUIET)


def gone(*, session: Session, campaign_id: int, people: Collection[str], now: datetime) -> None:
    """Notes that people in a review are no longer in the directory."""
    listed = sorted(people)
    for first in range(0, len(listed), _AT_ONCE):
        theirs = update(CampaignMember).where(
            CampaignMember.campaign_id == campaign_id, CampaignMember.person.in_(listed[first : first + _AT_ONCE])
        )
        session.execute(theirs.values(gone_at=utc(now)), execution_options=_QUIET)


def complete(*, session: Session, campaign_id: int, now: datetime) -> bool:
    """Notes that everybody has answered; False when that was noted before, so that its owner hears it once."""
    first = update(Campaign).where(Campaign.id == campaign_id, Campaign.complete_at.is_(None))
    return session.execute(first.values(complete_at=utc(now)), execution_options=_QUIET).rowcount > 0


def due(*, session: Session, now: datetime) -> list[Campaign]:
    """Open reviews for which something happens by itself now."""
    now_due = select(Campaign).where(Campaign.next_at.is_not(None), Campaign.next_at <= utc(now))
    return list(session.scalars(now_due.where(Campaign.state == "open").order_by(Campaign.next_at)).all())


def move_on(*, session: Session, campaign: Campaign, next_what: str | None, next_at: datetime | None) -> bool:
    """Sets what happens next; False when somebody did so since the review was read, so that it happens once."""
    unchanged = update(Campaign).where(
        Campaign.id == campaign.id, Campaign.state == "open", Campaign.next_what == campaign.next_what
    )
    moved = unchanged.values(next_what=next_what, next_at=None if next_at is None else utc(next_at))
    return session.execute(moved, execution_options=_QUIET).rowcount > 0


def close(*, session: Session, campaign: Campaign, now: datetime) -> bool:
    """Closes a review: nobody is asked any more; False when it was closed before."""
    still_open = update(Campaign).where(Campaign.id == campaign.id, Campaign.state == "open")
    closed = still_open.values(state="closed", closed_at=utc(now), next_what=None, next_at=None)
    return session.execute(closed, execution_options=_QUIET).rowcount > 0


def reached(*, session: Session, people: Collection[str]) -> set[str]:
    """Those of the people who have opened the bot, so that a message reaches them now."""
    met: set[str] = set()
    listed, person = sorted(people), Person.__table__.c
    for first in range(0, len(listed), _AT_ONCE):
        some = listed[first : first + _AT_ONCE]
        rows = select(person.id).where(person.id.in_(some), person.reference.is_not(None), person.blocked.is_(False))
        met.update(session.connection().scalars(rows))
    return met


def _unanswered(member: object, record: object):
    return or_(member.record_id.is_(None), record.status == _WITHDRAWN)
