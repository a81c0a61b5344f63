"""Rulings and answers follow what HR has decided: read from the database when there is more of it."""

from sqlmodel import Session

from knowledge import decided
from knowledge.ledger.decisions import Decision, follow
from storage import ledger
from storage.tables import LedgerDecision


def follow_decisions(session: Session, source: object) -> None:
    """Let this process follow what is decided in the database of this session; ``source`` stands for the database.

    Asked at the start of every turn, it costs one count; the decisions are read only where there are others.
    """
    held = decided.held()
    if held.source is source and len(held.decisions) == ledger.count(session=session):
        return
    follow(source, [as_decision(row) for row in ledger.all_decisions(session=session)])


def as_decision(row: LedgerDecision) -> Decision:
    """Give a kept decision as the rules know it."""
    return Decision(
        number=row.id,
        entry=row.entry,
        reading=row.reading,
        words=row.words,
        by=row.decided_by,
        made_on=row.decided_on,
        since=row.since,
        withdraws=row.withdraws,
    )
