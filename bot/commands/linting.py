"""kb lint: whether everything that is written beside the clauses still fits their words."""

import argparse
import os
from collections.abc import Iterable
from typing import Any

from bot.clock import Clock
from bot.commands.following import follow_database
from bot.commands.lines import print_json
from bot.settings import read_settings
from knowledge.clauses import Library
from knowledge.editions.overlay import library_on
from knowledge.errors import Sayable
from knowledge.fitting import Written, all_written, misfits


def kb_lint(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Name what rests on words that its clause in force does not have; exit code 1 where there is any."""
    follow_database()
    today = Clock(read_settings(os.environ).zone).today()
    library = library_on(today)
    clauses = {clause.id: clause for clause in library.in_force(on=today)}
    found = misfits(clauses, today)
    if given.json:
        print_json({"clauses": len(clauses), "written": len(all_written()), "misfits": as_json(found)})
    else:
        for each in found:
            print(f"{_label(library, each.clause)}: {in_words(each)}")
    if found:
        do = "doesn't" if len(found) == 1 else "don't"
        raise Sayable(f"{len(found)} of {len(all_written())} things written beside the clauses {do} fit their words.")
    if not given.json:
        print(f"Everything written beside the {len(clauses)} clauses fits them.")
    return 0


def in_words(written: Written) -> str:
    """Say what rests on which words: ``the rule “gift_offered” for the employee rests on “...”``."""
    rest = "rest" if written.what == "everyday questions" else "rests"
    on = f"“{' '.join(written.words.split()).rstrip('.')}”" if written.words else "this clause"
    return f"{written.what} {rest} on {on}"


def as_json(found: Iterable[Written]) -> list[dict[str, Any]]:
    """Give what rests on words as JSON objects."""
    return [{"clause": each.clause, "what": each.what, "words": each.words} for each in found]


def _label(library: Library, clause: str) -> str:
    known = library.find(clause)
    return known.label if known else clause
