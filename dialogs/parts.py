"""Which part of a message tells of which of its matters: "given £20 by a client and lost my work phone"."""

from collections.abc import Collection, Mapping

from dialogs.desk import Turn
from dialogs.drafting import plain
from knowledge.understanding.slots import extract, facts_for
from knowledge.understanding.words import parts

_LEAST_WORDS = 3
_SHARED = ("where", "when", "worker_kind")


def parts_of(turn: Turn, said: str, situations: Collection[str]) -> dict[str, str]:
    """Give each situation its own part of the message; all of it where the parts do not tell them apart."""
    own: dict[str, str] = {}
    last = ""
    for part in parts(said):
        last = (_situation(turn, part, situations) if len(part.split()) >= _LEAST_WORDS else "") or last
        if last:
            own[last] = f"{own[last]} and {part}" if last in own else part
    return own if set(own) == set(situations) else dict.fromkeys(situations, said)


def facts_of_parts(turn: Turn, own: Mapping[str, str]) -> dict[str, dict[str, object]]:
    """Give the facts of each situation that its own part tells, in JSON form; one place and one day are told of all."""
    told = {}
    for situation, part in own.items():
        every = [facts_told(turn, situation, each) for each in own.values()]
        shared = {name: facts[name] for facts in every for name in _SHARED if name in facts}
        told[situation] = shared | facts_told(turn, situation, part)
    return told


def facts_told(turn: Turn, situation: str, said: str) -> dict[str, object]:
    """Give the facts of a situation that words tell, in JSON form."""
    found = facts_for(situation, turn.person.audience, said, extract(said, turn.now), turn.now)
    return {name: plain(value) for name, value in found.items() if value is not None}


def _situation(turn: Turn, part: str, situations: Collection[str]) -> str:
    understood = turn.desk.engine.understand(part, turn.person.audience, turn.now)
    return next((c.situation for c in understood.candidates[:2] if c.situation in situations), "")
