"""kb import, preview, publish, rollback, history and golden: changes of the policies from the command line."""

import argparse
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.commands.documents import policy_of
from bot.commands.keeping import current_store
from bot.commands.lines import date_of, print_json
from bot.commands.serving import people_for
from bot.people import LocalDirectory
from bot.settings import read_settings
from dialogs.contact_effects import contacts_shown, unread_contacts
from dialogs.desk import Desk
from dialogs.edition_cards import figures_left
from dialogs.edition_impact import Impact, impact_of
from dialogs.edition_telling import Telling
from dialogs.editions import Proposal, counted, edition_named, may_edit, propose, publish, roll_back
from dialogs.following import as_edition, follow_decisions, on_this_day
from dialogs.memory import Memory
from dialogs.people import Person
from dialogs.wording import day
from knowledge.clauses import Library, load_library
from knowledge.documents.difference import compare
from knowledge.documents.marking import marked
from knowledge.documents.opening import open_document
from knowledge.editions.edits import ClauseEdit, FigureEdit
from knowledge.editions.importing import edits_from
from knowledge.editions.overlay import library_on
from knowledge.editions.proposing import figures_with
from knowledge.errors import Sayable
from knowledge.golden.checking import Checked, check_all
from storage import editions
from storage.editions import Kept, name_of
from storage.store import Store


def kb_import(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Propose what a document changes, to be published by somebody else."""
    person, now, store = _editor(given, command), _clock().now(), current_store(given, prepare=True)
    since, path = _first_day(given, command, now), Path(given.document)
    with store.turn(person.id) as session:
        follow_decisions(session, store)
        library = library_on(since)
        document = open_document(path)
        policy = policy_of(library, library.in_force(on=since), document, given.policy)
        of_policy = [clause for clause in library.in_force(on=since) if clause.policy == policy]
        edits = edits_from(library, policy, compare(of_policy, library.title(policy), document))
        figures, _ = figures_with(edits, since)
        kept = propose(session, Proposal(edits, figures, since, given.why, path.name), person.id, now)
        Telling(session, people_for(given.people), person, now).of_proposal(kept)
    changed = counted(len(edits), "clause")
    print(f"Proposed: {name_of(kept.edition.id)}, {changed} of “{library.title(policy)}” from {day(since)}.")
    return 0


def kb_preview(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Print what an edition would change."""
    store, now = current_store(given, prepare=True), _clock().now()
    on = date_of(given.on, command, "--on") if given.on else None
    desk = _desk(store, people_for(given.people))
    with store.read() as session:
        follow_decisions(session, store)
        kept = edition_named(session, given.edition)
        impact = impact_of(session, on_this_day(desk, now.date()), as_edition(kept, now.date()), now, on)
    if given.json:
        print_json(_preview_json(kept, impact, now.date()))
    else:
        print("\n\n".join(_preview_lines(kept, impact, now.date())))
    return 0


def kb_publish(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Publish an edition; by somebody else than its author."""
    person, now, store = _editor(given, command), _clock().now(), current_store(given, prepare=True)
    directory = people_for(given.people)
    desk = _desk(store, directory)
    with store.turn(person.id) as session:
        follow_decisions(session, store)
        kept = edition_named(session, given.edition)
        impact = impact_of(session, on_this_day(desk, now.date()), as_edition(kept, now.date()), now)
        publish(session, store, kept, person.id, now, impact.failing, given.override)
        Telling(session, directory, person, now).of_publication(kept, impact)
    print(f"Published: {name_of(kept.edition.id)}, from {day(kept.begins(now.date()))}.")
    return 0


def kb_rollback(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Take a published edition back, from today on."""
    person, now, store = _editor(given, command), _clock().now(), current_store(given, prepare=True)
    with store.turn(person.id) as session:
        follow_decisions(session, store)
        kept = edition_named(session, given.edition)
        roll_back(session, store, kept, person.id, given.why, now)
        Telling(session, people_for(given.people), person, now).of_roll_back(kept)
    print(f"Rolled back: {name_of(kept.edition.id)}.")
    return 0


def kb_history(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """List every change that was proposed, with what became of it."""
    store = current_store(given, prepare=True)
    today = _clock().now().date()
    with store.read() as session:
        every = editions.every(session=session)
    if given.json:
        print_json({"editions": [_kept_json(kept, today) for kept in every]})
        return 0
    for kept in every:
        edits, since = counted(len(kept.edition.edits["clauses"]), "clause"), kept.begins(today)
        print(f"{name_of(kept.edition.id):<7} {kept.state:<12} {edits} from {since}, by {kept.edition.author}")
    if not every:
        print("Nothing has been changed in the policies.")
    return 0


def kb_golden(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Check the golden set on a day; exit code 1 where a line of it fails."""
    store, now = current_store(given, prepare=True), _clock().now()
    on = date_of(given.on, command, "--on") if given.on else now.date()
    desk = _desk(store, people_for(None))
    with store.read() as session:
        follow_decisions(session, store)
    checked = check_all(desk.engine, on)
    failing = [each for each in checked if not each.right]
    if given.json:
        print_json({"checked": len(checked), "failing": [asdict(each) for each in failing]})
    else:
        for each in failing:
            print(_golden_line(each))
    if failing:
        raise Sayable(f"{counted(len(failing), 'golden check')} of {len(checked)} failed.")
    if not given.json:
        print(f"All {len(checked)} golden checks come out right on {day(on)}.")
    return 0


def _golden_line(each: Checked) -> str:
    return f"{each.kind}: {each.id}: should be {each.should}, is {each.got}"


def _desk(store: Store, directory: LocalDirectory) -> Desk:
    from knowledge.understanding.engine import load_engine

    library = load_library()
    return Desk(store, load_engine(library, read_settings(os.environ).model), library, directory, Memory())


def _preview_lines(kept: Kept, impact: Impact, today: date) -> Iterator[str]:
    edition = as_edition(kept, today)
    library = library_on(edition.since)
    yield f"{name_of(edition.number)}, {kept.state}, from {day(edition.since)}."
    yield from (_clause_lines(library, edit) for edit in edition.clauses)
    yield from (f"Figure: {each.name} becomes {each.amount} (“{each.words}”)" for each in edition.figures)
    if kept.state == "proposed":
        yield from (f"Contact: {role}: {reads}" for role, reads in contacts_shown(edition))
        yield from (*figures_left(edition.clauses, edition.since), *unread_contacts(edition))
    total = sum(many for _, _, many in impact.records)
    rows = [f"{situation}, filed in {month:%B %Y}: {many}" for situation, month, many in impact.records]
    yield "\n".join([f"{counted(total, 'filed record')} would be ruled on differently.", *rows])
    lines = [f"{_golden_line(each.after)} (now {each.before.got})" for each in impact.golden]
    yield "\n".join([f"{counted(len(impact.failing), 'golden check')} would fail.", *lines])


def _clause_lines(library: Library, edit: ClauseEdit) -> str:
    before = library.find(edit.clause)
    if before is None:
        return f"Added: {edit.label}\n{{+{edit.text}+}}"
    if not edit.text:
        return f"Removed: {before.label}\n[-{before.text}-]"
    return f"{'Moved' if edit.text == before.text else 'Changed'}: {edit.label}\n{marked(before.text, edit.text)}"


def _preview_json(kept: Kept, impact: Impact, today: date) -> dict[str, Any]:
    rows = [{"situation": s, "month": f"{month:%Y-%m}", "records": many} for s, month, many in impact.records]
    golden = [
        {
            "kind": each.before.kind,
            "id": each.before.id,
            "should": each.before.should,
            "now": each.before.got,
            "then": each.after.got,
            "fails": each.fails,
        }
        for each in impact.golden
    ]
    return {**_kept_json(kept, today), "records": rows, "golden": golden}


def _kept_json(kept: Kept, today: date) -> dict[str, Any]:
    edition, made = kept.edition, as_edition(kept, today)
    figures: tuple[FigureEdit, ...] = made.figures
    return {
        "edition": name_of(edition.id),
        "state": kept.state,
        "from": made.since.isoformat(),
        "author": edition.author,
        "why": edition.why,
        "document": edition.document,
        "clauses": [{"clause": each.clause, "label": each.label, "text": each.text} for each in made.clauses],
        "figures": [{"name": each.name, "amount": each.amount, "words": each.words} for each in figures],
        "acts": [
            {"act": act.act, "by": act.by, "on": act.done_on.isoformat(), "why": act.why, "overridden": act.failing}
            for act in kept.acts
        ],
    }


def _editor(given: argparse.Namespace, command: argparse.ArgumentParser) -> Person:
    person = people_for(given.people).by_key(given.person)
    if person is None:
        command.error(f"there is nobody with the key {given.person!r}; name the council's people with --people")
    if not may_edit(person):
        raise Sayable(f"{person.name} doesn't change the policies: it takes the role hr_editor.")
    return person


def _first_day(given: argparse.Namespace, command: argparse.ArgumentParser, now: datetime) -> date:
    return date_of(given.since, command, "--from") if given.since else now.date()


def _clock() -> Clock:
    return Clock(read_settings(os.environ).zone)
