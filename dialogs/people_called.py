"""Whom of the directory a name means: one person, several who are called that, or those who may be meant."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from dialogs.people import Directory, Person

CLOSE, NEAR, SHARED = 72.0, 6.0, 75.0
_TITLES = re.compile(r"^(?:mr|mrs|ms|miss|dr|cllr|councillor)\.?\s+", re.I)


@dataclass(frozen=True, slots=True)
class Called:
    """``named``: those whom the words name; where there is none, ``likely``: up to three of nearly that name."""

    named: tuple[Person, ...]
    likely: tuple[Person, ...] = ()


def people_called(directory: Directory, words: str) -> Called:
    """Find whom the words name, by the whole name, an email address or a part of the name, titles left out."""
    spoken = _TITLES.sub("", " ".join(words.split()).strip(" .,!?")).casefold()
    everybody = directory.everybody() if spoken else ()
    exact = tuple(p for p in everybody if spoken in (_bare(p), p.email.casefold()))
    named = exact or tuple(p for p in everybody if set(spoken.split()) <= set(_bare(p).split()))
    return Called(named) if named else Called((), _likely(spoken, everybody))


def _likely(spoken: str, everybody: tuple[Person, ...]) -> tuple[Person, ...]:
    scores = sorted(((_likeness(spoken, p), -at, p) for at, p in enumerate(everybody)), key=lambda s: s[:2])[::-1]
    best = scores[0][0] if scores else 0.0
    return tuple(p for score, _, p in scores[:3] if score >= CLOSE and best - score <= NEAR)


def _likeness(spoken: str, person: Person) -> float:
    name = _bare(person)
    if " " not in spoken:
        return max(fuzz.ratio(spoken, part) for part in name.split())
    shared = set(spoken.split()) & set(name.split())
    return max(fuzz.ratio(spoken, name), SHARED if shared else 0.0)


def _bare(person: Person) -> str:
    return _TITLES.sub("", person.name).casefold()
