"""campaign: reviews of declarations from the command line, for the one who asks."""

import argparse
from datetime import date, datetime
from typing import Any

from bot.clock import Clock
from bot.commands.lines import print_json
from bot.commands.serving import people_for, settings_for
from bot.people import LocalDirectory
from dialogs import campaigns as reviews
from dialogs.campaign_groups import may_ask, read_group
from dialogs.people import Person
from dialogs.wording import day, listed
from knowledge.editions.overlay import library_on
from knowledge.errors import Sayable
from knowledge.understanding.slots import read_day
from storage import campaigns
from storage.store import Store
from storage.tables import Campaign


def start(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Ask a group of people for their declarations; the running bot sends what is queued."""
    store, directory, owner, now = _open(given, command)
    if not may_ask(directory, owner):
        allowed = "Managers, the Head of HR, auditors and Democratic Services may."
        raise Sayable(f"{owner.name} may not ask for declarations. {allowed}")
    group, until = read_group(directory, owner, given.group), _day(given.until, now)
    with store.turn(owner.id) as session:
        campaign, unreached = reviews.start(session, library_on(now.date()), directory, owner, group, until, now)
    told = {
        "campaign": campaign.id,
        "label": campaign.label,
        "until": until.isoformat(),
        "people": len(group.people),
        "unreached": [p.name for p in unreached],
        "unknown": list(group.unknown),
        "not_theirs": group.not_theirs,
    }
    lost = f" Not found: {listed(list(group.unknown))}." if group.unknown else ""
    many = "1 person" if len(group.people) == 1 else f"{len(group.people)} people"
    words = f"Review {campaign.id} asks {many} ({campaign.label}) until {day(until)}.{lost}"
    return _print(given, told, words)


def status(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Print how far a review has come: counts, names and references, never what is declared."""
    store, directory, owner, _ = _open(given, command)
    with store.read() as session:
        campaign = _review(session, owner, given.review)
        so_far = reviews.progress(session, directory, campaign)
    answered = [*so_far.nil, *so_far.declared]
    told = {
        "campaign": campaign.id,
        "label": campaign.label,
        "until": campaign.ends_on.isoformat(),
        "state": campaign.state,
        "asked": so_far.asked,
        "nil": len(so_far.nil),
        "declared": len(so_far.declared),
        "answered": [{"name": a.name, "nil": a.nil, "reference": a.reference} for a in answered],
        "not_answered": [a.name for a in so_far.missing],
        "gone": [a.name for a in so_far.gone],
    }
    rows = [f"{a.name}: {'nothing to declare' if a.nil else 'something declared'}, {a.reference}" for a in answered]
    rows += [f"{a.name}: not answered" for a in so_far.missing] + [f"{a.name}: no longer listed" for a in so_far.gone]
    head = f"Review {campaign.id} ({campaign.label}, {campaign.state}, until {day(campaign.ends_on)}):"
    return _print(given, told, "\n".join([head, *rows]))


def close(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Close a review: nobody is asked or reminded any more."""
    store, _, owner, now = _open(given, command)
    with store.turn(owner.id) as session:
        campaign = _review(session, owner, given.review)
        done = reviews.close(session, campaign, owner.id, now)
    told = {"campaign": campaign.id, "label": campaign.label, "closed": done}
    return _print(
        given, told, f"Review {campaign.id} is closed." if done else f"Review {campaign.id} was closed before."
    )


def _open(
    given: argparse.Namespace, command: argparse.ArgumentParser
) -> tuple[Store, LocalDirectory, Person, datetime]:
    from bot.app import open_database

    settings, directory = settings_for(given), people_for(given.people)
    owner = directory.by_key(given.person)
    if owner is None:
        command.error(f"there is nobody with the key {given.person!r}")
    return open_database(settings), directory, owner, Clock(settings.zone, settings.now).now()


def _review(session: Any, owner: Person, wanted: int | None) -> Campaign:
    theirs = campaigns.of_owner(session=session, owner=owner.id)
    chosen = [c for c in theirs if wanted in (None, c.id)]
    if not chosen:
        raise Sayable(f"{owner.name} has no such review. Start one with “probity campaign start”.")
    return next((c for c in chosen if c.state == "open"), chosen[0])


def _day(words: str, now: datetime) -> date:
    when = read_day(words, now, "future")
    if when is None:
        raise Sayable(f"--until {words!r} is not a day. Write it like 2026-12-18.")
    return when.until or when.day


def _print(given: argparse.Namespace, told: dict[str, Any], words: str) -> int:
    if given.json:
        print_json(told)
    else:
        print(words)
    return 0
