"""classify, ask and assess: the engine and the rules from the command line."""

import argparse
import json
import os
from datetime import date, datetime
from typing import Any

from bot.clock import Clock, read_now
from bot.commands.following import follow_database
from bot.commands.lines import answer_file, checked_role, one_of, print_json, text_of
from bot.settings import read_settings
from dialogs.answering import PolicyAnswer, find_answer
from dialogs.wording import ROLE_NAMES
from knowledge import decided
from knowledge.changes import what_would_change
from knowledge.clauses import Library, load_library
from knowledge.editions.overlay import library_on
from knowledge.errors import Sayable
from knowledge.ruling import assess as rule_on
from knowledge.ruling import fact_names
from knowledge.ruling_json import assess_json, changes_json


def classify(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Say what a sentence, or each of a file, means."""
    from knowledge.understanding.engine import load_engine
    from knowledge.understanding.report import classify_json

    text, now = one_of(given, command, "text"), _now(given.now)
    engine = load_engine(load_library(), read_settings(os.environ).model)
    if text is not None:
        print_json(classify_json(engine.understand(text, given.role, now)))
        return 0

    def answer(line: dict[str, Any]) -> dict[str, Any]:
        words, role = text_of(line)
        return classify_json(engine.understand(words, role, now))

    return answer_file(given.file, answer)


def ask(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Answer a question, or each of a file, from the clauses."""
    from knowledge.understanding.engine import load_engine

    text, today = one_of(given, command, "text"), _now(None).date()
    loaded = load_engine(load_library(), read_settings(os.environ).model)
    follow_database()
    library = library_on(today)
    engine = loaded.over(library, decided.held().phrases)

    def find(words: str, role: str) -> dict[str, Any]:
        whom = ROLE_NAMES["democratic_services" if role == "councillor" else "line_manager"]
        understood = engine.understand(words, role, _now(None))
        return _answer_json(find_answer(engine, library, words, role, today, whom, understood=understood), library)

    if text is not None:
        print_json(find(text, given.role))
        return 0
    return answer_file(given.file, lambda line: find(*text_of(line)))


def assess(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Rule on facts, or on each line of a file."""
    situation, today = one_of(given, command, "situation"), _now(None).date()
    follow_database()
    library = library_on(today)
    if situation is not None:
        try:
            facts = _facts(json.loads(given.facts or "{}"))
            printed = _assessed(given, situation, given.role, facts, today, library)
        except (ValueError, RecursionError):
            command.error("--facts is not JSON")
        except Sayable as wrong:
            command.error(str(wrong))
        print_json(printed)
        return 0

    def answer(line: dict[str, Any]) -> dict[str, Any]:
        if not isinstance(line.get("situation"), str):
            raise Sayable("Situation is missing: give it as a string.")
        facts = _facts(line.get("facts"))
        return _assessed(given, line["situation"], checked_role(line.get("role")), facts, today, library)

    return answer_file(given.file, answer)


def _assessed(
    given: argparse.Namespace, situation: str, role: str, facts: dict[str, Any], on: date, library: Library
) -> dict[str, Any]:
    printed = assess_json(rule_on(situation, role, facts, on), library)
    if given.what_if:
        printed["changes"] = changes_json(what_would_change(situation, role, facts, on), fact_names(situation, role))
    return printed


def _facts(facts: Any) -> dict[str, Any]:
    if facts is not None and not isinstance(facts, dict):
        raise Sayable("The facts must be a JSON object.")
    return facts or {}


def _answer_json(found: PolicyAnswer, library: Library) -> dict[str, Any]:
    citations = [
        {
            "policy": hit.clause.policy,
            "clause": hit.clause.id,
            "label": hit.clause.label,
            "quote": quote,
            "version": hit.clause.version,
        }
        for hit, quote in zip(found.hits, found.quotes, strict=False)
    ]
    return {"outcome": found.outcome, "answer": found.text, "citations": citations}


def _now(text: str | None) -> datetime:
    zone = read_settings(os.environ).zone
    return read_now(text, zone) if text else Clock(zone).now()
