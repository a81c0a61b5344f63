"""kb ambiguities, decide and undecide: what is unclear in the policies, and what HR decided, from the command line."""

import argparse
import os
from datetime import date
from typing import Any

from bot.clock import Clock
from bot.commands.keeping import current_store
from bot.commands.lines import print_json
from bot.commands.serving import people_for
from bot.settings import read_settings
from dialogs.following import follow_decisions
from dialogs.people import Person
from dialogs.settling import (
    Settlement,
    all_as_read,
    check,
    entry_named,
    last_row,
    may_settle,
    reopen,
    settle,
    state_of,
)
from knowledge.editions.overlay import library_on
from knowledge.errors import Sayable
from knowledge.ledger.decisions import coming
from knowledge.ledger.landing import Landed
from knowledge.ledger.telling import day_of, decided_sentence
from knowledge.ruling_json import landed_json

NOBODY = "command line"


def ambiguities(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """List every ambiguity, the open ones first."""
    store, today = current_store(given, prepare=True), _clock().today()
    with store.read() as session:
        follow_decisions(session, store)
    every = all_as_read(today)
    if given.json:
        print_json({"ambiguities": [_json(landed, today) for landed in every]})
        return 0
    for landed in every:
        print(f"{landed.entry.id:<4} {state_of(landed):<8} {landed.entry.title}")
        if landed.decision:
            print(f"{'':13} {decided_sentence(landed.decision)}")
    return 0


def decide(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Record what HR decided on one."""
    person, now = _editor(given, command, given.by), _clock().now()
    try:
        entry = entry_named(given.entry)
        check(entry, given.reading, given.words)
    except Sayable as wrong:
        command.error(str(wrong))
    since, store = _first_day(given, command), current_store(given, prepare=True)
    with store.turn(person.id) as session:
        settle(session, Settlement(entry, given.reading, given.words, since, last_row(session, entry)), person.id, now)
    print(f"Recorded: the decision on {entry.id}, from {day_of(since)}.")
    return 0


def undecide(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Withdraw what was decided on one, so that it is open again."""
    by = _editor(given, command, given.by).id if given.by else NOBODY
    try:
        entry = entry_named(given.entry)
    except Sayable as wrong:
        command.error(str(wrong))
    since, store = _first_day(given, command), current_store(given, prepare=True)
    with store.turn(by) as session:
        reopen(session, entry, since, by, last_row(session, entry), _clock().now())
    print(f"Withdrawn: the decision on {entry.id}, from {day_of(since)}. It is open again.")
    return 0


def _editor(given: argparse.Namespace, command: argparse.ArgumentParser, key: str) -> Person:
    person = people_for(given.people).by_key(key)
    if person is None:
        command.error(f"there is nobody with the key {key!r}; name the council's people with --people")
    if not may_settle(person):
        raise Sayable(f"{person.name} doesn't decide this: it takes the role hr_editor.")
    return person


def _first_day(given: argparse.Namespace, command: argparse.ArgumentParser) -> date:
    try:
        return date.fromisoformat(given.since) if given.since else _clock().today()
    except ValueError:
        command.error("--from is not a date such as 2026-12-03")


def _clock() -> Clock:
    return Clock(read_settings(os.environ).zone)


def _json(landed: Landed, today: date) -> dict[str, Any]:
    entry, later = landed.entry, coming(landed.entry.id, today)
    shaped = landed_json(landed, library_on(today))
    if landed.decision:
        shaped["decided"]["by"] = landed.decision.by
    readings = [{"key": each.key, "says": each.says} for each in entry.readings]
    more = {"without": entry.without, "served": entry.served, "changes_on": later and later.since.isoformat()}
    return {**shaped, "title": entry.title, "state": state_of(landed), "readings": readings, **more}
