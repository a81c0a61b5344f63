"""kb review and kb links: what falls due for review, and whether the links in the clauses answer."""

import argparse
import asyncio
import os
from datetime import date, datetime
from typing import Any

from bot.clock import Clock
from bot.commands.keeping import current_store
from bot.commands.lines import print_json
from bot.commands.serving import people_for
from bot.links import LinkLooker
from bot.people import LocalDirectory
from bot.settings import read_settings
from dialogs.editions import counted
from dialogs.following import follow_decisions
from dialogs.policy_links import NO_WAY, how_it_answered, links_in_force
from dialogs.policy_parts import label_of, subject_of
from dialogs.policy_reviews import Standing, parts_with_reviews
from dialogs.statuses import person_named
from knowledge.clauses import Clause, Library
from knowledge.editions.overlay import library_on
from knowledge.editions.resting import rules_on
from knowledge.errors import Sayable
from knowledge.links import Look, links_of, nothing_reached
from storage import links, policy_reviews

Links = dict[str, tuple[Clause, ...]]


def kb_review(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """List what falls due for review, overdue first, with flagged clauses and links that did not answer."""
    store, clock, directory = current_store(given, prepare=True), _clock(), people_for(given.people)
    today = clock.today()
    with store.read() as session:
        follow_decisions(session, store)
        library = library_on(today)
        stands = parts_with_reviews(library, policy_reviews.every(session=session))
        kept = links.every(session=session)
    flagged = [c for c in library.in_force() if c.unreviewed and rules_on(c.id)]
    there = links_of(library.in_force(on=today))
    looks = [(look, at) for url in there if url in kept for look, at in [kept[url]]]
    if given.json:
        parts = [_part_json(library, directory, each, today) for each in stands]
        told = [_look_json(there, look, at.astimezone(clock.zone)) for look, at in looks]
        print_json({"parts": parts, "flagged": [c.id for c in flagged], "links": told})
        return 0
    for each in stands:
        print(_part_line(library, directory, each, today))
    for clause in flagged:
        print(f"flagged     {clause.label}: its rules are not yet read against the new words")
    for look, at in looks:
        if not look.answered:
            print(f"link        {_look_line(there, look)}, on {at.astimezone(clock.zone).date()}")
    return 0


def kb_links(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Look at every link in the clauses in force and keep how each answered; exit code 1 where one did not.

    Where none was reached at all, what was found before stays.
    """
    store, clock = current_store(given, prepare=True), _clock()
    with store.read() as session:
        there = links_in_force(session, store, clock.today())
    looks = asyncio.run(LinkLooker().look_at(there))
    now = clock.now()
    unreached = nothing_reached(looks)
    with store.write() as session:
        links.keep(session=session, looks=() if unreached else looks, now=now)
    if given.json:
        print_json({"links": [_look_json(there, look, now) for look in looks]})
    else:
        for look in looks:
            print(_look_line(there, look))
    if unreached:
        raise Sayable(f"There was no answer from anywhere. {NO_WAY}")
    dead = sum(not look.answered for look in looks)
    if dead:
        raise Sayable(f"{dead} of {counted(len(looks), 'link')} did not answer.")
    if not given.json:
        print(f"Each of {counted(len(looks), 'link')} answered." if looks else "No clause in force has a link.")
    return 0


def _part_line(library: Library, directory: LocalDirectory, stands: Standing, today: date) -> str:
    due = f"{stands.due}" if stands.due else "no date"
    late = ", overdue" if stands.due and stands.due < today else ""
    owner = person_named(directory, stands.owner).name if stands.owner else "nobody"
    last = stands.kept.reviewed if stands.kept else None
    reviewed = f"{last.done_on} by {person_named(directory, last.by).name}" if last else "not yet"
    return f"{due:<11} {label_of(library, stands.part)}{late}; owner: {owner}; last reviewed: {reviewed}"


def _part_json(library: Library, directory: LocalDirectory, stands: Standing, today: date) -> dict[str, Any]:
    last = stands.kept.reviewed if stands.kept else None
    reviewed = {"on": last.done_on.isoformat(), "by": person_named(directory, last.by).name} if last else None
    return {
        "part": subject_of(stands.part),
        "label": label_of(library, stands.part),
        "due": stands.due.isoformat() if stands.due else None,
        "due_from": subject_of(stands.due_from) if stands.due_from else None,
        "overdue": bool(stands.due and stands.due < today),
        "owner": person_named(directory, stands.owner).name if stands.owner else None,
        "owner_from": subject_of(stands.owner_from) if stands.owner_from else None,
        "last_reviewed": reviewed,
    }


def _look_line(there: Links, look: Look) -> str:
    return f"{look.url} ({', '.join(clause.label for clause in there[look.url])}): {how_it_answered(look)}"


def _look_json(there: Links, look: Look, at: datetime) -> dict[str, Any]:
    clauses = [clause.id for clause in there[look.url]]
    found = {"answered": look.answered, "status": look.status, "reason": look.reason or None}
    return {"url": look.url, "clauses": clauses, **found, "looked_at": at.isoformat(timespec="seconds")}


def _clock() -> Clock:
    return Clock(read_settings(os.environ).zone)
