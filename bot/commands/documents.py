"""kb diff: what a new document of a policy changes, before anybody puts it in force."""

import argparse
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.commands.following import follow_database
from bot.commands.lines import print_json
from bot.commands.linting import as_json, in_words
from bot.settings import read_settings
from dialogs.wording import capital
from knowledge.clauses import Clause, Library
from knowledge.documents.blocks import Document
from knowledge.documents.difference import (
    ADDED,
    CHANGED,
    MOVED,
    REMOVED,
    SAME,
    Change,
    Difference,
    compare,
    known_share,
)
from knowledge.documents.headings import Heading
from knowledge.documents.marking import marked
from knowledge.documents.opening import open_document
from knowledge.editions.overlay import library_on
from knowledge.errors import Sayable
from knowledge.fitting import Written, shaken


def kb_diff(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Print how a document differs from the policy in force, clause by clause."""
    follow_database()
    today = Clock(read_settings(os.environ).zone).today()
    library = library_on(today)
    clauses = library.in_force(on=today)
    document = open_document(Path(given.document))
    policy = policy_of(library, clauses, document, given.policy)
    of_policy = [clause for clause in clauses if clause.policy == policy]
    difference = compare(of_policy, library.title(policy), document)
    if given.json:
        print_json(_as_json(policy, difference, document, today))
    else:
        print("\n\n".join(_in_words(library.title(policy), difference, document, today)))
    return 0


def policy_of(library: Library, clauses: tuple[Clause, ...], document: Document, named: str | None) -> str:
    """Give the policy that a document is of: the one named, or the one whose words it has; Sayable for no policy."""
    if named and named not in library.policies:
        raise Sayable(f"There is no policy {named}. There are {' and '.join(library.policies)}.")
    if named:
        return named

    def share(policy: str) -> float:
        return known_share([clause for clause in clauses if clause.policy == policy], document)

    return max(library.policies, key=share)


def _in_words(title: str, difference: Difference, document: Document, today: date) -> Iterator[str]:
    yield f"{_counts(difference)}, compared with “{title}”."
    for heading in difference.headings:
        yield _of_heading(heading)
    for change in difference.changes:
        if change.kind != SAME:
            yield _of_change(change, today)
    if document.left_out:
        yield "\n".join(document.left_out)


def _counts(difference: Difference) -> str:
    same = len(difference.of(SAME))
    counts = [f"{same} clause is the same" if same == 1 else f"{same} clauses are the same"]
    kinds = (CHANGED, MOVED, ADDED, REMOVED)
    counts += [f"{len(found)} {kind}" for kind in kinds if (found := difference.of(kind))]
    headings = len(difference.headings)
    counts += [f"{headings} heading{'s' if headings > 1 else ''} changed"] if headings else []
    return ", ".join(counts)


def _of_heading(heading: Heading) -> str:
    if heading.old and heading.new:
        return f"Heading renamed: “{heading.old}” is now “{heading.new}”."
    return f"New heading: “{heading.new}”." if heading.new else f"Heading removed: “{heading.old}”."


def _of_change(change: Change, today: date) -> str:
    after = f"after {change.after.label}" if change.after else "at the beginning"
    if change.kind == CHANGED:
        return f"Changed: {change.clause.label}\n{marked(change.clause.text, change.new.text)}{_rests(change, today)}"
    if change.kind == MOVED:
        return f"Moved: {change.clause.label}\nIt now stands {after}."
    if change.kind == ADDED:
        under = f", under “{change.new.heading[-1]}”" if change.new.heading else ""
        return f"Added: {after}{under}\n{{+{change.new.text}+}}"
    return f"Removed: {change.clause.label}\n[-{change.clause.text}-]{_rests(change, today)}"


def _rests(change: Change, today: date) -> str:
    """What rests on words that go, a line each."""
    return "".join(f"\n* {capital(in_words(each))}." for each in _shaken(change, today))


def _shaken(change: Change, today: date) -> tuple[Written, ...]:
    return shaken(change.clause, change.new.text if change.new else "", today)


def _as_json(policy: str, difference: Difference, document: Document, today: date) -> dict[str, Any]:
    return {
        "policy": policy,
        "same": len(difference.of(SAME)),
        "changed": [
            _named(c) | {"old": c.clause.text, "new": c.new.text, "resting": as_json(_shaken(c, today))}
            for c in difference.of(CHANGED)
        ],
        "moved": [_named(c) | {"after": _id(c.after)} for c in difference.of(MOVED)],
        "added": [
            {
                "after": _id(c.after),
                "number": c.new.number,
                "heading": list(c.new.heading),
                "text": c.new.text,
            }
            for c in difference.of(ADDED)
        ],
        "removed": [
            _named(c) | {"old": c.clause.text, "resting": as_json(_shaken(c, today))} for c in difference.of(REMOVED)
        ],
        "renamed": [{"old": heading.old, "new": heading.new} for heading in difference.headings],
        "left_out": list(document.left_out),
    }


def _named(change: Change) -> dict[str, str]:
    return {"clause": change.clause.id, "label": change.clause.label}


def _id(clause: Clause | None) -> str | None:
    return clause.id if clause else None
