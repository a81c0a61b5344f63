"""What a giver had given somebody before a record was filed."""

from decimal import Decimal

from sqlmodel import Session

from dialogs.drafting import known_givers
from storage import records
from storage.codec import pounds
from storage.tables import Record


def given_before(session: Session, record: Record) -> Decimal:
    """Give what the register held from the giver when a record was filed."""
    if not record.giver:
        return Decimal(0)
    known = known_givers(session, record.person, record.giver)
    earlier = [
        each
        for key in known
        for each in records.earlier(session=session, person=record.person, giver_key=key, limit=1000)
        if each.counts and each.value_pence and each.id < record.id
    ]
    return sum((pounds(each.value_pence) for each in earlier), Decimal(0))
