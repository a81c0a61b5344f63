"""Rulings and answers follow what HR has decided, published and taught: read from the database when it holds more."""

from datetime import date

from sqlmodel import Session

from dialogs.desk import Desk
from knowledge import decided
from knowledge.confirmed import Confirmation
from knowledge.editions.edits import Edition, read_edits
from knowledge.editions.overlay import library_on
from knowledge.editions.shipping import library_then, rows_then
from knowledge.following import follow
from knowledge.ledger.decisions import Decision
from knowledge.understanding.teaching import Phrase
from storage import contacts, editions, ledger, phrases, releases
from storage.editions import PUBLISHED, ROLLED_BACK, Kept
from storage.tables import LedgerDecision


def follow_decisions(session: Session, source: object) -> None:
    """Let this process follow what the database of this session holds; ``source`` stands for the database.

    Asked at the start of every turn, it costs one count; the rows are read only where there are others.
    """
    held, mark = decided.held(), editions.mark(session=session)
    if held.source is source and held.mark == mark:
        return
    decisions = [as_decision(row) for row in ledger.all_decisions(session=session)]
    taught = [Phrase(row.id, row.text, row.situation, row.clause) for row in phrases.standing(session=session)]
    every = published(editions.every(session=session))
    confirmed = [Confirmation(row.reads, row.done_on, row.by) for row in contacts.every(session=session)]
    follow(source, decisions, every, taught, mark, confirmed, _began(session))


def _began(session: Session) -> decided.Began | None:
    """What HR began with; None where no release since had it otherwise."""
    first, newest = releases.first(session=session), releases.newest(session=session)
    if first is None or first.id == newest.id:
        return None
    return decided.Began(library_then(first.content), rows_then(first.content))


def on_this_day(desk: Desk, on: date) -> Desk:
    """Give the desk with the clauses as they read on a day, and what HR taught."""
    library, phrases = library_on(on), decided.held().phrases
    return desk if library is desk.library and not phrases else desk.over(library, phrases)


def published(kept: list[Kept]) -> list[Edition]:
    """Give the editions that were published, in the order of their publication."""
    found = [each for each in kept if each.act(PUBLISHED)]
    return [as_edition(each, each.edition.since) for each in sorted(found, key=lambda each: each.act(PUBLISHED).id)]


def as_edition(kept: Kept, today: date) -> Edition:
    """Give a kept edition as rulings and answers know it, or would know it if it were published today."""
    clauses, figures = read_edits(kept.edition.edits)
    back = kept.act(ROLLED_BACK)
    return Edition(
        number=kept.edition.id,
        since=kept.begins(today),
        clauses=clauses,
        figures=figures,
        until=back.done_on if back else None,
        reviewed=kept.reviewed,
    )


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
