"""What an edition would change, as HR see it before it is published: filed records, and lines of the golden set."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlmodel import Session

from dialogs.desk import Desk
from dialogs.giving_before import given_before
from dialogs.people import Directory, school_facts
from dialogs.situations import find_situation
from dialogs.statuses import person_named
from dialogs.steps import facts_of
from dialogs.wording import day
from knowledge import decided
from knowledge.editions.edits import Edition
from knowledge.editions.impact import Elsewhere, goes_elsewhere, supposed_with
from knowledge.errors import Sayable
from knowledge.ruling import RULES, verdict_on
from storage import records
from storage.tables import Record

MOST_RECORDS = 5_000


@dataclass(frozen=True, slots=True)
class Impact:
    """What an edition would change: records by situation and the month of filing, and lines of the golden set that
    come to something else. ``filed`` is how many records there are of which the newest ``MOST_RECORDS`` were looked at,
    ``differing`` are the references, for those who may see records. All is as of the day ``on``."""

    records: tuple[tuple[str, date, int], ...]
    filed: int
    differing: tuple[str, ...]
    golden: tuple[Elsewhere, ...]
    on: date

    @property
    def failing(self) -> tuple[Elsewhere, ...]:
        """The golden lines that are right now and would not be."""
        return tuple(each for each in self.golden if each.fails)


def impact_of(session: Session, desk: Desk, edition: Edition, now: datetime, on: date | None = None) -> Impact:
    """Give what an edition would change as of a day: its first, or today where that is later, unless another is given.

    Sayable where it does not hold yet on the day given.

    Filed records are ruled on again under what is in force on that day, with and without it; nothing is altered. It is
    worked out once for what is known and filed now, and kept in memory for a while.
    """
    begins = max(edition.since, now.date())
    if on and on < begins:
        raise Sayable(f"It changes nothing before {day(begins, now.date())}. Ask for that day, or a later one.")
    filed = records.mark_of(session=session, situations=_situations(edition))
    known = f"impact of {edition.number} on {on or begins}"
    state = (decided.held(), desk.fitted, now.date(), filed)
    kept = desk.memory.look(known, now) or {}
    if kept.get("state") != state:
        kept = {"state": state, "impact": _worked_out(session, desk, edition, now, on or begins)}
        desk.memory.keep(known, kept, now)
    return kept["impact"]


def _worked_out(session: Session, desk: Desk, edition: Edition, now: datetime, on: date) -> Impact:
    supposed = supposed_with(edition)
    differing = list(_differing(session, desk.directory, edition, supposed, on))
    counted = Counter((record.situation, _month(record, now)) for record in differing)
    return Impact(
        records=tuple((situation, month, number) for (situation, month), number in sorted(counted.items())),
        filed=records.count_of(session=session, situations=_situations(edition)),
        differing=tuple(record.reference for record in differing),
        golden=goes_elsewhere(desk.fitted, supposed, on),
        on=on,
    )


def _situations(edition: Edition) -> tuple[str, ...]:
    """The situations whose rules read a figure of the edition: no other ruling can come out differently."""
    names = {figure.name for figure in edition.figures}
    return tuple(dict.fromkeys(situation for (situation, _), rule in RULES.items() if names & set(rule.figures)))


def _differing(
    session: Session, directory: Directory, edition: Edition, supposed: decided.Held, on: date
) -> Iterator[Record]:
    situations = _situations(edition)
    for record in records.of_situations(session=session, situations=situations, most=MOST_RECORDS):
        facts = _facts(session, directory, record)
        if facts is None:
            continue
        where = record.situation, record.audience
        before = verdict_on(*where, facts, on)
        with decided.supposing(supposed):
            after = verdict_on(*where, facts, on)
        if before and after and (before.outcome, set(before.duties)) != (after.outcome, set(after.duties)):
            yield record


def _facts(session: Session, directory: Directory, record: Record) -> dict | None:
    situation = find_situation(record.situation, record.audience)
    if situation is None:
        return None
    before = given_before(session, record) if situation.counts_in_series else Decimal(0)
    return {**school_facts(person_named(directory, record.person)), **facts_of(situation, record.answers, before)}


def _month(record: Record, now: datetime) -> date:
    return record.filed_at.astimezone(now.tzinfo).date().replace(day=1)
