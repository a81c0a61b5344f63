"""A ruling told about "it", to whose matter it is or to somebody else."""

from collections.abc import Mapping
from typing import Any

from dialogs.desk import Turn
from dialogs.in_hand import Matter, names_in
from dialogs.outcomes_in_words import OUTCOMES
from dialogs.rulings import headline
from dialogs.talk import giver, manager
from knowledge.ruling import Ruling

_NO_NAMES = ("The", "As", "Tell", "Ask", "Take")


def telling(turn: Turn, matter: Matter) -> Mapping[str, str]:
    """Give the words for whose matter it is: "you" to its owner, the first name to others; and the giver."""
    named = matter.owner.first_name
    own = {"you": "you", "your": "your", "whom": "you", "whose": "yours"}
    others = {"you": named, "your": f"{named}'s", "whom": named, "whose": f"{named}'s"}
    return {**(own if is_own(turn, matter) else others), "giver": giver(matter.answers)}


def is_own(turn: Turn, matter: Matter) -> bool:
    """Say whether the matter is that of the person who asks."""
    return matter.owner.id == turn.person.id


def holds_now(turn: Turn, matter: Matter) -> str:
    """Say what holds, as a clause that follows a colon: ``you can't keep it, whatever the amount``."""
    return would_hold(turn, matter, matter.ruling, matter.answers)


def would_hold(turn: Turn, matter: Matter, ruling: Ruling, answers: Mapping[str, Any]) -> str:
    """Say what would hold under a ruling on other answers, as a clause that follows a colon."""
    told = headline(matter.situation, ruling, answers, closed=True) if is_own(turn, matter) else None
    if told is None:
        return OUTCOMES[ruling.outcome].format(**telling(turn, matter))
    who = manager(turn.desk.directory, matter.owner, answers)
    words = told.words.format(**{**telling(turn, matter), **names_in(matter, answers, who)})
    return words if _begins_with_a_name(told.words) and not words.startswith("You ") else _lower(words)


def _begins_with_a_name(words: str) -> bool:
    """Say whether a sentence begins with a name, put in or its own (``Digital Services decide``), or with "I"."""
    first, second, *_ = words.split()
    return first.startswith(("{", "I'")) or first == "I" or first not in _NO_NAMES and second[:1].isupper()


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
