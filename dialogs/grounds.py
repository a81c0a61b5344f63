"""Refusals that need a ground: which grounds the text gives, which one the words name, and how it is told."""

import re

from dialogs.desk import Turn
from dialogs.situation import Ground, Situation
from dialogs.situations import find_situation
from dialogs.wording import listed, lower, place, said, says
from knowledge.words import Duty
from storage.tables import Record


def grounds_of(record: Record) -> tuple[Ground, ...]:
    """Give the grounds on which this record may be refused; none where any reason will do."""
    situation = find_situation(record.situation, record.audience)
    return situation.grounds if situation and Duty.REFUSAL_NEEDS_GROUND in record.ruling["duties"] else ()


def read_ground(record: Record, words: str) -> str:
    """Give the key of the ground that the words name first, or nothing."""
    found = [(at.start(), ground.value) for ground in grounds_of(record) if (at := _pattern(ground).search(words))]
    return min(found)[1] if found else ""


def ground_named(record: Record, key: str | None) -> str:
    """Give the ground as a sentence names it: ``an effect on the work here``."""
    return next((lower(g.title) for g in grounds_of(record) if g.value == key), "")


def which_grounds(turn: Turn, record: Record) -> str:
    """Say that a refusal needs a ground, with the clause, and which grounds there are."""
    situation = find_situation(record.situation, record.audience)
    titles = listed([lower(g.title) for g in situation.grounds], "or")
    return f"{_clause(turn, situation)} To refuse {record.reference} I need one of its grounds: {titles}."


def why_refused(record: Record, ground: str, note: str) -> str:
    """Say why it was refused, to the person who asked."""
    named = ground_named(record, ground)
    reason = f"The reason: “{said(note)}”" if note else ""
    return " ".join(part for part in (f"The ground: {named}." if named else "", reason) if part)


def _clause(turn: Turn, situation: Situation) -> str:
    clause = turn.desk.library.get(situation.ground_clause)
    return f"{says(turn.desk.library, clause.id)} “{' '.join(clause.text.split())}” ({place(clause)})."


def _pattern(ground: Ground) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(word)}" for word in ground.words), re.I)
