"""Which part of a message tells of which of its matters: "given £20 by a client and lost my work phone"."""

import re
from collections.abc import Collection, Mapping

from dialogs.desk import Turn
from dialogs.drafting import plain
from knowledge.understanding.slots import extract, facts_for

_PARTS = re.compile(r"[.;!?\n]+|,?\s+\b(?:and|also|plus|then|oh and)\b\s+", re.I)
_LEAST_WORDS = 3
_SHARED = ("where", "when", "worker_kind")


def parts_of(turn: Turn, said: str, situations: Collection[str]) -> dict[str, str]:
    """Give each situation its own part of the message; all of it where the parts do not tell them apart."""
    parts: dict[str, str] = {}
    last = ""
    if len(situations) < 2:
        return dict.fromkeys(situations, said)
    for piece in (each.strip() for each in _PARTS.split(said) if each.strip()):
        found = _situation(turn, piece, situations) if len(piece.split()) >= _LEAST_WORDS else ""
        last = found or last
        if last:
            parts[last] = f"{parts[last]} and {piece}" if last in parts else piece
    return parts if set(parts) == set(situations) else dict.fromkeys(situations, said)


def facts_of_parts(turn: Turn, parts: Mapping[str, str]) -> dict[str, dict[str, object]]:
    """Give the facts of each situation that its own part tells, in JSON form."""
    told = {situation: _facts(turn, situation, part) for situation, part in parts.items()}
    for situation, facts in told.items():
        # "left the papers and my iPad in the car": one place and one day are told of everything.
        shared = [_facts(turn, situation, part) for part in parts.values()]
        told[situation] = {k: each[k] for each in shared for k in _SHARED if k in each} | facts
    return told


def _facts(turn: Turn, situation: str, part: str) -> dict[str, object]:
    now = turn.now
    found = facts_for(situation, turn.person.audience, part, extract(part, now), now)
    return {k: plain(v) for k, v in found.items() if v is not None}


def _situation(turn: Turn, piece: str, situations: Collection[str]) -> str:
    understood = turn.desk.engine.understand(piece, turn.person.audience, turn.now)
    return next((c.situation for c in understood.candidates[:2] if c.situation in situations), "")
