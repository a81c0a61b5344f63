"""How HR change the policies: what may be proposed, who publishes it, and how it is taken back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from dialogs.following import as_edition, follow_decisions
from dialogs.people import Person
from dialogs.settling import EDITOR
from dialogs.wording import day, listed
from knowledge import decided
from knowledge.editions.edits import ClauseEdit, Edition, FigureEdit, edits_json
from knowledge.editions.impact import Elsewhere
from knowledge.editions.proposing import follows
from knowledge.errors import Sayable
from storage import editions
from storage.editions import PUBLISHED, REVIEWED, ROLLED_BACK, WITHDRAWN, Kept, name_of

AUDITOR, RELEASE = "hr_auditor", "release"
LONGEST_WHY = 500
_NAME = re.compile(r"^\W*(?:kb)?[\s_-]*(\d{1,9})\W*$", re.I)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposes: edits of clauses and figures, the first day on which they hold, and why.

    ``document`` names the file that it comes from, "" where it was written in chat.
    """

    clauses: tuple[ClauseEdit, ...]
    figures: tuple[FigureEdit, ...]
    since: date
    why: str = ""
    document: str = ""


def may_edit(person: Person) -> bool:
    """Say whether this person proposes, publishes and rolls back changes of the policies."""
    return person.known and EDITOR in person.roles


def edition_named(session: Session, name: str) -> Kept:
    """Give the edition with this name (``KB-3``, ``3``); Sayable where there is none."""
    found = _NAME.match(name)
    kept = editions.find(session=session, edition=int(found[1])) if found else None
    if kept is None:
        raise Sayable(
            f"There is no {name.strip().upper()[:20]}. Type “history” for all that was proposed and published."
        )
    return kept


def check_first_day(since: date, today: date) -> None:
    """Raise Sayable where a change would hold from a day that is gone: what was ruled since did not know of it."""
    if since < today:
        raise Sayable(
            f"{day(since, today)} is gone, and what was ruled since then didn't know of this. It can hold from today, "
            "or from a later day."
        )


def propose(session: Session, what: Proposal, by: str, now: datetime) -> Kept:
    """Keep a proposal; Sayable where its first day is gone, or there is nothing in it."""
    check_first_day(what.since, now.date())
    if not what.clauses and not what.figures:
        raise Sayable("There's nothing in it that differs from the policies in force, so nothing is proposed.")
    _check_nothing_to_come(what)
    edits = edits_json(what.clauses, what.figures)
    _check_is_new(session, edits, what.since)
    made = editions.propose(
        session=session,
        author=by,
        why=shortened(what.why),
        since=what.since,
        edits=edits,
        follows=follows(what.clauses, what.figures),
        document=what.document,
        now=now,
    )
    return Kept(made)


def _check_nothing_to_come(what: Proposal) -> None:
    subjects = {*(each.clause for each in what.clauses), *(each.name for each in what.figures)}
    for edition in decided.held().editions:
        later = edition.since > what.since and (edition.until is None or edition.since < edition.until)
        if later and subjects & {*(each.clause for each in edition.clauses), *(each.name for each in edition.figures)}:
            name = name_of(edition.number)
            raise Sayable(
                f"{name} changes the same from {day(edition.since, what.since)} on. Propose yours from that day, or "
                f"roll back {name} first."
            )


def _check_is_new(session: Session, edits: Mapping[str, Any], since: date) -> None:
    for kept in editions.every(session=session):
        if kept.state == "proposed" and (kept.edition.edits, kept.edition.since) == (edits, since):
            raise Sayable(f"That is proposed already, as {name_of(kept.edition.id)}. Nothing has changed.")


def publish(
    session: Session, source: object, kept: Kept, by: str, now: datetime, failing: Sequence[Elsewhere], reason: str
) -> Edition:
    """Publish a proposal: by somebody else than its author, and with a reason where golden lines fail with it.

    This process follows it at once, others with their next turn. Sayable where it may not be published, with what to do
    instead; nothing is changed then.
    """
    kept = _as_it_stands(session, source, kept)
    check_may_publish(session, kept, by, now.date())
    if failing and not reason.strip():
        raise Sayable(
            f"{counted(len(failing), 'golden check')} would fail with it, so publishing takes a reason. Read them, and "
            "if they're what you want, give the reason in a sentence; it is kept."
        )
    made = editions.record(
        session=session,
        edition=kept.edition.id,
        act=PUBLISHED,
        by=by,
        now=now,
        why=shortened(reason),
        failing=[f"{each.before.kind}: {each.before.id}" for each in failing],
    )
    if made is None:
        raise Sayable(_settled_already(session, kept.edition.id))
    follow_decisions(session, source)
    return as_edition(editions.find(session=session, edition=kept.edition.id), now.date())


def _as_it_stands(session: Session, source: object, kept: Kept) -> Kept:
    """Wait until nobody else settles an edition, and read again what they may have done meanwhile."""
    editions.alone(session)
    follow_decisions(session, source)
    return editions.find(session=session, edition=kept.edition.id) or kept


def check_may_publish(session: Session, kept: Kept, by: str, today: date) -> None:
    """Raise Sayable where this person cannot publish this proposal now."""
    name = name_of(kept.edition.id)
    editions.alone(session)
    if kept.state != "proposed":
        raise Sayable(_settled_already(session, kept.edition.id))
    if kept.edition.author == by:
        raise Sayable(f"You wrote {name}, so somebody else publishes it. Everybody else in HR was told of it.")
    if kept.begins(today) < today:
        raise Sayable(
            f"{name} was to hold from {day(kept.edition.since, today)}, and that day is gone. Withdraw it, and propose "
            "it again from a day to come."
        )
    edition = as_edition(kept, today)
    now_last = follows(edition.clauses, edition.figures)
    moved = [subject for subject, last in kept.edition.follows.items() if now_last.get(subject, 0) != last]
    if moved:
        others = listed(tuple(dict.fromkeys(name_of(now_last[each]) for each in moved if now_last.get(each))))
        why = f"{others} changed the same" if others else "What it was written on top of was rolled back"
        raise Sayable(
            f"{why} since {name} was written, so it was written against words that are gone. Withdraw {name}, and "
            "propose it again."
        )


def withdraw(session: Session, kept: Kept, by: str, now: datetime) -> None:
    """Take a proposal back before it is published; Sayable where it is settled already."""
    made = None
    if kept.state == "proposed":
        made = editions.record(session=session, edition=kept.edition.id, act=WITHDRAWN, by=by, now=now)
    if made is None:
        raise Sayable(_settled_already(session, kept.edition.id))


def roll_back(session: Session, source: object, kept: Kept, by: str, why: str, now: datetime) -> None:
    """Take a published edition back from today on; what was ruled before keeps it.

    Sayable where it is not in force or to come, or where a later edition was written on top of it.
    """
    name, kept = name_of(kept.edition.id), _as_it_stands(session, source, kept)
    if kept.state == ROLLED_BACK:
        raise Sayable(f"{name} is rolled back already.")
    if kept.state != PUBLISHED:
        raise Sayable(f"{name} isn't published, so there's nothing to roll back. To take it back, withdraw it.")
    above = _on_top_of(session, kept)
    if above:
        raise Sayable(f"{name_of(above)} was written on top of {name}. Roll back {name_of(above)} first.")
    made = editions.record(
        session=session, edition=kept.edition.id, act=ROLLED_BACK, by=by, now=now, why=shortened(why)
    )
    if made is None:
        raise Sayable(f"{name} is rolled back already.")
    follow_decisions(session, source)


def review(session: Session, source: object, kept: Kept, clause: str, by: str, now: datetime) -> None:
    """Note that somebody read the rule beside a changed clause again, and it holds; Sayable where it was noted."""
    if editions.record(session=session, edition=kept.edition.id, act=REVIEWED, by=by, now=now, subject=clause) is None:
        raise Sayable("That was noted already.")
    follow_decisions(session, source)


def last_edition_of(session: Session, clause: str, on: date) -> Kept | None:
    """Give the published edition, not rolled back, that changed a clause last of those that have begun by a day."""
    of_clause = [
        each
        for each in editions.every(session=session)
        if each.state == PUBLISHED
        and each.begins(on) <= on
        and any(edit["clause"] == clause for edit in each.edition.edits["clauses"])
    ]
    return max(of_clause, key=lambda each: each.act(PUBLISHED).id, default=None)


def shortened(words: str) -> str:
    """Give a reason on one line; Sayable where it is too long to be read."""
    said = " ".join(words.split())
    if len(said) > LONGEST_WHY:
        raise Sayable(f"That reason is too long: {LONGEST_WHY} characters at most.")
    return said


def counted(number: int, what: str) -> str:
    """Write how many there are: ``1 golden case``, ``3 golden cases``."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _on_top_of(session: Session, kept: Kept) -> int | None:
    number = kept.edition.id
    return next(
        (
            each.edition.id
            for each in editions.every(session=session)
            if each.state == PUBLISHED and number in each.edition.follows.values()
        ),
        None,
    )


def _settled_already(session: Session, edition: int) -> str:
    kept = editions.find(session=session, edition=edition)
    states = {PUBLISHED: "published", WITHDRAWN: "withdrawn", ROLLED_BACK: "rolled back"}
    return f"{name_of(edition)} is {states.get(kept.state, 'settled')} already. Nothing has changed."
