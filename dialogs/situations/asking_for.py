"""What requests and notices of every kind share: how the thing is named, and what its record needs."""

import re

from dialogs.situation import NOT_KNOWN, Answers, Question
from dialogs.wording import said
from knowledge.phrases import giver, the
from knowledge.ruling import Ruling

_FILED = ("approval", "notify", "advice", "acknowledge")
_MINE = re.compile(r"\b(?:my|our|your)\b", re.I)


def filed(answers: Answers, ruling: Ruling) -> bool:
    """Say whether something goes to somebody, or the person asked for an entry, so that its fields are needed."""
    return ruling.outcome in _FILED or bool(answers.get("record_anyway"))


def the_thing(answers: Answers, fact: str, otherwise: str, mine: bool) -> str:
    """Name a thing with its article: ``the works van``; ``your laptop`` to its owner, ``their laptop`` to others."""
    return _for_reader(the(_known(answers, fact), otherwise), mine)


def by_name(answers: Answers, fact: str, otherwise: str, mine: bool) -> str:
    """Name what has a name of its own, as the person said it: ``Zoom``, ``a mapping app``."""
    return _for_reader(giver(_known(answers, fact), otherwise), mine)


def _known(answers: Answers, fact: str) -> str | None:
    words = answers.get(fact)
    return None if words in (None, NOT_KNOWN) else words


def _for_reader(words: str, mine: bool) -> str:
    return said(_MINE.sub("your" if mine else "their", words))


def purpose(asks: str, why: str, clause: str) -> Question:
    """Give the question what it is for, in the person's own words."""
    return Question("purpose", "text", asks, "Purpose", why, clause, needed=filed, noted="for ", called="what it's for")


def when(asks: str, why: str, clause: str, label: str = "When", called: str = "the day") -> Question:
    """Give the question on which day, of what is still to come."""
    return Question(
        "when",
        "day",
        asks,
        label,
        why,
        clause,
        needed=filed,
        tense="future",
        ahead=True,
        noted="on ",
        called=called,
    )
